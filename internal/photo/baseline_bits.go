package photo

import "encoding/binary"

// fastBits is how many bits are looked up at once. Ten hold nearly every code of a phone's photo together
// with the number that follows it, and the tables stay in the fastest cache.
const fastBits = 10

// endOfBlock stands for a run in the fast table.
const endOfBlock = 0xFF

// huffman is a table of codes.
type huffman struct {
	// fast has, for ten bits, the whole of what they begin with: a value (16 bits), the zeros before it or
	// endOfBlock (8), and the bits it takes (8); 0 where ten bits are not enough.
	fast [1 << fastBits]int32
	// short has the symbol alone: symbol (8), bits (8); 0 for codes longer than ten bits.
	short [1 << fastBits]uint16
	// For the longer ones: the first code of each length, left in 16 bits; the end of the codes so far; the
	// place of the first symbol.
	ends    [17]uint32
	first   [17]uint32
	place   [17]int
	symbols []byte
}

// newHuffman reads a table: how many codes of each length, then their symbols. It is nil where the numbers
// do not make a code.
func newHuffman(s []byte, ac bool) (h *huffman, rest []byte) {
	if len(s) < 16 {
		return nil, nil
	}
	total := 0
	for _, n := range s[:16] {
		total += int(n)
	}
	if total == 0 || total > 256 || len(s) < 16+total {
		return nil, nil
	}
	h = &huffman{symbols: s[16 : 16+total]}
	code, at := uint32(0), 0
	for length := 1; length <= 16; length++ {
		n := int(s[length-1])
		h.first[length], h.place[length] = code, at
		if code+uint32(n) > 1<<length {
			return nil, nil
		}
		for range n {
			if length <= fastBits {
				h.enter(code, length, h.symbols[at], ac)
			}
			code, at = code+1, at+1
		}
		h.ends[length] = code << (16 - length)
		code <<= 1
	}
	return h, s[16+total:]
}

// enter puts a short code into the tables, under every ten bits that begin with it.
func (h *huffman) enter(code uint32, length int, symbol byte, ac bool) {
	spare := fastBits - length
	for i := range uint32(1) << spare {
		at := code<<spare | i
		h.short[at] = uint16(symbol)<<8 | uint16(length)
		run, size := int32(symbol>>4), int(symbol&15)
		switch {
		case !ac:
		case symbol == 0:
			h.fast[at] = endOfBlock<<8 | int32(length)
		case size > 0 && size <= spare:
			v := extended(int32(i>>(spare-size)), uint(size))
			h.fast[at] = v<<16 | run<<8 | int32(length+size)
		}
	}
}

// extended gives the number that size bits stand for: those that begin with 0 are the negative ones.
func extended(v int32, size uint) int32 {
	if v < 1<<(size-1) {
		v += -1<<size + 1
	}
	return v
}

// bitReader reads bits of picture data, of which it knows the byte stuffing and where they end.
type bitReader struct {
	data []byte
	pos  int    // the next byte
	acc  uint64 // the bits at hand, from the top
	n    int    // how many they are, made-up ones included
	made int    // zeros made up after the end of the data
}

// need sees to it that 32 bits are at hand, which is more than a code and its number take.
func (r *bitReader) need() {
	if r.n < 32 {
		r.fill()
	}
}

func (r *bitReader) fill() {
	if r.pos+4 <= len(r.data) {
		v := binary.BigEndian.Uint32(r.data[r.pos:])
		// None of the four bytes is 0xFF if none of the four turned over is zero.
		if t := ^v; (t-0x01010101)&v&0x80808080 == 0 {
			r.acc |= uint64(v) << (32 - r.n)
			r.n += 32
			r.pos += 4
			return
		}
	}
	for r.n <= 56 {
		var b byte
		switch {
		case r.pos >= len(r.data):
			r.made += 8
		case r.data[r.pos] != 0xFF:
			b = r.data[r.pos]
			r.pos++
		case r.pos+1 < len(r.data) && r.data[r.pos+1] == 0:
			b = 0xFF
			r.pos += 2
		default: // a marker
			r.made += 8
		}
		r.acc |= uint64(b) << (56 - r.n)
		r.n += 8
	}
}

func (r *bitReader) drop(n uint) {
	r.acc <<= n
	r.n -= int(n)
}

// symbol decodes one code.
func (r *bitReader) symbol(h *huffman) (byte, bool) {
	if e := h.short[r.acc>>(64-fastBits)]; e != 0 {
		r.drop(uint(e & 0xFF))
		return byte(e >> 8), true
	}
	next := uint32(r.acc >> 48)
	for length := fastBits + 1; length <= 16; length++ {
		if next < h.ends[length] {
			r.drop(uint(length))
			return h.symbols[h.place[length]+int(next>>(16-length)-h.first[length])], true
		}
	}
	return 0, false
}

// extend reads a number of size bits.
func (r *bitReader) extend(size uint) int32 {
	if size == 0 {
		return 0
	}
	v := extended(int32(r.acc>>(64-size)), size)
	r.drop(size)
	return v
}

// whole tells whether the data were used up to their last byte and not beyond: what is left is the filling of
// that byte.
func (r *bitReader) whole() bool {
	left := r.n - r.made
	return left >= 0 && left < 8
}

// restartMarker goes past the n-th restart marker, from 0. Their numbers run from 0 to 7 and over again: another
// means that data are missing.
func (r *bitReader) restartMarker(n int) bool {
	// Bits at hand may be none while the marker is next; the data between must be used up.
	r.need()
	if !r.whole() || r.pos+2 > len(r.data) || r.data[r.pos] != 0xFF || r.data[r.pos+1] != 0xD0|byte(n%8) {
		return false
	}
	*r = bitReader{data: r.data, pos: r.pos + 2}
	return true
}

// atEnd tells whether the data end here, with the end marker.
func (r *bitReader) atEnd() bool {
	r.need()
	return r.whole() && r.pos+2 <= len(r.data) && r.data[r.pos] == 0xFF && r.data[r.pos+1] == 0xD9
}
