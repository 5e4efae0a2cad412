// When memory runs out, Leptonica returns NULL, which Tesseract follows, and new throws, which nobody
// catches: both would look like any other crash. Here both ask first, and leave with a status that
// says why.
#include "memory.h"

#include <allheaders.h>

#include <cstdlib>
#include <new>
#include <unistd.h>

namespace {
int status_to_leave_with;

void leave() {
  static const char said[] = "out of memory\n";
  (void)!write(STDERR_FILENO, said, sizeof said - 1);
  _exit(status_to_leave_with);
}

void *raster(size_t size) {
  void *p = malloc(size);
  if (p == nullptr) {
    leave();
  }
  return p;
}
} // namespace

void leave_without_memory(int status) {
  status_to_leave_with = status;
  std::set_new_handler(leave);
  setPixMemoryManager(raster, free);
}
