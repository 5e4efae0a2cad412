// Tesseract cuts each line out of the page, packs it as PNG and unpacks it again before it reads it,
// which takes a tenth of a reading. pixWriteMem is the function it has it packed by: this one, which
// comes before Leptonica's, gives the raster as it is, and pixReadMem takes that as well. Where the
// loader binds libraries to each other and leaves the program out, as on macOS, Leptonica's is called
// and nothing is lost but time.
#include <allheaders.h>

l_ok pixWriteMem(l_uint8 **data, size_t *size, PIX *pix, l_int32) {
  return pixSerializeToMemory(pix, reinterpret_cast<l_uint32 **>(data), size);
}
