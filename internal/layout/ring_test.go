package layout

import (
	"fmt"
	"image"
	"math"
	"testing"
)

// lid is a sheet set on circles: its middle line keeps its length.
type lid struct {
	sheetOfPrint
	radius float64 // negative where the centre lies above the print
	turned float64 // radians clockwise
	size   float64 // of the photo, square, with the centre in its middle
	aslant float64 // degrees the camera looks at it aslant, from its lower right
}

// seen leads from a place on the lid, from its centre, to where the camera sees it, and back.
func (l *lid) seen(x, y float64, back bool) (float64, float64) {
	sin, cos := math.Sincos(math.Pi / 6)
	narrow := math.Cos(l.aslant * math.Pi / 180)
	if back {
		narrow = 1 / narrow
	}
	off := (x*cos + y*sin) * (1 - narrow)
	return x - off*cos, y - off*sin
}

func (l *lid) onPhoto(u, v float64) (x, y float64) {
	w, h := l.sheetOfPrint.size()
	sin, cos := math.Sincos((u-w/2)/l.radius + l.turned)
	far := l.radius - (v - h/2)
	x, y = l.seen(far*sin, -far*cos, false)
	return l.size/2 + x, l.size/2 + y
}

func (l *lid) photo() *image.Gray {
	w, h := l.sheetOfPrint.size()
	side := math.Copysign(1, l.radius)
	return l.photograph(int(l.size), int(l.size), func(x, y float64) (float64, float64) {
		dx, dy := l.seen(side*(x-l.size/2), side*(y-l.size/2), true)
		angle := math.Remainder(math.Atan2(dx, -dy)-l.turned, 2*math.Pi)
		return w/2 + l.radius*angle, h/2 + l.radius - side*math.Hypot(dx, dy)
	})
}

// shortText goes on one line.
const shortText = `Ingredients: Aqua, Glycerin, Cetearyl Alcohol, Butyrospermum Parkii Butter, Niacinamide, Panthenol, Tocopherol.`

// TestFlattenUnrollsCircles follows the printed baselines of print on circles, as on a lid, onto the flat image.
func TestFlattenUnrollsCircles(t *testing.T) {
	for _, c := range []struct {
		text           string
		radius, turned float64
		width          int
		aslant         float64
	}{
		{longText, 600, 0, 1000, 0},
		{longText, -600, 0, 1000, 0},
		{longText, 600, 90, 1000, 0},
		{longText, -500, 20, 1000, 0},
		{longText, 420, 0, 2000, 0}, // three quarters of the way round
		{shortText, 300, 20, 1700, 0},
		{shortText, 300, 170, 1700, 0},
		{shortText, -600, 10, 1700, 0}, // on the lower half, read from within
		{shortText, 420, -60, 1700, 24},
		{shortText + shortText, 480, 100, 1700, 15}, // two lines
		{longText, 600, -100, 3400, 24},
	} {
		t.Run(fmt.Sprintf("%v/%v/%v/%v", len(c.text), c.radius, c.turned, c.aslant), func(t *testing.T) {
			l := &lid{sheetOfPrint: setPrint(t, c.text, c.width, 24), radius: c.radius, turned: c.turned * math.Pi / 180, aslant: c.aslant}
			_, h := l.sheetOfPrint.size()
			l.size = 2*math.Abs(c.radius) + h + 40
			found := Survey(l.photo())
			if len(found.Blocks) == 0 || !found.Blocks[0].Round {
				t.Fatal("no print on circles found")
			}
			b := &found.Blocks[0]
			if off := math.Abs(b.XHeight/l.xHeight - 1); off > 0.12 {
				t.Errorf("x-height %.1f, want %.1f", b.XHeight, l.xHeight)
			}
			m := found.Flatten(FlattenOptions{}, 0)
			for i, base := range l.baselines {
				bent, widest, narrowest := spread(m, func(s float64) (float64, float64) {
					return l.onPhoto(l.left+s*(l.right[i]-l.left), base)
				})
				most := 0.7
				if len(l.baselines) == 1 {
					most = 1.3 // a line alone has few feet to hold it
				}
				if bent > most || widest > 1.05*narrowest {
					t.Errorf("line %d: bent by %.2f pixels of the photo, widths from %.2f to %.2f of the middle one", i, bent, narrowest, widest)
				}
			}
		})
	}
}

// TestBottlesAreNoCircles holds print on bottles seen from far above to the cylinder they are.
func TestBottlesAreNoCircles(t *testing.T) {
	for _, pitch := range []float64{-35, 40} {
		for _, half := range []float64{45, 60} {
			l := Survey(newBottle(t, half, pitch).photo())
			for i := range l.Blocks {
				if l.Blocks[i].Round {
					t.Errorf("a bottle of %v degrees to either side, seen from %v degrees above, was taken for circles", half, pitch)
				}
			}
		}
	}
}
