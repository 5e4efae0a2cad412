package layout

import (
	"image"
	"math"
	"slices"
)

// Tight lines. Where the tails of one line reach down to the heads of the next, a reader takes two lines
// for one, or tails for letters. Such lines are drawn apart: each is cut out along the way between it and
// its neighbours that crosses least ink, and set down with ground around it.
const (
	tightPitch  = 2.0 // x-heights from line to line, or less
	spreadPitch = 2.5 // x-heights from line to line once they are drawn apart
	mostSpread  = 1.7
	seamMargin  = 0.25 // x-heights from the middle of a line that a seam keeps
	seamStep    = 2    // grey levels for a step up or down
	seamEdge    = 24.0 // grey levels at the edge of a seam's room
	seamDots    = 0.1  // x-heights below half-way
	seamDot     = 80.0 // grey levels below that, lest dots and accents go with the line above
	seamFree    = 2.2  // x-heights of room; with more, no tail meets a head
	rowAbove    = 1.6  // x-heights shown above and below the middle of a line where no other is near
	rowBelow    = 1.2
)

// Shown is a flat image as a reader is shown it.
type Shown struct {
	Picture *image.Gray
	rows    []strip // that were drawn apart; none where the picture is the flat image
}

// strip is a row cut out: for each pixel from left on, where it begins and ends.
type strip struct {
	*row
	left         int
	upper, lower []int
	down         int // pixels it was moved by
	first, last  int // of those pixels, from where to where it holds print
}

// Tight says whether lines are so near to each other that Show draws them apart.
func (m *Mesh) Tight() bool { return m.pitch > 0 && m.pitch <= tightPitch && len(m.rows) > 0 }

// Show takes the flat image from the photo, as Apply does, and draws tight lines apart.
func (m *Mesh) Show(g *image.Gray) *Shown {
	img := m.Apply(g)
	if !m.Tight() {
		return &Shown{Picture: img}
	}
	by := math.Min(mostSpread, spreadPitch/m.pitch)
	s := &Shown{}
	for _, r := range m.shown() {
		s.rows = append(s.rows, newStrip(r, img.Rect, by))
	}
	s.cut(img)
	s.ends(img)
	s.draw(img, m.bare())
	return s
}

// shown are the rows as they lie on the image that Apply gives.
func (m *Mesh) shown() []*row {
	if !m.flip {
		return m.rows
	}
	cols := (m.Width + cell - 1) / cell
	out := make([]*row, len(m.rows))
	for i, r := range m.rows {
		o := *r
		o.x0, o.x1, o.from, o.to = m.Width-r.x1, m.Width-r.x0, cols-r.to, cols-r.from
		o.mid = make([]float64, len(r.mid))
		for k, y := range r.mid {
			o.mid[len(r.mid)-1-k] = float64(m.Height) - y
		}
		out[len(m.rows)-1-i] = &o
	}
	return out
}

func newStrip(r *row, within image.Rectangle, by float64) strip {
	s := strip{row: r, left: max(0, r.from*cell), down: max(0, int((by-1)*r.middle()))}
	n := max(0, min(r.to*cell, within.Dx())-s.left)
	s.upper, s.lower = make([]int, n), make([]int, n)
	high := float64(within.Dy())
	for i := range n {
		y := r.at(s.left + i)
		s.upper[i] = int(math.Max(0, math.Min(high, y-rowAbove*r.xHeight)))
		s.lower[i] = int(math.Max(0, math.Min(high, y+rowBelow*r.xHeight)))
	}
	return s
}

// cut finds the ways between the rows.
func (s *Shown) cut(img *image.Gray) {
	rows := make([]*row, len(s.rows))
	of := map[*row]*strip{}
	for i := range s.rows {
		rows[i] = s.rows[i].row
		of[rows[i]] = &s.rows[i]
	}
	for i := range s.rows {
		// Stretches over which the row below is the same one.
		a := &s.rows[i]
		below := func(x int) *row { return a.row.below(rows, min(x+cell/2, img.Rect.Dx()-1)) }
		end := a.left + len(a.upper)
		for x := a.left; x < end; {
			o, start := below(x), x
			for x < end && below(x) == o {
				x += cell
			}
			if o != nil {
				seam(img, a, of[o], start, min(x, end))
			}
		}
	}
}

