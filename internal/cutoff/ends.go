package cutoff

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/ocr"
)

// Whether a list begins and ends on the photo.
const (
	lineRoom  = 0.9  // of the way from line to line: with more between a line and the frame, a next line would be seen
	cutLine   = 0.3  // heights of letters: a line nearer to the frame is cut through itself
	shortLine = 0.75 // of the longest line: a shorter one is the last of its paragraph
	shortEnd  = 0.85 // the same where it ends with a whole name and no sign: a list that goes on has a comma there
	nextLine  = 1.4  // of the way from line to line: what is farther below the last one is of other print
	leastLine = 8    // letters that make a line
	oneLine   = 1.5  // heights of letters from line to line, where there is but one

	speckLetters = 2 // that grain or an edge behind the end is read as
)

// water is what lists begin with if it is in them, by the names that CosIng has for it.
var water = [...]string{"Aqua", "Water"}

// rows are the lines of a list on the upright photo.
type rows struct {
	lines  [][]ocr.Box
	pitch  float64 // from line to line
	letter float64 // height of letters
	height int     // of the photo
}

// upTo is a range of the text up to the word that an item ends with: specks may stand behind it.
func upTo(l *label.Label, in label.Range, end int) label.Range {
	for _, s := range l.Spans {
		if s.Start < end && s.End > end {
			end = s.End
		}
	}
	return label.Range{Start: in.Start, End: min(end, in.End)}
}

func rowsOf(l *label.Label, in label.Range) *rows {
	p := l.Page()
	r := &rows{height: p.Height}
	if p.Rotation == 90 || p.Rotation == 270 {
		r.height = p.Width
	}
	var heights, steps, middles []float64
	var line []ocr.Box
	for k, s := range l.Spans {
		if s.Start < in.Start || s.End > in.End {
			continue
		}
		b := l.Upright(s.Word)
		line = append(line, b)
		heights = append(heights, float64(b.H))
		if !l.LineEnds(k) && k+1 < len(l.Spans) && l.Spans[k+1].End <= in.End {
			continue
		}
		var ys []float64
		for _, b := range line {
			ys = append(ys, float64(b.Y)+float64(b.H)/2)
		}
		middles = append(middles, median(ys))
		r.lines, line = append(r.lines, line), nil
	}
	r.letter = median(heights)
	for i := 1; i < len(middles); i++ {
		if d := middles[i] - middles[i-1]; d > 0 {
			steps = append(steps, d)
		}
	}
	if r.pitch = median(steps); r.pitch == 0 {
		r.pitch = oneLine * r.letter
	}
	return r
}

// begins says whether the photo shows that no line stands before the first.
func (r *rows) begins(l *label.Label, list label.List, first *match.Match) bool {
	if list.Heading.End > list.Heading.Start {
		return true
	}
	if slices.Contains(water[:], first.Name) {
		return true
	}
	top := r.lines[0]
	edge := func(b ocr.Box) float64 { return float64(b.Y) }
	return r.clear(l, top, edge)
}

// ends says whether the photo shows that no line follows the last, which ends with an item.
func (r *rows) ends(l *label.Label, item *match.Match) bool {
	if len(r.lines) == 0 {
		return false
	}
	behind, _, _ := strings.Cut(l.Text[item.End:], "\n")
	if fullStop(behind) {
		return true
	}
	last := r.lines[len(r.lines)-1]
	edge := func(b ocr.Box) float64 { return float64(r.height - b.Y - b.H) }
	if r.clear(l, last, edge) {
		return true
	}
	longest := 0
	for _, line := range r.lines {
		longest = max(longest, extent(line))
	}
	short := shortLine
	if understood(item) && speck(behind) && !strings.ContainsAny(behind, ",;-/") {
		short = shortEnd
	}
	return len(r.lines) > 1 && float64(extent(last)) < short*float64(longest) && farthest(last, edge) > cutLine*r.letter
}

// closed says whether what ends the list stands below its last line. Beside it it would say nothing of what is below.
func (r *rows) closed(l *label.Label, list label.List) bool {
	k := slices.IndexFunc(l.Spans, func(s label.Span) bool { return s.Start >= list.Range.End })
	if !list.Closed || k < 0 || len(r.lines) == 0 {
		return false
	}
	b, last := l.Upright(l.Spans[k].Word), r.lines[len(r.lines)-1]
	left, right := last[0].X, last[len(last)-1].X+last[len(last)-1].W
	bottom := 0
	for _, w := range last {
		bottom = max(bottom, w.Y+w.H)
	}
	return b.X < right && b.X+b.W > left && float64(b.Y) > float64(bottom)-cutLine*r.letter
}

// goesOnUnread says whether the line right below the last one begins where lines of the list do and was read too badly to
// say what it is. A line with digits is a weight, a date or an address.
func (r *rows) goesOnUnread(l *label.Label, in label.Range) bool {
	last := r.lines[len(r.lines)-1]
	left, right := last[0].X, last[len(last)-1].X+last[len(last)-1].W
	for _, line := range r.lines {
		left = min(left, line[0].X)
	}
	middle := func(b ocr.Box) float64 { return float64(b.Y) + float64(b.H)/2 }
	begins, letters, read := false, 0, 0.0
	for _, s := range l.Spans {
		b := l.Upright(s.Word)
		if down := middle(b) - middle(last[0]); s.Start < in.End || down < r.pitch/2 || down > nextLine*r.pitch || b.X > right {
			continue
		}
		word := l.Text[s.Start:s.End]
		if strings.ContainsFunc(word, unicode.IsDigit) {
			return false
		}
		n := dictionary.Letters(word)
		begins = begins || math.Abs(float64(b.X-left)) < r.letter
		letters, read = letters+n, read+float64(n)*l.Page().Words[s.Word].Confidence
	}
	return begins && letters >= leastLine && read < label.UnreadBelow*float64(letters)
}

// fullStop says whether a full stop ends an item and its line, but for a speck, by what stands behind the item.
func fullStop(line string) bool {
	before, behind, found := strings.Cut(line, ".")
	return found && strings.Trim(before, " )]") == "" && speck(behind)
}

// speck says whether there are hardly any letters in what was read.
func speck(s string) bool { return dictionary.Letters(s) <= speckLetters }

// clear says whether between a line and the frame there is room for another line, with none in it that
// the frame cuts.
func (r *rows) clear(l *label.Label, line []ocr.Box, edge func(ocr.Box) float64) bool {
	room := farthest(line, edge)
	if room < lineRoom*r.pitch {
		return false
	}
	if room > 2*r.pitch {
		return true
	}
	left, right := line[0].X, line[len(line)-1].X+line[len(line)-1].W
	for i := range l.Page().Words {
		b := l.Upright(i)
		if edge(b) < cutLine*r.letter && b.X < right && b.X+b.W > left && float64(b.H) < 2*r.pitch {
			return false
		}
	}
	return true
}

func farthest(line []ocr.Box, edge func(ocr.Box) float64) float64 {
	far := 0.0
	for _, b := range line {
		far = max(far, edge(b))
	}
	return far
}

func extent(line []ocr.Box) int {
	left, right := line[0].X, 0
	for _, b := range line {
		left, right = min(left, b.X), max(right, b.X+b.W)
	}
	return right - left
}

// median of the values, 0 for none; it sorts its argument.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}
