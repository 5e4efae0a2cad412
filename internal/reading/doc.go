// Package reading turns a photo into the best reading of its ingredient list that can be had for a
// fair price.
//
// It promises that an easy photo costs one reading and a hard one no more than the ladder and its
// budget allow; that which reading is kept is decided by one referee, the dictionary with Tesseract's
// confidence; that pieces joined from several readings keep the places they were read at, so that the
// page replays without the photo; that every decision and its cost is in the Trace; and that a photo
// that could not be read comes with measured reasons.
//
// It refuses to invent: a word of the page was read in that place by some reading, letter for letter.
// It refuses to judge: what the list says of exosomes is for package origin.
package reading
