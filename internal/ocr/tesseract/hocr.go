package tesseract

import (
	"html"
	"strconv"
	"strings"
)

// span is a word as Tesseract wrote it in hOCR, its box as edges in the image Tesseract was given.
type span struct {
	x0, y0, x1, y1         int
	confidence             float64
	block, paragraph, line int
	text                   string   // where there are no letters
	letters                []symbol // in order; together they are the word
}

// symbol is a letter of a span.
type symbol struct {
	text       string
	confidence float64
	choices    []symbol // Tesseract's candidates for the place, best first; text itself may be among them
}

// parseHOCR reads the words, letters and candidates of a page from what Tesseract writes with
// hocr_char_boxes and lstm_choice_mode 2. It is made for exactly that output, not for hOCR at large:
// elements are told by their class, their numbers by position, and anything else is passed over. It
// never fails: text it does not understand gives fewer words. Blocks, paragraphs and lines are
// numbered as in Tesseract's own table output; blocks of pictures do not count.
func parseHOCR(s string) []span {
	var p hocr
	for {
		text, tag, rest, ok := nextTag(s)
		p.text(text)
		if !ok {
			return p.words
		}
		p.tag(tag)
		s = rest
	}
}

// nextTag cuts s into the text before the next tag, the tag without its brackets, and the rest.
func nextTag(s string) (text, tag, rest string, ok bool) {
	i := strings.IndexByte(s, '<')
	if i < 0 {
		return s, "", "", false
	}
	j := strings.IndexByte(s[i:], '>')
	if j < 0 {
		return s[:i], "", "", false
	}
	return s[:i], s[i+1 : i+j], s[i+j+1:], true
}

// hocr is the state of a parse: where it is, and what it has.
type hocr struct {
	words                  []span
	block, paragraph, line int
	into                   *symbol // what the next text belongs to; nil is nothing
}

func (p *hocr) text(s string) {
	if p.into != nil {
		p.into.text += html.UnescapeString(strings.Trim(s, "\r\n "))
	}
}

func (p *hocr) tag(tag string) {
	switch {
	case strings.HasPrefix(tag, "/span"):
		p.into = nil
		return
	case strings.HasPrefix(tag, "/"), !strings.Contains(tag, " "):
		return // an end, or bold and italic, which nest inside a letter
	}
	title := attribute(tag, "title")
	switch class := attribute(tag, "class"); {
	case class == "ocr_carea":
		p.block, p.paragraph, p.line = p.block+1, 0, 0
	case class == "ocr_par":
		p.paragraph, p.line = p.paragraph+1, 0
	case class == "ocrx_word":
		w := span{block: p.block, paragraph: p.paragraph, line: p.line}
		edges := numbers(property(title, "bbox"))
		if len(edges) == 4 {
			w.x0, w.y0, w.x1, w.y1 = int(edges[0]), int(edges[1]), int(edges[2]), int(edges[3])
		}
		w.confidence = first(property(title, "x_wconf"))
		p.words = append(p.words, w)
	case class == "ocrx_cinfo":
		p.character(title)
	case strings.HasPrefix(class, "ocr_"): // line, caption, textfloat, header: Tesseract's kinds of line
		if class != "ocr_page" && class != "ocr_photo" && class != "ocr_separator" {
			p.line++
		}
	}
}

// character begins a letter or one of its candidates; the span that only groups candidates has no title.
func (p *hocr) character(title string) {
	if len(p.words) == 0 {
		return
	}
	w := &p.words[len(p.words)-1]
	if c := property(title, "x_conf"); c != "" {
		w.letters = append(w.letters, symbol{confidence: first(c)})
		p.into = &w.letters[len(w.letters)-1]
		return
	}
	if c := property(title, "x_confs"); c != "" && len(w.letters) > 0 {
		l := &w.letters[len(w.letters)-1]
		l.choices = append(l.choices, symbol{confidence: first(c)})
		p.into = &l.choices[len(l.choices)-1]
	}
}

// attribute is the value of name='...' or name="..." in a tag.
func attribute(tag, name string) string {
	for {
		i := strings.Index(tag, name+"=")
		if i < 0 {
			return ""
		}
		after := tag[i+len(name)+1:]
		if after == "" {
			return ""
		}
		if i > 0 && tag[i-1] == ' ' && (after[0] == '\'' || after[0] == '"') {
			value, _, _ := strings.Cut(after[1:], after[:1])
			return value
		}
		tag = after
	}
}

// property is the value of "name value" in a title's list of properties.
func property(title, name string) string {
	for p := range strings.SplitSeq(title, ";") {
		if k, v, ok := strings.Cut(strings.TrimSpace(p), " "); ok && k == name {
			return v
		}
	}
	return ""
}

func numbers(s string) []float64 {
	var out []float64
	for f := range strings.FieldsSeq(s) {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil || !(v >= -1e6 && v <= 1e6) {
			return nil
		}
		out = append(out, v)
	}
	return out
}

func first(s string) float64 {
	if v := numbers(s); len(v) > 0 {
		return v[0]
	}
	return 0
}
