package labeltest

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"math"
	"math/rand/v2"
)

// expose makes the picture that the lens sees: label, surface, background, light.
func expose(s *sheet, c *camera, l Label, o Optics) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, c.w, c.h))
	ink, ground := rgb(l.ink()), rgb(l.ground())
	if o.Fade > 0 {
		for i := range ink {
			ink[i] += o.Fade * (ground[i] - ink[i])
		}
	}
	back := newGround(o.Scene, o.Seed)
	lightX, lightY := math.Cos(o.Light*math.Pi/180), math.Sin(o.Light*math.Pi/180)
	reach := math.Abs(lightX)*float64(c.w)/2 + math.Abs(lightY)*float64(c.h)/2
	above, below := make([]corner, c.w+1), make([]corner, c.w+1)
	c.row(above, 0)
	for y := range c.h {
		c.row(below, y+1)
		for x := range c.w {
			p, ok := point{}, above[x].ok && above[x+1].ok && below[x].ok && below[x+1].ok
			var col [3]float64
			if ok {
				p = between(above[x], above[x+1], below[x], below[x+1])
			}
			switch {
			case ok && math.Abs(above[x+1].u-above[x].u) < c.labelW/2 && p.u >= 0 && p.u < c.labelW && p.v >= 0 && p.v < c.labelH:
				cover := s.cover(above[x], above[x+1], below[x], below[x+1], l.stretch())
				for i := range col {
					col[i] = ground[i] + cover*(ink[i]-ground[i])
				}
			case ok && c.radius > 0 && (o.Scene == "" || p.v >= -0.2*c.labelH && p.v < 1.2*c.labelH):
				for i := range col { // the bare bottle
					col[i] = 0.92 * ground[i]
				}
			default:
				col = back.at(x, y)
			}
			light := 1.0
			if ok && c.radius > 0 {
				light = 0.55 + 0.45*p.square
			}
			if o.Shade > 0 {
				across := ((float64(x)-float64(c.w)/2)*lightX + (float64(y)-float64(c.h)/2)*lightY) / reach
				light *= 1 - o.Shade*(1-across)/2
			}
			shine := 0.0
			if ok {
				shine = glare(p.u/c.labelW, p.v/c.labelH, c.labelH/c.labelW, o.Glare)
			}
			at := img.PixOffset(x, y)
			for i := range col {
				v := col[i] * light
				img.Pix[at+i] = clamp(v + shine*(255-v))
			}
			img.Pix[at+3] = 255
		}
		above, below = below, above
	}
	return img
}

// point is a place on the label and how squarely it is seen; corner is that at the corner of a pixel.
type point struct{ u, v, square float64 }

type corner struct {
	point
	ok bool
}

func (c *camera) row(out []corner, y int) {
	for x := range out {
		var p corner
		p.u, p.v, p.square, p.ok = c.look(float64(x), float64(y))
		out[x] = p
	}
}

func between(a, b, c, d corner) point {
	return point{(a.u + b.u + c.u + d.u) / 4, (a.v + b.v + c.v + d.v) / 4, (a.square + b.square + c.square + d.square) / 4}
}

// cover is the share of a pixel that ink covers, from four places in the pixel.
func (s *sheet) cover(a, b, c, d corner, stretch float64) float64 {
	sum := 0.0
	for _, w := range [4][4]float64{
		{9, 3, 3, 1}, {3, 9, 1, 3}, {3, 1, 9, 3}, {1, 3, 3, 9}, // sixteenths of each corner
	} {
		u := (w[0]*a.u + w[1]*b.u + w[2]*c.u + w[3]*d.u) / 16
		v := (w[0]*a.v + w[1]*b.v + w[2]*c.v + w[3]*d.v) / 16
		sum += s.inkAt(u/stretch*fine-0.5, v*fine-0.5)
	}
	return sum / 4
}

// inkAt reads the ink between the samples of the sheet.
func (s *sheet) inkAt(x, y float64) float64 {
	x0, y0 := math.Floor(x), math.Floor(y)
	fx, fy := x-x0, y-y0
	ix, iy := int(x0), int(y0)
	w, h := s.ink.Rect.Dx(), s.ink.Rect.Dy()
	if ix < 0 || iy < 0 || ix+1 >= w || iy+1 >= h {
		return 0
	}
	at := iy*s.ink.Stride + ix
	top := float64(s.ink.Pix[at])*(1-fx) + float64(s.ink.Pix[at+1])*fx
	bottom := float64(s.ink.Pix[at+s.ink.Stride])*(1-fx) + float64(s.ink.Pix[at+s.ink.Stride+1])*fx
	return (top*(1-fy) + bottom*fy) / 255
}

