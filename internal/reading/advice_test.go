package reading

import (
	"context"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"exoscan/internal/label/labeltest"
	"exoscan/internal/origin"
	"exoscan/internal/photo"
)

// advised reads a spoilt label: the verdict, and the codes of what is said of the photo.
func (b *bench) advised(t testing.TB, set labeltest.Set, d labeltest.Defect, i int) (origin.Verdict, []string) {
	l, o := set.Spoilt(d, i)
	img, _ := l.Render(o)
	r := New(Options{Engine: b.engine, Dictionary: b.d, Matcher: b.m, Installed: b.langs, Off: b.off})
	res, err := r.Read(context.Background(), photo.New(img, "png"))
	if err != nil {
		t.Fatalf("%s %d: %v", d.Name, i, err)
	}
	var codes []string
	for _, w := range res.Warnings {
		codes = append(codes, w.Code)
	}
	return origin.Judge(b.d, res.Label, res.List, b.m.Claims(res.Label)).Verdict, codes
}

// TestAdvice holds that a photo nobody can read comes with what is wrong with it, and not with what is not.
// With -each it prints how often what is said of so many labels with a defect.
func TestAdvice(t *testing.T) {
	b := newBench(t)
	want := map[string]string{"out-of-focus": Blurred, "glare": Glare, "no-list": ""}
	for _, d := range labeltest.Defects() {
		if code, ok := want[d.Name]; ok && *flagEach == 0 {
			verdict, codes := b.advised(t, labeltest.Tuning(), d, 0)
			if verdict != origin.Unreadable || strings.Join(codes, " ") != code {
				t.Errorf("%s: %s, advice %q; want %q alone", d.Name, verdict, codes, code)
			}
		}
		if *flagEach == 0 {
			continue
		}
		said := map[string]int{}
		for i := range *flagEach {
			verdict, codes := b.advised(t, labeltest.Tuning(), d, i)
			if verdict != origin.Unreadable {
				codes = append(codes, "read")
			}
			for _, c := range codes {
				said[c]++
			}
		}
		var out []string
		for c, n := range said {
			out = append(out, fmt.Sprintf("%s %d", c, n))
		}
		slices.Sort(out)
		t.Logf("%-13s of %d: %s", d.Name, *flagEach, strings.Join(out, ", "))
	}
}

// TestTurnTheBottle has the advice given of a label that was measured to be curved and goes on beyond the horizon, and
// not of a flat one that is cut off, nor of a curved one that was read. With -each it tells of so many labels.
func TestTurnTheBottle(t *testing.T) {
	b := newBench(t)
	r := New(Options{Engine: b.engine, Dictionary: b.d, Matcher: b.m, Installed: b.langs, Off: b.off})
	set, each := labeltest.Tuning(), max(1, *flagEach)
	hold := func(name string, want bool, take func(i int) image.Image) {
		n := 0
		for i := range each {
			res, err := r.Read(context.Background(), photo.New(take(i), "png"))
			if err != nil {
				t.Fatalf("%s %d: %v", name, i, err)
			}
			if slices.ContainsFunc(res.Warnings, func(w Warning) bool { return w.Code == CurvedLabel }) {
				n++
			}
		}
		if t.Logf("%-11s of %d: %d", name, each, n); each == 1 && (n == 1) != want {
			t.Errorf("%s: said is %v, want %v", name, !want, want)
		}
	}
	for _, name := range []string{"flat", "curved-75"} {
		hold(name, false, func(i int) image.Image {
			l, o := set.Case(name, i)
			img, _ := l.Render(o)
			return img
		})
	}
	for _, p := range labeltest.Parts() {
		if aside := p.Name == "bottle-part"; aside || p.Name == "cut-right" {
			hold(p.Name, aside, func(i int) image.Image {
				img, _ := set.Take(p, i)
				return img
			})
		}
	}
}
