//go:build cgo

package tesseract

import (
	"context"
	"errors"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"exoscan/internal/ocr"
)

// open gives an engine for one test. Tests do not run side by side: the engine owns the process.
func open(t testing.TB, s ocr.Setup) ocr.Reader {
	t.Helper()
	if _, err := ocr.FindData(s.DataPath); err != nil {
		t.Skip("no language data for Tesseract: " + ocr.InstallLanguage("eng"))
	}
	t.Chdir(".") // so that the working directory is put back
	e, _, err := Open(s)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

func read(t testing.TB, e ocr.Reader, img *image.Gray, r ocr.Recipe) *ocr.Page {
	t.Helper()
	p, err := e.Read(context.Background(), img, r)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func text(p *ocr.Page) string {
	var words []string
	for _, w := range p.Words {
		words = append(words, w.Text)
	}
	return strings.Join(words, " ")
}

// Every recipe must put each word's box where the word was printed.
func TestBoxesComeBackWhereTheWordsAre(t *testing.T) {
	e := open(t, ocr.Setup{})
	plain := typeset(t, 32, label...)
	w, h := plain.img.Rect.Dx(), plain.img.Rect.Dy()
	shade := func(x, y int, v float64) float64 { return v * (0.35 + 0.65*float64(x)/float64(w)) }
	tests := []struct {
		name   string
		sheet  *sheet
		recipe ocr.Recipe
	}{
		{"plain", plain, ocr.Recipe{}},
		{"quarter", plain.move(-90, 1), ocr.Recipe{Rotation: 90}},
		{"half", plain.move(180, 1), ocr.Recipe{Rotation: 180}},
		{"three quarters", plain.move(90, 1), ocr.Recipe{Rotation: 270}},
		{"region", plain, ocr.Recipe{Region: &ocr.Box{X: 20, Y: 30, W: w - 25, H: h - 33}}},
		{"shade", plain.paint(shade), ocr.Recipe{Background: true}},
		{"one block", plain, ocr.Recipe{Mode: 6}},
		{"region, quarter and shade", plain.paint(shade).move(90, 1), ocr.Recipe{Region: &ocr.Box{X: 11, Y: 13, W: h - 20, H: w - 30}, Rotation: 270, Background: true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := read(t, e, tt.sheet.img, tt.recipe)
			if p.Width != tt.sheet.img.Rect.Dx() || p.Height != tt.sheet.img.Rect.Dy() {
				t.Errorf("page is %d x %d", p.Width, p.Height)
			}
			wrong := 0
			for i, want := range tt.sheet.words {
				got, ok := nearest(p, tt.sheet.boxes[i])
				switch {
				case !ok || got.Text != want:
					wrong++
					t.Logf("%q was read as %q", want, got.Text)
				case far(got.Box, tt.sheet.boxes[i]) > 4:
					t.Errorf("%q is at %v, was printed at %v", want, got.Box, tt.sheet.boxes[i])
				}
			}
			// Which words Tesseract reads differs a little from processor to processor.
			if wrong > 2 || len(p.Words) > len(tt.sheet.words)+2 {
				t.Errorf("%d of %d words wrong: %s", wrong, len(tt.sheet.words), text(p))
			}
		})
	}
}

// nearest is the word whose box lies best over b.
func nearest(p *ocr.Page, b ocr.Box) (ocr.Word, bool) {
	best, found := ocr.Word{}, false
	for _, w := range p.Words {
		if !found || far(w.Box, b) < far(best.Box, b) {
			best, found = w, true
		}
	}
	return best, found
}

// far is the largest distance between sides of two boxes, in pixels.
func far(a, b ocr.Box) int {
	abs := func(x int) int { return max(x, -x) }
	return max(abs(a.X-b.X), abs(a.Y-b.Y), abs(a.X+a.W-b.X-b.W), abs(a.Y+a.H-b.Y-b.H))
}

// The trap: SetPageSegMode before the first reading is lost. Two columns, read as one block, give
// lines across both; read as a page they do not.
func TestPageModeHoldsFromTheFirstReading(t *testing.T) {
	gap := strings.Repeat(" ", 24)
	var lines []string
	for i, left := range []string{
		"Aqua Glycerin Parfum Citral", "Panthenol Niacinamide Aloe", "Butylene Glycol Linalool", "Carbomer Limonene Citral",
		"Tocopherol Squalane Citric", "Xanthan Gum Caprylyl Gly", "Sodium Hyaluronate Aloe", "Phenoxyethanol Benzoate",
	} {
		right := []string{"warmth below room store", "Keep away from children", "Avoid contact with eyes", "Made for evening care",
			"Shake before each use", "Rinse with clear water", "Close well after opening", "Tested by skin doctors"}[i]
		lines = append(lines, left+gap+right)
	}
	s := typeset(t, 28, lines...)
	across := func(p *ocr.Page) bool {
		key := map[string][3]int{}
		for _, w := range p.Words {
			key[w.Text] = [3]int{w.Block, w.Paragraph, w.Line}
		}
		return key["Aqua"] == key["warmth"]
	}
	if e := open(t, ocr.Setup{}); !across(read(t, e, s.img, ocr.Recipe{Mode: 6})) {
		t.Error("page mode 6 was lost on the first reading")
	}
	e := open(t, ocr.Setup{})
	if p := read(t, e, s.img, ocr.Recipe{Mode: 6}); !across(p) {
		t.Errorf("page mode 6 split the lines: %s", text(p))
	}
	if p := read(t, e, s.img, ocr.Recipe{Mode: 3}); across(p) {
		t.Errorf("page mode 3 still reads as 6 did: %s", text(p))
	}
}

// The trap: what gosseract cannot decode after a good image crashes the process.
func TestBadImageAfterAGoodOne(t *testing.T) {
	e := open(t, ocr.Setup{})
	good := typeset(t, 28, label...)
	want := text(read(t, e, good.img, ocr.Recipe{}))
	for name, img := range map[string]*image.Gray{
		"nil":       nil,
		"empty":     {},
		"truncated": {Pix: make([]byte, 99), Stride: 100, Rect: image.Rect(0, 0, 100, 100)},
		"too wide":  {Pix: make([]byte, 70_000), Stride: 35_000, Rect: image.Rect(0, 0, 35_000, 2)},
	} {
		if _, err := e.Read(context.Background(), img, ocr.Recipe{}); !isError(err) {
			t.Errorf("%s: error is %v", name, err)
		}
		if got := text(read(t, e, good.img, ocr.Recipe{})); got != want {
			t.Errorf("after %s: read %q, before it %q", name, got, want)
		}
	}
}

func isError(err error) bool {
	var e *ocr.Error
	return errors.As(err, &e)
}

// The trap: images of extreme shape crash Tesseract. These are all within the limits.
func TestExtremeShapes(t *testing.T) {
	if testing.Short() {
		t.Skip("reading some 80 strips takes five seconds")
	}
	e := open(t, ocr.Setup{})
	for _, size := range [][2]int{{1, 1}, {1, 500}, {500, 1}, {3, 3}, {8, 8}, {12, 12}, {32_000, 11}, {11, 32_000}, {2000, 12}, {12, 2000}, {6000, 40}, {40, 3000}} {
		for _, r := range []ocr.Recipe{{}, {Rotation: 90}, {Background: true}, {Mode: 7}} {
			img := image.NewGray(image.Rect(0, 0, size[0], size[1]))
			for i := range img.Pix {
				img.Pix[i] = byte(i * i >> 3)
			}
			if _, err := e.Read(context.Background(), img, r); err != nil && !isError(err) {
				t.Errorf("%v %+v: %v", size, r, err)
			}
		}
	}
}

// The trap: Init prints into 512 bytes. A path longer than that must still work.
func TestLongDataPath(t *testing.T) {
	data, err := ocr.FindData("")
	if err != nil {
		t.Skip(err)
	}
	long := t.TempDir()
	for len(long) < 1500 {
		long = filepath.Join(long, strings.Repeat("long", 40))
	}
	if err := os.MkdirAll(long, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(data.Path, "eng.traineddata"), filepath.Join(long, "eng.traineddata")); err != nil {
		t.Fatal(err)
	}
	// What looks like a model and is none makes Init print.
	if err := os.WriteFile(filepath.Join(long, "xyz.traineddata"), make([]byte, 5000), 0o644); err != nil {
		t.Fatal(err)
	}
	e := open(t, ocr.Setup{DataPath: long})
	s := typeset(t, 28, label...)
	want := text(read(t, e, s.img, ocr.Recipe{}))
	if !strings.Contains(want, "Niacinamide") {
		t.Errorf("read %q", want)
	}
	_, err = e.Read(context.Background(), s.img, ocr.Recipe{Lang: "xyz"})
	var oe *ocr.Error
	if !errors.As(err, &oe) || oe.Kind != ocr.NoEngine || oe.Hint == "" {
		t.Errorf("a model of zeros: %v", err)
	}
	if got := text(read(t, e, s.img, ocr.Recipe{})); got != want {
		t.Errorf("after a broken model read %q", got)
	}
}

func TestMissingLanguage(t *testing.T) {
	e := open(t, ocr.Setup{})
	_, err := e.Read(context.Background(), typeset(t, 28, "Aqua").img, ocr.Recipe{Lang: "eng+tlh"})
	var oe *ocr.Error
	if !errors.As(err, &oe) || oe.Kind != ocr.MissingLanguage || !strings.Contains(oe.Text, `"tlh"`) || !strings.Contains(oe.Hint, "install") {
		t.Errorf("error is %v, hint %q", err, oe.Hint)
	}
	if _, _, err := Open(ocr.Setup{DataPath: t.TempDir()}); !errors.As(err, &oe) || oe.Kind != ocr.MissingLanguage {
		t.Errorf("an empty folder of data: %v", err)
	}
}

// Going to and fro between languages keeps few models and reads the same.
func TestLanguagesComeAndGo(t *testing.T) {
	e := open(t, ocr.Setup{})
	s := typeset(t, 28, label...)
	data, _ := ocr.FindData("")
	want := text(read(t, e, s.img, ocr.Recipe{}))
	for _, lang := range data.Languages[:min(4, len(data.Languages))] {
		read(t, e, s.img, ocr.Recipe{Lang: lang})
		if got := text(read(t, e, s.img, ocr.Recipe{Lang: "eng"})); got != want {
			t.Errorf("after %s read %q", lang, got)
		}
	}
	if n := len(e.(*Engine).clients); n > maxClients {
		t.Errorf("%d sets of languages are loaded", n)
	}
}
