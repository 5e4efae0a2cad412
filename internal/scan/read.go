package scan

import (
	"context"
	"errors"
	"strings"

	"exoscan/internal/cutoff"
	"exoscan/internal/label"
	"exoscan/internal/ocr"
	"exoscan/internal/photo"
	"exoscan/internal/photo/pdf"
)

func (s *Scanner) readText(steps *Steps, data []byte) error {
	name := "-"
	if steps.Input.Path != "" {
		name = SourceName(steps.Input.Path)
	}
	text, bad := decodeText(data, name)
	if bad != nil {
		return bad
	}
	return s.understand(steps, func() { steps.Label = label.FromText(text, s.Dictionary) })
}

// readPage takes a page that was read before.
func (s *Scanner) readPage(steps *Steps, data []byte) error {
	page, err := ocr.ParsePage(data)
	if err != nil {
		return err
	}
	steps.Page = page
	return s.understand(steps, func() { steps.Label = label.FromPage(page, s.Dictionary) })
}

func (s *Scanner) readPhoto(ctx context.Context, steps *Steps, data []byte) error {
	err := steps.timed("decode", func() (err error) {
		steps.Photo, err = photo.Decode(data, s.Limits)
		return err
	})
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return err
	}
	return s.readImage(ctx, steps)
}

// readImage reads the upright photo of the steps.
func (s *Scanner) readImage(ctx context.Context, steps *Steps) error {
	return steps.timed("read", func() error {
		read, err := s.reading.Read(ctx, steps.Photo)
		if err != nil {
			return err
		}
		steps.Read, steps.Page, steps.Label, steps.List = read, read.Page, read.Label, read.List
		steps.Claims = s.matcher.Claims(steps.Label)
		return nil
	})
}

// readPDF takes the text of a PDF where it comes with one that holds a list: it is what was meant, and
// not what was read. Otherwise its pages are photos of one product.
func (s *Scanner) readPDF(ctx context.Context, steps *Steps, data []byte) error {
	var doc *pdf.Document
	err := steps.timed("decode", func() (err error) {
		doc, err = pdf.Read(ctx, data, s.Timeout)
		return err
	})
	if err != nil {
		return err
	}
	if doc.Pages > len(doc.Texts) {
		steps.note("pdf-page", "the document has %d pages; the first %d were read", doc.Pages, len(doc.Texts))
	}
	if l := label.FromText(strings.Join(doc.Texts, "\n"), s.Dictionary); l.ListFound {
		steps.Result.Kind = "text"
		return s.understand(steps, func() { steps.Label = l })
	}
	if len(doc.Texts) == 1 {
		return s.readSheet(ctx, steps, data, 1)
	}
	var shots []*Steps
	for n := range doc.Texts {
		shot := &Steps{Input: Input{Source: pageSource(steps.Input.Source, n+1)}}
		if err := s.readSheet(ctx, shot, data, n+1); err != nil {
			return err
		}
		shot.Photo = nil
		shots = append(shots, shot)
	}
	return s.join(steps, shots)
}

// readSheet reads a page of a PDF as a photo.
func (s *Scanner) readSheet(ctx context.Context, steps *Steps, data []byte, page int) error {
	err := steps.timed("decode", func() (err error) {
		steps.Photo, err = pdf.Render(ctx, data, page, s.Limits, s.Timeout)
		return err
	})
	if err != nil {
		return err
	}
	return s.readImage(ctx, steps)
}

// understand makes a label of the input and matches it.
func (s *Scanner) understand(steps *Steps, read func()) error {
	return errors.Join(
		steps.timed("label", func() error { read(); return nil }),
		steps.timed("match", func() error {
			steps.List, steps.Claims = s.matcher.List(steps.Label), s.matcher.Claims(steps.Label)
			cutoff.Look(s.Dictionary, steps.Label, steps.List)
			return nil
		}))
}
