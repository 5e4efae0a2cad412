package photo

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// SniffLen is how many bytes at the start of a file Sniff makes use of.
const SniffLen = 1024

// Sniff names the format of a file from its first bytes: "jpeg", "png", "gif", "bmp", "tiff", "webp",
// "heic" and "pdf" can be decoded; "avif", "bigtiff", "html", "ico", "jp2", "jxl", "psd", "svg", "zip", "gzip" are
// known and refused by name. Anything else, plain text among it, is "".
func Sniff(head []byte) string {
	head = head[:min(len(head), SniffLen)]
	for _, m := range magics() {
		if len(head) >= m.at+len(m.bytes) && string(head[m.at:m.at+len(m.bytes)]) == m.bytes {
			return m.format
		}
	}
	switch {
	case isBMP(head):
		return "bmp"
	case len(head) >= 12 && string(head[4:8]) == "ftyp":
		return sniffBrands(head)
	}
	return sniffMarkup(head)
}

// magic is a run of bytes that by itself tells a format.
type magic struct {
	format string
	at     int
	bytes  string
}

func magics() []magic {
	return []magic{
		{"jpeg", 0, "\xff\xd8\xff"},
		{"png", 0, "\x89PNG\r\n\x1a\n"},
		{"gif", 0, "GIF87a"},
		{"gif", 0, "GIF89a"},
		{"tiff", 0, "II*\x00"},
		{"tiff", 0, "MM\x00*"},
		{"bigtiff", 0, "II+\x00"},
		{"bigtiff", 0, "MM\x00+"},
		{"webp", 8, "WEBPVP8"},
		{"psd", 0, "8BPS"},
		{"jxl", 0, "\xff\x0a"},
		{"jxl", 0, "\x00\x00\x00\x0cJXL \r\n\x87\n"},
		{"jp2", 0, "\x00\x00\x00\x0cjP  \r\n\x87\n"},
		{"ico", 0, "\x00\x00\x01\x00"},
		{"zip", 0, "PK\x03\x04"},
		{"zip", 0, "PK\x05\x06"},
		{"gzip", 0, "\x1f\x8b\x08"},
	}
}

// isBMP wants more than "BM", with which a list of ingredients could begin: a header of a known size.
func isBMP(head []byte) bool {
	if len(head) < 18 || head[0] != 'B' || head[1] != 'M' || head[15]|head[16]|head[17] != 0 {
		return false
	}
	switch head[14] {
	case 12, 16, 40, 52, 56, 64, 108, 124:
		return true
	}
	return false
}

// sniffBrands tells HEIC from AVIF: both are the same box format, and either may call itself "mif1".
func sniffBrands(head []byte) string {
	end := min(len(head), int(head[2])<<8|int(head[3]))
	if head[0]|head[1] != 0 {
		end = len(head)
	}
	found := ""
	for i := 8; i+4 <= end; i += 4 {
		if i == 12 { // the minor version, no brand
			continue
		}
		switch string(head[i : i+4]) {
		case "avif", "avis":
			return "avif"
		case "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1":
			found = "heic"
		}
	}
	return found
}

// sniffMarkup knows the text formats that people mistake for pictures.
func sniffMarkup(head []byte) string {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n\x00")
	low := strings.ToLower(string(text))
	switch {
	case strings.HasPrefix(low, "%pdf-"):
		return "pdf"
	case strings.HasPrefix(low, "<!doctype html"), strings.HasPrefix(low, "<html"):
		return "html"
	case strings.HasPrefix(low, "<svg"), strings.HasPrefix(low, "<!doctype svg"),
		strings.HasPrefix(low, "<?xml") && strings.Contains(low, "<svg"):
		return "svg"
	case strings.HasPrefix(low, "<?xml") && strings.Contains(low, "<html"):
		return "html"
	}
	return ""
}

// title is the name of a format as people write it.
func title(format string) string {
	switch format {
	case "webp":
		return "WebP"
	case "bigtiff":
		return "BigTIFF"
	case "jxl":
		return "JPEG XL"
	case "jp2":
		return "JPEG 2000"
	}
	return strings.ToUpper(format)
}

// refusal says why a file of this format is not read.
func refusal(format string, data []byte) *Error {
	switch format {
	case "svg":
		return &Error{Kind: NotImage, Text: "file is an SVG drawing, not a photo", Hint: "export it as PNG"}
	case "html":
		return &Error{Kind: NotImage, Text: "file is a web page (HTML), not a photo", Hint: "save the picture itself"}
	case "zip", "gzip":
		return &Error{Kind: NotImage, Text: "file is a " + title(format) + " archive, not a photo", Hint: "unpack it first"}
	case "pdf":
		return &Error{Kind: Unsupported, Text: "file is a PDF, not a photo",
			Hint: "turn its pages into pictures: pdftoppm -r 300 -png FILE.pdf page"}
	case "":
		if isText(data) {
			return &Error{Kind: NotImage, Text: "file is plain text, not a photo"}
		}
		return &Error{Kind: NotImage, Text: "file is not a picture of any known format"}
	}
	return &Error{Kind: Unsupported, Text: title(format) + " pictures cannot be decoded", Hint: "save it as JPEG or PNG"}
}

// isText looks at the first bytes only; a character cut at the end of them does not count against it.
func isText(data []byte) bool {
	head := data[:min(len(data), SniffLen)]
	for i := 0; i < utf8.UTFMax && len(head) > 0 && !utf8.Valid(head); i++ {
		head = head[:len(head)-1]
	}
	return len(head) > 0 && utf8.Valid(head) && !bytes.ContainsRune(head, 0)
}
