package layout

import (
	"image"
	"math"
)

// Sharpen takes back some of a blur of the given sigma, in pixels, in place: what differs from its
// blurred surroundings is made to differ more.
func Sharpen(img *image.Gray, sigma, amount float64) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	// Two boxes one after the other have the variance of a Gaussian of the same sigma.
	r := int((math.Sqrt(6*sigma*sigma+1) - 1) / 2)
	r = min(r+1, 60)
	if w <= 2*r || h <= 2*r || amount <= 0 {
		return
	}
	soft := make([]uint8, w*h)
	for y := range h {
		copy(soft[y*w:(y+1)*w], img.Pix[y*img.Stride:])
	}
	for range 2 {
		boxRows(soft, w, h, r)
		boxColumns(soft, w, h, r)
	}
	k := int(amount*256 + 0.5)
	for y := range h {
		row := img.Pix[y*img.Stride : y*img.Stride+w]
		for x, v := range row {
			d := int(v) - int(soft[y*w+x])
			row[x] = uint8(max(0, min(255, int(v)+(d*k+128)>>8)))
		}
	}
}

// boxRows averages each pixel with r on either side; the ends are repeated outwards.
func boxRows(pix []uint8, w, h, r int) {
	line := make([]uint8, w+2*r)
	scale := (1<<16 + (2*r+1)/2) / (2*r + 1)
	for y := range h {
		row := pix[y*w : (y+1)*w]
		copy(line[r:], row)
		for i := range r {
			line[i], line[r+w+i] = row[0], row[w-1]
		}
		sum := 0
		for _, v := range line[:2*r] {
			sum += int(v)
		}
		for x := range row {
			sum += int(line[x+2*r])
			row[x] = uint8(min(255, (sum*scale+1<<15)>>16))
			sum -= int(line[x])
		}
	}
}

// boxColumns is boxRows downwards, all columns at once.
func boxColumns(pix []uint8, w, h, r int) {
	sums := make([]int32, w)
	scale := int32((1<<16 + (2*r+1)/2) / (2*r + 1))
	// The rows above the one written have changed; a ring keeps them as they were.
	n := 2*r + 1
	ring := make([]uint8, n*w)
	load := func(i int) []uint8 {
		slot := ring[(i+n)%n*w:][:w]
		copy(slot, pix[clampInt(i, h)*w:][:w])
		return slot
	}
	for i := -r; i < r; i++ {
		src := load(i)
		for x, v := range src {
			sums[x] += int32(v)
		}
	}
	for y := range h {
		src := load(y + r)
		for x, v := range src {
			sums[x] += int32(v)
		}
		row := pix[y*w : (y+1)*w]
		old := ring[(y-r+n)%n*w:][:w]
		for x := range row {
			row[x] = uint8(min(255, (sums[x]*scale+1<<15)>>16))
			sums[x] -= int32(old[x])
		}
	}
}
