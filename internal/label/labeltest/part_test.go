package labeltest

import "testing"

// Each part of a list hides something of it, save where all of it is promised, and shows something.
func TestParts(t *testing.T) {
	for _, p := range Parts() {
		hidden := 0
		const photos = 2
		for i := range photos {
			img, truth := Tuning().Take(p, i)
			shown, whole := 0, 0
			for k, boxes := range truth.Boxes {
				if truth.Whole[k] {
					whole++
				}
				for _, b := range boxes {
					if b.Empty() || !b.In(img.Bounds()) {
						t.Fatalf("%s %d: %q is at %v of %v", p.Name, i, truth.Ingredients[k], b, img.Bounds())
					}
				}
				if len(boxes) > 0 {
					shown++
				}
			}
			if shown == 0 {
				t.Errorf("%s %d shows nothing of the list", p.Name, i)
			}
			if whole < len(truth.Whole) {
				hidden++
			}
		}
		if want := map[bool]int{true: 0, false: photos}[p.Whole]; hidden != want {
			t.Errorf("%s: %d of %d photos hide something, want %d", p.Name, hidden, photos, want)
		}
	}
}
