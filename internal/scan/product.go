package scan

import (
	"context"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strings"

	"exoscan/internal/photo/pdf"
)

// maxPhotos is how many photos one product may have: enough to go round a large bottle twice. A folder
// with more holds several products.
const maxPhotos = 24

// together lists everything as one product. Its source is those of its photos, joined by " + ".
func (l *lister) together() {
	var parts []Input
	c := l.collector(&parts)
	for _, path := range l.Paths {
		if !c.named(path) {
			return
		}
	}
	var sources []string
	for _, p := range parts {
		sources = append(sources, p.Source)
	}
	l.product(strings.Join(sources, " + "), "", parts)
}

// products lists a folder and those below it: each that holds photos is a product, named after it.
func (l *lister) products(path, relative string) bool {
	entries, err := l.read(path)
	if err != nil {
		return l.give(Input{Source: SourceName(path), Path: path, found: true, err: pathError(err)}, relative)
	}
	var parts []Input
	var folders []entry
	c := l.collector(&parts)
	for _, e := range entries {
		at := filepath.Join(path, e.name)
		switch {
		case e.mode.IsDir():
			folders = append(folders, e)
		case hasExtension(at, textExtensions()):
			l.passed.Other++
		case !c.entry(at, filepath.Join(relative, e.name), e):
			return false
		}
	}
	if !l.product(SourceName(path), relative, parts) {
		return false
	}
	for _, e := range folders {
		if !l.products(filepath.Join(path, e.name), filepath.Join(relative, e.name)) {
			return false
		}
	}
	return true
}

// collector lists into parts.
func (l *lister) collector(parts *[]Input) *lister {
	c := &lister{Inputs: l.Inputs, ctx: l.ctx, passed: l.passed}
	c.Shard = Shard{}
	c.yield = func(in Input) bool {
		l.passed.Seen-- // it is the product that counts
		in.part = true
		*parts = append(*parts, in)
		return true
	}
	return c
}

// product gives the parts as one input, unless there are none.
func (l *lister) product(source, relative string, parts []Input) bool {
	return len(parts) == 0 || l.give(Input{Source: source, parts: parts}, relative)
}

// pageSource is what a result calls a page of a PDF, as links do.
func pageSource(source string, page int) string { return fmt.Sprintf("%s#page=%d", source, page) }

// Photo gives the input that a source names: one of the photos of a product, a page of a PDF, or the
// input itself.
func (in Input) Photo(source string) Input {
	for n := range pdf.MaxPages {
		if source == pageSource(in.Source, n+1) {
			in.sheet = n
			return in
		}
	}
	for _, p := range in.parts {
		if p.Source == source {
			return p
		}
	}
	return in
}

// loadProduct makes the data of a product, by which the journal knows it: the hashes of its photos.
// Their own bytes are read when their turn comes, so that not all have to be in memory at once.
func (s *Scanner) loadProduct(ctx context.Context, steps *Steps) error {
	if s.Journal == nil {
		return nil
	}
	for _, p := range steps.Input.parts {
		one := &Steps{Input: p, data: p.data}
		state := "read"
		if p.err != nil {
			state = p.err.Code
		} else if err := s.load(ctx, one); err != nil {
			state = failure(err).Code
		}
		steps.data = fmt.Appendf(steps.data, "%q %s %x\n", p.Source, state, sha256.Sum256(one.data))
	}
	return nil
}

// readProduct reads the photos of a product one by one, and joins what they show.
func (s *Scanner) readProduct(ctx context.Context, steps *Steps) error {
	parts := steps.Input.parts
	if len(parts) > maxPhotos {
		return &Error{Code: "too-large", Text: fmt.Sprintf("these are %d photos, a product has at most %d; give each product a folder of its own", len(parts), maxPhotos)}
	}
	var shots []*Steps
	var failed *Error
	for _, p := range parts {
		shot := &Steps{Input: p, Result: blank(p), data: p.data}
		s.guarded(ctx, shot)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		bad := shot.Result.Error
		if bad == nil && shot.Page == nil {
			bad = &Error{Code: "not-an-image", Text: "it is a text, and it is photos that are joined; scan it by itself"}
		}
		if bad == nil {
			shot.data, shot.Photo = nil, nil
			shots = append(shots, shot)
			continue
		}
		if stops(bad.Code) {
			return bad
		}
		if failed == nil {
			failed = &Error{Code: bad.Code, Text: fmt.Sprintf("no photo of it could be read; %s: %s", p.Source, bad.Text)}
		}
		steps.note("photo-failed", "%s: %s", p.Source, bad.Text)
	}
	if len(shots) == 0 {
		steps.Notes = nil
		return failed
	}
	return s.join(steps, shots)
}
