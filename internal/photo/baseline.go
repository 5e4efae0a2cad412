package photo

import (
	"image"
)

// This file and its neighbours decode the kind of JPEG that phones and cameras write: baseline, eight
// bits, grey or YCbCr, all components in one scan. image/jpeg decodes everything and is right about
// everything, but takes twice as long, and decoding is nearly half of the time there is for a large photo.
//
// The rule is: all or nothing. Whatever is unusual, damaged or cut short makes decodeBaseline give up, and
// image/jpeg then decides what the file is worth and what is wrong with it. The two differ by a grey level
// here and there, where their transforms round differently; ours rounds as libjpeg does.

// component is one of the planes of a picture: Y, Cb or Cr.
type component struct {
	id     byte
	h, v   int // samples per unit of the scan, 1 or 2
	quant  *[64]int32
	dc, ac *huffman
	last   int32 // the DC value before
	plane  []byte
	stride int
}

// baseline is the state of one decoding.
type baseline struct {
	bits    bitReader
	w, h    int
	comps   []component
	quants  [4][64]int32 // in the order of the file
	tables  [2][2]*huffman
	restart int        // units between restart markers; 0 is none
	coeff   [64]int32  // of the block at hand, in natural order
	limit   [1024]byte // level shift and clamp of a transformed value
}

// decodeBaseline decodes a usual JPEG, or gives nil.
func decodeBaseline(data []byte) image.Image {
	d := new(baseline)
	if !d.header(data) {
		return nil
	}
	img := d.allocate()
	if img == nil || !d.scan() {
		return nil
	}
	return img
}

// allocate makes the picture, its planes filled up to whole units.
func (d *baseline) allocate() image.Image {
	y := &d.comps[0]
	across, down := d.units()
	rect := image.Rect(0, 0, d.w, d.h)
	for i := range d.comps {
		c := &d.comps[i]
		c.stride = 8 * c.h * across
		c.plane = make([]byte, c.stride*8*c.v*down)
	}
	for i := range d.limit {
		d.limit[i] = byte(min(max((i+512)%1024-512+128, 0), 255))
	}
	if len(d.comps) == 1 {
		return &image.Gray{Pix: y.plane, Stride: y.stride, Rect: rect}
	}
	ratio := map[[2]int]image.YCbCrSubsampleRatio{
		{1, 1}: image.YCbCrSubsampleRatio444, {2, 1}: image.YCbCrSubsampleRatio422,
		{1, 2}: image.YCbCrSubsampleRatio440, {2, 2}: image.YCbCrSubsampleRatio420,
	}[[2]int{y.h, y.v}]
	return &image.YCbCr{Y: y.plane, Cb: d.comps[1].plane, Cr: d.comps[2].plane,
		YStride: y.stride, CStride: d.comps[1].stride, SubsampleRatio: ratio, Rect: rect}
}

// units is how many units of the scan make the picture.
func (d *baseline) units() (across, down int) {
	w, h := 8*d.comps[0].h, 8*d.comps[0].v
	return (d.w + w - 1) / w, (d.h + h - 1) / h
}

// scan decodes the picture data and tells whether they were all there, no more and no less.
func (d *baseline) scan() bool {
	across, down := d.units()
	left, markers := d.restart, 0
	for uy := range down {
		for ux := range across {
			if d.restart > 0 {
				if left == 0 {
					if !d.bits.restartMarker(markers) {
						return false
					}
					markers++
					for i := range d.comps {
						d.comps[i].last = 0
					}
					left = d.restart
				}
				left--
			}
			for i := range d.comps {
				c := &d.comps[i]
				for j := range c.h * c.v {
					x, y := ux*c.h+j%c.h, uy*c.v+j/c.h
					if !d.block(c, c.plane[8*(y*c.stride+x):]) {
						return false
					}
				}
			}
		}
	}
	return d.bits.atEnd()
}

// block decodes a block of 8 x 8 samples and puts it at the start of dst.
func (d *baseline) block(c *component, dst []byte) bool {
	r := &d.bits
	r.need()
	size, ok := r.symbol(c.dc)
	if !ok || size > 11 {
		return false
	}
	r.need()
	c.last += r.extend(uint(size))
	dc := c.last * c.quant[0]
	// columns has a bit for each column with a value below its first.
	columns, any := 0, false
	for k := 1; k < 64; k++ {
		r.need()
		if e := c.ac.fast[r.acc>>(64-fastBits)]; e != 0 {
			r.drop(uint(e & 0xFF))
			run := int(e>>8) & 0xFF
			if run == endOfBlock {
				break
			}
			k += run
			if k > 63 {
				return false
			}
			at := natural[k]
			d.coeff[at] = e >> 16 * c.quant[k]
			columns |= belowFirst(at)
			any = true
			continue
		}
		sym, ok := r.symbol(c.ac)
		if !ok {
			return false
		}
		run, size := int(sym>>4), uint(sym&15)
		if size == 0 {
			if run == 15 {
				k += 15
				continue
			}
			if run != 0 {
				return false
			}
			break
		}
		k += run
		if k > 63 {
			return false
		}
		at := natural[k]
		d.coeff[at] = r.extend(size) * c.quant[k]
		columns |= belowFirst(at)
		any = true
	}
	if !any {
		flat(dst, c.stride, d.limit[(dc+4)>>3&1023])
		return true
	}
	d.coeff[0] = dc
	d.transform(dst, c.stride, columns)
	d.coeff = [64]int32{}
	return true
}
