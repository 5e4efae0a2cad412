package layout

import (
	"encoding/binary"
	"image"
	"math"
)

// cell is the side, in flat pixels, of the squares within which the mapping is taken as bilinear. Over
// 16 pixels a cylinder at 75 degrees departs from its chord by less than a tenth of a pixel.
const cell = 16

// Apply takes the flat image from the photo in one interpolation. Light print becomes dark. Places
// outside the photo, and those beyond the print, show bare ground. Blur and Even say what is done besides.
func (m *Mesh) Apply(g *image.Gray) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, m.Width, m.Height))
	if m.Width == 0 || m.Height == 0 || g.Rect.Empty() {
		return out
	}
	cols, rows := (m.Width+cell-1)/cell+1, (m.Height+cell-1)/cell+1
	xs, ys := make([]float64, cols*rows), make([]float64, cols*rows)
	for r := range rows {
		for c := range cols {
			x, y := m.Forward(float64(c*cell)+0.5, float64(r*cell)+0.5)
			xs[r*cols+c], ys[r*cols+c] = x, y
		}
	}
	src := newSource(g, xs, ys, m.Scale)
	src.ground = m.ground
	for i := range xs {
		xs[i], ys[i] = src.local(xs[i], ys[i])
	}
	cubic := m.Scale/src.shrunk > 1.15 // enlarged print gains from a curve between the pixels
	for y := range m.Height {
		r, f := y/cell, float64(y%cell)/cell
		row := out.Pix[y*out.Stride : y*out.Stride+m.Width]
		for c := 0; c*cell < m.Width; c++ {
			a, b := r*cols+c, (r+1)*cols+c
			sx, sy := xs[a]+(xs[b]-xs[a])*f, ys[a]+(ys[b]-ys[a])*f
			ex, ey := xs[a+1]+(xs[b+1]-xs[a+1])*f, ys[a+1]+(ys[b+1]-ys[a+1])*f
			part := row[c*cell : min((c+1)*cell, m.Width)]
			if cubic {
				src.cubic(part, sx, sy, (ex-sx)/cell, (ey-sy)/cell)
			} else {
				src.linear(part, sx, sy, (ex-sx)/cell, (ey-sy)/cell)
			}
		}
	}
	if m.Light {
		for i, v := range out.Pix {
			out.Pix[i] = 255 - v
		}
	}
	m.restore(out)
	m.clear(out)
	return out
}

// restore sharpens and evens a flat image. What is ground shows before it is sharpened: that puts a bright rim
// around each letter, and the ground between two rims, left darker, would be read as strokes.
func (m *Mesh) restore(img *image.Gray) {
	var before *levels
	if m.Blur > 0 {
		if m.Even {
			before = levelsOf(img, m.XHeight)
		}
		Sharpen(img, m.Blur, sharpenBy)
	}
	if !m.Even {
		return
	}
	if l := levelsOf(img, m.XHeight); l != nil {
		if before != nil {
			l.ground = before.ground
		}
		l.even(img)
	}
}

// source is the part of the photo a mesh needs, shrunk by a whole factor where the flat image is much
// smaller, so that every pixel of the photo is heard.
type source struct {
	pix    []uint8
	stride int
	w, h   int
	x0, y0 float64 // of its corner on the photo
	shrunk float64 // 1 over that factor
	taps   *[32][4]int
	ground uint8
}

// leastShrink is the scale, after a source was shrunk, from which on one sample between four pixels hears
// enough of them: below, the grain of every other pixel would be taken for print.
const leastShrink = 1.05

func newSource(g *image.Gray, xs, ys []float64, scale float64) *source {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := range xs {
		x0, x1 = math.Min(x0, xs[i]), math.Max(x1, xs[i])
		y0, y1 = math.Min(y0, ys[i]), math.Max(y1, ys[i])
	}
	w, h := g.Rect.Dx(), g.Rect.Dy()
	ix0, iy0 := clampInt(int(x0)-3, w), clampInt(int(y0)-3, h)
	ix1, iy1 := clampInt(int(x1)+3, w)+1, clampInt(int(y1)+3, h)+1
	factor := max(1, int(leastShrink/scale))
	part := &image.Gray{Pix: g.Pix[iy0*g.Stride+ix0:], Stride: g.Stride, Rect: image.Rect(0, 0, ix1-ix0, iy1-iy0)}
	for factor > 1 && (part.Rect.Dx()/factor < 2 || part.Rect.Dy()/factor < 2) {
		factor--
	}
	s := &source{x0: float64(ix0), y0: float64(iy0), shrunk: 1 / float64(factor), taps: cubicTaps()}
	if factor == 1 {
		s.pix, s.stride, s.w, s.h = part.Pix, part.Stride, part.Rect.Dx(), part.Rect.Dy()
		return s
	}
	k := reduce(part, factor)
	s.pix, s.stride, s.w, s.h = k.pix, k.w, k.w, k.h
	return s
}

