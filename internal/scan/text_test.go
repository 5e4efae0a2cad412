package scan

import (
	"slices"
	"strings"
	"testing"

	"exoscan/dictionary"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func TestDecodeText(t *testing.T) {
	korean_ := "정제수, 글리세린, 병풀캘러스세포외소포, 나이아신아마이드"
	in := func(e encoding.Encoding, s string) string {
		out, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, c := range []struct {
		name, data string
		code       string // of the error, "" where the text is read
		says       string // in the error, or the text
	}{
		{"plain", "Aqua, Glycerin", "", "Aqua, Glycerin"},
		{"utf-8", korean_, "", korean_},
		{"byte order mark", "\ufeffAqua", "", "Aqua"},
		{"empty", "", "empty-file", "empty"},
		{"blank", " \r\n\t", "empty-file", "empty"},
		{"utf-16 with mark", in(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "Aqua, Glycerin"), "not-utf8", "iconv -f UTF-16 "},
		{"utf-16 without", in(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "Aqua, Glycerin"), "not-utf8", "iconv -f UTF-16LE "},
		{"utf-16 big end", in(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "Aqua, Glycerin"), "not-utf8", "iconv -f UTF-16BE "},
		{"utf-32", in(utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "Aqua"), "not-utf8", "iconv -f UTF-32 "},
		{"windows-1252", in(charmap.Windows1252, "Ingrédients: Aqua"), "not-utf8", "iconv -f WINDOWS-1252 "},
		{"latin-1", in(charmap.ISO8859_1, "Huile d'olive à l'écorce"), "not-utf8", "iconv -f WINDOWS-1252 "},
		{"windows-1251", in(charmap.Windows1251, "Состав: вода, экзосомы"), "not-utf8", "iconv -f WINDOWS-1251 "},
		{"euc-kr", in(korean.EUCKR, korean_), "not-utf8", "iconv -f EUC-KR "},
		{"shift-jis", in(japanese.ShiftJIS, "水、グリセリン、エクソソーム"), "not-utf8", "iconv -f SHIFT_JIS "},
		{"gbk", in(simplifiedchinese.GBK, "成分:水、甘油、外泌体"), "not-utf8", "iconv -f GB18030 "},
		{"big5", in(traditionalchinese.Big5, "成分：水、甘油、外泌體、人體細胞外泌體"), "not-utf8", "iconv -f BIG5 "},
		{"capitals", in(charmap.Windows1251, "СОСТАВ: ВОДА, ЭКЗОСОМЫ"), "not-utf8", "iconv -f WINDOWS-1251 "},
		{"binary", "Aqua\x00\x01\x02\x03Glycerin", "not-text", "binary"},
		{"far too long", strings.Repeat("Aqua, ", maxText/6+1), "too-large", "--lines"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := decodeText([]byte(c.data), "list.txt")
			switch {
			case c.code == "" && (err != nil || got != c.says):
				t.Errorf("got %q, %v; want %q", got, err, c.says)
			case c.code != "" && (err == nil || err.Code != c.code || !strings.Contains(err.Text, c.says)):
				t.Errorf("got %q, %+v; want error %s saying %q", got, err, c.code, c.says)
			}
		})
	}
}

func TestOffsetsLeadToWhatWasTyped(t *testing.T) {
	const typed = "Ingredients: Aqua,\r\nRosa Damascena Callus Exo-\r\nsomes, Panthenol."
	s := New(Options{Dictionary: dictionary.Default()})
	var got []string
	for _, in := range s.Explain(t.Context(), Input{Source: "-", data: []byte(typed)}).Result.Ingredients {
		got = append(got, typed[in.Start:in.End])
	}
	if want := []string{"Aqua", "Rosa Damascena Callus Exo-\r\nsomes", "Panthenol"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
