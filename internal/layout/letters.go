package layout

import "math"

// letter is a blob, or a letter-wide piece of a blob of joined letters, seen in a frame: the image as
// it stands, or turned by a quarter so that lines that run downwards run to the right. All boxes are
// in work pixels of the frame.
type letter struct {
	x0, y0, x1, y1 float64
	blob           int32
	light          bool
	piece          bool    // part of a blob; then only the columns x0..x1 of it
	mark           bool    // too low for a letter: a comma, a point, a hyphen
	slope          float64 // dy/dx of the print around it, by its neighbours' vote
}

func (l *letter) w() float64  { return l.x1 - l.x0 }
func (l *letter) h() float64  { return l.y1 - l.y0 }
func (l *letter) cx() float64 { return (l.x0 + l.x1) / 2 }
func (l *letter) cy() float64 { return (l.y0 + l.y1) / 2 }

const (
	leastLetter    = 4.0  // work pixels of height; below this shape is chance
	slimmestLetter = 14.0 // height over width: a bar of a barcode is slimmer
	joinedLetters  = 1.9  // width over height from which a blob is cut into pieces
	longestWord    = 24.0 // width over height of a whole word joined into one blob; longer is a rule
)

// lettersOf lists the blobs that have the size and shape of letters in the frame.
func lettersOf(b *blobs, f frame) []letter {
	out := make([]letter, 0, len(b.list))
	for i := range b.list {
		v := &b.list[i]
		x0, y0, x1, y1 := f.box(float64(v.x0), float64(v.y0), float64(v.x1), float64(v.y1))
		w, h := x1-x0, y1-y0
		l := letter{x0: x0, y0: y0, x1: x1, y1: y1, blob: int32(i), light: b.list[i].light}
		switch {
		case h < leastLetter || h > slimmestLetter*w || b.ofCode(v):
		case w <= joinedLetters*h:
			out = append(out, l)
		case w <= longestWord*h:
			out = appendPieces(out, b, f, l)
		}
	}
	return out
}

// appendPieces cuts joined letters into pieces about as wide as they are high, each with its own top
// and bottom.
func appendPieces(out []letter, b *blobs, f frame, l letter) []letter {
	n := max(2, int(math.Round(l.w()/(0.9*l.h()))))
	width := l.w() / float64(n)
	start := len(out)
	for i := range n {
		x0 := l.x0 + float64(i)*width
		out = append(out, letter{x0: x0, x1: x0 + width, y0: l.y1, y1: l.y0, blob: l.blob, light: l.light, piece: true})
	}
	pieces := out[start:]
	at := func(x float64) int { return max(0, min(n-1, int((x-l.x0)/width))) }
	for _, r := range b.runsOf(l.blob) {
		x0, y0, x1, y1 := f.box(float64(r.x0), float64(r.y), float64(r.x1), float64(r.y+1))
		for i := at(x0); i <= at(x1-0.5); i++ {
			pieces[i].y0, pieces[i].y1 = math.Min(pieces[i].y0, y0), math.Max(pieces[i].y1, y1)
		}
	}
	kept := out[:start]
	for _, p := range pieces {
		if p.h() >= leastLetter {
			kept = append(kept, p)
		}
	}
	return kept
}

// runsOf are the runs of a blob, from top to bottom.
func (b *blobs) runsOf(id int32) []run {
	v := &b.list[id]
	return b.runs[v.first : v.first+v.n]
}

// extent is how far the letter reaches above and below, along lines of the given slope: the least and
// the greatest y at its middle column. It is measured from the middles of pixels and widened by half a
// pixel, because the corners of a staircase stick out of the edge it stands for.
func (l *letter) extent(b *blobs, f frame, slope float64) (top, bottom float64) {
	top, bottom = math.Inf(1), math.Inf(-1)
	cx := l.cx()
	for _, r := range b.runsOf(l.blob) {
		ends := [2][2]float64{{float64(r.x0) + 0.5, float64(r.y) + 0.5}, {float64(r.x1) - 0.5, float64(r.y) + 0.5}}
		for e, p := range ends {
			x, y := f.In(p[0], p[1])
			if l.piece && (x < l.x0 || x > l.x1) {
				other := ends[1-e]
				ox, _ := f.In(other[0], other[1])
				if (x < l.x0) == (ox < l.x0) && (x > l.x1) == (ox > l.x1) {
					continue // beside the piece, not across its cut
				}
				x = math.Max(l.x0, math.Min(l.x1, x))
			}
			v := y - slope*(x-cx)
			top, bottom = math.Min(top, v), math.Max(bottom, v)
		}
	}
	if top > bottom {
		return l.y0, l.y1
	}
	return top - 0.5, bottom + 0.5
}
