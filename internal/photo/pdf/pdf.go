// Package pdf turns the pages of a PDF, such as the artwork of a label, into upright pictures and the text that
// comes with them.
//
// It promises that no C runs: pdfium is WebAssembly here, run by Go, without files, network, clock or more memory
// than its limit; and that a page that takes too long is given up. It refuses documents with a password, and pages
// beyond the first MaxPages, since a label has one or two. What goes wrong is a *photo.Error.
//
// It costs nothing until the first PDF. Then pdfium is compiled, which takes some seconds of processor time; the
// result is kept in the user's cache folder, and from then on it is a fifth of a second.
package pdf

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"image"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"exoscan/internal/photo"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	// MaxPages is how many pages of a document are read.
	MaxPages = 20

	// resolution is in pixels per inch: six-point print, the smallest on labels, has an x-height near 13 pixels then.
	resolution = 300
	// leastResolution is what a page must get within the limit of pixels to be worth reading.
	leastResolution = 100

	// memoryPages of 64 KiB are a gibibyte, enough for a page of 100 megapixels and what it is drawn from.
	memoryPages = 16384
)

// Page is one page.
type Page struct {
	Number int          // from 1
	Image  *photo.Image // at 300 pixels per inch, or as many as the limit of pixels allows
	Text   string       // of the text layer, lines ended by "\n"; "" where all print is drawn
}

// Read gives the pages of a PDF, the first MaxPages at most, and how many the document has. The timeout is for
// all of it; 0 is a minute.
func Read(ctx context.Context, data []byte, lim photo.Limits, timeout time.Duration) (pages []Page, count int, err error) {
	if timeout <= 0 {
		timeout = time.Minute
	}
	if d := photo.DefaultLimits(); lim.Pixels <= 0 {
		lim.Pixels = d.Pixels
	}
	pool, err := start()
	if err != nil {
		return nil, 0, &photo.Error{Kind: photo.Unsupported, Text: fmt.Sprintf("PDF cannot be read here: %v", err), Hint: wayRound, Err: err}
	}
	// The time counts from here: compiling pdfium, once, is not the document's fault.
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, 0, failure(ctx, timeout, fmt.Errorf("starting: %w", err))
	}
	stop := context.AfterFunc(ctx, func() { _ = instance.Kill() }) // whatever runs comes back with an error
	defer func() {
		if stop() {
			_ = instance.Close() // its memory goes with it, so that no document meets another
		}
		if p := recover(); p != nil {
			pages, err = nil, failure(ctx, timeout, fmt.Errorf("the decoder gave up: %v", p))
		}
	}()
	doc, err := instance.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, 0, failure(ctx, timeout, err)
	}
	n, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, 0, failure(ctx, timeout, err)
	}
	for i := range min(n.PageCount, MaxPages) {
		page, err := readPage(instance, doc.Document, i, lim)
		if err != nil {
			return nil, n.PageCount, failure(ctx, timeout, err)
		}
		pages = append(pages, page)
	}
	if len(pages) == 0 {
		return nil, 0, &photo.Error{Kind: photo.Unreadable, Text: "PDF has no pages"}
	}
	return pages, n.PageCount, nil
}

func readPage(instance pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int, lim photo.Limits) (Page, error) {
	size, err := instance.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: doc, Index: index})
	if err != nil {
		return Page{}, err
	}
	dpi, refused := fit(size.Width, size.Height, lim.Pixels)
	if refused != nil {
		refused.Text = fmt.Sprintf("page %d: %s", index+1, refused.Text)
		return Page{}, refused
	}
	which := requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: index}}
	text, err := instance.GetPageText(&requests.GetPageText{Page: which})
	if err != nil {
		return Page{}, err
	}
	drawn, err := instance.RenderPageInDPI(&requests.RenderPageInDPI{Page: which, DPI: dpi})
	if err != nil {
		return Page{}, err
	}
	defer drawn.Cleanup()
	// Its pixels are memory of the WebAssembly, which goes away: they are copied.
	img, ok := drawn.Result.RenderedImage.(*image.RGBA)
	if !ok || int64(img.Rect.Dx())*int64(img.Rect.Dy()) > lim.Pixels {
		return Page{}, fmt.Errorf("page %d came out as %T of %v", index+1, drawn.Result.RenderedImage, drawn.Result.RenderedImage.Bounds())
	}
	own := &image.RGBA{Pix: append([]byte(nil), img.Pix...), Stride: img.Stride, Rect: img.Rect}
	return Page{Number: index + 1, Image: photo.New(own, "pdf"), Text: plain(text.Text)}, nil
}

// fit chooses the resolution for a page of so many points: the usual one, or less where the page is large.
func fit(width, height float64, limit int64) (int, *photo.Error) {
	if !(width > 0 && height > 0 && width < 1e6 && height < 1e6) { // written so that NaN fails
		return 0, &photo.Error{Kind: photo.Unreadable, Text: fmt.Sprintf("size is %g x %g points", width, height)}
	}
	const pointsPerInch = 72
	inches := width / pointsPerInch * height / pointsPerInch
	// A pixel a side is for rounding up.
	dpi := min(resolution, int(math.Sqrt(float64(limit)/inches)-pointsPerInch/min(width, height)))
	if dpi < leastResolution {
		return 0, &photo.Error{Kind: photo.TooLarge,
			Text: fmt.Sprintf("it is %.0f x %.0f cm, too large for %d megapixels at %d dpi", width/72*2.54, height/72*2.54, limit/1e6, leastResolution),
			Hint: "cut out the label"}
	}
	return dpi, nil
}

// plain is a text layer as lines, or nothing if it holds no letter: some programs write layers of blanks.
func plain(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\u0002", "") // pdfium's mark for a hyphen at the end of a line
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return text
}

const wayRound = "turn its pages into pictures: pdftoppm -r 300 -png FILE.pdf page"

// failure puts what pdfium said in plain words.
func failure(ctx context.Context, timeout time.Duration, err error) error {
	var own *photo.Error
	switch {
	case errors.As(err, &own):
		return own
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return &photo.Error{Kind: photo.TimedOut, Text: fmt.Sprintf("PDF took longer than %v", timeout), Hint: wayRound, Err: err}
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return &photo.Error{Kind: photo.Unsupported, Text: "PDF is locked with a password", Hint: "save a copy without one", Err: err}
	}
	return &photo.Error{Kind: photo.Unreadable, Text: fmt.Sprintf("PDF is damaged: %v", err), Hint: wayRound, Err: err}
}

// start sets pdfium up, once.
var start = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling). // pdfium's build wants the second
		WithMemoryLimitPages(memoryPages).
		WithCloseOnContextDone(true) // what Kill rests on
	if cache := compiled(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	workers := runtime.GOMAXPROCS(0)
	return webassembly.Init(webassembly.Config{
		Context:       experimental.WithCompilationWorkers(context.Background(), workers),
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // no files; the default would be all of them
		Stdout:        io.Discard,
		Stderr:        io.Discard,
		RandomSource:  rand.Reader,
		MaxTotal:      workers,
	})
})

// compiled is where machine code is kept from run to run; nil where there is no place for it, and then each run
// compiles.
func compiled() wazero.CompilationCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "exoscan", "wasm"))
	if err != nil {
		return nil
	}
	return cache
}
