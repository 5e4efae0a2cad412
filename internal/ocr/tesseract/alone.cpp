// Tesseract was built to share each step along a line among threads. Even where it may have only one,
// OpenMP's library makes a team for each step, some twenty thousand a photo, and asks the kernel to
// wake its other members. These are the functions GCC has that done by: they do the work where they are
// called, as a team of one would. They come before the library's, as pixWriteMem does, so the program
// must not be linked with libgomp.a. Other compilers have other functions: there nothing is lost but time.
namespace {
thread_local unsigned sections, next; // of the construct that is being run; sections count from 1
}

extern "C" {

void GOMP_parallel(void (*work)(void *), void *data, unsigned, unsigned) { work(data); }

unsigned GOMP_sections_next() { return next <= sections ? next++ : 0; }

unsigned GOMP_sections_start(unsigned count) {
  sections = count;
  next = 1;
  return GOMP_sections_next();
}

void GOMP_sections_end() {}

void GOMP_sections_end_nowait() {}

void GOMP_parallel_sections(void (*work)(void *), void *data, unsigned, unsigned count, unsigned) {
  const unsigned outer_sections = sections, outer_next = next;
  sections = count;
  next = 1;
  work(data);
  sections = outer_sections;
  next = outer_next;
}
}
