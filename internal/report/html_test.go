package report_test

import (
	"errors"
	"image"
	"io"
	"math/rand/v2"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"exoscan/internal/origin"
	"exoscan/internal/report"
	"exoscan/internal/scan"
)

// TestHTMLBones holds the parts of the page without its words: one line an element that matters.
func TestHTMLBones(t *testing.T) {
	results, o := folder(t)
	page := render(t, "html", o, results[0], results[3], results[5], results[7])
	want := `head
card human-derived photos/night-serum.jpg
 photo 3 boxes 22 spots
 finding
 related
 claims
 list 22
card none photos/day-cream.jpg
 photo 0 boxes 19 spots
 list 19
card unreadable photos/blurred.jpg
failure photos/poster.png
overview 4
bar human-derived 1 100
bar none 1 100
bar unreadable 1 100
bar failed 1 100
script
`
	if diff := cmp.Diff(want, bones(page)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if again := render(t, "html", o, results[0], results[3], results[5], results[7]); again != page {
		t.Error("the same results gave another page")
	}
}

func bones(page string) string {
	var b strings.Builder
	add := func(parts ...string) { b.WriteString(strings.Join(parts, " ") + "\n") }
	attribute := func(line, name string) string {
		_, after, _ := strings.Cut(line, name+`="`)
		value, _, _ := strings.Cut(after, `"`)
		return value
	}
	page = regexp.MustCompile(`(?s)<(style|script)>.*?</`).ReplaceAllString(page, "<$1></")
	boxes, spots, items := 0, 0, 0
	for line := range strings.Lines(page) {
		boxes += strings.Count(line, `<rect class="box`)
		spots += strings.Count(line, `<rect class="spot`)
		items += strings.Count(line, `<li data-i`)
		switch {
		case strings.Contains(line, "</head>"):
			add("head")
		case strings.Contains(line, "card failure"):
			add("failure", attribute(line, "data-source"))
		case strings.Contains(line, "<article"):
			add("card", attribute(line, "data-verdict"), attribute(line, "data-source"))
		case strings.Contains(line, `class="zoom`):
			boxes = 0 // the legend drew samples
		case strings.Contains(line, "</svg>\n") && strings.HasPrefix(line, "</svg>"):
			add(" photo", strconv.Itoa(boxes), "boxes", strconv.Itoa(spots), "spots")
			boxes, spots = 0, 0
		case strings.Contains(line, `<section class="finding`):
			add(" finding")
		case strings.Contains(line, `<section class="related`):
			add(" related")
		case strings.Contains(line, `<section class="claims`):
			add(" claims")
		case strings.Contains(line, "</ol>"):
			add(" list", strconv.Itoa(items))
			items = 0
		case strings.Contains(line, "<h2 id=\"overview-h\""):
			n, _, _ := strings.Cut(strings.TrimPrefix(line, `<h2 id="overview-h">`), " ")
			add("overview", n)
		case strings.Contains(line, `class="bar"`):
			_, n, _ := strings.Cut(line, `class="n">`)
			n, _, _ = strings.Cut(n, "<")
			add("bar", attribute(line, "data-verdict"), n, attribute(line, " width"))
		case strings.Contains(line, "<script>"):
			add("script")
		}
	}
	return b.String()
}

// TestHTMLEscapes holds that no string from outside reaches the page as markup. Browsers are asked too,
// in TestBrowserKeepsLabelsText.
func TestHTMLEscapes(t *testing.T) {
	page := render(t, "html", report.Options{}, hostileResult(), scan.Result{Source: hostile, Error: &scan.Error{Code: hostile, Text: hostile}})
	for markup, want := range map[string]int{"<script": 1, "</script": 1, "<title": 1, "</title": 1, "</style": 1, "<img": 0, "\x1b": 0, "\u202e": 0} {
		if got := strings.Count(page, markup); got != want {
			t.Errorf("%q is in the page %d times, want %d", markup, got, want)
		}
	}
	bare := regexp.MustCompile(`"[^"]*"`).ReplaceAllString(page, `""`) // attributes without their values
	for _, tag := range regexp.MustCompile(`<[a-z][^>]*>`).FindAllString(bare, -1) {
		if regexp.MustCompile(`\s(on[a-z]+|style|srcdoc)\s*=`).MatchString(tag) {
			t.Errorf("the page has %s", tag)
		}
	}
	if !strings.Contains(page, `content="default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-`) {
		t.Error("the page has no policy")
	}
	if regexp.MustCompile(`(src|href)\s*=\s*"?(https?:)?//`).MatchString(page) || strings.Contains(page, "url(") || strings.Contains(page, "@import") {
		t.Error("the page loads something")
	}
}

func TestHTMLLeavesPhotosOutOfALargePage(t *testing.T) {
	results, o := folder(t)
	o.PhotoBytes = 1 // the first photo uses it up
	page := render(t, "html", o, results[0], results[1], results[2])
	if got := strings.Count(page, `class="photo"`); got != 1 {
		t.Errorf("%d photos, want 1", got)
	}
	if got := strings.Count(page, `class="crop"`); got != 4 {
		t.Errorf("%d enlargements, want all 4", got)
	}
	for _, want := range []string{"photo left out, as this page is large", "Photos of 2 inputs were left out"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestHTMLWithoutPhotos(t *testing.T) {
	results, _ := folder(t)
	for _, o := range []report.Options{{}, {Photo: func(string) (image.Image, error) { return nil, errors.New("gone") }},
		{Photo: func(string) (image.Image, error) { return nil, nil }}} {
		page := render(t, "html", o, results[0])
		if strings.Contains(page, "<img") || !strings.Contains(page, "photo not at hand") {
			t.Error("a photo that is not there is not said to be missing")
		}
	}
}

// TestHTMLSeveralPhotos holds that each photo of one product shows its own boxes.
func TestHTMLSeveralPhotos(t *testing.T) {
	_, r := packs()[1].draw(t)
	r.Findings[0].Photo, r.Findings[1].Photo, r.Claims[0].Photo = "front.jpg", "back.jpg", "front.jpg"
	var asked []string
	page := render(t, "html", report.Options{Photo: func(source string) (image.Image, error) {
		asked = append(asked, source)
		return image.NewGray(image.Rect(0, 0, 1500, 1100)), nil
	}}, r)
	if diff := cmp.Diff([]string{"front.jpg", "back.jpg"}, asked); diff != "" {
		t.Errorf("photos asked for (-want +got):\n%s", diff)
	}
	figures := strings.Split(page, `<figure class="photo">`)
	if len(figures) != 3 {
		t.Fatalf("%d figures, want 2", len(figures)-1)
	}
	for i, want := range []map[string]int{{"tag t-plant": 1, "tag t-animal": 0, `box o-claim"`: 2}, {"tag t-plant": 0, "tag t-animal": 1, `box o-claim"`: 0}} {
		for mark, n := range want { // a claim is drawn once and shown once in the legend
			if got := strings.Count(figures[i+1], mark); got != n {
				t.Errorf("photo %d has %q %d times, want %d", i+1, mark, got, n)
			}
		}
	}
}

// TestHTMLMemoryIsFlat writes a long run and looks at what is kept.
func TestHTMLMemoryIsFlat(t *testing.T) {
	_, r := packs()[0].draw(t)
	noise := image.NewGray(image.Rect(0, 0, 600, 500))
	for i := range noise.Pix {
		noise.Pix[i] = byte(rand.Uint32())
	}
	w, err := report.New("html", io.Discard, report.Options{Photo: func(string) (image.Image, error) { return noise, nil }, PhotoBytes: 1 << 40})
	if err != nil {
		t.Fatal(err)
	}
	var at [2]uint64
	for i := range at {
		for range 40 { // each card is some 400 kB
			if err := w.Write(r); err != nil {
				t.Fatal(err)
			}
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		at[i] = m.HeapAlloc
	}
	if at[1] > at[0]+1<<20 {
		t.Errorf("40 more cards keep %d kB", (at[1]-at[0])>>10)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestWritersPassErrorsOn holds that a full disk is noticed.
func TestWritersPassErrorsOn(t *testing.T) {
	v := origin.None
	for _, format := range report.Formats() {
		w, err := report.New(format, full{}, report.Options{})
		if err != nil {
			t.Fatal(err)
		}
		err = w.Write(scan.Result{Source: "a.txt", Kind: "text", Verdict: &v})
		if err == nil {
			err = w.Close()
		}
		if !errors.Is(err, errFull) {
			t.Errorf("%s: a full disk gave %v", format, err)
		}
	}
	if _, err := report.New("pdf", io.Discard, report.Options{}); err == nil || err.Error() != `format "pdf" is not one of text, json, ndjson, csv, html, junit` {
		t.Errorf("an unknown format gave %v", err)
	}
}

var errFull = errors.New("no space left on device")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
