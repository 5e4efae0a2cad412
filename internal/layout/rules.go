package layout

import "slices"

// Rules. A thin stroke that runs down past several lines parts what stands beside it: the cells of a table, a list and
// the box next to it. Print stands closer to a rule than columns without one stand to each other, as close as words do, so
// no line is followed across it. The rules of a table are one connected set; they are found in it as what they are, short
// runs one below the other.
const (
	thickest  = 9    // work pixels a rule is thick at most
	leastRule = 40   // work pixels it is long at least
	mostRules = 300  // found or followed at a time; more are a texture
	ruleFill  = 0.15 // of its box that a set of rules fills, unless it is one that stands upright
	rulePast  = 4.0  // letter heights a rule is long at least to part letters of that height
)

// rule is a thin upright stroke.
type rule struct {
	light bool
	top   int32
	mid   []float32 // its middle on each row from top on
	last  run       // it was followed to
}

// hasRules says whether a connected set may hold rules.
func (b *blob) hasRules() bool {
	w, h := b.width(), b.height()
	return h >= leastRule && (w <= 2*thickest || float64(b.area) < ruleFill*float64(w)*float64(h))
}

// rulesOf finds the rules among runs, which are sorted by rows; number says of which set each is.
func rulesOf(all []blob, runs []run, number []int32) []rule {
	may := make([]bool, len(all))
	for i := range all {
		may[i] = all[i].hasRules()
	}
	var open, out []rule
	end := func(before int32) {
		open = slices.DeleteFunc(open, func(r rule) bool {
			if r.last.y < before && len(r.mid) >= leastRule {
				out = append(out, r)
			}
			return r.last.y < before
		})
	}
	row := int32(-1)
	for i := range runs {
		if r := &runs[i]; may[number[i]] && r.x1-r.x0 <= thickest {
			if r.y != row {
				row = r.y
				end(row - 1)
			}
			k := slices.IndexFunc(open, func(o rule) bool { return o.last.y == row-1 && o.last.x0 < r.x1 && r.x0 < o.last.x1 })
			if k < 0 {
				k = len(open)
				open = append(open, rule{light: all[number[i]].light, top: row})
			}
			open[k].mid, open[k].last = append(open[k].mid, float32(r.x0+r.x1)/2), *r
			if len(open)+len(out) > mostRules {
				return nil
			}
		}
	}
	end(row + 1)
	return out
}

// parted says whether a rule stands between two places of print of a height, on a level with them, in a frame. Rules
// that run across the photo are not looked for, nor those round a ring.
func (b *blobs) parted(f frame, x0, x1, y, tall float64, light bool) bool {
	if len(b.rules) == 0 || f.Turn%2 != 0 || f.ring != (ring{}) {
		return false
	}
	x0, y0, x1, _ := f.box(x0, y, x1, y)
	return slices.ContainsFunc(b.rules, func(r rule) bool {
		at := int(y0) - int(r.top)
		if r.light != light || at < 0 || at >= len(r.mid) || float64(len(r.mid)) < rulePast*tall {
			return false
		}
		return x0 < float64(r.mid[at]) && float64(r.mid[at]) < x1
	})
}
