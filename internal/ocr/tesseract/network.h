// The objects of Tesseract's network that our functions reach into: no header describes them. They are laid
// out as in the releases 5.0 to 5.5. Any other version, objects whose sizes do not agree, and what exoscan
// never asks for (training, several lines in one network, numbers with fractions) are left to the library.
#include <cstdint>
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
  void ResizeXTo1(const NetworkIO &from, int features);
  void Randomize(int t, int feature, int count, TRand *random);

  // one_of_bytes says whether it is of one picture that holds so many bytes for each pixel.
  bool one_of_bytes(int features) const {
    return of_bytes && map.batches == 1 && bytes.features == features && bytes.pixels == map.height * map.width;
  }
};

struct WeightMatrix {
  Table<float> floats;
  Table<int8_t> bytes;
  Table<float> transposed;
  bool of_bytes, adam;
  std::vector<float> scales;
  Table<float> updates[3];
  std::vector<int8_t> shaped;

  // of_sizes says whether it makes so many outputs of so many inputs in bytes: a row has the bias, too.
  bool of_sizes(int inputs, int outputs) const { return of_bytes && bytes.pixels == outputs && bytes.features == inputs + 1; }
};

// The kinds of layers, and the state of training, that our functions ask for.
enum { lstm = 14, lstm_summary = 15, tanh_layer = 19 };
enum { being_trained = 1 };

// known says whether the library is a release whose objects are as here.
bool known();

struct Network {
  void *methods;
  int type, training;
  bool backwards;
  int32_t flags, inputs, outputs, weights;
  std::string name;
  void *windows[2];
  TRand *random;

  // reads says whether the layer is one that we know, and is neither watched nor trained.
  bool reads(bool debug) const { return known() && !debug && training != being_trained; }
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

struct FullyConnected : Network {
  WeightMatrix matrix;

  void Forward(bool, const NetworkIO &, const TransposedArray *, NetworkScratch *, NetworkIO *);
};

struct LSTM : Network {
  int32_t all_inputs, states, feedback; // of all inputs the last are what was given out for the pixel before
  bool is_2d;
  WeightMatrix gates[5]; // of the input, what is let in, what is kept, what is let out; the last one is for 2d

  static constexpr int gates_1d = 4;
  bool fits() const; // whether the weights are those of its inputs and states

  void Forward(bool, const NetworkIO &, const TransposedArray *, NetworkScratch *, NetworkIO *);
};

// to_bytes puts numbers from -1 to 1 into bytes.
void to_bytes(const float *from, int count, int8_t *to);

// library gives the function of the library that has this name, whether ours came before it or not.
template <class Function> Function library(const char *symbol) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, symbol));
}

template <class Layer>
using Step = void (*)(Layer *, bool, const NetworkIO &, const TransposedArray *, NetworkScratch *, NetworkIO *);

} // namespace tesseract