func glare(x, y, aspect float64, blobs []Blob) float64 {
	dark := 1.0
	for _, b := range blobs {
		dx, dy := (x-b.X)/b.Radius, (y-b.Y)*aspect/b.Radius
		dark *= 1 - b.Strength*math.Exp(-1.5*(dx*dx+dy*dy))
	}
	return 1 - dark
}

// develop adds what lens, sensor and file format add.
func develop(img *image.RGBA, o Optics) *image.RGBA {
	if o.Blur > 0 {
		img = blur(img, o.Blur)
	}
	if o.Noise > 0 {
		grain(img, o.Noise, o.Seed)
	}
	if o.JPEG > 0 {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: o.JPEG}); err != nil {
			panic("labeltest: " + err.Error())
		}
		back, err := jpeg.Decode(&b)
		if err != nil {
			panic("labeltest: " + err.Error())
		}
		draw.Draw(img, img.Rect, back, image.Point{}, draw.Src)
	}
	return img
}

// blur is Gaussian, one way and then the other, and leaves the picture lying on its side in between.
func blur(img *image.RGBA, sigma float64) *image.RGBA {
	return blurAcross(blurAcross(img, sigma), sigma)
}

// blurAcross blurs along the rows and gives the picture transposed.
func blurAcross(img *image.RGBA, sigma float64) *image.RGBA {
	reach := int(math.Ceil(3 * sigma))
	weights := make([]float64, 2*reach+1)
	total := 0.0
	for i := range weights {
		d := float64(i-reach) / sigma
		weights[i] = math.Exp(-d * d / 2)
		total += weights[i]
	}
	for i := range weights {
		weights[i] /= total
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, h, w))
	for y := range h {
		row := img.Pix[y*img.Stride : y*img.Stride+4*w]
		for x := range w {
			var sum [3]float64
			for i, weight := range weights {
				at := 4 * min(max(x+i-reach, 0), w-1)
				sum[0] += weight * float64(row[at])
				sum[1] += weight * float64(row[at+1])
				sum[2] += weight * float64(row[at+2])
			}
			at := x*out.Stride + 4*y
			out.Pix[at], out.Pix[at+1], out.Pix[at+2], out.Pix[at+3] = clamp(sum[0]), clamp(sum[1]), clamp(sum[2]), 255
		}
	}
	return out
}

// grain adds noise, the same to all colours but for a little.
func grain(img *image.RGBA, sigma float64, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 0x9e3779b9))
	var table [1 << 12]float64 // drawn once: a normal number for each pixel takes longer than all the rest
	for i := range table {
		table[i] = r.NormFloat64() * sigma
	}
	for i := 0; i < len(img.Pix); i += 4 {
		bits := r.Uint64()
		light := table[bits&4095]
		for k := range 3 {
			bits >>= 12
			img.Pix[i+k] = clamp(float64(img.Pix[i+k]) + light + 0.4*table[bits&4095])
		}
	}
}

// turnPicture turns and mirrors the finished picture.
func turnPicture(img *image.RGBA, o Optics) image.Image {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	size := turnBox(img.Rect, w, h, o).Size()
	out := image.NewRGBA(image.Rectangle{Max: size})
	if o.Turn%360 == 0 && !o.Mirrored {
		return img
	}
	for y := range h {
		for x := range w {
			p := turnBox(image.Rect(x, y, x+1, y+1), w, h, o).Min
			copy(out.Pix[out.PixOffset(p.X, p.Y):][:4], img.Pix[img.PixOffset(x, y):][:4])
		}
	}
	return out
}

// turnBox says where in the turned and mirrored picture a box of the w x h picture is.
func turnBox(b image.Rectangle, w, h int, o Optics) image.Rectangle {
	if o.Mirrored {
		b = image.Rect(w-b.Min.X, b.Min.Y, w-b.Max.X, b.Max.Y)
	}
	switch o.Turn % 360 {
	case 90:
		return image.Rect(h-b.Min.Y, b.Min.X, h-b.Max.Y, b.Max.X)
	case 180:
		return image.Rect(w-b.Min.X, h-b.Min.Y, w-b.Max.X, h-b.Max.Y)
	case 270:
		return image.Rect(b.Min.Y, w-b.Min.X, b.Max.Y, w-b.Max.X)
	}
	return b
}

func rgb(c color.RGBA) [3]float64 { return [3]float64{float64(c.R), float64(c.G), float64(c.B)} }

func clamp(v float64) uint8 { return uint8(min(max(v+0.5, 0), 255)) }
