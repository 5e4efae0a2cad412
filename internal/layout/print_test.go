package layout

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

const sampleText = `Ingredients: Aqua, Glycerin, Cetearyl Alcohol, Caprylic Triglyceride, Butyrospermum Parkii Butter, Niacinamide, Panthenol, Sodium Hyaluronate, Tocopherol, Centella Asiatica Extract, Dimethicone, Phenoxyethanol, Ethylhexylglycerin, Xanthan Gum, Disodium EDTA, Allantoin, Human Adipose Stromal Cell Exosomes, Parfum, Limonene, Linalool, Citronellol, Benzyl Alcohol, Citric Acid, Potassium Sorbate.`

// sheetOfPrint is text set flat: dark on light, at twice the size warps show it at.
type sheetOfPrint struct {
	img       *image.Gray
	xHeight   float64   // at single size
	baselines []float64 // at single size
	left      float64
	right     []float64 // end of each line
}

const oversize = 2

func setPrint(t testing.TB, text string, width int, size float64) sheetOfPrint {
	t.Helper()
	return setSpaced(t, text, width, size, 1.25)
}

// setSpaced sets print with lines so many times its size apart.
func setSpaced(t testing.TB, text string, width int, size, apart float64) sheetOfPrint {
	t.Helper()
	f, err := opentype.Parse(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size * oversize, DPI: 72})
	if err != nil {
		t.Fatal(err)
	}
	margin := size * 2
	var lines []string
	line := ""
	for _, w := range strings.Fields(text) {
		next := strings.TrimSpace(line + " " + w)
		if line != "" && font.MeasureString(face, next).Ceil() > int((float64(width)-2*margin)*oversize) {
			lines = append(lines, line)
			next = w
		}
		line = next
	}
	lines = append(lines, line)
	pitch := size * apart
	s := sheetOfPrint{xHeight: float64(face.Metrics().XHeight) / 64 / oversize, left: margin}
	h := int(2*margin+pitch*float64(len(lines))) * oversize
	s.img = image.NewGray(image.Rect(0, 0, width*oversize, h))
	draw.Draw(s.img, s.img.Rect, image.NewUniform(color.Gray{230}), image.Point{}, draw.Src)
	d := font.Drawer{Dst: s.img, Src: image.NewUniform(color.Gray{25}), Face: face}
	for i, l := range lines {
		base := math.Round(margin + pitch*float64(i+1)*0.98)
		d.Dot = fixed.P(int(margin*oversize), int(base*oversize))
		d.DrawString(l)
		s.baselines = append(s.baselines, base)
		s.right = append(s.right, float64(d.Dot.X)/64/oversize)
	}
	return s
}

func (s *sheetOfPrint) size() (w, h float64) {
	return float64(s.img.Rect.Dx()) / oversize, float64(s.img.Rect.Dy()) / oversize
}

// photograph renders the sheet: at leads from the photo to the sheet.
func (s *sheetOfPrint) photograph(w, h int, at func(x, y float64) (u, v float64)) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			sum := 0.0
			for i := range 4 {
				u, v := at(float64(x)+0.25+0.5*float64(i%2), float64(y)+0.25+0.5*float64(i/2))
				sum += s.sample(u, v)
			}
			out.Pix[y*out.Stride+x] = uint8(sum/4 + 0.5)
		}
	}
	return out
}

func (s *sheetOfPrint) sample(u, v float64) float64 {
	u, v = u*oversize-0.5, v*oversize-0.5
	x, y := int(math.Floor(u)), int(math.Floor(v))
	if x < 0 || y < 0 || x+1 >= s.img.Rect.Dx() || y+1 >= s.img.Rect.Dy() {
		return 230
	}
	fx, fy := u-float64(x), v-float64(y)
	o, n := y*s.img.Stride+x, s.img.Stride
	p := s.img.Pix
	return (float64(p[o])*(1-fx)+float64(p[o+1])*fx)*(1-fy) + (float64(p[o+n])*(1-fx)+float64(p[o+n+1])*fx)*fy
}

// tilted is the sheet turned clockwise about its middle, with room around it.
func (s *sheetOfPrint) tilted(degrees, scale float64) *image.Gray {
	sw, sh := s.size()
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	w := int((math.Abs(sw*cos)+math.Abs(sh*sin))*scale) + 20
	h := int((math.Abs(sw*sin)+math.Abs(sh*cos))*scale) + 20
	return s.photograph(w, h, func(x, y float64) (float64, float64) {
		dx, dy := (x-float64(w)/2)/scale, (y-float64(h)/2)/scale
		return dx*cos + dy*sin + sw/2, dy*cos - dx*sin + sh/2
	})
}

func inverted(g *image.Gray) *image.Gray {
	out := image.NewGray(g.Rect)
	for i, v := range g.Pix {
		out.Pix[i] = 255 - v
	}
	return out
}
