package layout

import "math"

// countMarks counts the small blobs at the feet and at the heads of each line of the block, and finds its bullets.
func (b *Block) countMarks() {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	tallest := 0.0
	b.bullets = nil
	for i := range b.lines {
		l := &b.lines[i]
		tallest = math.Max(tallest, l.height)
		l.low, l.high = 0, 0
		aside := bulletBeyond * l.height
		for _, x := range [3]float64{l.x0, (l.x0 + l.x1) / 2, l.x1} {
			y := l.base.at(x)
			x0, x1 = math.Min(x0, x-aside), math.Max(x1, x+aside)
			y0, y1 = math.Min(y0, y-1.3*l.height), math.Max(y1, y+0.5*l.height)
		}
	}
	step := math.Max(2, tallest/4)
	cols, rows := int((x1-x0)/step)+1, int((y1-y0)/step)+1
	if !(x1 >= x0) || cols*rows > 4_000_000 {
		return
	}
	// Which line's band covers which place.
	owner := make([]int32, cols*rows)
	for i := range b.lines {
		l := &b.lines[i]
		for x := l.x0 - bulletBeyond*l.height; x <= l.x1+bulletBeyond*l.height; x += step {
			base := l.base.at(x)
			for y := base - 1.3*l.height; y <= base+0.5*l.height; y += step {
				c, r := int((x-x0)/step), int((y-y0)/step)
				if c >= 0 && r >= 0 && c < cols && r < rows {
					owner[r*cols+c] = int32(i + 1)
				}
			}
		}
	}
	for i := range b.blobs.list {
		v := &b.blobs.list[i]
		if v.light != b.Light {
			continue
		}
		ax, ay, bx, by := b.frame.box(float64(v.x0), float64(v.y0), float64(v.x1), float64(v.y1))
		cx, cy := (ax+bx)/2, (ay+by)/2
		c, r := int(math.Floor((cx-x0)/step)), int(math.Floor((cy-y0)/step))
		if c < 0 || r < 0 || c >= cols || r >= rows || owner[r*cols+c] == 0 {
			continue
		}
		l := &b.lines[owner[r*cols+c]-1]
		if b.isBullet(l, v, ax, ay, bx, by) {
			b.bullets = append(b.bullets, Point{cx, cy})
			continue
		}
		if cx < l.x0 || cx > l.x1+markBeyond*l.height || bx-ax > markSize*l.height || by-ay > markSize*l.height || by-ay < 0.08*l.height {
			continue
		}
		switch above := (l.base.at(cx) - cy) / l.height; {
		case above > -0.3 && above < 0.25:
			l.low++
		case above > 0.75 && above < 1.3:
			l.high++
		}
	}
}
