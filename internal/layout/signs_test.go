package layout

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"testing"
)

// strokes are the parts of signs, in tenths of the square a sign stands in: beside each other, above each other, both.
var strokes = [][]image.Rectangle{
	{image.Rect(0, 2, 4, 7), image.Rect(6, 0, 7, 10)},                                                     // 이
	{image.Rect(1, 0, 9, 3), image.Rect(0, 4, 10, 5), image.Rect(1, 6, 9, 10)},                            // 를
	{image.Rect(1, 0, 9, 6), image.Rect(0, 8, 10, 9)},                                                     // 그
	{image.Rect(0, 0, 5, 5), image.Rect(7, 0, 8, 5), image.Rect(1, 6, 8, 10)},                             // 실
	{image.Rect(0, 0, 10, 10)},                                                                            // 田
	{image.Rect(0, 0, 2, 2), image.Rect(0, 4, 2, 6), image.Rect(0, 7, 2, 10), image.Rect(4, 0, 10, 10)},   // 油
	{image.Rect(0, 0, 4, 4), image.Rect(5, 0, 10, 4), image.Rect(0, 5, 10, 6), image.Rect(2, 7, 8, 10)},   // 器
	{image.Rect(0, 1, 4, 9), image.Rect(5, 0, 6, 10), image.Rect(8, 0, 9, 10)},                            // 애
	{image.Rect(0, 0, 10, 1), image.Rect(4, 2, 6, 10), image.Rect(0, 4, 3, 9), image.Rect(7, 4, 10, 9)},   // 示
	{image.Rect(0, 0, 4, 10), image.Rect(5, 0, 10, 3), image.Rect(5, 4, 10, 6), image.Rect(5, 7, 10, 10)}, // 相
}

// setSigns sets lines of signs so many pixels high, an eighth of that apart.
func setSigns(lines, long int, size float64) sheetOfPrint {
	advance, pitch, margin := 1.12*size, 1.4*size, 3*size
	s := sheetOfPrint{xHeight: size / capsOverX, left: margin}
	s.img = image.NewGray(image.Rect(0, 0, int(2*margin+advance*float64(long))*oversize, int(2*margin+pitch*float64(lines))*oversize))
	draw.Draw(s.img, s.img.Rect, image.NewUniform(color.Gray{230}), image.Point{}, draw.Src)
	ink := image.NewUniform(color.Gray{25})
	for row := range lines {
		for col := range long {
			x, y := margin+advance*float64(col), margin+pitch*float64(row)
			at := func(p image.Point) image.Point {
				return image.Pt(int((x+float64(p.X)*size/10)*oversize), int((y+float64(p.Y)*size/10)*oversize))
			}
			for _, r := range strokes[(7*row+3*col)%len(strokes)] {
				draw.Draw(s.img, image.Rectangle{at(r.Min), at(r.Max)}, ink, image.Point{}, draw.Src)
			}
		}
	}
	return s
}

func TestSurveySigns(t *testing.T) {
	const lines, long = 8, 24
	for _, c := range []struct{ size, tilt float64 }{{28, 0}, {28, 8}, {24, -8}, {40, 3}, {28, 90}, {24, 270 - 6}} {
		s := setSigns(lines, long, c.size)
		l := SurveySigns(s.tilted(c.tilt, 1))
		if len(l.Blocks) == 0 {
			t.Errorf("%v pixels, tilted %v: nothing found", c.size, c.tilt)
			continue
		}
		b := &l.Blocks[0]
		lies := math.Mod(float64(b.Turn)+b.Skew-c.tilt+360, 180)
		if len(b.Lines) != lines || math.Abs(float64(b.Letters-lines*long)) > 0.15*lines*long || math.Min(lies, 180-lies) > 1 {
			t.Errorf("%v pixels, tilted %v: %d signs in %d lines, turned %d and tilted %.1f", c.size, c.tilt, b.Letters, len(b.Lines), b.Turn, b.Skew)
		}
		if r := b.XHeight / s.xHeight; r < 0.85 || r > 1.15 {
			t.Errorf("%v pixels, tilted %v: x-height %.1f, is %.1f", c.size, c.tilt, b.XHeight, s.xHeight)
		}
	}
}

func TestJoinSignsOfNothing(t *testing.T) {
	if b := joinSigns(&blobs{}); len(b.list) != 0 {
		t.Errorf("%d signs of no blobs", len(b.list))
	}
}

// TestSignsInColumn sets names of a few signs one to a line, with wider spaces between some: the columns their signs make
// run across those and are longer than the lines.
func TestSignsInColumn(t *testing.T) {
	const size = 28.0
	names := []int{3, 4, 0, 3, 3, 0, 5, 3, 0, 3, 4, 0, 3, 3, 0, 4, 3}
	s := setSigns(len(names), 5, size)
	ground := image.NewUniform(color.Gray{230})
	lines := 0
	for row, n := range names {
		if n > 0 {
			lines++
		}
		x, y := s.left+1.12*size*float64(n), 3*size+1.4*size*float64(row)
		r := image.Rect(int(x*oversize), int(y*oversize)-oversize, s.img.Rect.Max.X, int((y+size)*oversize)+oversize)
		draw.Draw(s.img, r, ground, image.Point{}, draw.Src)
	}
	seen := 0
	for _, b := range SurveySigns(s.tilted(0, 1)).Blocks {
		if b.Turn == 0 {
			seen += len(b.Lines)
		}
	}
	if seen != lines {
		t.Errorf("%d of %d lines run across", seen, lines)
	}
}
