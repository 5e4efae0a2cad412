//go:build cgo

package tesseract

import (
	"context"
	"image"
	"math"
	"testing"

	"exoscan/internal/ocr"
)

func survey(t *testing.T, e ocr.Reader, img *image.Gray, r ocr.Recipe) *ocr.Survey {
	t.Helper()
	s, err := e.Survey(context.Background(), img, r)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// page is a label with lines enough to find an angle by.
func page(t *testing.T, em float64) *sheet {
	return typeset(t, em, append(append(append([]string{}, label...), label...), label...)...)
}

func TestSurveyFindsTheAngle(t *testing.T) {
	e := open(t, ocr.Setup{})
	s := page(t, 26)
	for _, degrees := range []float64{-19, -7.5, -1.2, 0, 0.4, 3, 12, 18.5} {
		got := survey(t, e, s.move(degrees, 1).img, ocr.Recipe{})
		if math.Abs(got.Skew-degrees) > 0.3 || got.SkewConfidence < 3 || got.Sideways > 1 {
			t.Errorf("turned by %v: skew is %v, confidence %v, sideways %v", degrees, got.Skew, got.SkewConfidence, got.Sideways)
		}
	}
}

func TestSurveyFollowsTheRotation(t *testing.T) {
	e := open(t, ocr.Setup{})
	s := page(t, 26).move(-86, 1) // turned by 90 it is 4 off
	if got := survey(t, e, s.img, ocr.Recipe{}); got.Sideways <= 1 {
		t.Errorf("lines run up: sideways is %v", got.Sideways)
	}
	got := survey(t, e, s.img, ocr.Recipe{Rotation: 90})
	if math.Abs(got.Skew-4) > 0.3 || got.Sideways > 1 {
		t.Errorf("turned: skew is %v, sideways %v", got.Skew, got.Sideways)
	}
	for _, l := range got.Lines {
		if l.Box.H < l.Box.W {
			t.Errorf("box %v of a line is not as it is in the image that was sent", l.Box)
		}
	}
}

// The x-height of Go's font is 0.52 of its em. Large images are measured at half their size.
func TestSurveyMeasuresThePrint(t *testing.T) {
	e := open(t, ocr.Setup{})
	for _, em := range []float64{13, 26, 60, 110} {
		s := page(t, em)
		got := survey(t, e, s.img, ocr.Recipe{})
		if math.Abs(got.XHeight-0.52*em) > 0.06*em+1 {
			t.Errorf("%v pixels to the em: x-height is %v", em, got.XHeight)
		}
		if len(got.Lines) < 12 || len(got.Lines) > 16 || got.Letters < 300 {
			t.Errorf("%v pixels to the em: 12 lines of some 450 letters are %d of %d", em, len(got.Lines), got.Letters)
		}
		if !got.DarkOnLight || got.Polarity < 0.95 || got.Contrast < 0.9 || got.Glare != 0 {
			t.Errorf("%v pixels to the em: black on white is %+v", em, got)
		}
		all := ocr.Box{}
		for _, b := range s.boxes {
			all = all.Union(b)
		}
		found := ocr.Box{}
		for _, l := range got.Lines {
			found = found.Union(l.Box)
		}
		if far(all, found) > int(0.3*em)+2 {
			t.Errorf("%v pixels to the em: print at %v was found at %v", em, all, found)
		}
	}
}

func TestSurveyTellsLightPrint(t *testing.T) {
	e := open(t, ocr.Setup{})
	s := page(t, 26)
	got := survey(t, e, s.paint(func(x, y int, v float64) float64 { return 220 - v*0.7 }).img, ocr.Recipe{})
	if got.DarkOnLight || got.Polarity < 0.9 || math.Abs(got.Contrast-0.7) > 0.1 {
		t.Errorf("light print: dark is %v by %v, contrast %v", got.DarkOnLight, got.Polarity, got.Contrast)
	}
	if len(got.Lines) == 0 || !got.Lines[0].Light {
		t.Errorf("lines are %+v", got.Lines)
	}
	// Half of each: a dark panel below.
	h := s.img.Rect.Dy()
	mixed := s.paint(func(x, y int, v float64) float64 {
		if y > h/2 {
			return 255 - v
		}
		return v
	})
	if got := survey(t, e, mixed.img, ocr.Recipe{}); got.Polarity > 0.7 {
		t.Errorf("half light, half dark: polarity is %v", got.Polarity)
	}
}

func TestSurveyTellsBlurAndGlare(t *testing.T) {
	e := open(t, ocr.Setup{})
	s := page(t, 26)
	sharp := survey(t, e, s.img, ocr.Recipe{}).Sharpness
	once := survey(t, e, blur(s.img, 1), ocr.Recipe{}).Sharpness
	twice := survey(t, e, blur(s.img, 3), ocr.Recipe{}).Sharpness
	if !(sharp > 0.5 && once < 0.75*sharp && twice < 0.75*once) {
		t.Errorf("sharpness is %v, blurred %v, blurred more %v", sharp, once, twice)
	}
	w := float64(s.img.Rect.Dx())
	shining := s.paint(func(x, y int, v float64) float64 {
		if f := float64(x) / w; f > 0.8 { // a reflection over the right fifth
			return 255
		}
		return 0.75 * v
	})
	if got := survey(t, e, shining.img, ocr.Recipe{}); math.Abs(got.Glare-0.2) > 0.03 {
		t.Errorf("a fifth is burnt out: glare is %v", got.Glare)
	}
}

// blur is a box of that radius, twice.
func blur(src *image.Gray, radius int) *image.Gray {
	for range 2 {
		out := image.NewGray(src.Rect)
		w, h := src.Rect.Dx(), src.Rect.Dy()
		for y := range h {
			for x := range w {
				sum, n := 0, 0
				for j := max(y-radius, 0); j <= min(y+radius, h-1); j++ {
					for i := max(x-radius, 0); i <= min(x+radius, w-1); i++ {
						sum, n = sum+int(src.Pix[j*src.Stride+i]), n+1
					}
				}
				out.Pix[y*out.Stride+x] = uint8(sum / n)
			}
		}
		src = out
	}
	return src
}

func TestSurveyOfNothing(t *testing.T) {
	e := open(t, ocr.Setup{})
	got := survey(t, e, blank(300, 200), ocr.Recipe{})
	if got.Letters != 0 || got.XHeight != 0 || got.Lines == nil || len(got.Lines) != 0 {
		t.Errorf("an empty page is %+v", got)
	}
}
