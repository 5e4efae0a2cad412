package labeltest

import (
	"image"
	"image/draw"
	"math"
	"math/rand/v2"
)

// Part is a way in which a photo shows a part of a list, or barely all of it.
type Part struct {
	Name  string
	About string
	Whole bool // all of the list is on the photo
	take  func(s Set, r *rand.Rand, i int) (image.Image, Truth)
}

// Parts lists them in the order in which they are reported.
func Parts() []Part {
	return []Part{
		{"bottle-part", "one of two to four photos round a bottle: the lines run on beyond its horizon", false, bottlePart},
		{"cut-left", "the frame cuts a tenth to a half off the beginnings of the lines", false, cut(func(r *rand.Rand, list image.Rectangle) image.Rectangle {
			list.Min.X += part(r, list.Dx(), 0.1, 0.5)
			return list
		})},
		{"cut-right", "the frame cuts a tenth to a half off the ends of the lines", false, cut(func(r *rand.Rand, list image.Rectangle) image.Rectangle {
			list.Max.X -= part(r, list.Dx(), 0.1, 0.5)
			return list
		})},
		{"cut-top", "the frame cuts off the heading and the first lines", false, cut(func(r *rand.Rand, list image.Rectangle) image.Rectangle {
			list.Min.Y += part(r, list.Dy(), 0.15, 0.6)
			return list
		})},
		{"cut-bottom", "the frame cuts off the last lines", false, cut(func(r *rand.Rand, list image.Rectangle) image.Rectangle {
			list.Max.Y -= part(r, list.Dy(), 0.15, 0.6)
			return list
		})},
		{"cut-close", "the frame runs close round the whole list: a quarter to one letter height away", true, cut(func(r *rand.Rand, list image.Rectangle) image.Rectangle {
			return list
		})},
	}
}

// Take is the i-th photo of a set that shows a part of a list. Truth.Boxes holds what is on it, and
// Truth.Whole which ingredients are all on it.
func (s Set) Take(p Part, i int) (image.Image, Truth) {
	return p.take(s, s.dice("part %s %d", p.Name, i), i)
}

// bottlePart takes a bottle of two, three, four photos in turn, slim or wide, and one of the photos. There is
// room around the bottle.
func bottlePart(s Set, r *rand.Rand, i int) (image.Image, Truth) {
	l, optics := s.Bottle(i, 2+i%3)
	l.Width *= within(r, 0.5, 1)
	o := optics[r.IntN(len(optics))]
	sheet := l.set()
	cam := newCamera(sheet.width*l.stretch(), sheet.height, o)
	room := [2]float64{float64(cam.w) * within(r, 0.05, 0.2), float64(cam.h) * within(r, 0.05, 0.2)}
	o.Frame = image.Pt(cam.w+int(2*room[0]), cam.h+int(2*room[1]))
	o.Place = [2]float64{(cam.cx + room[0]) / float64(o.Frame.X), (cam.cy + room[1]) / float64(o.Frame.Y)}
	return l.Render(o)
}

// cut takes a label with care and cuts the picture so that of the rectangle of its list the part that
// choose gives is left, and what of the label around it lies on the other sides.
func cut(choose func(r *rand.Rand, list image.Rectangle) image.Rectangle) func(s Set, r *rand.Rand, i int) (image.Image, Truth) {
	return func(s Set, r *rand.Rand, i int) (image.Image, Truth) {
		l, o := s.Case("phone", i)
		img, truth := l.Render(o)
		var list image.Rectangle
		for _, boxes := range truth.Boxes {
			for _, b := range boxes {
				list = list.Union(b)
			}
		}
		left := choose(r, list)
		frame := img.Bounds()
		room := func() int { return int(math.Round(truth.XHeight * within(r, 0.25, 1))) }
		at := func(side *int, cut, uncut, towards int) {
			switch whole := left == list; {
			case whole:
				*side = uncut + towards*room()
			case cut != uncut:
				*side = cut
			}
		}
		at(&frame.Min.X, left.Min.X, list.Min.X, -1)
		at(&frame.Min.Y, left.Min.Y, list.Min.Y, -1)
		at(&frame.Max.X, left.Max.X, list.Max.X, 1)
		at(&frame.Max.Y, left.Max.Y, list.Max.Y, 1)
		return crop(img, truth, frame.Intersect(img.Bounds()))
	}
}

func part(r *rand.Rand, length int, lo, hi float64) int {
	return int(float64(length) * within(r, lo, hi))
}

// crop is a part of a picture. A word of which half is left is on it.
func crop(img image.Image, truth Truth, frame image.Rectangle) (image.Image, Truth) {
	out := image.NewRGBA(image.Rectangle{Max: frame.Size()})
	draw.Draw(out, out.Rect, img, frame.Min, draw.Src)
	for i, boxes := range truth.Boxes {
		truth.Boxes[i] = nil
		for _, b := range boxes {
			truth.Whole[i] = truth.Whole[i] && b.In(frame)
			if b = b.Intersect(frame); !b.Empty() {
				truth.Boxes[i] = append(truth.Boxes[i], b.Sub(frame.Min))
			}
		}
	}
	return out, truth
}
