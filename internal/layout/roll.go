package layout

import (
	"math"
)

// The roll of a label: print on a bottle grows narrower towards the edges. What is measured is the
// rhythm of its strokes. An i has one upright stroke in a narrow space, an o two in a wider one, an m
// three in a wide one: type designers keep strokes evenly spaced, so the width of print per stroke
// varies less from letter to letter than any other width, and it can still be counted where letters
// run together. Over a cylinder of radius r it shrinks by the cosine of the angle, sqrt(1-((x-mid)/r)²).
const (
	rollBins     = 48
	leastStrokes = 60   // letters before a roll is looked for
	wordGap      = 0.45 // letter heights; a wider gap is a word space
	leastArc     = 24.0 // degrees; a flatter label reads as well as a flat one
	plainArc     = 55.0 // degrees; below this narrow letters at one end of the lines can look like an arc
	mostAside    = 25.0 // degrees the nearer end may lie to one side: print is photographed from the front
	rollProof    = 14.0 // how much better than flat the roll must explain the widths, in units of what it leaves unexplained per bin
)

// rhythm is the width of print per stroke at one place.
type rhythm struct {
	x      float64 // in the level frame
	log    float64 // of the width per stroke in heights of capitals
	weight float64 // letters it stands for
}

// findRoll estimates the cylinder the lines are wrapped round; the zero roll where they look flat.
func findRoll(m *Mesh, lines []placed) roll {
	var seen []rhythm
	for _, p := range lines {
		seen = appendRhythm(seen, m, p)
	}
	if len(seen) < leastStrokes {
		return roll{}
	}
	h := newRhythms(seen)
	return h.fit()
}

// appendRhythm measures one line, letter by letter; the pieces of joined letters count together.
func appendRhythm(out []rhythm, m *Mesh, p placed) []rhythm {
	ids := p.line.letters
	for i := 0; i < len(ids); {
		v := &p.letters[ids[i]]
		j := i + 1
		for j < len(ids) && p.letters[ids[j]].blob == v.blob {
			j++
		}
		x0, x1 := v.x0, p.letters[ids[j-1]].x1
		// Half of each gap belongs to the letter; next to a word space there is no telling, so the
		// gap on the other side counts twice.
		left, right := math.Inf(1), math.Inf(1)
		if i > 0 {
			left = x0 - p.letters[ids[i-1]].x1
		}
		if j < len(ids) {
			right = p.letters[ids[j]].x0 - x1
		}
		limit := wordGap * p.height
		if left > limit {
			left = right
		}
		if right > limit {
			right = left
		}
		n := float64(j - i)
		strokes := p.blobs.strokes(v.blob, m.frame)
		i = j
		if left > limit || strokes <= 0 {
			continue
		}
		width := x1 - x0 + math.Max(-1, left)/2 + math.Max(-1, right)/2
		if width <= 0 {
			continue
		}
		x := (x0 + x1) / 2
		fx, fy := m.frame.onWork(x, p.base.at(x))
		lx, _ := m.level(fx, fy)
		out = append(out, rhythm{lx, math.Log(width / strokes / p.tall), n})
	}
	return out
}

// strokes is the mean number of strokes a level cut through the blob meets, level in the frame.
func (b *blobs) strokes(id int32, f frame) float64 {
	v := &b.list[id]
	if f.Turn%2 == 0 {
		return float64(v.n) / float64(v.height())
	}
	// Cuts run down the image: a stroke begins wherever a pixel has none above it.
	runs := b.runsOf(id)
	covered := int32(0)
	prev, start := 0, 0
	for i := range runs {
		if i > 0 && runs[i].y != runs[i-1].y {
			prev, start = start, i
		}
		for k := prev; k < start; k++ {
			if runs[k].y == runs[i].y-1 {
				covered += max(0, min(runs[k].x1, runs[i].x1)-max(runs[k].x0, runs[i].x0))
			}
		}
	}
	return float64(v.area-covered) / float64(v.width())
}

// rhythms is the rhythm along x in bins.
type rhythms struct {
	x0, x1  float64
	at      [rollBins]float64 // middle of the bin's letters
	log     [rollBins]float64
	weight  [rollBins]float64
	scatter float64 // of a single letter about its bin
}

