package layout

import "math"

// tilt makes ellipses of circles, as a camera does that looks at them aslant: what lies at (x, y) from the centre of a
// circle lies at (xx·x+xy·y, xy·x+yy·y) from that of the ellipse. It changes no area.
type tilt struct{ xx, xy, yy float64 }

// mostTilted is the greatest share of an ellipse's length that it is narrower by: a label seen from 30 degrees aside.
const mostTilted = 0.14

// tiltOf is the tilt of the ellipses (1+d)x² + 2exy + (1-d)y² = 1, if they are not too narrow.
func tiltOf(d, e float64) (tilt, bool) {
	lean := math.Hypot(d, e)
	if lean >= 1 || math.Sqrt((1-lean)/(1+lean)) < 1-mostTilted {
		return tilt{}, false
	}
	// The inverse of the root of that matrix, which is the root over what makes its determinant one.
	det := math.Sqrt(1 - lean*lean)
	grow := 1 / math.Sqrt(det*(2+2*det))
	return tilt{xx: (1 - d + det) * grow, xy: -e * grow, yy: (1 + d + det) * grow}, true
}

func (t tilt) tilted(x, y float64) (float64, float64) { return t.xx*x + t.xy*y, t.xy*x + t.yy*y }

// upright leads back.
func (t tilt) upright(x, y float64) (float64, float64) { return t.yy*x - t.xy*y, t.xx*y - t.xy*x }
