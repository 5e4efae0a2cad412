package layout

import (
	"cmp"
	"image"
	"math"
	"slices"
)

// newBlock gathers the given lines and the letters they are made of.
func newBlock(f frame, b *blobs, letters []letter, lines []line, ids []int) Block {
	out := Block{Light: lines[ids[0]].light, Round: f.ring != (ring{}), frame: f, blobs: b}
	for _, id := range ids {
		l := lines[id]
		own := make([]int32, len(l.letters))
		for i, j := range l.letters {
			own[i] = int32(len(out.letters))
			out.letters = append(out.letters, letters[j])
		}
		l.letters = own
		out.lines = append(out.lines, l)
	}
	return out
}

// columnOfLetters is the closeness below which what looks like a line are letters of several lines, one below the other.
const columnOfLetters = 0.6

// mass is how much print a block holds: letters weighted by their height, so that the holes in
// letters, which form lines of their own in the other polarity, and columns of letters, which form
// lines in the other direction, weigh less than the lines they are part of. Letters of scripts without
// ascenders, as Cyrillic, and signs make columns as even as lines are, but less close.
func (b *Block) mass() float64 {
	m := 0.0
	for i := range b.lines {
		m += float64(b.lines[i].standing) * b.lines[i].height
	}
	if c := b.closeness(); b.blobs.signs || c < columnOfLetters {
		m *= c
	}
	return m
}

// closeness is how near the letters of a line are to each other, as a share of their height.
func (b *Block) closeness() float64 {
	var steps []float64
	for i := range b.lines {
		l := &b.lines[i]
		for k := 1; k < len(l.letters); k++ {
			steps = append(steps, (b.letters[l.letters[k]].cx()-b.letters[l.letters[k-1]].cx())/l.height)
		}
	}
	return 1 / math.Max(0.5, median(steps))
}

// nested is how many times as high as a line letters are in which it is no hole or part of a letter: a tile
// of the floor, the outline of the pack, and the label is within.
const nested = 6

// settle lets the heaviest block take its place first, but print on circles before all, of which there are pieces
// in the other frames; lines that would lie on taken ground go.
func settle(found []Block, k *work) []Block {
	for i := range found {
		found[i].weight = found[i].mass()
	}
	var across []int
	for i := range found {
		if found[i].outweighed(found) {
			across = append(across, i)
		}
	}
	for _, i := range across {
		found[i].weight = 0
	}
	slices.SortStableFunc(found, func(a, b Block) int {
		switch {
		case a.Round && !b.Round:
			return -1
		case b.Round && !a.Round:
			return 1
		}
		return cmp.Compare(b.weight, a.weight)
	})
	const cell = 4
	cols, rows := k.w/cell+1, k.h/cell+1
	taken := make([]float64, cols*rows) // the height of the line that lies there, 0 where none does
	var out []Block
	for _, b := range found {
		var kept []line
		for _, l := range b.lines {
			hit := 0
			for _, id := range l.letters {
				v := &b.letters[id]
				x, y := b.frame.onWork(v.cx(), v.cy())
				if h := taken[clampInt(int(y/cell), rows)*cols+clampInt(int(x/cell), cols)]; h > 0 && h < nested*l.height {
					hit++
				}
			}
			if 2*hit < len(l.letters) {
				kept = append(kept, l)
			}
		}
		if len(kept) == 0 {
			continue
		}
		b.lines = kept
		for _, l := range kept {
			paint(taken, cols, rows, cell, &b, &l)
		}
		out = append(out, b)
	}
	return out
}

// outweighed says whether signs make more print in the other direction where a block lies: in a column of short names
// those one below the other make a few long lines, and those beside each other many short ones, in blocks of their own.
func (b *Block) outweighed(found []Block) bool {
	const leastSigns = 25 // barcodes make less
	if !b.blobs.signs || b.Round || len(b.letters) < leastSigns {
		return false
	}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := range b.letters {
		x, y := b.frame.onWork(b.letters[i].cx(), b.letters[i].cy())
		x0, y0, x1, y1 = math.Min(x0, x), math.Min(y0, y), math.Max(x1, x), math.Max(y1, y)
	}
	others := 0.0
	for i := range found {
		o := &found[i]
		if o.Round || o.frame.Turn == b.frame.Turn {
			continue
		}
		near := 0.0
		for k := range o.lines {
			l := &o.lines[k]
			x, y := o.frame.onWork((l.x0+l.x1)/2, lineMiddle(l))
			if x0 <= x && x <= x1 && y0 <= y && y <= y1 {
				near += float64(l.standing) * l.height
			}
		}
		if near > 0 {
			others += near * o.closeness()
		}
	}
	return others > b.weight
}

