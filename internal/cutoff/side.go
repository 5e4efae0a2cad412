package cutoff

import (
	"math"
	"slices"
	"unicode/utf8"

	"exoscan/internal/label"
	"exoscan/internal/ocr"
)

// Where print is near a side of what the camera sees.
const (
	narrowed  = 0.85 // width of letters at the ends of lines, in those of the others: less is seen from the side
	nearFrame = 1.0  // heights of letters: more could hold a letter or two
	mostLines = 0.5  // share of the lines that must end so
	wordOf    = 3    // letters a word must have to tell how wide they are
	goesRound = 1.2  // times as long as the way straight from its ends a line is that runs round a circle, as on a lid
)

// Ways in which lines end near a side.
const (
	seenFromSide  = ", and too few prove that nothing is missing between letters seen from the side"
	standsAtFrame = ", and the lines end at the frame of the photo"
	putTogether   = ", and one of the photos it was put together from may be missing"
)

// sideOf says in which way the lines of a list may go on beyond a side; "" is in none.
func sideOf(l *label.Label, in label.Range) string {
	var first, last, all []float64
	left, right, lines := 0, 0, 0
	p := l.Page()
	if joined(l, in) {
		return putTogether
	}
	begins := true
	for k, s := range l.Spans {
		if s.Start < in.Start || s.End > in.End {
			continue
		}
		b := l.Upright(s.Word)
		width := 0.0
		if n := utf8.RuneCountInString(p.Words[s.Word].Text); n >= wordOf {
			width = float64(b.W) / float64(n)
			all = append(all, width)
		}
		ends := l.LineEnds(k)
		near := nearFrame * float64(b.H)
		frame := p.Width
		if p.Rotation == 90 || p.Rotation == 270 {
			frame = p.Height
		}
		if begins {
			lines++
			if width > 0 {
				first = append(first, width)
			}
			if frame > 0 && float64(b.X) < near {
				left++
			}
		}
		if ends {
			if width > 0 {
				last = append(last, width)
			}
			if frame > 0 && float64(frame-b.X-b.W) < near {
				right++
			}
		}
		begins = ends
	}
	if len(all) == 0 {
		return ""
	}
	if runsRound(l, in) {
		first, last = nil, nil // boxes of letters that lean do not tell how wide they are
	}
	slices.Sort(all)
	usual := all[len(all)*6/10]
	for _, v := range [][]float64{first, last} {
		slices.Sort(v)
		if len(v) > 0 && v[len(v)/2] < narrowed*usual {
			return seenFromSide
		}
	}
	if float64(max(left, right)) >= mostLines*float64(lines) {
		return standsAtFrame
	}
	return ""
}

// runsRound says whether the lines of a list run round circles.
func runsRound(l *label.Label, in label.Range) bool {
	way, straight := 0.0, 0.0
	var begin, before ocr.Box // the first word of a line, and the one before this
	begins := true
	for k, s := range l.Spans {
		if s.Start < in.Start || s.End > in.End {
			continue
		}
		b := l.Upright(s.Word)
		if begins {
			straight += apart(begin, before)
			begin = b
		} else {
			way += apart(before, b)
		}
		begins, before = l.LineEnds(k), b
	}
	return way > goesRound*(straight+apart(begin, before))
}

// apart is how far it is from the middle of one box to that of another.
func apart(a, b ocr.Box) float64 {
	return math.Hypot(float64(2*b.X+b.W-2*a.X-a.W), float64(2*b.Y+b.H-2*a.Y-a.H)) / 2
}
