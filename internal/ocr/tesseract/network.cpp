// The first steps of Tesseract's network are taken for each pixel of a line: its neighbours are gathered,
// weighed, and the results put into bytes. Tesseract finds each of the nine neighbours by several calls
// from library to library, and copies it by another: a quarter of a reading. These functions come before
// the library's, as pixWriteMem does, and do the same to the bit by going along the rows.
//
// They reach into objects of Tesseract that no header describes. The classes below are laid out as in
// versions 5.0 to 5.5; any other version, and what exoscan never asks for (training, several lines in one
// network, numbers with fractions), is left to the library.
#include <tesseract/baseapi.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <dlfcn.h>
#include <string>
#include <vector>

namespace tesseract {

class NetworkScratch;
class TransposedArray;
class TRand;

// StrideMap says how a picture lies in an array: batches of rows of pixels.
struct StrideMap {
  int batches, height, width;
  int steps[3]; // in the array, from one to the next
  std::vector<int> heights, widths;
};

// Table is Tesseract's GENERIC_2D_ARRAY: for each pixel, its features.
template <class T> struct Table {
  void *methods;
  T *cells;
  T empty;
  int pixels, features;
  int allocated;

  T *at(int t) const { return cells + static_cast<size_t>(t) * features; }
};

struct NetworkIO {
  Table<float> floats;
  Table<int8_t> bytes;
  bool of_bytes;
  StrideMap map;

  void ResizeToMap(bool of_bytes, const StrideMap &map, int features);
  void ResizeScaled(const NetworkIO &from, int x, int y, int features);
  void Randomize(int t, int feature, int count, TRand *random);
  void WriteTimeStepPart(int t, int feature, int count, const float *from);

  bool one_of_bytes() const { return of_bytes && map.batches == 1; }
};

struct Network {
  void *methods;
  int type, training;
  bool backwards;
  int32_t flags, inputs, outputs, weights;
  std::string name;
  void *windows[2];
  TRand *random;
};

struct Convolve : Network {
  int32_t half_x, half_y;

  void Forward(bool, const NetworkIO &, const TransposedArray *, NetworkScratch *, NetworkIO *);
};

struct Maxpool : Network {
  StrideMap back;
  int32_t x_scale, y_scale;

  void Forward(bool, const NetworkIO &, const TransposedArray *, NetworkScratch *, NetworkIO *);
};

namespace {

// known says whether this is a version whose objects are as above.
bool known() {
  static const bool is = [] {
    const char *version = TessBaseAPI::Version();
    return std::strncmp(version, "5.", 2) == 0 && version[2] >= '0' && version[2] <= '5' && version[3] == '.';
  }();
  return is;
}

const int training_enabled = 1;

template <class Layer>
using Step = void (*)(Layer *, bool, const NetworkIO &, const TransposedArray *, NetworkScratch *, NetworkIO *);

// library gives the function that ours came before.
template <class Function> Function library(const char *symbol) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, symbol));
}

} // namespace

// Forward puts side by side what the pixels around each pixel hold, column by column, and noise for those outside
// the picture.
void Convolve::Forward(bool debug, const NetworkIO &in, const TransposedArray *transposed, NetworkScratch *scratch, NetworkIO *out) {
  if (!known() || debug || training == training_enabled || !in.one_of_bytes()) {
    static const auto theirs = library<Step<Convolve>>(
        "_ZN9tesseract8Convolve7ForwardEbRKNS_9NetworkIOEPKNS_15TransposedArrayEPNS_14NetworkScratchEPS1_");
    return theirs(this, debug, in, transposed, scratch, out);
  }
  out->ResizeToMap(in.of_bytes, in.map, outputs);
  const int width = in.map.width, height = in.map.height, column = (2 * half_y + 1) * inputs;
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
  if (!known() || training == training_enabled || !in.one_of_bytes()) {
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

// WriteTimeStepPart puts numbers from -1 to 1 into bytes.
void NetworkIO::WriteTimeStepPart(int t, int feature, int count, const float *from) {
  if (!known()) {
    static const auto theirs = library<void (*)(NetworkIO *, int, int, int, const float *)>(
        "_ZN9tesseract9NetworkIO17WriteTimeStepPartEiiiPKf");
    return theirs(this, t, feature, count, from);
  }
  if (!of_bytes) {
    std::copy_n(from, count, floats.at(t) + feature);
    return;
  }
  int8_t *to = bytes.at(t) + feature;
  for (int i = 0; i < count; ++i) {
    const float scaled = from[i] * INT8_MAX;
    const int rounded = static_cast<int>(scaled + (scaled >= 0 ? 0.5f : -0.5f));
    to[i] = static_cast<int8_t>(std::min(std::max(rounded, -INT8_MAX), +INT8_MAX));
  }
}

} // namespace tesseract
