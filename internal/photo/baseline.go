package photo

import (
	"bytes"
	"encoding/binary"
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

// header reads the segments up to the scan.
func (d *baseline) header(data []byte) bool {
	jfif, adobe := false, -1
	for _, s := range jpegSegments(data) {
		ok := true
		switch s.marker {
		case 0xC0:
			ok = d.frame(s.data)
		case 0xC4:
			ok = d.huffmanTables(s.data)
		case 0xDB:
			ok = d.quantTables(s.data)
		case 0xDD:
			if ok = len(s.data) == 2; ok {
				d.restart = int(binary.BigEndian.Uint16(s.data))
			}
		case 0xE0:
			jfif = jfif || bytes.HasPrefix(s.data, []byte("JFIF\x00"))
		case 0xEE:
			if len(s.data) >= 12 && bytes.HasPrefix(s.data, []byte("Adobe")) {
				adobe = int(s.data[11])
			}
		case 0xDA:
			// Three components may be red, green and blue: Adobe says so, or their names do.
			if len(d.comps) == 3 && !jfif && (adobe == 0 || d.comps[0].id == 'R') {
				return false
			}
			d.bits = bitReader{data: data, pos: s.end}
			return d.startScan(s.data)
		default:
			ok = s.marker == 0xFE || s.marker >= 0xE0 && s.marker <= 0xEF
		}
		if !ok {
			return false
		}
	}
	return false
}

func (d *baseline) frame(s []byte) bool {
	if len(d.comps) > 0 || len(s) < 6 || s[0] != 8 {
		return false
	}
	d.h, d.w = int(binary.BigEndian.Uint16(s[1:])), int(binary.BigEndian.Uint16(s[3:]))
	n := int(s[5])
	if d.w == 0 || d.h == 0 || n != 1 && n != 3 || len(s) != 6+3*n {
		return false
	}
	for i := range n {
		c := component{id: s[6+3*i], h: int(s[7+3*i] >> 4), v: int(s[7+3*i] & 15)}
		tq := s[8+3*i]
		switch {
		case tq > 3, c.h < 1, c.h > 2, c.v < 1, c.v > 2:
			return false
		case i > 0 && (c.h != 1 || c.v != 1):
			return false
		}
		if n == 1 {
			c.h, c.v = 1, 1 // one component is never interleaved, whatever it says
		}
		c.quant = &d.quants[tq]
		d.comps = append(d.comps, c)
	}
	return true
}

func (d *baseline) quantTables(s []byte) bool {
	for len(s) > 0 {
		wide, id := int(s[0]>>4), s[0]&15
		size := 64 << wide
		if wide > 1 || id > 3 || len(s) < 1+size {
			return false
		}
		for i := range d.quants[id] {
			if wide == 1 {
				d.quants[id][i] = int32(binary.BigEndian.Uint16(s[1+2*i:]))
			} else {
				d.quants[id][i] = int32(s[1+i])
			}
		}
		s = s[1+size:]
	}
	return true
}

func (d *baseline) huffmanTables(s []byte) bool {
	for len(s) > 0 {
		class, id := s[0]>>4, s[0]&15
		if class > 1 || id > 1 {
			return false
		}
		table, rest := newHuffman(s[1:], class == 1)
		if table == nil {
			return false
		}
		d.tables[class][id], s = table, rest
	}
	return true
}

// startScan wants all components, in their order, in the one scan.
func (d *baseline) startScan(s []byte) bool {
	n := len(d.comps)
	if n == 0 || len(s) != 4+2*n || int(s[0]) != n {
		return false
	}
	for i := range d.comps {
		c := &d.comps[i]
		dc, ac := s[2+2*i]>>4, s[2+2*i]&15
		if s[1+2*i] != c.id || dc > 1 || ac > 1 {
			return false
		}
		c.dc, c.ac = d.tables[0][dc], d.tables[1][ac]
		if c.dc == nil || c.ac == nil {
			return false
		}
		for _, other := range d.comps[:i] {
			if other.id == c.id {
				return false
			}
		}
	}
	return true
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
