package layout

import "image"

// Pictures in black and white alone. Programs that look for print leave them: the edges of letters are stairs, and
// thin strokes are broken. A reader takes a stair for a corner and a gap for the end of a letter; softened, they are
// edges and strokes again.
const (
	ofNeither   = 40    // grey levels from black and from white
	mostNeither = 0.005 // of the pixels; where print is drawn with smooth edges it is several times as many
	looked      = 4     // each so many rows are looked at
)

// Soft is the picture with soft edges: softened where it is in black and white alone, itself where it is not.
func Soft(g *image.Gray) *image.Gray {
	if !twoLevels(g) {
		return g
	}
	k := reduce(g, 1)
	k.soften(slightly)
	return &image.Gray{Pix: k.pix, Stride: k.w, Rect: image.Rect(0, 0, k.w, k.h)}
}

// twoLevels says whether a picture is in black and white alone.
func twoLevels(g *image.Gray) bool {
	w, h := g.Rect.Dx(), g.Rect.Dy()
	most := int(mostNeither * float64(w*h/looked))
	for y := 0; y < h; y += looked {
		for _, v := range g.Pix[y*g.Stride : y*g.Stride+w] {
			if v >= ofNeither && v <= 255-ofNeither {
				most--
			}
		}
		if most < 0 {
			return false
		}
	}
	return w > 0 && h > 0
}
