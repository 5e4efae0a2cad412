package layout

import "testing"

// TestStraightPrintWithinARingStaysStraight sets straight print on a lid, from close below the line that runs along its rim.
func TestStraightPrintWithinARingStaysStraight(t *testing.T) {
	rim := &lid{sheetOfPrint: setPrint(t, shortText, 1700, 24), radius: 300, size: 760}
	list := setPrint(t, shortText, 320, 24)
	whole := list.photograph(760, 760, func(x, y float64) (float64, float64) { return x - 220, y - 74 })
	straight := Survey(whole).Blocks[0].Letters
	for i, p := range rim.photo().Pix {
		whole.Pix[i] = min(whole.Pix[i], p)
	}
	round, most := false, 0
	for _, b := range Survey(whole).Blocks {
		if b.Round {
			round = round || b.Letters >= ringLetters
		} else {
			most = max(most, b.Letters)
		}
	}
	if !round || most < straight*95/100 {
		t.Errorf("a ring is seen: %v; %d letters of straight print are, want %d", round, most, straight)
	}
}
