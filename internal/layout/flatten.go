package layout

import (
	"cmp"
	"math"
	"slices"
)

// FlattenOptions says how a flat image is to look. The zero value is what Tesseract reads best.
type FlattenOptions struct {
	XHeight  float64 // pixels an x shall be high; 0 is 30
	MaxScale float64 // greatest enlargement; 0 is 6
	Margin   float64 // ground around the print, in x-heights; 0 is 2
	Aside    float64 // the same to the left and the right; 0 is Margin
	Pixels   int     // most pixels of the flat image; 0 is 12 million. A larger one is made smaller
	Straight bool    // undo turn and skew only
	Opposite bool    // turn by 180 degrees more than Block.Turn says
	Signs    bool    // of other build than Latin: what lies beside those seen may be more
	Widen    float64 // times as wide the print is shown, where that is more than Block.Widening says
}

const (
	defaultXHeight  = 30
	defaultMaxScale = 6
	defaultMargin   = 2
	defaultPixels   = 12_000_000
	longestFlat     = 20_000 // pixels; Tesseract refuses images beyond 32,767
)

// Flatten makes the Mesh that lays the given blocks flat; the first one names the frame, polarity and
// size. It returns nil where no block is named or none exists.
func (l *Layout) Flatten(o FlattenOptions, ids ...int) *Mesh {
	if len(ids) == 0 || ids[0] < 0 || ids[0] >= len(l.Blocks) {
		return nil
	}
	lead := &l.Blocks[ids[0]]
	m := &Mesh{Widened: 1, ground: uint8(lead.Measures.Ground), Light: lead.Light, frame: lead.frame, step: l.work.step, flip: o.Opposite}
	m.Widened = math.Max(lead.Widening(), math.Min(o.Widen, mostWidened))
	ids = slices.DeleteFunc(slices.Clone(ids), func(id int) bool {
		return id < 0 || id >= len(l.Blocks) || l.Blocks[id].frame != lead.frame
	})
	var lines []placed
	var grounds []float64
	for _, id := range ids {
		lines = append(lines, placedLines(&l.Blocks[id])...)
		grounds = append(grounds, l.Blocks[id].Measures.Ground)
	}
	m.centre(lines, lead.Skew)
	xHeight := lead.XHeight / m.step
	if !o.Straight && !lead.Round {
		m.roll = findRoll(m, lines)
	}
	feet := m.feetOf(lines, xHeight)
	if o.Straight {
		m.sheet = sheet{half: 1, high: 1}
	} else {
		m.sheet = fitSheet(feet, len(lines), xHeight)
	}
	m.crop(lines, xHeight, o)
	for _, id := range ids {
		m.keep(placedLines(&l.Blocks[id]))
		m.rowsOf(id, &l.Blocks[id])
	}
	m.keepBetween()
	m.settleRows()
	m.bars = slices.Concat(l.bars, l.leaders)
	m.treat(lead, slices.Max(grounds)-slices.Min(grounds))
	return m
}

// When to treat the flat image. Both cost a little accuracy where they are not needed.
const (
	blurredFrom = 0.06 // x-heights of blur: the counters of letters begin to fill
	sharpenBy   = 3.5
	shadedFrom  = 0.12 // of the contrast between the darkest and the lightest ground
	fadedFrom   = 0.7  // of the contrast left to the faintest letters
)

// treat chooses how the flat image is sharpened and evened: by the block that leads, and by how many grey levels
// the ground of one block is lighter than that of another, as where the edge of a shadow parts them.
func (m *Mesh) treat(b *Block, step float64) {
	v := &b.Measures
	if v.Blur > blurredFrom*b.XHeight {
		// Thin strokes are blurred into their neighbours, which hides some of the blur.
		m.Blur = 1.25 * v.Blur * m.Scale
	}
	m.Even = v.Shade > shadedFrom || step > shadedFrom*v.Contrast || v.Faint < fadedFrom
}

// Narrow print. Tesseract was taught on letters of the usual width; condensed ones, which save room on labels, it
// takes for each other or reads two as one. So they are shown wider.
const (
	usualAdvance   = 0.95 // x-heights from one letter to the next
	usualCapitals  = 1.2  // the same of capitals
	usualSigns     = 1.08 // the same of signs, in their own height
	narrowBelow    = 0.82 // of the usual advance
	narrowSigns    = 0.88 // the same of signs, whose widths differ less
	mostWidened    = 1.5
	usualLetter    = 0.85 // x-heights a letter as high as an x is wide
	narrowLetter   = 0.68 // x-heights the middle one of those is wide, and less, in narrow print
	leastXs        = 40   // of such letters, of which it can be told
	narrowFrom     = 9.0  // pixels an x is high at least: a pixel more or less makes smaller letters narrow
	advanceLetters = 60   // of which it can be told
	advanceSigns   = 20   // the same, of signs that stand beside others
	wholeSign      = 0.5  // of its height: what is less wide is a part of a sign, a digit or a letter
)

// Widening is how many times wider the print is shown than it is, from 1 to 1.5.
func (b *Block) Widening() float64 {
	usual, narrow, least := usualAdvance*b.xHeight, narrowBelow, advanceLetters
	switch {
	case b.blobs.signs:
		usual, narrow, least = usualSigns*capsOverX*b.xHeight, narrowSigns, advanceSigns
	case b.Capitals:
		usual = usualCapitals * b.xHeight
	}
	steps := b.advances()
	if len(steps) < least {
		return 1
	}
	if step := median(steps); step > 0 && step < narrow*usual {
		return math.Min(usual/step, mostWidened)
	}
	return 1
}

