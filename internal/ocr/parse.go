package ocr

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// ParsePage reads a Page from JSON, as a worker sends it and "exoscan words" prints it. It is strict:
// whatever a Page promises holds of what it returns, and the error says where it does not.
func ParsePage(data []byte) (*Page, error) {
	var p Page
	if err := decodeStrict(data, &p); err != nil {
		return nil, errorf(BadPage, "reading page: %w", err)
	}
	if err := p.check(); err != nil {
		return nil, errorf(BadPage, "reading page: %w", err)
	}
	if p.Words == nil {
		p.Words = []Word{}
	}
	return &p, nil
}

// JSON is the page as ParsePage reads it: one line for the page, one for each word.
func (p *Page) JSON() ([]byte, error) {
	head := *p
	head.Words = []Word{}
	out, err := json.Marshal(head)
	if err != nil {
		return nil, fmt.Errorf("writing page: %w", err)
	}
	out = out[:len(out)-len("]}")]
	for i, w := range p.Words {
		word, err := json.Marshal(w)
		if err != nil {
			return nil, fmt.Errorf("writing word %d: %w", i+1, err)
		}
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(out, '\n'), word...)
	}
	return append(out, "\n]}\n"...), nil
}

func (p *Page) check() error {
	switch {
	case p.V != PageVersion:
		return fmt.Errorf("version is %d, this program reads %d", p.V, PageVersion)
	case p.Width < 1 || p.Height < 1:
		return fmt.Errorf("page of %d x %d has no pixels", p.Width, p.Height)
	case p.Lang == "":
		return fmt.Errorf("lang is missing")
	}
	if _, err := Languages(p.Lang); err != nil {
		return err
	}
	// What was applied is bounded as what can be asked for.
	if err := (Recipe{Rotation: p.Rotation, Skew: p.Skew}).check(p.Width, p.Height); err != nil {
		return err
	}
	if err := p.Recipe.check(p.Width, p.Height); err != nil {
		return fmt.Errorf("recipe: %w", err)
	}
	for i, w := range p.Words {
		if err := w.check(p.Width, p.Height); err != nil {
			return fmt.Errorf("word %d %q: %w", i+1, w.Text, err)
		}
	}
	return nil
}

func (w Word) check(width, height int) error {
	b := w.Box
	switch {
	case strings.TrimSpace(w.Text) == "":
		return fmt.Errorf("text is empty")
	case !utf8.ValidString(w.Text):
		return fmt.Errorf("text is not valid UTF-8")
	case b.X < 0 || b.Y < 0 || b.W < 1 || b.H < 1 || b.W > width-b.X || b.H > height-b.Y:
		return fmt.Errorf("box [%d,%d,%d,%d] is not inside the page of %d x %d", b.X, b.Y, b.W, b.H, width, height)
	case !isPercent(w.Confidence):
		return fmt.Errorf("confidence is %g, not within 0 to 100", w.Confidence)
	case w.Block < 1 || w.Paragraph < 1 || w.Line < 1:
		return fmt.Errorf("block %d, paragraph %d, line %d: they count from 1", w.Block, w.Paragraph, w.Line)
	}
	if l := w.Laid; l != nil && (l.W < 1 || l.H < 1) {
		return fmt.Errorf("laid box [%d,%d,%d,%d] is empty", l.X, l.Y, l.W, l.H)
	}
	return nil
}

func isPercent(c float64) bool { return c >= 0 && c <= 100 } // false of NaN
