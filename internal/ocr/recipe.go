package ocr

import (
	"image"
	"math"
	"regexp"
	"strings"
)

// The bounds of a recipe. Beyond them Tesseract crashes, or the reading is no reading.
const (
	MaxSide   = 32_000      // pixels; Tesseract stops at 32,767
	MaxPixels = 64_000_000  // of the image as prepared: a 12-megapixel photo at twice its size, and room
	MaxImage  = 160_000_000 // pixels of an image as sent, of which a region or a smaller copy is read
	maxSkew   = 45          // degrees; more is a rotation
	maxScale  = 8           // x-height 4 px becomes 32; there is nothing to be read below that
	maxLangs  = 6           // each costs a model and a second reading of the doubtful words
)

var languageName = regexp.MustCompile(`^(script/)?[A-Za-z0-9_]{2,40}$`)

// Check says what is wrong with the recipe, or with the image it is for, as an *Error.
func (r Recipe) Check(img *image.Gray) error {
	if img == nil || img.Rect.Empty() {
		return errorf(TooLarge, "image has no pixels")
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	if img.Stride < w || len(img.Pix) < (h-1)*img.Stride+w {
		return errorf(BadRecipe, "image of %d x %d has %d bytes in lines of %d", w, h, len(img.Pix), img.Stride)
	}
	return r.check(w, h)
}

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
	s := r.Scale
	if s == 0 {
		s = 1
	}
	// Levelling makes room for the corners.
	sin, cos := math.Sincos(math.Abs(r.Skew) * math.Pi / 180)
	fw, fh := s*(cos*float64(w)+sin*float64(h)), s*(cos*float64(h)+sin*float64(w))
	side, area := max(fw, fh), fw*fh
	if side > MaxSide {
		return errorf(TooLarge, "image side would be read at %.0f pixels, limit is %d", side, MaxSide)
	}
	if area > MaxPixels {
		return errorf(TooLarge, "image would be read at %.0f megapixels, limit is %d", area/1e6, MaxPixels/1_000_000)
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
