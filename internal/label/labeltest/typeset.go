package labeltest

import (
	"fmt"
	"image"
	"strings"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// fine is how many samples of the printed sheet go into a pixel each way, so that the camera can sample between.
const fine = 2

// rect is a rectangle in pixels of the sheet, half-open, not rounded.
type rect struct{ x0, y0, x1, y1 float64 }

// printed is a word in its place on the sheet.
type printed struct {
	text       string
	ingredient int // -1 outside the list
	line       int
	index      int
	face       int // of sheet.faces
	x, base    float64
	box        rect
}

// sheet is a set label: the words and the ink, fine samples to the pixel.
type sheet struct {
	width, height float64 // pixels
	words         []printed
	ink           *image.Alpha
}

// piece is a word to be set; a piece ends where a line may end.
type piece struct {
	text       string
	ingredient int
	face       int
	glued      bool // no space before it
}

const (
	faceList  = 0 // the list and the small print
	faceTitle = 1
)

func (l Label) face() *sfnt.Font { return parse(or(l.Face, "liberation-sans")) }

// set lays the text out and prints it.
func (l Label) set() *sheet {
	f := l.face()
	title := l.Size * 1.7
	faces := []font.Face{sized(f, l.Size), sized(f, title)}
	fineFaces := []font.Face{sized(f, l.Size*fine), sized(f, title*fine)}

	var lines [][]printed
	var gaps []bool // whether a paragraph begins with the line
	paragraph := func(pieces []piece) {
		for i, line := range l.wrap(pieces, faces) {
			lines, gaps = append(lines, line), append(gaps, i == 0 && len(lines) > 0)
		}
	}
	for i, text := range l.Before {
		if i == 0 {
			paragraph(plain(text, faceTitle))
		} else {
			paragraph(plain(text, faceList))
		}
	}
	paragraph(l.List.pieces())
	for _, text := range l.After {
		paragraph(plain(text, faceList))
	}
	s := l.place(lines, gaps, title)
	s.ink = image.NewAlpha(image.Rect(0, 0, int(s.width*fine), int(s.height*fine)))
	for i, w := range s.words {
		s.words[i].index = i
		for _, r := range w.text {
			if x, err := f.GlyphIndex(nil, r); err != nil || x == 0 {
				panic(fmt.Sprintf("labeltest: %s has no %q", or(l.Face, "liberation-sans"), r))
			}
		}
		d := font.Drawer{Dst: s.ink, Src: image.Opaque, Face: fineFaces[w.face],
			Dot: fixed.Point26_6{X: fix(w.x * fine), Y: fix(w.base * fine)}}
		d.DrawString(w.text)
	}
	return s
}

// place gives each line its column and height.
func (l Label) place(lines [][]printed, gaps []bool, title float64) *sheet {
	margin := or(l.Margin, 2*l.Size)
	leading := or(l.Leading, 1.25)
	columns := max(l.Columns, 1)
	gutter := 2 * l.Size
	perColumn := (len(lines) + columns - 1) / columns
	s := &sheet{width: 2*margin + float64(columns)*l.Width + float64(columns-1)*gutter}
	y := 0.0
	for i, line := range lines {
		x := margin + float64(i/perColumn)*(l.Width+gutter)
		if i%perColumn == 0 {
			y = margin
		} else if gaps[i] {
			y += l.Gap * l.Size
		}
		if line[0].face == faceTitle {
			y += leading * title
		} else {
			y += leading * l.Size
		}
		for _, w := range line {
			size := l.Size
			if w.face == faceTitle {
				size = title
			}
			w.line, w.base, w.x = i, y, w.x+x
			w.box = rect{w.x, y - 0.75*size, w.x + w.box.x1, y + 0.22*size}
			s.words = append(s.words, w)
			s.height = max(s.height, y+0.5*l.Size+margin)
		}
	}
	return s
}

// pieces cuts the list into words, each knowing its ingredient.
func (l List) pieces() []piece {
	out := plain(l.Heading, faceList)
	sep := strings.TrimRight(l.separator(), " ")
	for i, name := range l.Ingredients {
		mark := sep
		if i == len(l.Ingredients)-1 {
			mark = l.End
		}
		words := plain(name, faceList)
		for k := range words {
			words[k].ingredient = i
		}
		// A separator such as the bullet stands between spaces, a comma hangs on the word.
		if strings.HasPrefix(mark, " ") {
			words = append(words, piece{text: strings.TrimSpace(mark), ingredient: -1})
		} else if mark != "" {
			words = append(words, piece{text: mark, ingredient: -1, glued: true})
		}
		out = append(out, words...)
	}
	return out
}

func plain(text string, face int) []piece {
	var out []piece
	for _, word := range strings.Fields(text) {
		out = append(out, piece{text: word, ingredient: -1, face: face})
	}
	return out
}

// wrap fills lines from the left. Positions are within the column; box.x1 is the width for now.
func (l Label) wrap(pieces []piece, faces []font.Face) [][]printed {
	var lines [][]printed
	var line []printed
	x := 0.0
	width := func(p piece, text string) float64 { return unfix(font.MeasureString(faces[p.face], text)) }
	put := func(p piece, text string) {
		w := width(p, text)
		line = append(line, printed{text: text, ingredient: p.ingredient, face: p.face, x: x, box: rect{x1: w}})
		x += w
	}
	end := func(last bool) {
		if l.Justify && !last {
			spread(line, l.Width-x)
		}
		lines = append(lines, line)
		line, x = nil, 0
	}
	for i, p := range pieces {
		gap := 0.0
		if x > 0 && !p.glued {
			gap = width(p, " ")
		}
		need := width(p, p.text)
		if i+1 < len(pieces) && pieces[i+1].glued {
			need += width(p, pieces[i+1].text)
		}
		if x+gap+need <= l.Width || p.glued {
			x += gap
			put(p, p.text)
			continue
		}
		rest := p.text
		if head, tail := l.hyphenate(p, l.Width-x-gap, width); head != "" {
			x += gap
			put(p, head)
			rest = tail
		}
		if len(line) > 0 {
			end(false)
		}
		put(p, rest)
	}
	if len(line) > 0 {
		end(true)
	}
	return lines
}

// spread widens the gaps of a line until it fills its column; marks stay glued to their word.
func spread(line []printed, room float64) {
	gaps := 0
	for i := 1; i < len(line); i++ {
		if line[i].x > line[i-1].x+line[i-1].box.x1+0.01 {
			gaps++
		}
	}
	if gaps == 0 || room <= 0 {
		return
	}
	shift := 0.0
	for i := 1; i < len(line); i++ {
		if line[i].x > line[i-1].x+line[i-1].box.x1+0.01 {
			shift += room / float64(gaps)
		}
		line[i].box.x0 = shift
	}
	for i := range line {
		line[i].x += line[i].box.x0
		line[i].box.x0 = 0
	}
}

// hyphenate breaks a word so that its head and a hyphen fit. Three letters stay on each side, and a break
// falls between letters only: numbers and brackets are not broken.
func (l Label) hyphenate(p piece, room float64, width func(piece, string) float64) (head, tail string) {
	if !l.Hyphenate {
		return "", ""
	}
	letters := []rune(p.text)
	for k := len(letters) - 3; k >= 3; k-- {
		if !unicode.IsLetter(letters[k-1]) || !unicode.IsLetter(letters[k]) || !unicode.IsLetter(letters[k-2]) || !unicode.IsLetter(letters[k+1]) {
			continue
		}
		if head = string(letters[:k]) + "-"; width(p, head) <= room {
			return head, string(letters[k:])
		}
	}
	return "", ""
}

func fix(v float64) fixed.Int26_6   { return fixed.Int26_6(v*64 + 0.5) }
func unfix(v fixed.Int26_6) float64 { return float64(v) / 64 }
