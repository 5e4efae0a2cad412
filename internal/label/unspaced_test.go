package label

import (
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/ocr"
)

func TestSpaceBetween(t *testing.T) {
	for _, c := range []struct {
		left, right string
		gap         float64 // letter heights
		want        bool
	}{
		{"Aqua,", "Glycerin", 0.05, true},
		{"水", "、", 0.6, false},
		{"脂肪", "由来", 0.9, false},
		{"酸", "Na", 0.2, false},
		{"液", "30", 0.9, true},
		{"글", "라", 0.2, false},
		{"인체", "유래", 0.5, true},
		{"정제수,", "글리세린", 0.5, true},
		{"콜", ",", 0.1, false},
		{"추출물", "(1,000ppb)", 0.1, false},
	} {
		if got := spaceBetween(c.left, c.right, c.gap); got != c.want {
			t.Errorf("spaceBetween(%q, %q, %v) = %v", c.left, c.right, c.gap, got)
		}
	}
}

// TestJoined reads letter-spaced Korean: the engine says where a word goes on, however wide the gap is.
func TestJoined(t *testing.T) {
	const size, pitch = 24, 40
	p := &ocr.Page{Width: 900, Height: 60}
	for i, r := range []rune("전성분:정제수,판테놀") {
		joined := i > 0 && r != '정' && r != '판'
		box := ocr.Box{X: 20 + i*pitch, Y: 20, W: size, H: size}
		p.Words = append(p.Words, ocr.Word{Text: string(r), Box: box, Confidence: 90, Block: 1, Paragraph: 1, Line: 1, Joined: joined})
	}
	if got, want := FromPage(p, dictionary.Default()).Text, "전성분: 정제수, 판테놀"; got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
}

// TestColumnsOfSigns reads two columns of names between lines over both, as the engine gives them: sign by sign, each row
// as one line, and one box as high as three lines.
func TestColumnsOfSigns(t *testing.T) {
	const size, pitch, right = 30, 43, 600
	p := &ocr.Page{Width: 1300, Height: 700}
	y := 20
	for row, line := range [][2]string{
		{"피부장벽강화"},
		{"사용법:기초마지막단계에서방울을얼굴과목에바르고가볍게두드려흡수시킵니다"},
		{},
		{"전성분"},
		{"정제수", "티트리잎추출물"},
		{"소르비톨", "마데카소사이드"},
		{"다이프로필렌글라이콜", "프롤린"},
		{"베타인", "쇼두메타핀"},
		{"우레아", "쿠눔카토"},
		{"옥틸도데칸올"},
		{"스테아릭애씨드"},
		{"알란토인"},
		{"판테놀"},
		{},
		{"주의사항:사용중붉은반점이나가려움증등의이상이있을경우사용을중지하십시오"},
		{"눈에들어갔을때에는즉시씻어낼것고온또는저온의장소를피하여보관할것"},
	} {
		if line[0] == "" {
			y += pitch / 3
			continue
		}
		put := func(text string, x, width, high int) {
			box := ocr.Box{X: x, Y: y - (high-size)/2, W: width, H: high}
			p.Words = append(p.Words, ocr.Word{Text: text, Confidence: 90, Block: 1, Paragraph: 1, Line: row + 1, Box: box})
		}
		for i, r := range []rune(line[0]) {
			put(string(r), 20+size*i, size-2, size)
		}
		if line[1] == "프롤린" {
			put(line[1], right, 3*size-2, 5*size/2)
			line[1] = ""
		}
		for i, r := range []rune(line[1]) {
			put(string(r), right+size*i, size-2, size)
		}
		y += pitch
	}
	const want = "정제수|소르비톨|다이프로필렌글라이콜|베타인|우레아|옥틸도데칸올|스테아릭애씨드|알란토인|판테놀|티트리잎추출물|마데카소사이드|프롤린|쇼두메타핀|쿠눔카토"
	if l := FromPage(p, dictionary.Default()); join(l) != want {
		t.Errorf("got %s\nwant %s\nin\n%s", join(l), want, l.Text)
	}
}

// TestUnspacedScripts reads pages as Tesseract gives them: nearly every character a word, names broken
// over lines without a hyphen.
func TestUnspacedScripts(t *testing.T) {
	const size, gap = 24, 3
	for _, c := range []struct {
		lines [][]string
		want  string
	}{
		{[][]string{
			{"全", "成分", ":", "水", "、", "グ", "リセ", "リン", "、", "BG", "、", "ヒト", "脂肪", "由来", "間葉"},
			{"系", "細胞", "エク", "ソソ", "ーム", "、", "ヒア", "ル", "ロン", "酸", "Na"},
			{"使用", "方法", ":", "適量", "を", "手", "に", "取り", "ます", "。"},
		}, "水|グリセリン|BG|ヒト脂肪由来間葉系細胞エクソソーム|ヒアルロン酸Na"},
		{[][]string{
			{"전", "성분", ":", " ", "정", "제수", ",", " ", "글", "리", "세린", ",", " ", "병풀", "캘", "러", "스", "세포", "외"},
			{"소", "포", ",", " ", "판", "테놀"},
			{"사용", "방법", ":", " ", "적당", "량을", " ", "바", "릅", "니다"},
		}, "정제수|글리세린|병풀캘러스세포외소포|판테놀"},
	} {
		p := &ocr.Page{Width: 900, Height: 200}
		for row, line := range c.lines {
			x := 20
			for _, w := range line {
				if w == " " {
					x += size / 2
					continue
				}
				width := len([]rune(w)) * size
				p.Words = append(p.Words, ocr.Word{
					Text: w, Confidence: 90, Block: 1, Paragraph: 1, Line: row + 1,
					Box: ocr.Box{X: x, Y: 20 + row*40, W: width - gap, H: size},
				})
				x += width
			}
		}
		l := FromPage(p, dictionary.Default())
		check(t, l)
		checkWords(t, l, p)
		if got := join(l); got != c.want {
			t.Errorf("got %s\nwant %s\nin\n%s", got, c.want, l.Text)
		}
	}
}
