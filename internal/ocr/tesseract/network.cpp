// The first steps of Tesseract's network are taken for each pixel of a line: what is around it is gathered, and
// later the most of it kept. Tesseract finds each of nine neighbours by several calls, from library to
// library, and copies it by another: a quarter of a reading. These functions come before the library's,
// as pixWriteMem does, and do the same to the bit by going along the rows.
#pragma GCC optimize("O3", "no-trapping-math") // or nothing becomes vector code
#include "network.h"

#include <algorithm>
#include <cstdio>

#include <tesseract/baseapi.h>

namespace tesseract {

bool known() {
  static const bool is = [] {
    const char *version = TessBaseAPI::Version();
    int minor, patch, end = 0;
    return std::sscanf(version, "5.%d.%d%n", &minor, &patch, &end) == 2 && version[end] == '\0' && minor <= 5;
  }();
  return is;
}

// Forward puts side by side what the pixels around each pixel hold, column by column, and noise for those outside
// the picture.
void Convolve::Forward(bool debug, const NetworkIO &in, const TransposedArray *transposed, NetworkScratch *scratch, NetworkIO *out) {
  const int column = (2 * half_y + 1) * inputs;
  if (!reads(debug) || !in.one_of_bytes(inputs) || outputs != (2 * half_x + 1) * column) {
    static const auto theirs = library<Step<Convolve>>(
        "_ZN9tesseract8Convolve7ForwardEbRKNS_9NetworkIOEPKNS_15TransposedArrayEPNS_14NetworkScratchEPS1_");
    return theirs(this, debug, in, transposed, scratch, out);
  }
  out->ResizeToMap(in.of_bytes, in.map, outputs);
  const int width = in.map.width, height = in.map.height;
  for (int y = 0, t = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x, ++t) {
      int8_t *to = out->bytes.at(t);
      for (int dx = -half_x, feature = 0; dx <= half_x; ++dx) {
        if (x + dx < 0 || x + dx >= width) {
          out->Randomize(t, feature, column, random);
          feature += column;
          continue;
        }
        for (int dy = -half_y; dy <= half_y; ++dy, feature += inputs) {
          if (y + dy < 0 || y + dy >= height) {
            out->Randomize(t, feature, inputs, random);
            continue;
          }
          const int8_t *from = in.bytes.at(t + dy * width + dx);
          for (int i = 0; i < inputs; ++i) {
            to[feature + i] = from[i];
          }
        }
      }
    }
  }
}

// Forward shrinks the picture: a pixel is the most that those it stands for hold, feature by feature.
void Maxpool::Forward(bool debug, const NetworkIO &in, const TransposedArray *transposed, NetworkScratch *scratch, NetworkIO *out) {
  if (!reads(debug) || !in.one_of_bytes(inputs) || outputs != inputs) {
    static const auto theirs = library<Step<Maxpool>>(
        "_ZN9tesseract7Maxpool7ForwardEbRKNS_9NetworkIOEPKNS_15TransposedArrayEPNS_14NetworkScratchEPS1_");
    return theirs(this, debug, in, transposed, scratch, out);
  }
  out->ResizeScaled(in, x_scale, y_scale, outputs);
  const int width = in.map.width, height = in.map.height;
  for (int y = 0, t = 0; y < out->map.height; ++y) {
    for (int x = 0; x < out->map.width; ++x, ++t) {
      int8_t *to = out->bytes.at(t);
      std::copy_n(in.bytes.at(y * y_scale * width + x * x_scale), inputs, to);
      for (int in_y = y * y_scale; in_y < std::min((y + 1) * y_scale, height); ++in_y) {
        for (int in_x = x * x_scale; in_x < std::min((x + 1) * x_scale, width); ++in_x) {
          const int8_t *from = in.bytes.at(in_y * width + in_x);
          for (int i = 0; i < inputs; ++i) {
            to[i] = std::max(to[i], from[i]);
          }
        }
      }
    }
  }
}

void to_bytes(const float *from, int count, int8_t *to) {
  for (int i = 0; i < count; ++i) {
    const float scaled = from[i] * INT8_MAX;
    const int rounded = static_cast<int>(scaled + (scaled >= 0 ? 0.5f : -0.5f));
    to[i] = static_cast<int8_t>(std::min(std::max(rounded, -INT8_MAX), +INT8_MAX));
  }
}

} // namespace tesseract