// local converts a place on the photo to pixel indices of the source (middles at whole numbers).
func (s *source) local(x, y float64) (float64, float64) {
	return (x-s.x0)*s.shrunk - 0.5, (y-s.y0)*s.shrunk - 0.5
}

// linear fills row with samples from (x, y) on, stepping by (dx, dy).
func (s *source) linear(row []uint8, x, y, dx, dy float64) {
	const one = 1 << 16
	fx, fy := int(x*one), int(y*one)
	ix, iy := int(dx*one), int(dy*one)
	for i := range row {
		px, py := fx>>16, fy>>16
		wx, wy := (fx&(one-1))>>8, (fy&(one-1))>>8
		if px >= 0 && py >= 0 && px+1 < s.w && py+1 < s.h {
			o := py*s.stride + px
			a, b := s.pix[o:o+2], s.pix[o+s.stride:o+s.stride+2]
			top := int(a[0])*(256-wx) + int(a[1])*wx
			bottom := int(b[0])*(256-wx) + int(b[1])*wx
			row[i] = uint8((top*(256-wy) + bottom*wy + 1<<15) >> 16)
		} else {
			row[i] = s.border(px+wx>>7, py+wy>>7)
		}
		fx += ix
		fy += iy
	}
}

// border is the pixel at the place, or the nearest one if the place lies just outside, or ground.
func (s *source) border(x, y int) uint8 {
	const near = 2
	if x < -near || y < -near || x >= s.w+near || y >= s.h+near {
		return s.ground
	}
	return s.pix[clampInt(y, s.h)*s.stride+clampInt(x, s.w)]
}

// cubicTaps are the four weights, in 1/128, of Catmull and Rom's curve at 32 places between two pixels.
func cubicTaps() *[32][4]int {
	var t [32][4]int
	for i := range t {
		f := float64(i) / 32
		w := [4]float64{
			((-0.5*f+1)*f - 0.5) * f,
			(1.5*f-2.5)*f*f + 1,
			((-1.5*f+2)*f + 0.5) * f,
			(0.5*f - 0.5) * f * f,
		}
		sum := 0
		for j := range w {
			t[i][j] = int(math.Round(w[j] * 128))
			sum += t[i][j]
		}
		t[i][1+i/16] += 128 - sum // rounding goes to the nearest pixel
	}
	return &t
}

// lanes spreads four pixels over the four quarters of a word, so that one multiplication weighs them all.
func lanes(p []uint8) uint64 {
	v := uint64(binary.LittleEndian.Uint32(p))
	v = (v | v<<16) & 0x0000ffff0000ffff
	return (v | v<<8) & 0x00ff00ff00ff00ff
}

// lift keeps weighted pixels, which a curve takes below zero, from borrowing of the next quarter.
const (
	lift      = 1 << 13
	aboveZero = lift * 0x0001000100010001
)

// cubic is linear with four taps each way.
func (s *source) cubic(row []uint8, x, y, dx, dy float64) {
	const one = 1 << 16
	fx, fy := int(x*one), int(y*one)
	ix, iy := int(dx*one), int(dy*one)
	taps := s.taps
	for i := range row {
		px, py := fx>>16, fy>>16
		if px >= 1 && py >= 1 && px+2 < s.w && py+2 < s.h {
			tx, ty := &taps[(fx&(one-1))>>11], &taps[(fy&(one-1))>>11]
			o := (py-1)*s.stride + px - 1
			p := s.pix[o : o+3*s.stride+4]
			q := lanes(p)*uint64(ty[0]) + lanes(p[s.stride:])*uint64(ty[1]) +
				lanes(p[2*s.stride:])*uint64(ty[2]) + lanes(p[3*s.stride:])*uint64(ty[3]) + aboveZero
			sum := int(q&0xffff)*tx[0] + int(q>>16&0xffff)*tx[1] + int(q>>32&0xffff)*tx[2] + int(q>>48)*tx[3] - lift*128
			row[i] = uint8(max(0, min(255, (sum+1<<13)>>14)))
		} else {
			s.linear(row[i:i+1], float64(fx)/one, float64(fy)/one, 0, 0)
		}
		fx += ix
		fy += iy
	}
}
