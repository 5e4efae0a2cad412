// Command exoscan reads a cosmetic label and says where its exosomes come from: human, plant,
// animal or microbial, with the words on the label that prove it.
//
//	exoscan scan [flags] [PATH...]   photos, text files, folders, - for stdin; no PATH and a pipe means -
//	exoscan explain PATH|CODE        every stage for one input, or what a code means
//	exoscan words PHOTO              the words of a photo as JSON; scan --words reads that again
//	exoscan report RESULTS...        saved results in another form: text, JSON, CSV, HTML, JUnit
//	exoscan merge FILE...            the results of all shards, joined into the order of the folder
//	exoscan dict find|check|list     look terms up, check a dictionary of your own
//	exoscan config                   every setting and where it comes from
//	exoscan doctor                   what exoscan works with, what is missing, how to get it
//	exoscan version                  which exoscan this is
//	exoscan completion SHELL         completion for bash, zsh, fish or PowerShell
//
// Results go to stdout and nothing else does. Everything else goes to stderr: errors as
// "exoscan: what", with "exoscan: hint: what to do" under them where there is something to do.
//
// # Exit codes
//
//	0    everything was read, and nothing matched --fail-on
//	1    something matched --fail-on
//	2    exoscan could not run: usage, a faulty dictionary, no Tesseract for a photo, a full disk
//	3    an input could not be read; the results of the others are printed all the same
//	130  interrupted; what was finished is printed
//
// 1 wins over 3. --allow-unreadable turns 3 into 0.
//
// # Interruption
//
// The first ctrl-C (or SIGTERM) lets the inputs in work finish, within --timeout; the second ends
// exoscan at once. With --resume, what was finished is in the journal beside --output, and the same
// command goes on from there, also after a crash or a full disk.
//
// # Limitations
//
// exoscan judges what a label says, not what the bottle holds. Human and plant are never guessed:
// tissue words, stem cells and brand names alone leave the origin unspecified. It gives no legal advice.
package main
