package main

import (
	"errors"

	"github.com/spf13/pflag"
)

// addProducts adds the flags for products of which there are several photos.
func (f *scanFlags) addProducts(flags *pflag.FlagSet) {
	flags.BoolVar(&f.together, "together", false, "all photos are of one product: join them where they overlap, into one result")
	flags.BoolVar(&f.perFolder, "per-folder", false, "the photos in each folder are of one product, which is named after the folder")
}

// checkProducts checks what goes with these flags; stdins is how often standard input is named.
func (f *scanFlags) checkProducts(stdins int) error {
	name := ""
	switch {
	case f.together && f.perFolder:
		return errors.New("--together is for one product and --per-folder for many: they do not go together")
	case f.together:
		name = "--together"
	case f.perFolder:
		name = "--per-folder"
	default:
		return nil
	}
	switch {
	case f.lines:
		return errors.New("--lines is for texts and " + name + " for photos: they do not go together")
	case stdins > 0:
		return hinted(errors.New(name+" joins files, and standard input is none"), "name the photos: exoscan scan --together front.jpg back.jpg")
	case f.together && f.shard != "":
		return errors.New("--together makes one result, which --shard cannot split")
	case f.annotate != "":
		return errors.New("--annotate writes one photo for each result: it does not go with " + name)
	}
	return nil
}
