// The layers of Tesseract's network that have weights end each step with a curve, looked up for one number
// after the other with a branch by its sign, which no processor can foresee: a fifth of a reading. These
// functions come before the library's, as those of network.cpp do, and do the same to the bit, a row of
// numbers at a time.
#pragma GCC optimize("O3", "no-trapping-math") // or nothing becomes vector code
#include "network.h"

#include <algorithm>
#include <cmath>

namespace tesseract {
namespace {

// Curve is looked up between the points it is known at; beyond the last one it is 1. Each loop over a row is one that
// compilers turn into vector code, but for that which fetches the points.
class Curve {
public:
  explicit Curve(double (*f)(double)) {
    for (int i = 0; i < points; ++i) {
      point[i] = static_cast<float>(f(i / double(points_of_one)));
    }
    for (int i = 0; i < points - 1; ++i) {
      rise[i] = point[i + 1] - point[i];
    }
    point[points - 1] = 1;
  }

  // look_up gives the values for the sizes of some numbers, whatever their signs.
  void look_up(const float *x, int count, float *value) const {
    int at[at_once];
    float part[at_once];
    for (; count > 0; count -= at_once, x += at_once, value += at_once) {
      const int n = std::min(count, at_once);
      for (int i = 0; i < n; ++i) {
        const float scaled = std::min(float(points - 1), std::fabs(x[i]) * points_of_one);
        at[i] = static_cast<int>(scaled);
        part[i] = scaled - at[i];
      }
      for (int i = 0; i < n; ++i) {
        value[i] = point[at[i]] + rise[at[i]] * part[i];
      }
    }
  }

private:
  static constexpr int points = 4096, points_of_one = 256, at_once = 64;
  float point[points], rise[points] = {};
};

void tanh_of(const float *x, int count, float *value) {
  static const Curve curve(std::tanh);
  curve.look_up(x, count, value);
  for (int i = 0; i < count; ++i) {
    value[i] = std::copysign(value[i], x[i]);
  }
}

void logistic_of(const float *x, int count, float *value) {
  static const Curve curve([](double x) { return 1 / (1 + std::exp(-x)); });
  curve.look_up(x, count, value);
  for (int i = 0; i < count; ++i) {
    value[i] = x[i] < 0 ? 1 - value[i] : value[i];
  }
}

// multiply gives the products of a row of bytes with the weights; it reads and writes somewhat beyond the ends.
using Multiply = void (*)(const WeightMatrix *, const int8_t *, float *);

Multiply multiply() {
  static const auto found = library<Multiply>("_ZNK9tesseract12WeightMatrix15MatrixDotVectorEPKaPf");
  return found;
}

const int beyond_ends = 64;
const float most_state = 100;

} // namespace

// Forward weighs the features of each pixel.
void FullyConnected::Forward(bool debug, const NetworkIO &in, const TransposedArray *transposed, NetworkScratch *scratch, NetworkIO *out) {
  if (!reads(debug) || !multiply() || type != tanh_layer || !in.one_of_bytes(inputs) || !matrix.of_sizes(inputs, outputs)) {
    static const auto theirs = library<Step<FullyConnected>>(
        "_ZN9tesseract14FullyConnected7ForwardEbRKNS_9NetworkIOEPKNS_15TransposedArrayEPNS_14NetworkScratchEPS1_");
    return theirs(this, debug, in, transposed, scratch, out);
  }
  out->ResizeToMap(true, in.map, outputs);
  std::vector<float> sums(outputs + beyond_ends), values(outputs);
  for (int t = 0; t < in.bytes.pixels; ++t) {
    multiply()(&matrix, in.bytes.at(t), sums.data());
    tanh_of(sums.data(), outputs, values.data());
    to_bytes(values.data(), outputs, out->bytes.at(t));
  }
}

bool LSTM::fits() const {
  return all_inputs == inputs + states &&
         std::all_of(gates, gates + gates_1d, [this](const WeightMatrix &gate) { return gate.of_sizes(all_inputs, states); });
}

// Forward goes along each row with what it remembers of the pixels before.
void LSTM::Forward(bool debug, const NetworkIO &in, const TransposedArray *transposed, NetworkScratch *scratch, NetworkIO *out) {
  if (!reads(debug) || !multiply() || is_2d || (type != lstm && type != lstm_summary) || !in.one_of_bytes(inputs) ||
      outputs != states || !fits()) {
    static const auto theirs = library<Step<LSTM>>(
        "_ZN9tesseract4LSTM7ForwardEbRKNS_9NetworkIOEPKNS_15TransposedArrayEPNS_14NetworkScratchEPS1_");
    return theirs(this, debug, in, transposed, scratch, out);
  }
  if (type == lstm_summary) {
    out->ResizeXTo1(in, outputs);
  } else {
    out->ResizeToMap(true, in.map, outputs);
  }
  std::vector<int8_t> shown(all_inputs + beyond_ends); // the pixel, and what was given out last
  std::vector<float> sums(states + beyond_ends), state(states), given(states), values[gates_1d];
  for (auto &row : values) {
    row.resize(states);
  }
  const float *const cell = values[0].data(), *const enters = values[1].data(), *const stays = values[2].data(), *const leaves = values[3].data();
  for (int y = 0, t = 0; y < in.map.height; ++y) {
    std::fill(state.begin(), state.end(), 0);
    std::fill(given.begin(), given.end(), 0);
    for (int x = 0; x < in.map.width; ++x, ++t) {
      std::copy_n(in.bytes.at(t), inputs, shown.data());
      to_bytes(given.data(), states, shown.data() + inputs);
      for (int gate = 0; gate < gates_1d; ++gate) {
        multiply()(&gates[gate], shown.data(), sums.data());
        (gate == 0 ? tanh_of : logistic_of)(sums.data(), states, values[gate].data());
      }
      for (int i = 0; i < states; ++i) {
        const float kept = state[i] * stays[i] + cell[i] * enters[i];
        state[i] = std::min(std::max(kept, -most_state), most_state);
      }
      tanh_of(state.data(), states, given.data());
      for (int i = 0; i < states; ++i) {
        given[i] *= leaves[i];
      }
      if (type == lstm) {
        to_bytes(given.data(), states, out->bytes.at(t));
      }
    }
    if (type == lstm_summary) {
      to_bytes(given.data(), states, out->bytes.at(y));
    }
  }
}

} // namespace tesseract
