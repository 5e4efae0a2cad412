package photo

import "encoding/binary"

// natural is the place in the block, row by row, of the k-th value in the file, which go in zigzag.
const natural = "" +
	"\x00\x01\x08\x10\x09\x02\x03\x0a\x11\x18\x20\x19\x12\x0b\x04\x05" +
	"\x0c\x13\x1a\x21\x28\x30\x29\x22\x1b\x14\x0d\x06\x07\x0e\x15\x1c" +
	"\x23\x2a\x31\x38\x39\x32\x2b\x24\x1d\x16\x0f\x17\x1e\x25\x2c\x33" +
	"\x3a\x3b\x34\x2d\x26\x1f\x27\x2e\x35\x3c\x3d\x36\x2f\x37\x3e\x3f"

// belowFirst has the bit of a value's column, unless the value is in the first row.
func belowFirst(at byte) int {
	if at < 8 {
		return 0
	}
	return 1 << (at & 7)
}

// flat fills a block with one value.
func flat(dst []byte, stride int, v byte) {
	row := uint64(v) * 0x0101010101010101
	for y := range 8 {
		binary.LittleEndian.PutUint64(dst[y*stride:], row)
	}
}

// transform is the inverse cosine transform of the block at hand, after Loeffler, Ligtenberg and Moschytz
// (ICASSP 1989): first the columns, two bits finer than whole numbers, then the rows. The constants are in
// 8192nds. columns has the bits of those that hold more than their first value.
func (d *baseline) transform(dst []byte, stride, columns int) {
	b := &d.coeff
	for x := range 8 {
		if columns>>x&1 == 0 { // nothing below: the whole column is its first value
			v := b[x] << 2
			b[x] = v
			if columns != 0 {
				b[x+8], b[x+16], b[x+24], b[x+32], b[x+40], b[x+48], b[x+56] = v, v, v, v, v, v, v
			}
			continue
		}
		e0, e1, e2, e3, o0, o1, o2, o3 := halves(b[x], b[x+8], b[x+16], b[x+24], b[x+32], b[x+40], b[x+48], b[x+56])
		const half = 1 << 10
		e0, e1, e2, e3 = e0+half, e1+half, e2+half, e3+half
		b[x], b[x+56] = (e0+o0)>>11, (e0-o0)>>11
		b[x+8], b[x+48] = (e1+o1)>>11, (e1-o1)>>11
		b[x+16], b[x+40] = (e2+o2)>>11, (e2-o2)>>11
		b[x+24], b[x+32] = (e3+o3)>>11, (e3-o3)>>11
	}
	for y := range 8 {
		r := b[8*y : 8*y+8 : 8*y+8]
		row := d.row(r)
		if columns == 0 { // all rows are the first
			for y := range 8 {
				binary.LittleEndian.PutUint64(dst[y*stride:], row)
			}
			return
		}
		binary.LittleEndian.PutUint64(dst[y*stride:], row)
	}
}

// row transforms a row and packs its eight samples, the first lowest.
func (d *baseline) row(r []int32) uint64 {
	if r[1]|r[2]|r[3]|r[4]|r[5]|r[6]|r[7] == 0 {
		return uint64(d.limit[(r[0]+16)>>5&1023]) * 0x0101010101010101
	}
	e0, e1, e2, e3, o0, o1, o2, o3 := halves(r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7])
	const half = 1 << 17
	e0, e1, e2, e3 = e0+half, e1+half, e2+half, e3+half
	l := &d.limit
	return uint64(l[(e0+o0)>>18&1023]) | uint64(l[(e1+o1)>>18&1023])<<8 |
		uint64(l[(e2+o2)>>18&1023])<<16 | uint64(l[(e3+o3)>>18&1023])<<24 |
		uint64(l[(e3-o3)>>18&1023])<<32 | uint64(l[(e2-o2)>>18&1023])<<40 |
		uint64(l[(e1-o1)>>18&1023])<<48 | uint64(l[(e0-o0)>>18&1023])<<56
}

// halves gives the even and odd parts of a transform of eight values: their sums are the first four results,
// their differences the last four, backwards.
func halves(i0, i1, i2, i3, i4, i5, i6, i7 int32) (e0, e1, e2, e3, o0, o1, o2, o3 int32) {
	z := (i2 + i6) * 4433
	a, b := z-i6*15137, z+i2*6270
	p, q := (i0+i4)<<13, (i0-i4)<<13
	e0, e3, e1, e2 = p+b, p-b, q+a, q-a

	z1, z2, z3, z4 := i7+i1, i5+i3, i7+i3, i5+i1
	z5 := (z3 + z4) * 9633
	z1, z2, z3, z4 = z1*-7373, z2*-20995, z3*-16069+z5, z4*-3196+z5
	o3, o2, o1, o0 = i7*2446+z1+z3, i5*16819+z2+z4, i3*25172+z2+z3, i1*12299+z1+z4
	return e0, e1, e2, e3, o0, o1, o2, o3
}
