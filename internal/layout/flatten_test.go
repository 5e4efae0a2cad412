package layout

import (
	"fmt"
	"image"
	"image/draw"
	"math"
	"testing"
)

const longText = sampleText + ` Butylene Glycol, Propanediol, Adenosine, Caffeine, Madecassoside, Betaine, Trehalose, Squalane, Ceramide NP, Cholesterol, Hydrogenated Lecithin, Carbomer, Arginine, Ethylhexyl Palmitate, Glyceryl Stearate, Stearic Acid, Sodium Benzoate, Camellia Sinensis Leaf Extract, Aloe Barbadensis Leaf Juice.`

// bottle wraps a sheet round a cylinder, half degrees to either side, seen from afar and from above by
// the pitch.
type bottle struct {
	sheetOfPrint
	half, pitch float64 // radians
	radius      float64
	pad         float64
}

func newBottle(t testing.TB, half, pitch float64) *bottle {
	b := &bottle{sheetOfPrint: setPrint(t, longText, 1000, 27), half: half * math.Pi / 180, pitch: pitch * math.Pi / 180, pad: 30}
	w, _ := b.size()
	b.radius = w / 2 / b.half
	return b
}

// onPhoto leads from the sheet to the photo.
func (b *bottle) onPhoto(u, v float64) (x, y float64) {
	w, _ := b.size()
	angle := (u - w/2) / b.radius
	x = b.pad + b.radius*(math.Sin(b.half)+math.Sin(angle))
	y = b.pad + v*math.Cos(b.pitch) + b.radius*math.Sin(b.pitch)*(1-math.Cos(angle))
	return x, y
}

func (b *bottle) photo() *image.Gray {
	w, h := b.size()
	pw := int(2*b.pad + 2*b.radius*math.Sin(b.half))
	ph := int(2*b.pad + h*math.Cos(b.pitch) + b.radius*math.Abs(math.Sin(b.pitch))*(1-math.Cos(b.half)))
	return b.photograph(pw, ph, func(x, y float64) (float64, float64) {
		s := (x-b.pad)/b.radius - math.Sin(b.half)
		if math.Abs(s) >= 1 {
			return -1, -1
		}
		angle := math.Asin(s)
		return angle*b.radius + w/2, (y - b.pad - b.radius*math.Sin(b.pitch)*(1-math.Cos(angle))) / math.Cos(b.pitch)
	})
}

// TestFlattenUnbendsBottles follows the printed baselines through the photo onto the flat image: they
// must be straight and level there, and what was equally long on the label must be so again.
func TestFlattenUnbendsBottles(t *testing.T) {
	for _, c := range []struct{ half, pitch, bent, stretched float64 }{
		{30, 12, 0.5, 0.15},
		{45, 0, 0.5, 0.12},
		{45, 12, 0.5, 0.12},
		{60, 0, 0.5, 0.12},
		{60, 15, 0.7, 0.12},
		{75, 8, 0.7, 0.2},
	} {
		t.Run(fmt.Sprintf("%v/%v", c.half, c.pitch), func(t *testing.T) {
			b := newBottle(t, c.half, c.pitch)
			l := Survey(b.photo())
			if len(l.Blocks) == 0 {
				t.Fatal("no block found")
			}
			m := l.Flatten(FlattenOptions{}, 0)
			if c.half >= 45 && math.Abs(m.Arc-2*c.half) > 0.25*2*c.half {
				t.Errorf("arc %.0f, want about %.0f", m.Arc, 2*c.half)
			}
			for i, base := range b.baselines {
				if b.right[i] < 0.6*b.right[0] {
					continue // a short last line
				}
				bent, widest, narrowest := spread(m, func(s float64) (float64, float64) {
					return b.onPhoto(b.left+s*(b.right[i]-b.left), base)
				})
				if bent > c.bent {
					t.Errorf("line %d: bent by %.2f pixels of the photo, want at most %.1f", i, bent, c.bent)
				}
				if widest/narrowest > 1+c.stretched {
					t.Errorf("line %d: widths from %.2f to %.2f of the middle one", i, narrowest, widest)
				}
			}
		})
	}
}

// spread walks a line of the photo, s from 0 to 1, on the flat image: its greatest distance from level,
// in pixels of the photo, and the range of the steps' lengths.
func spread(m *Mesh, at func(s float64) (x, y float64)) (bent, widest, narrowest float64) {
	const n = 24
	var us, vs, steps []float64
	for i := range n + 1 {
		u, v := m.Inverse(at(float64(i) / n))
		us, vs = append(us, u), append(vs, v)
		if i > 0 {
			steps = append(steps, us[i]-us[i-1])
		}
	}
	level, step := median(vs), median(steps)
	widest, narrowest = 0, math.Inf(1)
	for _, v := range vs {
		bent = math.Max(bent, math.Abs(v-level)/m.Scale)
	}
	for _, s := range steps {
		widest, narrowest = math.Max(widest, s/step), math.Min(narrowest, s/step)
	}
	return bent, widest, narrowest
}

func TestFlattenLeavesFlatPrintFlat(t *testing.T) {
	s := setPrint(t, longText, 1000, 27)
	w, h := s.size()
	for _, degrees := range []float64{0, -7, 90, 196} {
		g := s.tilted(degrees, 1)
		l := Survey(g)
		m := l.Flatten(FlattenOptions{}, 0)
		if m.Arc != 0 {
			t.Errorf("%v: arc %.0f seen in flat print", degrees, m.Arc)
		}
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		for i, base := range s.baselines[:len(s.baselines)-1] {
			bent, _, _ := spread(m, func(q float64) (float64, float64) {
				dx, dy := s.left+q*(s.right[i]-s.left)-w/2, base-h/2
				return dx*cos - dy*sin + float64(g.Rect.Dx())/2, dx*sin + dy*cos + float64(g.Rect.Dy())/2
			})
			if bent > 0.6 {
				t.Errorf("%v: line %d bent by %.2f pixels", degrees, i, bent)
			}
		}
	}
}

