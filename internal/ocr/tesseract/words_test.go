package tesseract

import (
	"strings"
	"testing"
)

func TestJoin(t *testing.T) {
	for _, c := range []struct{ words, text, want string }{
		{"[ 전 성 분] 정 제 수 , 판 테놀", "[전성분] 정제수, 판테놀\n", "[전성분] 정제수, 판테놀"},
		{"정 제수 판 테놀", "정제수\n\n판테놀\n", "정제수 판테놀"},
		{"정 제수 판 테놀", "정제수 테놀판\n", "정제수 판 테놀"}, // in another order from there on
		{"정 제수", "", "정 제수"},
	} {
		var spans []span
		for _, w := range strings.Fields(c.words) {
			spans = append(spans, span{text: w})
		}
		join(spans, c.text)
		var got strings.Builder
		for i, s := range spans {
			if i > 0 && !s.joined {
				got.WriteByte(' ')
			}
			got.WriteString(s.text)
		}
		if got.String() != c.want {
			t.Errorf("%q by %q is %q, want %q", c.words, c.text, got.String(), c.want)
		}
	}
}
