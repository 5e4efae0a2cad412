package layout

import "testing"

// TestColumnsWeighLess has the same letters as a line and as a column, which Cyrillic is as even along as along its lines.
func TestColumnsWeighLess(t *testing.T) {
	of := func(advance float64) *Block {
		b := &Block{blobs: &blobs{}, lines: []line{{height: 10}}}
		for i := range 12 {
			x := advance * float64(i)
			b.letters = append(b.letters, letter{x0: x, y0: 0, x1: x + 9, y1: 10})
			b.lines[0].letters = append(b.lines[0].letters, int32(i))
			b.lines[0].standing++
		}
		return b
	}
	tight, wide, column := of(9).mass(), of(15).mass(), of(22).mass()
	if tight != wide {
		t.Errorf("letters 9 apart weigh %v, 15 apart %v", tight, wide)
	}
	if column > 0.7*tight {
		t.Errorf("a column weighs %v, a line of the same letters %v", column, tight)
	}
}