// TestFlattenUndoesKeystone looks at a sheet from the side: its lines run together.
func TestFlattenUndoesKeystone(t *testing.T) {
	s := setPrint(t, longText, 900, 27)
	w, h := s.size()
	const lean = 0.25 // how much smaller the far edge is than the near one
	shrink := func(u float64) float64 { return 1 - lean*u/w }
	g := s.photograph(int(w), int(h), func(x, y float64) (float64, float64) {
		k := shrink(x)
		return x, h/2 + (y-h/2)/k
	})
	l := Survey(g)
	m := l.Flatten(FlattenOptions{}, 0)
	for i, base := range s.baselines {
		if s.right[i] < 0.6*w {
			continue
		}
		bent, _, _ := spread(m, func(q float64) (float64, float64) {
			u := s.left + q*(s.right[i]-s.left)
			return u, h/2 + (base-h/2)*shrink(u)
		})
		if bent > 1 {
			t.Errorf("line %d: bent by %.2f pixels", i, bent)
		}
	}
}

// meanAround is the mean of a square of the photo around a place, side pixels wide: what a pixel of a
// smaller image covers.
func meanAround(g *image.Gray, x, y float64, side int) float64 {
	if side == 1 {
		return float64(g.GrayAt(int(x), int(y)).Y)
	}
	const steps = 4
	sum := 0.0
	for i := range steps {
		for k := range steps {
			dx, dy := (float64(i)+0.5)/steps-0.5, (float64(k)+0.5)/steps-0.5
			sum += float64(g.GrayAt(int(x+dx*float64(side)), int(y+dy*float64(side))).Y)
		}
	}
	return sum / steps / steps
}

func TestApplyPutsPrintWhereTheMeshSays(t *testing.T) {
	s := setPrint(t, sampleText, 900, 26)
	for _, light := range []bool{false, true} {
		g := s.tilted(9, 1)
		if light {
			g = inverted(g)
		}
		l := Survey(g)
		for _, o := range []FlattenOptions{{XHeight: 20}, {XHeight: 7}, {XHeight: 40, Opposite: true}} {
			m := l.Flatten(o, 0)
			m.Even, m.Blur = false, 0
			f := m.Apply(g)
			if f.Rect.Dx() != m.Width || f.Rect.Dy() != m.Height {
				t.Fatalf("image of %v, mesh of %dx%d", f.Rect, m.Width, m.Height)
			}
			sum, n := 0.0, 0
			for v := 4; v < m.Height-4; v += 5 {
				for u := 4; u < m.Width-4; u += 5 {
					x, y := m.Forward(float64(u)+0.5, float64(v)+0.5)
					if x < 2 || y < 2 || x >= float64(g.Rect.Dx()-2) || y >= float64(g.Rect.Dy()-2) {
						continue
					}
					want := meanAround(g, x, y, max(1, int(1/m.Scale+0.5)))
					if light {
						want = 255 - want
					}
					sum += math.Abs(float64(f.GrayAt(u, v).Y) - want)
					n++
				}
			}
			// Interpolation softens edges; a mapping half a pixel off would make it 20 and more.
			if mean := sum / float64(n); n < 100 || mean > 9 {
				t.Errorf("light %v, %+v: %d pixels, mean difference %.1f", light, o, n, mean)
			}
		}
	}
}

// TestFlatShowsOnlyPrint puts grain beside the print, which must not be on the flat image, while all of
// the print must.
func TestFlatShowsOnlyPrint(t *testing.T) {
	s := setPrint(t, sampleText, 700, 28)
	label := s.tilted(2, 1)
	g := image.NewGray(image.Rect(0, 0, 1400, 900))
	for i := range g.Pix {
		g.Pix[i] = 255
	}
	draw.Draw(g, label.Rect.Add(image.Pt(40, 200)), label, image.Point{}, draw.Src)
	for x := 1250; x < 1260; x++ { // a rule, far from the print but within its rows
		for y := range 900 {
			g.Pix[y*g.Stride+x] = 0
		}
	}
	l := Survey(g)
	for _, opposite := range []bool{false, true} {
		m := l.Flatten(FlattenOptions{Opposite: opposite, Margin: 40}, 0)
		flat := m.Apply(g)
		if m.Width < 1400 {
			t.Fatalf("the flat image is %d pixels wide, the rule is not within it", m.Width)
		}
		u, v := m.Inverse(1255, 450)
		if got := flat.GrayAt(int(u), int(v)).Y; got < 200 {
			t.Errorf("opposite %v: the rule shows as %d on the flat image", opposite, got)
		}
		m.kept = nil
		whole := m.Apply(g)
		lost := 0
		for y := range label.Rect.Dy() {
			for x := range label.Rect.Dx() {
				u, v := m.Inverse(float64(x+40)+0.5, float64(y+200)+0.5)
				p := image.Pt(int(u), int(v))
				if whole.GrayAt(p.X, p.Y).Y < 100 && flat.GrayAt(p.X, p.Y).Y > 200 {
					lost++
				}
			}
		}
		if lost > 0 {
			t.Errorf("opposite %v: %d pixels of print are not on the flat image", opposite, lost)
		}
	}
}
