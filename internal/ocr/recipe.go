package ocr

import (
	"image"
	"regexp"
	"strings"
)

// The bounds of a recipe. Beyond them Tesseract crashes, or the reading is no reading.
const (
	MaxSide   = 32_000      // pixels; Tesseract stops at 32,767
	MaxPixels = 64_000_000  // of the region that is read, which may be a photo laid out larger than it is
	MaxImage  = 160_000_000 // pixels of an image as sent, of which a region or a smaller copy is read
	maxSkew   = 45          // degrees; more is a rotation
	maxScale  = 8           // and one over its square, the other way
	maxLangs  = 6           // each costs a model and a second reading of the doubtful words
)

var languageName = regexp.MustCompile(`^(script/)?[A-Za-z0-9_]{2,40}$`)

// Check says what is wrong with the recipe as a request, or with the image it is for, as an *Error.
func (r Recipe) Check(img *image.Gray) error {
	if img == nil || img.Rect.Empty() {
		return errorf(TooLarge, "image has no pixels")
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	if img.Stride < w || len(img.Pix) < (h-1)*img.Stride+w {
		return errorf(BadRecipe, "image of %d x %d has %d bytes in lines of %d", w, h, len(img.Pix), img.Stride)
	}
	if err := r.check(w, h); err != nil {
		return err
	}
	return r.engine()
}

// engine refuses to ask the engine for what is done to a picture before the engine sees it.
func (r Recipe) engine() error {
	for _, f := range []struct {
		name  string
		asked bool
	}{
		{"skew", r.Skew != 0}, {"scale", r.Scale != 0}, {"invert", r.Invert}, {"sharpen", r.Sharpen},
		{"binarize", r.Binarize != ""}, {"flatten", r.Flatten},
	} {
		if f.asked {
			return errorf(BadRecipe, "recipe asks for %s, which the engine does not do: lay the picture flat first", f.name)
		}
	}
	return nil
}

// check holds the recipe, asked for or followed, to its bounds on an image of w by h.
func (r Recipe) check(w, h int) error {
	switch r.Rotation {
	case 0, 90, 180, 270:
	default:
		return errorf(BadRecipe, "rotation is %d degrees, only 0, 90, 180 and 270 are turned", r.Rotation)
	}
	switch r.Binarize {
	case "", "otsu", "sauvola":
	default:
		return errorf(BadRecipe, "binarize is %q, not otsu or sauvola", r.Binarize)
	}
	if !(r.Skew >= -maxSkew && r.Skew <= maxSkew) {
		return errorf(BadRecipe, "skew is %g degrees, limit is %d", r.Skew, maxSkew)
	}
	if !(r.Scale == 0 || r.Scale >= 1.0/maxScale/maxScale && r.Scale <= maxScale) {
		return errorf(BadRecipe, "scale is %g, limit is %d", r.Scale, maxScale)
	}
	if r.Mode < 0 || r.Mode > 13 || r.Mode == 2 {
		return errorf(BadRecipe, "page mode is %d, Tesseract has 1 and 3 to 13", r.Mode)
	}
	if b := r.Region; b != nil {
		if b.X < 0 || b.Y < 0 || b.W < 1 || b.H < 1 || b.W > w-b.X || b.H > h-b.Y {
			return errorf(BadRecipe, "region %v is not inside the image of %d x %d", *b, w, h)
		}
		w, h = b.W, b.H
	}
	if side := max(w, h); side > MaxSide {
		return tooLarge("image side would be read at %d pixels, limit is %d", side, MaxSide)
	}
	if area := w * h; area > MaxPixels {
		return tooLarge("image would be read at %.0f megapixels, limit is %d", float64(area)/1e6, MaxPixels/1_000_000)
	}
	_, err := Languages(r.Lang)
	return err
}

// Languages splits Tesseract's name of a set of languages, "eng+kor", into its parts; "" is English.
// A name that could not be a language is an *Error, whether or not one is installed.
func Languages(lang string) ([]string, error) {
	if lang == "" {
		return []string{"eng"}, nil
	}
	parts := strings.Split(lang, "+")
	if len(parts) > maxLangs {
		return nil, errorf(BadRecipe, "%d languages asked for, limit is %d", len(parts), maxLangs)
	}
	for _, p := range parts {
		if !languageName.MatchString(p) {
			return nil, errorf(BadRecipe, "%q is not the name of a language; they look like eng or eng+kor", p)
		}
	}
	return parts, nil
}
