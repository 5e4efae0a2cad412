package scan

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func emptyFile() *Error { return &Error{Code: "empty-file", Text: "input is empty"} }

// decodeText takes typed text as UTF-8, with or without a byte order mark. Other encodings are not
// guessed at, since a wrong guess would turn letters into others: the error names the likeliest one.
func decodeText(data []byte, source string) (string, *Error) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return "", emptyFile()
	}
	if err := otherEncoding(data, source); err != nil {
		return "", err
	}
	data = data[len(byteOrderMark(data)):]
	switch {
	case bytes.IndexByte(data[:min(len(data), maxText)], 0) >= 0:
		return "", &Error{Code: "not-text", Text: "input is binary data, neither a photo nor a text"}
	case len(data) > maxText:
		return "", &Error{Code: "too-large", Text: fmt.Sprintf("text is over %s, the most that a list may have; with --lines, each line is a list", megabytes(maxText))}
	case !utf8.Valid(data):
		name := guessEncoding(data)
		if name == "" {
			return "", &Error{Code: "not-utf8", Text: "text is not UTF-8, nor any encoding known here"}
		}
		return "", notUTF8(name, source)
	}
	return string(data), nil
}

func byteOrderMark(data []byte) []byte {
	if bom := []byte("\ufeff"); bytes.HasPrefix(data, bom) {
		return bom
	}
	return nil
}

// otherEncoding tells UTF-16 and UTF-32 by their mark, or by the zero bytes that plain letters leave.
func otherEncoding(head []byte, source string) *Error {
	head = head[:min(len(head), sniffLen)]
	zeros := [2]int{}
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	most := len(head) / 2 * 2 / 3 // of the bytes in odd or in even places
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(head, []byte("\x00\x00\xfe\xff")):
		return notUTF8("UTF-32", source)
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return notUTF8("UTF-16", source)
	case len(head) < 4:
		return nil
	case zeros[1] > most && zeros[0] == 0:
		return notUTF8("UTF-16LE", source)
	case zeros[0] > most && zeros[1] == 0:
		return notUTF8("UTF-16BE", source)
	}
	return nil
}

// notUTF8 names the encoding and the command that mends it.
func notUTF8(name, source string) *Error {
	command := fmt.Sprintf("iconv -f %s -t UTF-8", name)
	if source != "-" {
		command += fmt.Sprintf(" %q > utf8.txt", source)
	}
	return &Error{Code: "not-utf8", Text: fmt.Sprintf("text is %s, not UTF-8; to convert it: %s", name, command)}
}

// legacy is an encoding that text files still come in, and what gives it away.
type legacy struct {
	name    string // iconv's
	enc     encoding.Encoding
	letters [2]rune // the range in which
	share   float64 // at least this share of its non-ASCII characters lies
	run     float64 // bytes over 127 stand together in runs at least this long on average
	pairs   bool    // every character that is not ASCII is two bytes over 127
}

// guessEncoding is the first legacy encoding that fits, or "". It is a hint for the user to try,
// never the reading: that is why rough rules are enough. Those in which nearly any bytes make sense
// come last.
func guessEncoding(data []byte) string {
	data = data[:min(len(data), sniffLen)]
	// Up to the last plain byte, so that no letter is cut in two.
	if i := bytes.LastIndexAny(data, "\n ,"); i > 0 {
		data = data[:i]
	}
	for _, l := range []legacy{
		{"SHIFT_JIS", japanese.ShiftJIS, [2]rune{'ぁ', 'ヿ'}, 0.4, 1, false},
		{"EUC-JP", japanese.EUCJP, [2]rune{'ぁ', 'ヿ'}, 0.4, 2, true},
		{"EUC-KR", korean.EUCKR, [2]rune{'가', '힣'}, 0.8, 2, true},
		{"WINDOWS-1251", charmap.Windows1251, [2]rune{'а', 'я'}, 0.6, 3, false},
		{"WINDOWS-1251", charmap.Windows1251, [2]rune{'А', 'Я'}, 0.6, 3, false},
		{"GB18030", simplifiedchinese.GB18030, [2]rune{'一', '龥'}, 0.6, 2, true},
		{"WINDOWS-1252", charmap.Windows1252, [2]rune{'à', 'ÿ'}, 0.6, 1, false},
		{"WINDOWS-1252", charmap.Windows1252, [2]rune{'À', 'ß'}, 0.6, 1, false},
		{"BIG5", traditionalchinese.Big5, [2]rune{'一', '龥'}, 0.6, 1, false},
		{"WINDOWS-1252", charmap.Windows1252, [2]rune{'\u00a0', 'ÿ'}, 0.5, 1, false},
	} {
		if l.fits(data) {
			return l.name
		}
	}
	return ""
}

func (l legacy) fits(data []byte) bool {
	text, err := l.enc.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return false
	}
	high, runs := 0, 0
	for i, c := range data {
		if c >= utf8.RuneSelf {
			high++
			if i == 0 || data[i-1] < utf8.RuneSelf {
				runs++
			}
		}
	}
	in, all := 0, 0
	for _, r := range string(text) {
		if r >= utf8.RuneSelf {
			all++
		}
		if r >= l.letters[0] && r <= l.letters[1] {
			in++
		}
	}
	return high > 0 && float64(in) >= l.share*float64(all) && float64(high) >= l.run*float64(runs) && (!l.pairs || high == 2*all)
}
