package photo

import (
	"bytes"
	"encoding/binary"
)

// orientation finds the EXIF orientation of a file, 1 to 8; 1 where there is none or it makes no sense.
// HEIC is left out on purpose: its decoder turns the picture itself, and phones write both.
func orientation(format string, data []byte) int {
	o := 0
	switch format {
	case "jpeg":
		o = jpegOrientation(data)
	case "png":
		o = pngOrientation(data)
	case "webp":
		for _, c := range riffChunks(data) {
			if c.id == "EXIF" {
				o = tiffOrientation(bytes.TrimPrefix(c.data, []byte("Exif\x00\x00")))
			}
		}
	case "tiff":
		o = tiffOrientation(data)
	}
	if o < 1 || o > 8 {
		return 1
	}
	return o
}

// jpegOrientation walks the segments before the picture data to the first EXIF one.
func jpegOrientation(data []byte) int {
	for _, s := range jpegSegments(data) {
		if s.marker == 0xE1 && bytes.HasPrefix(s.data, []byte("Exif\x00\x00")) {
			return tiffOrientation(s.data[6:])
		}
	}
	return 0
}

// segment is one marker of a JPEG with the bytes that belong to it.
type segment struct {
	marker byte
	data   []byte
	end    int // offset of what follows it
}

// jpegSegments lists the segments up to the first scan, which it holds as the last.
func jpegSegments(data []byte) []segment {
	var out []segment
	for i := 2; i+4 <= len(data) && data[i] == 0xFF; {
		marker := data[i+1]
		if marker == 0xFF { // a fill byte
			i++
			continue
		}
		n := int(binary.BigEndian.Uint16(data[i+2:]))
		if n < 2 || i+2+n > len(data) {
			return out
		}
		out = append(out, segment{marker, data[i+4 : i+2+n], i + 2 + n})
		if marker == 0xDA {
			return out
		}
		i += 2 + n
	}
	return out
}

// pngOrientation looks for the eXIf chunk, which may come before or after the picture data.
func pngOrientation(data []byte) int {
	for i := 8; i+12 <= len(data); {
		n := int64(binary.BigEndian.Uint32(data[i:]))
		if n > int64(len(data)-i-12) {
			return 0
		}
		body := data[i+8 : i+8+int(n)]
		if string(data[i+4:i+8]) == "eXIf" {
			return tiffOrientation(body)
		}
		i += 12 + int(n)
	}
	return 0
}

// chunk is one piece of a RIFF file, such as WebP.
type chunk struct {
	id   string
	data []byte
}

// riffChunks lists the chunks that are there whole.
func riffChunks(data []byte) []chunk {
	if len(data) < 12 {
		return nil
	}
	return chunksOf(data[12:])
}

func chunksOf(data []byte) []chunk {
	var out []chunk
	for len(data) >= 8 {
		n := int64(binary.LittleEndian.Uint32(data[4:]))
		if n > int64(len(data)-8) {
			return out
		}
		out = append(out, chunk{string(data[:4]), data[8 : 8+n]})
		next := 8 + n + n&1 // chunks begin at even offsets
		data = data[min(next, int64(len(data))):]
	}
	return out
}

// tiffOrientation reads tag 274 of the first directory of TIFF data, the form in which all formats
// carry EXIF. 0 is none.
func tiffOrientation(data []byte) int {
	const (
		tagOrientation = 274
		entryLen       = 12
	)
	if len(data) < 8 {
		return 0
	}
	var order binary.ByteOrder
	switch string(data[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 0
	}
	at := int64(order.Uint32(data[4:]))
	if at+2 > int64(len(data)) {
		return 0
	}
	entries := int(order.Uint16(data[at:]))
	for rest := data[at+2:]; entries > 0 && len(rest) >= entryLen; entries, rest = entries-1, rest[entryLen:] {
		if order.Uint16(rest) != tagOrientation {
			continue
		}
		switch order.Uint16(rest[2:]) {
		case 1: // BYTE, against the standard but seen
			return int(rest[8])
		case 3: // SHORT
			return int(order.Uint16(rest[8:]))
		case 4: // LONG, likewise
			return int(min(order.Uint32(rest[8:]), 9))
		}
		return 0
	}
	return 0
}
