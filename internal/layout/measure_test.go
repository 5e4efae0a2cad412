package layout

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"math/rand/v2"
	"testing"
)

// photographed is a sheet of print as it was set, with room around it.
func photographed(t testing.TB) (sheetOfPrint, *image.Gray) {
	s := setPrint(t, longText, 1000, 27)
	return s, s.tilted(0, 1)
}

// blurred spreads every pixel by a Gaussian.
func blurred(g *image.Gray, sigma float64) *image.Gray {
	n := int(3*sigma) + 1
	kernel, sum := make([]float64, 2*n+1), 0.0
	for i := range kernel {
		kernel[i] = math.Exp(-float64((i-n)*(i-n)) / (2 * sigma * sigma))
		sum += kernel[i]
	}
	w, h := g.Rect.Dx(), g.Rect.Dy()
	across, out := image.NewGray(g.Rect), image.NewGray(g.Rect)
	for _, pass := range []struct {
		from, to *image.Gray
		dx, dy   int
	}{{g, across, 1, 0}, {across, out, 0, 1}} {
		for y := range h {
			for x := range w {
				v := 0.0
				for i, k := range kernel {
					v += k * float64(pass.from.Pix[clampInt(y+(i-n)*pass.dy, h)*w+clampInt(x+(i-n)*pass.dx, w)])
				}
				pass.to.Pix[y*w+x] = uint8(v/sum + 0.5)
			}
		}
	}
	return out
}

func first(t testing.TB, g *image.Gray) *Block {
	t.Helper()
	l := Survey(g)
	if len(l.Blocks) == 0 {
		t.Fatal("no block found")
	}
	return &l.Blocks[0]
}

func TestMeasuresOfCleanPrint(t *testing.T) {
	_, g := photographed(t)
	m := first(t, g).Measures
	if math.Abs(m.Contrast-205) > 12 || math.Abs(m.Ground-230) > 3 {
		t.Errorf("contrast %.0f on ground %.0f, want 205 on 230", m.Contrast, m.Ground)
	}
	if m.Blur > 0.6 || m.Shade > 0.02 || m.Faint < 0.9 || m.Glare != 0 || m.Cut != (Sides{}) {
		t.Errorf("clean print is measured as %+v", m)
	}
}

func TestMeasuresSeeBlur(t *testing.T) {
	_, g := photographed(t)
	last := first(t, g).Measures.Blur
	for _, sigma := range []float64{1, 1.6, 2.2} {
		m := first(t, blurred(g, sigma)).Measures
		if m.Blur < last+0.2 || m.Blur < 0.7*sigma || m.Blur > 1.2*sigma {
			t.Errorf("sigma %.1f: blur %.2f after %.2f", sigma, m.Blur, last)
		}
		last = m.Blur
	}
}

func TestMeasuresSeeGlareAndShade(t *testing.T) {
	_, g := photographed(t)
	burnt := image.NewGray(g.Rect)
	for i, v := range g.Pix {
		x, y := i%g.Stride, i/g.Stride
		light := 1.2 * math.Exp(-(math.Pow(float64(x-500)/160, 2) + math.Pow(float64(y-200)/120, 2)))
		burnt.Pix[i] = uint8(math.Min(255, float64(v)*0.75+255*light))
	}
	m := first(t, burnt).Measures
	if m.Glare < 0.03 || m.Glare > 0.4 {
		t.Errorf("a burnt spot is measured as %+v", m)
	}
	shaded := image.NewGray(g.Rect)
	for i, v := range g.Pix {
		shaded.Pix[i] = uint8(float64(v) * (0.35 + 0.65*float64(i%g.Stride)/float64(g.Stride)))
	}
	if m := first(t, shaded).Measures; m.Shade < 0.5 || m.Glare != 0 {
		t.Errorf("a shade is measured as %+v", m)
	}
}

func TestMeasuresSeePrintThatIsCutOff(t *testing.T) {
	s, g := photographed(t)
	inner := int(s.left) + 60
	part := image.NewGray(image.Rect(0, 0, g.Rect.Dx()-inner, g.Rect.Dy()))
	draw.Draw(part, part.Rect, g, image.Pt(inner, 0), draw.Src)
	if c := first(t, part).Measures.Cut; c != (Sides{Left: true}) {
		t.Errorf("cut at the left is measured as %+v", c)
	}
}

