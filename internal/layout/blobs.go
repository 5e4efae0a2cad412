package layout

import (
	"image"
	"slices"
)

// run is a horizontal stretch of pixels of one class: [x0,x1) on row y.
type run struct {
	y, x0, x1 int32
	blob      int32
}

// blob is a connected set of dark or of light pixels; neighbours across a corner count as connected.
// Its box is half-open, in work pixels; its runs are runs[first:first+n] of the blobs they lie in.
type blob struct {
	x0, y0, x1, y1 int32
	area           int32
	first, n       int32
	light          bool
	leads          bool // a dot of a leader
}

func (b *blob) width() int  { return int(b.x1 - b.x0) }
func (b *blob) height() int { return int(b.y1 - b.y0) }

// blobs are the connected components of one image that could be letters or parts of letters.
type blobs struct {
	list          []blob
	runs          []run             // sorted by blob, then from top to bottom
	bars, leaders []image.Rectangle // of barcodes and of dots
	rules         []rule

	signs bool // they are whole signs

	touching float64 // share of the print that was cut apart
}

// Sizes of blobs that can be print, in work pixels.
const (
	leastBlobArea   = 4
	greatestBlob    = 420  // longest side: larger print is a brand name, not a list
	maxRuns         = 6e6  // an image of pure noise stops being looked at here
	maxLetters      = 60e3 // more blobs than letters on any label: the smallest go
	leastFill       = 0.06 // of its box; below this it is a frame or a scratch
	longestBlobSide = 26   // side ratio; a longer one is a rule or an underline
)

// What a ground of specks is like, such as the pixels of a screen or the dots of a fax: no print has as many blobs.
const (
	perSpeck   = 220  // work pixels for each blob, at most
	mostLeft   = 0.25 // of its blobs are left where it is softened
	softenings = 2    // that are tried: the wider the specks, the more
)

// findBlobs labels the dark and the light pixels of k, with lines that touch cut apart or not; it also returns the noise
// of k in grey levels. Grain and specks are softened in k.
func findBlobs(k *work, apart bool) (*blobs, float64) {
	s, noise := newSurface(k)
	if noise > grainy {
		k.soften(clearly)
		s, _ = newSurface(k)
	}
	found := s.blobs(k, apart)
	if perSpeck*len(found.list) < k.w*k.h {
		return found, noise
	}
	soft := *k
	soft.pix = slices.Clone(k.pix)
	for range softenings {
		soft.soften(clearly)
		soft.soften(clearly)
		s, _ = newSurface(&soft)
		if left := s.blobs(&soft, apart); float64(len(left.list)) < mostLeft*float64(len(found.list)) {
			k.pix = soft.pix
			return left, noise
		}
	}
	return found, noise
}

// blobs are the blobs of k that are darker or lighter than the surface.
func (s *surface) blobs(k *work, apart bool) *blobs {
	threshold := make([]uint8, k.w)
	runs := make([]run, 0, k.w*k.h/16)
	joined := make(sets, 0, cap(runs))
	prevStart := 0
	for y := 0; y < k.h && len(runs) < maxRuns; y++ {
		rowStart := len(runs)
		s.row(y, threshold)
		runs = appendRuns(runs, k.pix[y*k.w:(y+1)*k.w], threshold, int32(y))
		p := prevStart
		for i := rowStart; i < len(runs); i++ {
			joined = append(joined, int32(i))
			r := &runs[i]
			// Runs of the row above that end before this one starts touch no later one either.
			for p < rowStart && runs[p].x1 < r.x0 {
				p++
			}
			for q := p; q < rowStart && runs[q].x0 <= r.x1; q++ {
				if runs[q].blob == r.blob { // until the sets are numbered, the class
					joined.unite(int32(q), int32(i))
				}
			}
		}
		prevStart = rowStart
	}
	return gather(runs, joined, apart)
}

const (
	classFlat = iota
	classDark
	classLight
)

// appendRuns appends the dark and light runs of one row; blob holds their class for now.
func appendRuns(runs []run, pix, threshold []uint8, y int32) []run {
	class, start := classFlat, 0
	threshold = threshold[:len(pix)]
	for x, v := range pix {
		t := threshold[x]
		c := classLight
		if v < t {
			c = classDark
		}
		if t == 0 {
			c = classFlat
		}
		if c != class {
			if class != classFlat {
				runs = append(runs, run{y, int32(start), int32(x), int32(class)})
			}
			class, start = c, x
		}
	}
	if class != classFlat {
		runs = append(runs, run{y, int32(start), int32(len(pix)), int32(class)})
	}
	return runs
}

// take adds a run, which is not above those taken before.
func (b *blob) take(r *run) {
	b.x0, b.x1, b.y1 = min(b.x0, r.x0), max(b.x1, r.x1), r.y+1
	b.area += r.x1 - r.x0
	b.n++
}

// gather numbers the sets, measures them, cuts lines that touch apart if asked, drops what cannot be print and sorts
// the runs by blob.
func gather(runs []run, joined sets, apart bool) *blobs {
	number := make([]int32, len(runs))
	var all []blob
	for i := range runs {
		r := &runs[i]
		root := joined.root(int32(i))
		if root == int32(i) { // it comes before the others
			number[i] = int32(len(all))
			all = append(all, blob{x0: r.x0, y0: r.y, x1: r.x1, y1: r.y + 1, light: r.blob == classLight})
		}
		id := number[root]
		number[i] = id
		b := &all[id]
		b.take(r)
	}
	out := &blobs{bars: barcodes(all), leaders: leaders(all), rules: rulesOf(all, runs, number)}
	if apart {
		all, out.touching = cutTouching(all, runs, number)
	}
	kept := keepPrint(all)
	out.list = make([]blob, 0, len(kept))
	place := make([]int32, len(all))
	for i := range place {
		place[i] = -1
	}
	total := int32(0)
	for _, id := range kept {
		b := all[id]
		b.first = total
		total += b.n
		place[id] = int32(len(out.list))
		out.list = append(out.list, b)
	}
	out.runs = make([]run, total)
	next := make([]int32, len(out.list))
	for i, r := range runs {
		id := place[number[i]]
		if id < 0 {
			continue
		}
		r.blob = id
		out.runs[out.list[id].first+next[id]] = r
		next[id]++
	}
	return out
}

// keepPrint lists the blobs that could be letters, marks or joined letters.
func keepPrint(all []blob) []int32 {
	least := int32(leastBlobArea)
	for {
		var kept []int32
		for i := range all {
			b := &all[i]
			w, h := b.width(), b.height()
			long, short := max(w, h), min(w, h)
			switch {
			case b.leads, b.area < least, long > greatestBlob, long > longestBlobSide*short && long > 20:
			case float64(b.area) < leastFill*float64(w)*float64(h):
			default:
				kept = append(kept, int32(i))
			}
		}
		if len(kept) <= maxLetters {
			return kept
		}
		least = least*3/2 + 1
	}
}
