// The objects of Tesseract's network that our functions reach into: no header describes them. They are laid
// out as in versions 5.0 to 5.5; any other version, and what exoscan never asks for (training, several
// lines in one network, numbers with fractions), is left to the library.
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

  bool one_of_bytes() const { return of_bytes && map.batches == 1; }
};

struct WeightMatrix {
  Table<float> floats;
  Table<int8_t> bytes;
  Table<float> transposed;
  bool of_bytes, adam;
  std::vector<float> scales;
  Table<float> updates[3];
  std::vector<int8_t> shaped;
};

// The kinds of layers, and the state of training, that our functions ask for.
enum { lstm = 14, lstm_summary = 15, tanh_layer = 19 };
enum { being_trained = 1 };

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

struct FullyConnected : Network {
  WeightMatrix matrix;

  void Forward(bool, const NetworkIO &, const TransposedArray *, NetworkScratch *, NetworkIO *);
};

struct LSTM : Network {
  int32_t padded_inputs, states, feedback;
  bool is_2d;
  WeightMatrix gates[5]; // of the input, what is let in, what is kept, what is let out; the last one is for 2d

  void Forward(bool, const NetworkIO &, const TransposedArray *, NetworkScratch *, NetworkIO *);
};

// known says whether the library is of a version whose objects are as above.
bool known();

// to_bytes puts numbers from -1 to 1 into bytes.
void to_bytes(const float *from, int count, int8_t *to);

// library gives the function of the library that has this name, whether ours came before it or not.
template <class Function> Function library(const char *symbol) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, symbol));
}

template <class Layer>
using Step = void (*)(Layer *, bool, const NetworkIO &, const TransposedArray *, NetworkScratch *, NetworkIO *);

} // namespace tesseract