// TestEvenBringsBackWhatGlareTook checks ground and ink all over a shaded and hazed image.
func TestEvenBringsBackWhatGlareTook(t *testing.T) {
	s, g := photographed(t)
	r := rand.New(rand.NewPCG(3, 4))
	for i, v := range g.Pix {
		x, y := float64(i%g.Stride), float64(i/g.Stride)
		haze := 0.8 * math.Exp(-(math.Pow((x-700)/250, 2) + math.Pow((y-150)/150, 2)))
		lit := float64(v) * (0.4 + 0.5*x/float64(g.Stride))
		g.Pix[i] = uint8(math.Max(0, math.Min(255, lit+(235-lit)*haze+r.NormFloat64()*1.5)))
	}
	(&Mesh{Even: true, XHeight: s.xHeight}).restore(g)
	const tile = 64
	for y := 40; y+tile < g.Rect.Dy()-40; y += tile {
		for x := 60; x+tile < g.Rect.Dx()-60; x += tile {
			light, dark := 0, 0
			for dy := range tile {
				for dx := range tile {
					switch v := g.GrayAt(x+dx, y+dy).Y; {
					case v > 200:
						light++
					case v < 90:
						dark++
					}
				}
			}
			if light < tile*tile/2 {
				t.Errorf("at (%d,%d) only %d of %d pixels are light ground", x, y, light, tile*tile)
			}
			if dark < tile*tile/100 && y > 100 && y < 250 && x < 800 {
				t.Errorf("at (%d,%d) only %d of %d pixels are dark ink", x, y, dark, tile*tile)
			}
		}
	}
}

// TestShadowBetweenBlocksIsEvened sets two paragraphs, the first in a shadow with a hard edge: each has even ground.
func TestShadowBetweenBlocksIsEvened(t *testing.T) {
	s, g := photographed(t)
	h := g.Rect.Dy()
	both := image.NewGray(image.Rect(0, 0, g.Rect.Dx(), 2*h))
	for i, v := range g.Pix {
		both.Pix[i], both.Pix[len(g.Pix)+i] = uint8(float64(v)*0.45), v
	}
	l := Survey(both)
	if len(l.Blocks) != 2 {
		t.Fatalf("%d blocks found, want 2", len(l.Blocks))
	}
	if l.Flatten(FlattenOptions{}, 0).Even || l.Flatten(FlattenOptions{}, 1).Even || !l.Flatten(FlattenOptions{XHeight: s.xHeight}, 0, 1).Even {
		t.Error("the blocks are to be evened together, and neither by itself")
	}
}

func TestSharpenSteepensEdges(t *testing.T) {
	_, g := photographed(t)
	soft := blurred(g, 2)
	before := first(t, soft).Measures
	Sharpen(soft, 2.5, sharpenBy)
	after := first(t, soft).Measures
	if after.Blur > 0.75*before.Blur || after.Contrast < before.Contrast {
		t.Errorf("blur %.2f and contrast %.0f became %.2f and %.0f", before.Blur, before.Contrast, after.Blur, after.Contrast)
	}
}

// TestSharpenedGroundIsEven sharpens bold letters and evens them: the ground between the bright rims of two
// letters must be as white as elsewhere.
func TestSharpenedGroundIsEven(t *testing.T) {
	const x, pitch = 24, 36
	g := image.NewGray(image.Rect(0, 0, 20*pitch, 8*x))
	draw.Draw(g, g.Rect, image.NewUniform(color.Gray{170}), image.Point{}, draw.Src)
	for i := range 18 {
		draw.Draw(g, image.Rect(pitch*(i+1), 3*x, pitch*(i+1)+pitch/3, 5*x), image.NewUniform(color.Gray{60}), image.Point{}, draw.Src)
	}
	soft := blurred(g, 2)
	(&Mesh{Blur: 2.5, Even: true, XHeight: x}).restore(soft)
	for i := range 17 {
		at := pitch*(i+1) + pitch*2/3
		if v := soft.GrayAt(at, 4*x).Y; v < 250 {
			t.Errorf("ground between letters %d and %d is %d", i, i+1, v)
		}
	}
}
