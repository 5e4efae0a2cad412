// Package tesseract is the engine: one gosseract client, with Leptonica preparing what it reads. It
// is the only package with C in it and belongs in a worker process.
//
// It promises one recognition per reading, whatever is asked for, and boxes in pixels of the image
// it was given: cutting and turning leave behind how to go back. It refuses what is known to
// bring gosseract v2.4.1 down instead of trying it:
//
//   - An undecodable image after a good one crashes the process, so gosseract never decodes: it is
//     given Leptonica's own serialised form of an image that exists.
//   - An image wider or higher than 32,767 pixels, or a few pixels small, crashes it; so both are
//     answered before it is asked.
//   - SetPageSegMode is lost before the first reading; the variable tessedit_pageseg_mode is not.
//   - SetVariable swallows unknown names, so a test proves each variable by what it does.
//   - Init gives C a 512-byte array to print into: languages and their files are checked first, and
//     the data folder is the working directory, so that its path is always ".".
//   - Init redirects the process's stderr: readings never run side by side in one process.
//   - GetBoundingBoxes reads again what Text has read: one call makes the whole page.
//
// Some functions of Tesseract, Leptonica and OpenMP are replaced, since a program's come before those of the libraries
// it loads. What is read stays the same; each file says what its functions save:
//
//   - lines.cpp hands a line on without packing it as PNG;
//   - alone.cpp does the work of a team of threads in one;
//   - ambiguities.cpp leaves out what only the old engine asks for;
//   - network.cpp and lstm.cpp go through the layers of the network a row at a time, in releases whose objects
//     network.h describes, and leave all others to the library.
//
// Built without cgo the package still compiles, and Open says that Tesseract was left out.
package tesseract
