package match

import "unicode/utf8"

// doubts takes over what the reader thought of its own letters: those it was unsure of cost less to
// change, and to one it also thought of hardly anything. The text of read begins at byte from of the
// sentence's key.
func (w *work) doubts(read *reading, s *sentence, from int) {
	if len(w.label.Spans) == 0 || len(read.at) == 0 {
		return // typed
	}
	start := s.base + s.offset[from+read.at[0]]
	end := s.base + s.offset[min(from+read.at[len(read.at)-1]+1, len(s.offset)-1)]
	i := 0
	for place, letter := range w.label.Letters(start, max(start, end)) {
		for i < len(read.at) && s.base+s.offset[from+read.at[i]] < place.Start {
			i++
		}
		if i == len(read.at) {
			return
		}
		if s.base+s.offset[from+read.at[i]] >= place.End {
			continue // a mark that is no letter of the reading
		}
		if read.doubt == nil {
			read.doubt, read.others = make([]uint8, len(read.at)), make([][]rune, len(read.at))
			for k := range read.doubt {
				read.doubt[k] = 100
			}
		}
		read.doubt[i] = doubtOf(letter.Confidence)
		for _, a := range letter.Alternatives {
			if r, n := utf8.DecodeRuneInString(a.Text); n == len(a.Text) && a.Confidence >= leastConfidence {
				read.others[i] = append(read.others[i], squeezedRunes(nil, string(r))...)
			}
		}
	}
}

const (
	// Letters that Tesseract is surer of than this are as good as certain; below, the price of changing
	// one falls evenly to half.
	certain = 90.0
	// Alternatives below this are noise: Tesseract lists some for every letter.
	leastConfidence = 5.0
)

// doubtOf is the price of changing a letter of this confidence, in hundredths of the full one.
func doubtOf(confidence float64) uint8 {
	return uint8(100 - 50*max(0, certain-min(confidence, certain))/certain)
}
