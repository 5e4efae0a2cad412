package photo

import "image"

// turn undoes an EXIF orientation, so that the picture stands as it was seen.
func turn(img image.Image, orientation int) image.Image {
	if orientation <= 1 || orientation > 8 {
		return img
	}
	swap := orientation >= 5
	b := img.Bounds()
	rect := image.Rect(0, 0, b.Dx(), b.Dy())
	if swap {
		rect = image.Rect(0, 0, b.Dy(), b.Dx())
	}
	switch m := img.(type) {
	case *image.Gray:
		pix := turnPlane(m.Pix, b.Dx(), b.Dy(), m.Stride, 1, orientation)
		return &image.Gray{Pix: pix, Stride: rect.Dx(), Rect: rect}
	case *image.YCbCr:
		return turnYCbCr(m, rect, orientation)
	default:
		rgba := flatten(img).(*image.RGBA)
		pix := turnPlane(rgba.Pix, b.Dx(), b.Dy(), rgba.Stride, 4, orientation)
		return &image.RGBA{Pix: pix, Stride: 4 * rect.Dx(), Rect: rect}
	}
}

func turnYCbCr(m *image.YCbCr, rect image.Rectangle, orientation int) image.Image {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	ratio := m.SubsampleRatio
	// A shared chroma sample at an odd edge belongs to one pixel; after a flip it would be shared with
	// the wrong neighbour. The ratios 4:1:1 and 4:1:0 have no counterpart on their side.
	if ratio != image.YCbCrSubsampleRatio444 && (w&1|h&1 != 0 || ratio >= image.YCbCrSubsampleRatio411) {
		m = spreadChroma(m)
		ratio = m.SubsampleRatio
	}
	cw, ch := chromaSize(m)
	if orientation >= 5 {
		switch ratio {
		case image.YCbCrSubsampleRatio422:
			ratio = image.YCbCrSubsampleRatio440
		case image.YCbCrSubsampleRatio440:
			ratio = image.YCbCrSubsampleRatio422
		}
	}
	out := &image.YCbCr{
		Y:              turnPlane(m.Y, w, h, m.YStride, 1, orientation),
		Cb:             turnPlane(m.Cb, cw, ch, m.CStride, 1, orientation),
		Cr:             turnPlane(m.Cr, cw, ch, m.CStride, 1, orientation),
		SubsampleRatio: ratio, YStride: rect.Dx(), CStride: cw, Rect: rect,
	}
	if orientation >= 5 {
		out.CStride = ch
	}
	return out
}

// chromaSize is the size of the colour planes of a picture whose origin is (0,0).
func chromaSize(m *image.YCbCr) (w, h int) {
	w, h = m.Rect.Dx(), m.Rect.Dy()
	switch m.SubsampleRatio {
	case image.YCbCrSubsampleRatio422:
		return (w + 1) / 2, h
	case image.YCbCrSubsampleRatio420:
		return (w + 1) / 2, (h + 1) / 2
	case image.YCbCrSubsampleRatio440:
		return w, (h + 1) / 2
	case image.YCbCrSubsampleRatio411:
		return (w + 3) / 4, h
	case image.YCbCrSubsampleRatio410:
		return (w + 3) / 4, (h + 1) / 2
	}
	return w, h
}

// spreadChroma gives every pixel a colour sample of its own (4:4:4).
func spreadChroma(m *image.YCbCr) *image.YCbCr {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	out := image.NewYCbCr(image.Rect(0, 0, w, h), image.YCbCrSubsampleRatio444)
	for y := range h {
		copy(out.Y[y*out.YStride:], m.Y[y*m.YStride:y*m.YStride+w])
		for x := range w {
			at := m.COffset(x, y)
			out.Cb[y*out.CStride+x] = m.Cb[at]
			out.Cr[y*out.CStride+x] = m.Cr[at]
		}
	}
	return out
}

// turnPlane copies a plane of w x h samples of size bytes each (1 or 4) into upright order, without gaps
// between rows. It goes in tiles, so that reading down a column does not miss the cache at every sample.
func turnPlane(src []byte, w, h, stride, size, orientation int) []byte {
	// The sample for the upright place (x,y) lies at base + x*dx + y*dy.
	var base, dx, dy int
	right, bottom := (w-1)*size, (h-1)*stride
	switch orientation {
	case 2:
		base, dx, dy = right, -size, stride
	case 3:
		base, dx, dy = right+bottom, -size, -stride
	case 4:
		base, dx, dy = bottom, size, -stride
	case 5:
		base, dx, dy = 0, stride, size
	case 6:
		base, dx, dy = bottom, -stride, size
	case 7:
		base, dx, dy = right+bottom, -stride, -size
	case 8:
		base, dx, dy = right, stride, -size
	default:
		base, dx, dy = 0, size, stride
	}
	if orientation >= 5 {
		w, h = h, w
	}
	const tile = 64
	dst := make([]byte, w*h*size)
	for y0 := 0; y0 < h; y0 += tile {
		for x0 := 0; x0 < w; x0 += tile {
			for y := y0; y < min(y0+tile, h); y++ {
				at := base + x0*dx + y*dy
				row := dst[(y*w+x0)*size : (y*w+min(x0+tile, w))*size]
				if size == 1 {
					for i := range row {
						row[i] = src[at]
						at += dx
					}
					continue
				}
				for i := 0; i+4 <= len(row); i += 4 {
					*(*[4]byte)(row[i:]) = *(*[4]byte)(src[at:])
					at += dx
				}
			}
		}
	}
	return dst
}
