//go:build cgo

package tesseract

import (
	"context"
	"errors"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"exoscan/internal/ocr"
)

func pool(t testing.TB, o ocr.Options) *ocr.Pool {
	t.Helper()
	if _, err := ocr.FindData(o.DataPath); err != nil {
		t.Skip("no language data for Tesseract: " + ocr.InstallLanguage("eng"))
	}
	o.Command = []string{os.Args[0], "test-worker"}
	p, err := ocr.NewPool(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

// A worker, hardened and in another process, reads what the engine reads in this one.
func TestWorkerReadsAsTheEngine(t *testing.T) {
	s := typeset(t, 28, label...)
	e := open(t, ocr.Setup{})
	p := pool(t, ocr.Options{})
	for _, r := range []ocr.Recipe{{}, {Background: true}, {Mode: 6, Rotation: 180}} {
		want, got := read(t, e, s.img, r), read(t, p, s.img, r)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v (-engine +worker):\n%s", r, diff)
		}
	}
}

func TestWorkerSaysWhatItIs(t *testing.T) {
	about, hardening, err := pool(t, ocr.Options{}).About(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(about.Tesseract, "5.") && !strings.HasPrefix(about.Tesseract, "4.") || !strings.HasPrefix(about.Leptonica, "1.") {
		t.Errorf("versions are %q and %q", about.Tesseract, about.Leptonica)
	}
	if !slices.Contains(about.Data.Languages, "eng") || !filepath.IsAbs(about.Data.Path) {
		t.Errorf("data is %+v", about.Data)
	}
	if len(hardening) == 0 {
		t.Error("no measures")
	}
}

// Languages are loaded when they are asked for, also where the models are links out of a folder to
// which the worker is confined.
func TestConfinedWorkerLoadsLanguages(t *testing.T) {
	data, err := ocr.FindData("")
	if err != nil || !slices.Contains(data.Languages, "kor") {
		t.Skip("Korean is not installed: " + ocr.InstallLanguage("kor"))
	}
	folder := t.TempDir()
	for _, l := range []string{"eng", "kor"} {
		if err := os.Symlink(filepath.Join(data.Path, l+".traineddata"), filepath.Join(folder, l+".traineddata")); err != nil {
			t.Fatal(err)
		}
	}
	p := pool(t, ocr.Options{DataPath: folder})
	s := typeset(t, 28, label...)
	for _, lang := range []string{"eng", "kor+eng", "eng"} {
		if page := read(t, p, s.img, ocr.Recipe{Lang: lang}); !strings.Contains(text(page), "Glycerin") || page.Lang != lang {
			t.Errorf("%s: read %q in %q", lang, text(page), page.Lang)
		}
	}
	_, err = p.Read(context.Background(), s.img, ocr.Recipe{Lang: "tlh"})
	var e *ocr.Error
	if !errors.As(err, &e) || e.Kind != ocr.MissingLanguage {
		t.Errorf("Klingon: %v", err)
	}
}

// Memory that is refused to C code is told from a crash, and the next image is read.
func TestMemoryLimit(t *testing.T) {
	// A thread takes 8 MB of address space for its stack, and a busy machine has more of them.
	p := pool(t, ocr.Options{MemoryLimit: 128 << 20})
	if _, hardening, err := p.About(context.Background()); err != nil || !hardening[0].Active {
		t.Skipf("memory is not limited here: %v %v", hardening, err)
	}
	s := typeset(t, 28, label...)
	large := image.NewGray(image.Rect(0, 0, 8000, 6000))
	for i := range large.Pix {
		large.Pix[i] = byte(i * i >> 7)
	}
	for range 2 {
		_, err := p.Read(context.Background(), large, ocr.Recipe{})
		var e *ocr.Error
		if !errors.As(err, &e) || e.Kind != ocr.OutOfMemory {
			t.Errorf("error is %v", err)
		}
		if page := read(t, p, s.img, ocr.Recipe{}); len(page.Words) == 0 {
			t.Error("the next image was not read")
		}
	}
}
