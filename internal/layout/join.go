package layout

import "math"

// Joining. Now and then two letters disagree about being neighbours and a line falls into two; once
// each part has its baseline, parts that continue each other are one line.
const (
	joinGap   = 2.4  // heights of capitals between the parts
	joinLap   = 0.6  // heights of capitals they may overlap by
	joinMiss  = 0.3  // heights of capitals one part may miss the other's continuation by
	joinSlope = 0.12 // difference of slopes at the joint
)

// joinLines joins the lines that continue each other and measures them anew.
func joinLines(b *blobs, f frame, letters []letter, lines []line) []line {
	order := sortedBy(len(lines), func(i int) float64 { return lines[i].x0 })
	gone := make([]bool, len(lines))
	for n := 0; n < len(order); n++ {
		a := &lines[order[n]]
		if gone[order[n]] {
			continue
		}
		for {
			best, least := -1, math.Inf(1)
			for _, j := range order[n+1:] {
				o := &lines[j]
				if gone[j] || o.x0 > a.x1+joinGap*math.Max(a.tall, o.tall) {
					continue
				}
				if gap := o.x0 - a.x1; continues(a, o) && math.Abs(gap) < least && !b.parted(f, a.x1, o.x0, a.base.at(a.x1)-a.height/2, a.height, a.light) {
					best, least = j, math.Abs(gap)
				}
			}
			if best < 0 {
				break
			}
			c := chain{letters: append(append([]int32(nil), a.letters...), lines[best].letters...), light: a.light}
			joined, ok := measureLine(b, f, letters, c)
			if !ok {
				break
			}
			*a = joined
			gone[best] = true
		}
	}
	var out []line
	for i := range lines {
		if !gone[i] {
			out = append(out, lines[i])
		}
	}
	return out
}

// continues reports whether line o goes on where line a ends.
func continues(a, o *line) bool {
	tall := math.Max(a.tall, o.tall)
	gap := o.x0 - a.x1
	if a.light != o.light || tall > likeHeight*math.Min(a.tall, o.tall) || gap > joinGap*tall || gap < -joinLap*tall {
		return false
	}
	x := (o.x0 + a.x1) / 2
	return math.Abs(a.base.at(x)-o.base.at(x)) < joinMiss*tall && math.Abs(a.base.slope(x)-o.base.slope(x)) < joinSlope
}
