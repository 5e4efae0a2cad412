package reading

import (
	"context"
	"fmt"
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
