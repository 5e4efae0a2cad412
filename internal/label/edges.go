package label

// breaksOff says whether a list ends in the middle of something: with a separator or a joint, a
// hyphen, or inside a bracket that opens near the end. Only the end of the text can break off.
func (s *splitter) breaksOff(atEnd bool, text string) bool {
	if !atEnd || len(s.toks) == 0 {
		return false
	}
	last := len(s.toks) - 1
	for last > 0 && (s.toks[last].kind == newline || s.toks[last].kind == paragraph || s.toks[last].kind == quote) {
		last--
	}
	switch s.toks[last].kind {
	case comma, dash, slash, ampersand, opening, colon:
		return true
	}
	const near = 8 // tokens: a bracket further back lost its end to OCR
	for i := max(0, last-near); i <= last; i++ {
		if s.toks[i].kind == opening && s.pairs.partner(i) < 0 {
			return true
		}
	}
	return s.conjunction(last)
}

// edgeMargin is how near to the edge of the photo, in letter heights, the print of a list is taken
// to run over it.
const edgeMargin = 0.5

// lookAtEdges marks lists that run into the edge of the photo: where at least a third of their lines
// start or end at the edge, or the last line stands on it.
func (l *Label) lookAtEdges() {
	if l.page.Width <= 0 || l.page.Height <= 0 {
		return
	}
	width, height := float64(l.page.Width), float64(l.page.Height)
	if l.page.Rotation == 90 || l.page.Rotation == 270 {
		width, height = height, width
	}
	place := make(map[int]piece, len(l.Spans))
	if l.page.Skew == 0 {
		for _, p := range upright(l.page) {
			place[p.word] = p
		}
	}
	for i := range l.Lists {
		list := &l.Lists[i]
		spans := l.spansOf(list.Range.Start, list.Range.End)
		touching, lines := 0, 0
		for k, s := range spans {
			p, ok := place[s.Word]
			if !ok {
				continue
			}
			margin := edgeMargin * p.height
			first := k == 0 || p.left < place[spans[k-1].Word].left
			last := k == len(spans)-1 || place[spans[k+1].Word].left < p.left
			if first {
				lines++
			}
			if first && p.left < margin || last && p.right > width-margin {
				touching++
			}
			if k == len(spans)-1 && p.middle+p.height/2 > height-margin {
				list.CutOff = true
			}
		}
		if touching > 0 && 3*touching >= lines {
			list.CutOff = true
		}
		if list.CutOff && !l.CutOff {
			l.CutOff = true
			l.step("the list runs into the edge of the photo", list.Range, 0)
		}
	}
}
