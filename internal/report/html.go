package report

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"image"
	"io"
	"sync"

	"exoscan/internal/scan"
)

// web writes one self-contained page. Cards go out as they come and nothing of them is kept but
// counts; the overview is written last and put first by style and script, and the script builds the
// table of results from the cards. So the memory is that of one card, however long the run.
//
// The page loads nothing and sends nothing: its policy allows data: images and exactly the style and
// the script written here, by their hashes. A script smuggled in through a label would be text to
// html/template, and refused by the browser if it were not.
type web struct {
	w       io.Writer
	photo   func(string) (image.Image, error)
	total   int
	counts  map[string]int
	budget  int64 // bytes of photos there is still room for
	leftOut int   // inputs whose photo had none
}

const photoBytes = 100 << 20 // see Options.PhotoBytes

func newHTML(w io.Writer, o Options) Writer {
	return &web{w: w, photo: o.Photo, budget: cmp.Or(o.PhotoBytes, photoBytes), counts: map[string]int{}}
}

//go:embed page
var pageFiles embed.FS

// parts are the page's templates, style and script with the policy that names them.
type parts struct {
	*template.Template
	Policy, Style, Script template.HTML
}

// page panics on a template that does not parse: it is part of the program.
var page = sync.OnceValue(func() parts {
	style, styleHash := inline("style", "page/style.css")
	script, scriptHash := inline("script", "page/script.js")
	return parts{
		Template: template.Must(template.ParseFS(pageFiles, "page/page.tmpl")),
		Style:    style,
		Script:   script,
		Policy: template.HTML("default-src 'none'; img-src data:; style-src " + styleHash + "; script-src " + scriptHash +
			"; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"),
	}
})

// inline is an element with the content of an embedded file, and the source expression for it.
func inline(element, path string) (template.HTML, string) {
	data, err := pageFiles.ReadFile(path)
	if err != nil {
		panic(err)
	}
	sum := sha256.Sum256(data)
	hash := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	return template.HTML(fmt.Sprintf("<%s>%s</%s>", element, data, element)), hash
}

func (h *web) Write(r scan.Result) error {
	if err := h.begin(); err != nil {
		return err
	}
	h.total++
	h.counts[verdictOf(r)]++
	return h.execute("card", h.card(settled(r)))
}

func (h *web) Close() error {
	if err := h.begin(); err != nil {
		return err
	}
	return h.execute("tail", struct {
		parts
		Total    int
		Overview bool
		Bars     []verdictBar
		LeftOut  string
	}{page(), h.total, h.total != 1, h.bars(), leftOut(h.leftOut)})
}

func leftOut(n int) string {
	if n == 0 {
		return ""
	}
	return count(n, "input")
}

func (h *web) begin() error {
	if h.total > 0 {
		return nil
	}
	return h.execute("head", page())
}

// execute writes a part whole or not at all, so that an error never leaves half a tag.
func (h *web) execute(name string, data any) error {
	var b bytes.Buffer
	if err := page().ExecuteTemplate(&b, name, data); err != nil {
		return fmt.Errorf("rendering the %s of the page: %w", name, err)
	}
	_, err := h.w.Write(b.Bytes())
	return err
}

// verdictBar is one row of the chart.
type verdictBar struct {
	Verdict string
	N       int
	Share   string // of the longest bar, in percent
}

func (h *web) bars() []verdictBar {
	longest := 1
	for _, n := range h.counts {
		longest = max(longest, n)
	}
	var bars []verdictBar
	for _, v := range Verdicts() {
		if n := h.counts[v]; n > 0 {
			bars = append(bars, verdictBar{v, n, decimal(100*float64(n)/float64(longest), 1)})
		}
	}
	return bars
}
