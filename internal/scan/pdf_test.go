package scan

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"exoscan/dictionary"
	"exoscan/internal/ocr"
	"exoscan/internal/photo/phototest"
)

// line is what draws a line of text on a page of a PDF.
func line(text string) string { return fmt.Sprintf("BT /F 12 Tf 20 50 Td (%s) Tj ET", text) }

// document is a PDF of pages drawn so.
func document(pages ...string) []byte {
	return phototest.Pages(600, 100, phototest.Helvetica, pages...)
}

// TestPDF takes the text of a PDF where it holds a list, and else what its pages show, joined.
func TestPDF(t *testing.T) {
	if testing.Short() {
		t.Skip("compiling pdfium takes seconds")
	}
	files(t, map[string][]byte{
		"text.pdf":  document(line("A front page"), line(exosomeList)),
		"drawn.pdf": document("", "0.5 g 0 0 600 100 re f", ""), // the reader below sees a list on what is grey
		"bad.pdf":   document(line("x"))[:300],
	})
	readings := 0
	s := New(Options{Dictionary: dictionary.Default(), Reader: readerFunc(func(_ context.Context, grey int) (*ocr.Page, error) {
		if readings++; grey < 200 {
			return page(exosomeList), nil
		}
		return page("hello"), nil
	})})
	got, err := outcomes(t, s, Inputs{Paths: []string{"text.pdf"}})
	if diff := cmp.Diff([]string{"text.pdf text animal-derived"}, got); diff != "" || err != nil || readings != 0 {
		t.Errorf("%v, %d readings, -want +got:\n%s", err, readings, diff)
	}
	r := s.Explain(context.Background(), Input{Source: "drawn.pdf", Path: "drawn.pdf"}).Result
	if r.Kind != "photo" || r.Verdict == nil || *r.Verdict != "animal-derived" || len(r.Ingredients) != 4 || len(r.Warnings) != 0 || r.Findings[0].Photo != "drawn.pdf#page=2" {
		t.Errorf("got %+v", r)
	}
	in := Input{Source: "drawn.pdf", Path: "drawn.pdf"}
	if img, err := in.Photo("drawn.pdf#page=3").Picture(); err != nil || img == nil || img.Width != 2500 {
		t.Errorf("the picture of a page is %v, %v", img, err)
	}
	if r := s.Explain(context.Background(), Input{Source: "bad.pdf", Path: "bad.pdf"}).Result; r.Error == nil {
		t.Errorf("a document cut short gives %+v", r)
	}
}
