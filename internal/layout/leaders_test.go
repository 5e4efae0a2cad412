package layout

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"strings"
	"testing"
)

// dotted draws dots on a sheet, each so wide, so far from the next one and the lines of them so far apart.
func (s *sheetOfPrint) dotted(at image.Rectangle, wide, step, pitch int) {
	for y := at.Min.Y; y < at.Max.Y; y += pitch {
		for x := at.Min.X; x < at.Max.X; x += step {
			dot := image.Rect(x*oversize, y*oversize, (x+wide)*oversize, (y+wide)*oversize)
			draw.Draw(s.img, dot, image.NewUniform(color.Gray{25}), image.Point{}, draw.Src)
		}
	}
}

// grown is a sheet with more ground below.
func grown(img *image.Gray, h int) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, img.Rect.Dx(), h*oversize))
	draw.Draw(out, out.Rect, image.NewUniform(color.Gray{230}), image.Point{}, draw.Src)
	draw.Draw(out, img.Rect, img, image.Point{}, draw.Src)
	return out
}

func TestLeadersAreDotsInARow(t *testing.T) {
	for _, c := range []struct {
		name              string
		wide, step, pitch int
		want              bool
	}{
		{"a leader", 4, 10, 38, true},
		{"one set wide", 5, 24, 38, true},
		{"one of large dots", 8, 18, 38, true},
		{"a halftone", 4, 8, 8, false},
		{"print of dots", 4, 7, 7, false},
		{"letters in a row", 8, 11, 38, false},
		{"full stops", 4, 60, 38, false},
	} {
		s := setPrint(t, sampleText, 700, 30)
		w, h := s.size()
		s.img = grown(s.img, int(h)+300)
		s.dotted(image.Rect(200, int(h), int(w)-200, int(h)+6*c.pitch), c.wide, c.step, c.pitch)
		for _, tilt := range []float64{0, 7, 90} {
			img := s.tilted(tilt, 1)
			if Survey(img).Leads() != c.want || Survey(inverted(img)).Leads() != c.want {
				t.Errorf("%s, tilted by %.0f degrees, is a leader: %v, want %v", c.name, tilt, !c.want, c.want)
			}
		}
	}
}

// TestBulletsAreNoLeader has one at the beginning of each line: as round, as even, and print beside each.
func TestBulletsAreNoLeader(t *testing.T) {
	s := setPrint(t, strings.Repeat("• Water • Glycerin • Carbomer • Betaine ", 6), 200, 30)
	for _, tilt := range []float64{0, 7, 90} {
		if l := Survey(s.tilted(tilt, 1)); l.Leads() {
			t.Errorf("tilted by %.0f degrees they are taken for one", tilt)
		}
	}
}

// TestLeadersArePaintedOver has them between two lines.
func TestLeadersArePaintedOver(t *testing.T) {
	s := setSpaced(t, sampleText, 700, 30, 1.8)
	at := image.Rect(100, int(s.baselines[0])+18, 600, int(s.baselines[1]))
	s.dotted(at, 4, 10, 1000)
	img := s.tilted(3, 1)
	l := Survey(img)
	if len(l.Blocks) == 0 || !l.Leads() {
		t.Fatal("no print or no leader found")
	}
	m := l.Flatten(FlattenOptions{}, 0)
	flat := m.Apply(img)
	w, h := s.size()
	sin, cos := math.Sincos(3 * math.Pi / 180)
	for y := at.Min.Y; y < at.Min.Y+4; y++ {
		for x := at.Min.X; x < at.Max.X; x++ {
			dx, dy := float64(x)-w/2, float64(y)-h/2
			u, v := m.Inverse(dx*cos-dy*sin+float64(img.Rect.Dx())/2, dx*sin+dy*cos+float64(img.Rect.Dy())/2)
			if p := flat.GrayAt(int(u), int(v)).Y; p < 200 {
				t.Fatalf("the leader is still there at %d, %d: %d", x, y, p)
			}
		}
	}
}
