package scan

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"exoscan/dictionary"
	"exoscan/internal/journal"
	"exoscan/internal/ocr"
)

// readerFunc stands in for Tesseract, to fail in the ways Tesseract does. The grey of the photo's
// first pixel tells photos apart.
type readerFunc func(ctx context.Context, grey int) (*ocr.Page, error)

func (f readerFunc) Read(ctx context.Context, img *image.Gray, _ ocr.Recipe) (*ocr.Page, error) {
	return f(ctx, int(img.GrayAt(0, 0).Y))
}

func (readerFunc) Close() error { return nil }

// page is a page of one line of words.
func page(text string) *ocr.Page {
	p := &ocr.Page{V: ocr.PageVersion, Width: 1000, Height: 100, Lang: "eng"}
	x := 10
	for _, w := range strings.Fields(text) {
		p.Words = append(p.Words, ocr.Word{Text: w, Box: ocr.Box{X: x, Y: 10, W: 8 * len(w), H: 20}, Confidence: 90, Block: 1, Paragraph: 1, Line: 1})
		x += 8*len(w) + 8
	}
	return p
}

// picture is a PNG of one grey.
func picture(t *testing.T, grey int) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 1000, 100))
	for i := range img.Pix {
		img.Pix[i] = byte(grey)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// outcomes is one word for each result: its verdict, or the code of its error.
func outcomes(t *testing.T, s *Scanner, in Inputs) ([]string, error) {
	t.Helper()
	var got []string
	err := s.All(context.Background(), in.List(context.Background(), &Passed{}), 2, func(a Answer) error {
		r := a.Result
		switch {
		case r.Error != nil && r.Verdict != nil:
			t.Errorf("%s has both a verdict and an error", r.Source)
		case r.Error != nil:
			got = append(got, r.Source+" "+r.Kind+" "+r.Error.Code)
		default:
			got = append(got, r.Source+" "+r.Kind+" "+string(*r.Verdict))
		}
		return nil
	})
	return got, err
}

func files(t *testing.T, content map[string][]byte) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, data := range content {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

const exosomeList = "Ingredients: Aqua, Glycerin, Milk Exosomes, Phenoxyethanol"

// TestContentDecides scans files whose names lie.
func TestContentDecides(t *testing.T) {
	photo := picture(t, 200)
	files(t, map[string][]byte{
		"a.jpg": photo, "b.txt": []byte(exosomeList), "c.txt": photo, "d.jpg": []byte(exosomeList), "e": []byte(exosomeList), "f": photo,
		"g.png": photo[:len(photo)/2], "h.jpg": {}, "i.txt": {}, "j.svg": []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"),
		"k.jpg": []byte("<!DOCTYPE html><p>Aqua"), "l.bin": []byte("\x7fELF\x02\x01\x01\x00\x00"), "m.jpg": []byte("b.jpg\nc.jpg\n"), "n.txt": []byte("Ingr\xe9dients: Aqua"),
	})
	s := New(Options{Dictionary: dictionary.Default(), Reader: readerFunc(func(context.Context, int) (*ocr.Page, error) { return page(exosomeList), nil })})
	var names []string
	for c := 'a'; c <= 'n'; c++ {
		for _, ext := range []string{"", ".jpg", ".txt", ".png", ".svg", ".bin"} {
			if _, err := os.Stat(string(c) + ext); err == nil {
				names = append(names, string(c)+ext)
			}
		}
	}
	got, err := outcomes(t, s, Inputs{Paths: names})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"a.jpg photo animal-derived", "b.txt text animal-derived", "c.txt photo animal-derived", "d.jpg photo not-an-image", "e text animal-derived",
		"f photo animal-derived", "g.png photo truncated", "h.jpg photo empty-file", "i.txt text empty-file", "j.svg photo not-an-image",
		"k.jpg photo not-an-image", "l.bin text not-text", "m.jpg photo not-an-image", "n.txt text not-utf8",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestOneBadPhoto reads a photo that kills the worker, one that makes exoscan itself panic and one
// that never ends among good ones: each costs its own result only.
func TestOneBadPhoto(t *testing.T) {
	files(t, map[string][]byte{"1.png": picture(t, 1), "2.png": picture(t, 2), "3.png": picture(t, 3), "4.png": picture(t, 4), "5.png": picture(t, 5)})
	synctest.Test(t, func(t *testing.T) {
		reader := readerFunc(func(ctx context.Context, grey int) (*ocr.Page, error) {
			switch grey {
			case 1:
				time.Sleep(time.Second)
			case 2:
				return nil, &ocr.Error{Kind: ocr.Crashed, Text: "the worker died"}
			case 3:
				panic("index out of range")
			case 4:
				time.Sleep(time.Hour) // deaf to ctx, as a decoder that goes round in circles is
			}
			return page(exosomeList), nil
		})
		s := New(Options{Dictionary: dictionary.Default(), Reader: reader, Timeout: time.Minute})
		begin := time.Now()
		got, err := outcomes(t, s, Inputs{Paths: []string{"1.png", "2.png", "3.png", "4.png", "5.png"}})
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"1.png photo animal-derived", "2.png photo crashed", "3.png photo crashed", "4.png photo timed-out", "5.png photo animal-derived"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
		if took := time.Since(begin); took > time.Minute+2*grace {
			t.Errorf("it took %s with a deadline of one minute", took)
		}
		time.Sleep(time.Hour) // synctest wants every goroutine to end
	})
}

// TestDeathIsNotKept lets workers die in one run and live in the next: the journal does not hold it against the photo.
// A photo that is no photo is one for good.
func TestDeathIsNotKept(t *testing.T) {
	files(t, map[string][]byte{"1.png": picture(t, 1), "2.png": picture(t, 2), "3.png": []byte("Aqua")})
	var readings atomic.Int64
	for run, want := range [][]string{
		{"1.png photo animal-derived", "2.png photo crashed", "3.png photo not-an-image"},
		{"1.png photo animal-derived", "2.png photo animal-derived", "3.png photo not-an-image"},
		{"1.png photo animal-derived", "2.png photo animal-derived", "3.png photo not-an-image"},
	} {
		j, _, err := journal.Open("j")
		if err != nil {
			t.Fatal(err)
		}
		s := New(Options{Dictionary: dictionary.Default(), Journal: j, Reader: readerFunc(func(_ context.Context, grey int) (*ocr.Page, error) {
			readings.Add(1)
			if run == 0 && grey == 2 {
				return nil, &ocr.Error{Kind: ocr.Crashed, Text: "the worker crashed: killed"}
			}
			return page(exosomeList), nil
		})})
		got, err := outcomes(t, s, Inputs{Paths: []string{"1.png", "2.png", "3.png"}})
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("run %d: %v, -want +got:\n%s", run, err, diff)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if n := readings.Load(); n != 3 {
		t.Errorf("it took %d readings, one of which failed", n)
	}
}

// TestDeadlineReachesTheReader gives the reader a context that ends with --timeout.
func TestDeadlineReachesTheReader(t *testing.T) {
	files(t, map[string][]byte{"1.png": picture(t, 1)})
	synctest.Test(t, func(t *testing.T) {
		reader := readerFunc(func(ctx context.Context, _ int) (*ocr.Page, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		})
		s := New(Options{Dictionary: dictionary.Default(), Reader: reader, Timeout: time.Minute})
		got, err := outcomes(t, s, Inputs{Paths: []string{"1.png"}})
		if diff := cmp.Diff([]string{"1.png photo timed-out"}, got); diff != "" || err != nil {
			t.Errorf("%v -want +got:\n%s", err, diff)
		}
	})
}

// TestNoEngine stops at the first photo, since the next would fail in the same way; texts before it
// have their results.
func TestNoEngine(t *testing.T) {
	files(t, map[string][]byte{"a.txt": []byte(exosomeList), "b.png": picture(t, 1), "c.png": picture(t, 2)})
	s := New(Options{Dictionary: dictionary.Default(), Reader: readerFunc(func(context.Context, int) (*ocr.Page, error) {
		return nil, &ocr.Error{Kind: ocr.NoEngine, Text: "Tesseract is not installed", Hint: "apt-get install tesseract-ocr"}
	})})
	got, err := outcomes(t, s, Inputs{Paths: []string{"a.txt", "b.png", "c.png"}})
	if diff := cmp.Diff([]string{"a.txt text animal-derived"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if own := (*Error)(nil); !errors.As(err, &own) || own.Code != "no-engine" || !strings.Contains(err.Error(), "apt-get install") {
		t.Errorf("the error is %v", err)
	}
}

// TestRecordedPage replays a page and gets what the photo gave, boxes and all.
func TestRecordedPage(t *testing.T) {
	recorded, err := json.Marshal(page(exosomeList))
	if err != nil {
		t.Fatal(err)
	}
	files(t, map[string][]byte{"a.png": picture(t, 1), "a.json": recorded, "bad.json": []byte(`{"v":1}{`)})
	s := New(Options{Dictionary: dictionary.Default(), Reader: readerFunc(func(context.Context, int) (*ocr.Page, error) { return page(exosomeList), nil })})
	photo := s.Explain(context.Background(), Input{Source: "a", Path: "a.png"}).Result
	replayed := s.Explain(context.Background(), Input{Source: "a", Path: "a.json", page: true}).Result
	if diff := cmp.Diff(photo, replayed); diff != "" {
		t.Errorf("-photo +page:\n%s", diff)
	}
	if photo.Ingredients[2].Box == nil {
		t.Errorf("an ingredient of a photo has no box: %+v", photo.Ingredients)
	}
	if bad := s.Explain(context.Background(), Input{Source: "bad", Path: "bad.json", page: true}).Result; bad.Error == nil || bad.Error.Code != "bad-page" {
		t.Errorf("a bad page gives %+v", bad.Error)
	}
}

// TestSlicesAreNeverNull holds every kind of result to the JSON contract.
func TestSlicesAreNeverNull(t *testing.T) {
	files(t, map[string][]byte{"a.txt": []byte("Aqua"), "b.txt": {}, "c.png": picture(t, 1)})
	s := New(Options{Dictionary: dictionary.Default(), Reader: readerFunc(func(context.Context, int) (*ocr.Page, error) { return page(""), nil })})
	err := s.All(context.Background(), Inputs{Paths: []string{"a.txt", "b.txt", "c.png"}}.List(context.Background(), &Passed{}), 1, func(a Answer) error {
		data, err := json.Marshal(a.Result)
		for _, field := range []string{"origins", "findings", "related", "claims", "ingredients", "warnings"} {
			if bytes.Contains(data, []byte(`"`+field+`":null`)) {
				t.Errorf("%s: %s is null", a.Result.Source, field)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestNamedPipe reads what a shell's <(command) hands over, and does not wait for a pipe nobody
// writes to.
func TestNamedPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Skipf("no pipes: %v", err)
	}
	defer r.Close()
	go func() {
		time.Sleep(50 * time.Millisecond)
		_, _ = w.WriteString(exosomeList)
		w.Close()
	}()
	path := fmt.Sprintf("/dev/fd/%d", r.Fd())
	if _, err := os.Stat(path); err != nil {
		t.Skip("there is no /dev/fd")
	}
	s := New(Options{Dictionary: dictionary.Default(), Timeout: 10 * time.Second})
	got, err := outcomes(t, s, Inputs{Paths: []string{path}})
	if diff := cmp.Diff([]string{path + " text animal-derived"}, got); diff != "" || err != nil {
		t.Errorf("%v -want +got:\n%s", err, diff)
	}
}
