package reading

import (
	"image"
	"testing"

	"golang.org/x/image/draw"

	"exoscan/internal/photo"
)

// sparse is print with letters of a width that stand so far apart as if between any two of them one was lost.
func sparse(wide int) *image.Gray {
	const step = 26
	g := image.NewGray(image.Rect(0, 0, 1000, 400))
	for i := range g.Pix {
		g.Pix[i] = 255
	}
	for line := range 8 {
		for letter := range 36 {
			x, y, high := 20+letter*step, 60+line*40, 14
			if letter%3 == 0 {
				high = 20
			}
			for dy := range high {
				for dx := range wide {
					if dx < 3 || dx >= wide-3 || dy < 3 {
						g.Pix[(y-dy)*g.Stride+x+dx] = 20
					}
				}
			}
		}
	}
	return g
}

// TestWider shows print wider whose letters are narrow, though they stand apart, where hardly anything was understood.
func TestWider(t *testing.T) {
	bad := words([]string{"Ingredients:", "Aqua,", "Glycerin,", "Nxqcinqmide,", "Pzrfqm,", "Cxtrwc"}, []string{"Acqd,", "Xqnthqn", "Gwm,", "Pznthqnol,", "Tqcophqrol"})
	for i := range bad.Words[1:] {
		bad.Words[i+1].Confidence = 40
	}
	good := words([]string{"Aqua,", "Glycerin,", "Niacinamide,", "Parfum,", "Citric"}, []string{"Acid,", "Xanthan", "Gum,", "Panthenol,", "Tocopherol"})
	for _, c := range []struct {
		name string
		wide int
		half bool // as large
		good bool
		want bool
	}{
		{"narrow letters, read badly", 8, false, false, true},
		{"the same, so small that their width is hard to tell", 8, true, false, false},
		{"letters of the usual width, read badly", 13, false, false, false},
		{"narrow letters, read well", 8, false, true, false},
	} {
		w := newWork()
		picture := sparse(c.wide)
		if c.half {
			small := image.NewGray(image.Rect(0, 0, picture.Rect.Dx()/2, picture.Rect.Dy()/2))
			draw.ApproxBiLinear.Scale(small, small.Rect, picture, picture.Rect, draw.Src, nil)
			picture = small
		}
		w.img = photo.New(picture, "png")
		page := bad
		if c.good {
			page = good
		}
		w.best = tried(w, page)
		w.best.plan = flatOf(w.survey(""))[0]
		w.best.mesh = w.best.plan.view.layout.Flatten(w.best.plan.flat, w.best.plan.blocks...)
		plans := wider(w)
		if (len(plans) == 1) != c.want {
			t.Errorf("%s: %d plans", c.name, len(plans))
			continue
		}
		if c.want {
			p := plans[0]
			if m := p.view.layout.Flatten(p.flat, p.blocks...); m.Widened < 1.2 || w.best.mesh.Widened != 1 {
				t.Errorf("%s: shown %.2f times as wide, before %.2f times", c.name, m.Widened, w.best.mesh.Widened)
			}
		}
	}
}
