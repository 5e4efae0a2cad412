package photo

import (
	"bytes"
	"encoding/binary"
)

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
