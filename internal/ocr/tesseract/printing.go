package tesseract

import "exoscan/internal/ocr"

// From burnt on white is burnt out; a ground of the print below notBurnt shows that white is lighter.
const (
	burnt    = 251
	notBurnt = 240
)

// printing measures the print of a line: the difference of ink and ground, and one over the number of
// pixels its steepest edges take.
func printing(r raster, b ocr.Box) (contrast, sharp float64) {
	var values, steps [256]int
	n, m := 0, 0
	for y := b.Y; y < b.Y+b.H; y += max(1, b.H/8) {
		last := r.at(b.X, y)
		for x := b.X; x < b.X+b.W; x++ {
			v := r.at(x, y)
			values[v]++
			steps[max(v, last)-min(v, last)]++
			last = v
			n, m = n+1, m+1
		}
	}
	span := float64(quantile(values, n, 0.95) - quantile(values, n, 0.05))
	if span <= 0 {
		return 0, 0
	}
	// Each stem has two edges: the steepest twentieth of all steps are edges at any size of print.
	return span / 255, min(1, float64(quantile(steps, m, 0.95))/span)
}

// quantile is the value below which that share of n counted values lies.
func quantile(counts [256]int, n int, share float64) int {
	left := int(share * float64(n))
	for v, c := range counts {
		if left -= c; left < 0 {
			return v
		}
	}
	return len(counts) - 1
}

// glare is the share of tiles burnt out to white, when the print's own ground is not.
func glare(hi tiles, grounds []int) float64 {
	var values [256]int
	for _, g := range grounds {
		values[g]++
	}
	if len(grounds) == 0 || quantile(values, len(grounds), 0.5) > notBurnt {
		return 0
	}
	n := 0
	for _, v := range hi.v {
		if v >= burnt {
			n++
		}
	}
	return float64(n) / float64(len(hi.v))
}