// Narrow is how many times wider print should be shown by the letters there are, 1 where they are of the usual width or
// capitals. Where many letters ran into others, or are lost in glare, it is far from one that was seen to the next, and
// those say more. But single letters differ more than what print takes up: it is a guess to try.
func (b *Block) Narrow() float64 {
	if b.blobs.signs || b.Capitals || b.XHeight < narrowFrom {
		return 1
	}
	var widths []float64
	for i := range b.lines {
		l := &b.lines[i]
		for k, id := range l.letters {
			if v := &b.letters[id]; !v.piece && math.Abs(l.above[k]-b.xHeight) <= overshoot/2*b.xHeight {
				widths = append(widths, v.w())
			}
		}
	}
	if wide := median(widths) / b.xHeight; len(widths) >= leastXs && wide <= narrowLetter {
		return math.Min(usualLetter/wide, mostWidened)
	}
	return 1
}

// advances are how far it is from one letter of a line to the next, from one whole sign to the next in print of signs.
func (b *Block) advances() []float64 {
	least := 0.0
	if b.blobs.signs {
		least = wholeSign * capsOverX * b.xHeight
	}
	var steps []float64
	for i := range b.lines {
		ids := b.lines[i].letters
		for k := 1; k < len(ids); k++ {
			if a, z := &b.letters[ids[k-1]], &b.letters[ids[k]]; a.w() >= least && z.w() >= least {
				steps = append(steps, z.cx()-a.cx())
			}
		}
	}
	return steps
}

// placed is a line with the letters it refers to, and the blobs those are.
type placed struct {
	*line
	letters []letter
	blobs   *blobs
}

func placedLines(b *Block) []placed {
	out := make([]placed, len(b.lines))
	for i := range b.lines {
		out[i] = placed{&b.lines[i], b.letters, b.blobs}
	}
	return out
}

// centre puts the origin of the level frame at the middle of the lines.
func (m *Mesh) centre(lines []placed, skew float64) {
	m.sin, m.cos = math.Sincos(skew * math.Pi / 180)
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, l := range lines {
		for _, x := range [2]float64{l.x0, l.x1} {
			y := l.base.at(x) - l.height/2
			u, v := x*m.cos+y*m.sin, y*m.cos-x*m.sin
			x0, x1, y0, y1 = math.Min(x0, u), math.Max(x1, u), math.Min(y0, v), math.Max(y1, v)
		}
	}
	u, v := (x0+x1)/2, (y0+y1)/2
	m.cx, m.cy = u*m.cos-v*m.sin, u*m.sin+v*m.cos
}

// feetOf lists where the letters stand, in the level frame.
func (m *Mesh) feetOf(lines []placed, xHeight float64) []foot {
	var out []foot
	for i, l := range lines {
		for j, id := range l.line.letters {
			v := &l.letters[id]
			x := v.cx()
			fx, fy := m.frame.onWork(x, l.base.at(x)+l.below[j])
			u, y := m.level(fx, fy)
			out = append(out, foot{u, y, i, 1, math.Abs(l.below[j]) <= standsWithin*l.height+0.5})
		}
	}
	return out
}

// crop chooses the part of the level frame to show, and the scale.
func (m *Mesh) crop(lines []placed, xHeight float64, o FlattenOptions) {
	target, most, margin, pixels := o.XHeight, o.MaxScale, o.Margin, o.Pixels
	if target <= 0 {
		target = defaultXHeight
	}
	if most <= 0 {
		most = defaultMaxScale
	}
	if margin <= 0 {
		margin = defaultMargin
	}
	if pixels <= 0 {
		pixels = defaultPixels
	}
	u0, v0, u1, v1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, l := range lines {
		for _, id := range l.line.letters {
			v := &l.letters[id]
			for _, c := range [4][2]float64{{v.x0, v.y0}, {v.x1, v.y0}, {v.x0, v.y1}, {v.x1, v.y1}} {
				fx, fy := m.frame.onWork(c[0], c[1])
				u, y := m.level(fx, fy)
				w := y - m.sheet.bulge(u, y)
				u0, u1, v0, v1 = math.Min(u0, u), math.Max(u1, u), math.Min(v0, w), math.Max(v1, w)
			}
		}
	}
	pad, aside := margin*xHeight, cmp.Or(o.Aside, margin)*xHeight
	u0, v0, u1, v1 = u0-aside, v0-pad, u1+aside, v1+pad
	m.u0, m.v0 = u0, v0
	m.Scale = math.Min(target/(xHeight*m.step), most)
	w, h := u1-u0, v1-v0
	m.zoom = m.Scale * m.step
	if z := math.Sqrt(float64(pixels) / (w * m.Widened * h)); z < m.zoom {
		m.zoom = z
	}
	if z := longestFlat / math.Max(w*m.Widened, h); z < m.zoom {
		m.zoom = z
	}
	m.Scale = m.zoom / m.step
	m.Arc = (m.roll.angle(u1-aside) - m.roll.angle(u0+aside)) * 180 / math.Pi
	m.XHeight = xHeight * m.zoom
	m.Width, m.Height = max(1, int(math.Ceil(w*m.along()))), max(1, int(math.Ceil(h*m.zoom)))
}