// seam is the way between two rows, from pixel x0 to x1, that crosses least ink.
func seam(img *image.Gray, a, b *strip, x0, x1 int) {
	x0, x1 = max(x0, b.left), min(x1, b.left+len(b.upper))
	n, h := x1-x0, img.Rect.Dy()
	if n <= 0 {
		return
	}
	room, x := math.Inf(1), math.Max(a.xHeight, b.xHeight)
	for x := x0; x < x1; x += 4 {
		room = math.Min(room, b.at(x)-a.at(x))
	}
	if room > seamFree*x {
		for x := x0; x < x1; x++ {
			y := int((a.at(x) + b.at(x)) / 2)
			a.lower[x-a.left], b.upper[x-b.left] = min(a.lower[x-a.left], y), max(b.upper[x-b.left], y)
		}
		return
	}
	k := max(1, int(room-2*seamMargin*x))
	cost, now, from := make([]float32, k), make([]float32, k), make([]int8, n*k)
	edge := make([]float32, k)
	for j := range edge {
		off := (float64(j) - float64(k)/2) / (float64(k)/2 + 0.5)
		edge[j] = float32(255 + seamEdge*off*off)
		if float64(j) > float64(k)/2+seamDots*x {
			edge[j] += seamDot
		}
	}
	tops := make([]int, n)
	for i := range n {
		top := int((a.at(x0+i)+b.at(x0+i))/2) - k/2
		tops[i] = top
		for j := range k {
			best, step := cost[j], int8(0)
			if j > 0 && cost[j-1]+seamStep < best {
				best, step = cost[j-1]+seamStep, -1
			}
			if j+1 < k && cost[j+1]+seamStep < best {
				best, step = cost[j+1]+seamStep, 1
			}
			now[j] = best + edge[j] - float32(img.Pix[clampInt(top+j, h)*img.Stride+x0+i])
			from[i*k+j] = step
		}
		cost, now = now, cost
	}
	j := 0
	for q := range cost {
		if cost[q] < cost[j] {
			j = q
		}
	}
	for i := n - 1; i >= 0; i-- {
		y := clampInt(tops[i]+j, h)
		a.lower[x0+i-a.left], b.upper[x0+i-b.left] = y, y
		j += int(from[i*k+j])
	}
}

// draw sets the rows down.
func (s *Shown) draw(img *image.Gray, ground uint8) {
	height := img.Rect.Dy()
	for i := range s.rows {
		for _, y := range s.rows[i].lower {
			height = max(height, y+s.rows[i].down)
		}
	}
	s.Picture = image.NewGray(image.Rect(0, 0, img.Rect.Dx(), height))
	for i := range s.Picture.Pix {
		s.Picture.Pix[i] = ground
	}
	for i := range s.rows {
		r := &s.rows[i]
		for k := r.first; k < r.last; {
			// Columns between the same heights are copied together.
			first := k
			for k < r.last && r.upper[k] == r.upper[first] && r.lower[k] == r.lower[first] {
				k++
			}
			for y := r.upper[first]; y < r.lower[first]; y++ {
				from, to := y*img.Stride+r.left, (y+r.down)*s.Picture.Stride+r.left
				copy(s.Picture.Pix[to+first:to+k], img.Pix[from+first:from+k])
			}
		}
	}
}

// ends finds from where to where each row holds print. Within the column that most rows of its block fill, it
// does. Beyond, what reaches through the row from top to bottom is a rule, an edge or a pattern, of which every
// row would show a piece.
func (s *Shown) ends(img *image.Gray) {
	ink := inkLevel(img)
	lefts, rights := map[int][]int{}, map[int][]int{}
	for i := range s.rows {
		r := &s.rows[i]
		if r.letters > 0 {
			lefts[r.block], rights[r.block] = append(lefts[r.block], r.x0), append(rights[r.block], r.x1)
		}
	}
	for b := range lefts {
		slices.Sort(lefts[b])
		slices.Sort(rights[b])
	}
	for i := range s.rows {
		r := &s.rows[i]
		x0, x1 := r.x0, r.x1
		if n := len(lefts[r.block]); n > 0 {
			x0, x1 = min(x0, lefts[r.block][n/4]), max(x1, rights[r.block][n-1-n/4])
		}
		n := len(r.upper)
		r.first, r.last = max(0, min(n, x0-r.left)), max(0, min(n, x1-r.left))
		for r.first > 0 && !r.crossed(img, ink, r.first-1) {
			r.first--
		}
		for r.last < n && !r.crossed(img, ink, r.last) {
			r.last++
		}
	}
}

// crossed says whether there is ink at both edges of the row, at a pixel from its left or beside it.
func (r *strip) crossed(img *image.Gray, ink uint8, k int) bool {
	near := max(1, int(r.xHeight/2))
	dark := func(edge []int, by int) bool {
		for i := max(0, k-near); i <= min(len(edge)-1, k+near); i++ {
			y := clampInt(edge[i]+by, img.Rect.Dy())
			if img.Pix[y*img.Stride+r.left+i] <= ink {
				return true
			}
		}
		return false
	}
	return dark(r.upper, 1) && dark(r.lower, -2)
}

// inkLevel is half-way between the ground and the ink of an image.
func inkLevel(img *image.Gray) uint8 {
	var hist [256]int
	for _, v := range img.Pix {
		hist[v]++
	}
	at := func(share float64) int {
		rest := int(share * float64(len(img.Pix)))
		for v, n := range hist {
			if rest -= n; rest < 0 {
				return v
			}
		}
		return 255
	}
	return uint8((at(0.02) + at(0.7)) / 2)
}

// Back leads a box from the picture to the flat image.
func (s *Shown) Back(b image.Rectangle) image.Rectangle {
	x, y := (b.Min.X+b.Max.X)/2, float64(b.Min.Y+b.Max.Y)/2
	down, least := 0, math.Inf(1)
	for i := range s.rows {
		r := &s.rows[i]
		if x < r.left || x >= r.left+len(r.upper) {
			continue
		}
		if d := math.Abs(r.at(x) + float64(r.down) - y); d < least {
			down, least = r.down, d
		}
	}
	return b.Sub(image.Pt(0, down))
}