// paint marks the ground a line covers.
func paint(taken []float64, cols, rows, cell int, b *Block, l *line) {
	step := float64(cell)
	for x := l.x0; x <= l.x1; x += step {
		base := l.base.at(x)
		for y := base - l.height; y <= base+step/2; y += step {
			fx, fy := b.frame.onWork(x, y)
			taken[clampInt(int(fy)/cell, rows)*cols+clampInt(int(fx)/cell, cols)] = l.height
		}
	}
}

func clampInt(v, n int) int { return max(0, min(n-1, v)) }

// describe fills in what the lines tell about their block.
func (b *Block) describe(l *Layout) {
	step := l.work.step
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	var slopes, weights []float64
	ink, area := 0.0, 0.0
	for i := range b.lines {
		ln := &b.lines[i]
		b.Letters += len(ln.letters)
		for _, id := range ln.letters {
			v := &b.letters[id]
			ax, ay := b.frame.onWork(v.x0, v.y0)
			bx, by := b.frame.onWork(v.x1, v.y1)
			x0, x1 = min(x0, ax, bx), max(x1, ax, bx)
			y0, y1 = min(y0, ay, by), max(y1, ay, by)
			ink += b.blobs.inkOf(v)
		}
		area += (ln.x1 - ln.x0) * ln.height
		slopes = append(slopes, ln.base.slope((ln.x0+ln.x1)/2))
		weights = append(weights, ln.x1-ln.x0)
		b.Lines = append(b.Lines, ln.export(b.frame, step, b.xHeight))
	}
	if area > 0 {
		b.Density = math.Min(1, ink/area)
	}
	b.Bounds = image.Rect(int(x0*step), int(y0*step), int(math.Ceil(x1*step)), int(math.Ceil(y1*step))).
		Intersect(image.Rect(0, 0, l.Width, l.Height))
	b.Turn = b.frame.turned() * 90
	b.Skew = math.Atan(weightedMedian(slopes, weights)) * 180 / math.Pi
	if len(b.bullets) >= leastBullets {
		for _, p := range b.bullets {
			px, py := b.frame.onWork(p.X, p.Y)
			b.Bullets = append(b.Bullets, Point{px * step, py * step})
		}
	}
	x := b.xHeight
	b.XHeight = x * step
	for i := range b.lines {
		b.Bend = math.Max(b.Bend, b.lines[i].bend(b.frame.onWork)/x)
	}
}

// inkOf is the area of a letter, its share of the blob if it is a piece of one.
func (b *blobs) inkOf(l *letter) float64 {
	v := &b.list[l.blob]
	if !l.piece {
		return float64(v.area)
	}
	return float64(v.area) * (l.w() * l.h()) / math.Max(1, float64(v.width()*v.height()))
}

// bend is the greatest distance of the baseline from its chord, seen where a way leads to from its frame.
func (l *line) bend(way func(x, y float64) (float64, float64)) float64 {
	ax, ay := way(l.x0, l.base.at(l.x0))
	bx, by := way(l.x1, l.base.at(l.x1))
	long := math.Max(1, math.Hypot(bx-ax, by-ay))
	worst := 0.0
	for i := 1; i < 16; i++ {
		x := l.x0 + float64(i)/16*(l.x1-l.x0)
		px, py := way(x, l.base.at(x))
		worst = math.Max(worst, math.Abs((px-ax)*(by-ay)-(py-ay)*(bx-ax))/long)
	}
	return worst
}

// export converts the baseline to the image.
func (l *line) export(f frame, step, xHeight float64) Line {
	out := Line{Height: l.height * step, Letters: len(l.letters)}
	n := max(2, min(33, int((l.x1-l.x0)/(2*l.height))))
	for i := range n + 1 {
		x := l.x0 + (l.x1-l.x0)*float64(i)/float64(n)
		place := func(y float64) Point {
			px, py := f.onWork(x, y)
			return Point{px * step, py * step}
		}
		out.Base = append(out.Base, place(l.base.at(x)))
		out.Waist = append(out.Waist, place(l.base.at(x)-xHeight))
	}
	return out
}

func weightedMedian(v, w []float64) float64 {
	order := sortedBy(len(v), func(i int) float64 { return v[i] })
	total := 0.0
	for _, x := range w {
		total += x
	}
	sum := 0.0
	for _, i := range order {
		sum += w[i]
		if sum >= total/2 {
			return v[i]
		}
	}
	return 0
}