func newRhythms(seen []rhythm) *rhythms {
	h := &rhythms{x0: math.Inf(1), x1: math.Inf(-1)}
	for _, r := range seen {
		h.x0, h.x1 = math.Min(h.x0, r.x), math.Max(h.x1, r.x)
	}
	bins := make([][]rhythm, rollBins)
	for _, r := range seen {
		b := clampInt(int((r.x-h.x0)/(h.x1-h.x0)*rollBins), rollBins)
		bins[b] = append(bins[b], r)
	}
	var spread []float64
	for i, b := range bins {
		if len(b) == 0 {
			continue
		}
		logs, weights := make([]float64, len(b)), make([]float64, len(b))
		for j, r := range b {
			logs[j], weights[j] = r.log, r.weight
			h.at[i] += r.x * r.weight
			h.weight[i] += r.weight
		}
		h.at[i] /= h.weight[i]
		h.log[i] = weightedMedian(logs, weights)
		for _, v := range logs {
			spread = append(spread, math.Abs(v-h.log[i]))
		}
	}
	h.scatter = math.Max(0.1, 1.48*median(spread))
	return h
}

// miss is how badly the cylinder from angle asin(s0) at the left end to asin(s1) at the right end
// explains the rhythm; s0 == s1 is flat. In units of the scatter, squared, robust against bins that
// hold something else.
func (h *rhythms) miss(s0, s1 float64) float64 {
	level := 0.0
	var r [rollBins]float64
	for i, w := range h.weight {
		if w == 0 {
			continue
		}
		s := s0 + (s1-s0)*(h.at[i]-h.x0)/(h.x1-h.x0)
		r[i] = h.log[i]
		if s0 != s1 {
			r[i] -= 0.5 * math.Log(1-s*s)
		}
	}
	for round := range 3 {
		sum := 0.0
		next := 0.0
		for i, w := range h.weight {
			if round > 0 {
				w *= tukey(r[i]-level, 0.8)
			}
			sum += w
			next += w * r[i]
		}
		if sum == 0 {
			break
		}
		level = next / sum
	}
	total := 0.0
	for i, w := range h.weight {
		d := math.Min(math.Abs(r[i]-level), 0.6)
		// A median of n letters scatters 1.25 times as much as their mean.
		total += w * d * d
	}
	return total / (1.6 * h.scatter * h.scatter)
}

// fit searches the two end angles, coarse to fine.
func (h *rhythms) fit() roll {
	flat := h.miss(0, 0)
	best, b0, b1 := math.Inf(1), 0.0, 0.0
	const step = 5.0
	for a0 := -80.0; a0 <= 60; a0 += step {
		for a1 := a0 + leastArc - step; a1 <= 80; a1 += step {
			if v := h.missAngles(a0, a1); v < best {
				best, b0, b1 = v, a0, a1
			}
		}
	}
	for s := step / 2; s > 0.4; s /= 2 {
		for range 4 {
			moved := false
			for _, d := range [8][2]float64{{s, 0}, {-s, 0}, {0, s}, {0, -s}, {s, s}, {-s, -s}, {s, -s}, {-s, s}} {
				if v := h.missAngles(b0+d[0], b1+d[1]); v < best {
					best, b0, b1, moved = v, b0+d[0], b1+d[1], true
				}
			}
			if !moved {
				break
			}
		}
	}
	proof := rollProof
	if b1-b0 < plainArc {
		proof *= 2
	}
	if b1-b0 < leastArc || flat-best < proof*math.Max(1, best/rollBins) {
		return roll{}
	}
	s0, s1 := math.Sin(b0*math.Pi/180), math.Sin(b1*math.Pi/180)
	radius := (h.x1 - h.x0) / (s1 - s0)
	return roll{mid: h.x0 - s0*radius, radius: radius}
}

func (h *rhythms) missAngles(a0, a1 float64) float64 {
	if a1-a0 < 10 || a0 < -83 || a1 > 83 || a0 > mostAside || a1 < -mostAside {
		return math.Inf(1)
	}
	// Among equal explanations the flatter and the more symmetrical one is likelier.
	prior := 0.02*(a1-a0) + 0.01*math.Abs(a0+a1)
	return h.miss(math.Sin(a0*math.Pi/180), math.Sin(a1*math.Pi/180)) + prior
}
