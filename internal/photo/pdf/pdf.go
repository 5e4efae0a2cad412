// Package pdf gives the text of a PDF, such as the artwork of a label, and draws its pages as upright pictures.
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

	// memoryPages of 64 KiB are 512 MiB, enough for a page of mostPixels and what it is drawn from.
	memoryPages = 8192
	// mostPixels of a page, four bytes each: A4 has 9 million, and more than this is not read as one picture.
	mostPixels = 64_000_000
)

// Document is what a PDF says of itself.
type Document struct {
	Pages int      // how many it has
	Texts []string // the text layers of the first MaxPages, lines ended by "\n"; "" where all print is drawn
}

// Read gives the text of a PDF. The timeout is for all of it; 0 is a minute.
func Read(ctx context.Context, data []byte, timeout time.Duration) (*Document, error) {
	out := &Document{}
	err := open(ctx, data, timeout, func(instance pdfium.Pdfium, doc references.FPDF_DOCUMENT) error {
		n, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
		if err != nil {
			return err
		}
		out.Pages = n.PageCount
		for i := range min(n.PageCount, MaxPages) {
			text, err := instance.GetPageText(&requests.GetPageText{Page: byIndex(doc, i)})
			if err != nil {
				return err
			}
			out.Texts = append(out.Texts, plain(text.Text))
		}
		return nil
	})
	if err == nil && out.Pages < 1 {
		err = &photo.Error{Kind: photo.Unreadable, Text: "PDF has no pages"}
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Render draws one page, numbered from 1, at 300 pixels per inch, or as many as the limit of pixels allows.
// One page is drawn at a time because twenty large ones, in a file of two kilobytes, take gigabytes. The
// timeout is for the page; 0 is a minute.
func Render(ctx context.Context, data []byte, page int, lim photo.Limits, timeout time.Duration) (img *photo.Image, err error) {
	if lim.Pixels <= 0 || lim.Pixels > mostPixels {
		lim.Pixels = mostPixels
	}
	err = open(ctx, data, timeout, func(instance pdfium.Pdfium, doc references.FPDF_DOCUMENT) error {
		img, err = render(instance, doc, page-1, lim)
		return err
	})
	return img, err
}

// open opens the document, with nothing that another one has left behind, and makes an *photo.Error of what goes
// wrong.
func open(ctx context.Context, data []byte, timeout time.Duration, do func(pdfium.Pdfium, references.FPDF_DOCUMENT) error) (err error) {
	if timeout <= 0 {
		timeout = time.Minute
	}
	e, err := start()
	if err != nil {
		return &photo.Error{Kind: photo.Unsupported, Text: fmt.Sprintf("PDF cannot be read here: %v", err), Hint: wayRound, Err: err}
	}
	// The time counts from here: compiling pdfium, once, is not the document's fault.
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	e.memories.begin()
	defer e.memories.end()
	instance, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return failure(ctx, timeout, fmt.Errorf("starting: %w", err))
	}
	stop := context.AfterFunc(ctx, func() { _ = instance.Kill() }) // whatever runs comes back with an error
	defer func() {
		if stop() {
			_ = instance.Close() // its memory goes with it, so that no document meets another
		}
		if p := recover(); p != nil {
			err = failure(ctx, timeout, fmt.Errorf("the decoder gave up: %v", p))
		}
	}()
	doc, err := instance.OpenDocument(&requests.OpenDocument{File: &data})
	if err == nil {
		err = do(instance, doc.Document)
	}
	if err == nil {
		err = ctx.Err() // what came of it may be half of it
	}
	if err != nil {
		return failure(ctx, timeout, err)
	}
	return nil
}

func byIndex(doc references.FPDF_DOCUMENT, i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: i}}
}

func render(instance pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int, lim photo.Limits) (*photo.Image, error) {
	size, err := instance.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: doc, Index: index})
	if err != nil {
		return nil, err
	}
	dpi, refused := fit(size.Width, size.Height, lim.Pixels)
	if refused != nil {
		refused.Text = fmt.Sprintf("page %d: %s", index+1, refused.Text)
		return nil, refused
	}
	drawn, err := instance.RenderPageInDPI(&requests.RenderPageInDPI{Page: byIndex(doc, index), DPI: dpi})
	if err != nil {
		return nil, err
	}
	defer drawn.Cleanup()
	// Its pixels are memory of the WebAssembly, which goes away: they are copied.
	img, ok := drawn.Result.RenderedImage.(*image.RGBA)
	if !ok || int64(img.Rect.Dx())*int64(img.Rect.Dy()) > lim.Pixels {
		return nil, fmt.Errorf("page %d came out as %T of %v", index+1, drawn.Result.RenderedImage, drawn.Result.RenderedImage.Bounds())
	}
	own := &image.RGBA{Pix: append([]byte(nil), img.Pix...), Stride: img.Stride, Rect: img.Rect}
	return photo.New(own, "pdf"), nil
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
	// What stops WebAssembly comes with a stack trace, and running out of memory is not told from other ways.
	if what, _, trap := strings.Cut(err.Error(), "\n"); trap {
		return &photo.Error{Kind: photo.Unreadable, Text: fmt.Sprintf("PDF is damaged, or needs more than the %d MB there are for it (%s)", memoryPages>>4, what), Hint: wayRound, Err: err}
	}
	return &photo.Error{Kind: photo.Unreadable, Text: fmt.Sprintf("PDF is damaged: %v", err), Hint: wayRound, Err: err}
}

// engine is pdfium, set up.
type engine struct {
	pool     pdfium.Pool
	memories *memories
}

// start sets pdfium up, once.
var start = sync.OnceValues(func() (engine, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling). // pdfium's build wants the second
		WithMemoryLimitPages(memoryPages).
		WithCloseOnContextDone(true) // what Kill rests on
	if cache := compiled(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	workers, m := runtime.GOMAXPROCS(0), &memories{}
	ctx := experimental.WithMemoryAllocator(experimental.WithCompilationWorkers(context.Background(), workers), m)
	pool, err := webassembly.Init(webassembly.Config{
		Context:       ctx,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // no files; the default would be all of them
		Stdout:        io.Discard,
		Stderr:        io.Discard,
		RandomSource:  rand.Reader,
		MaxTotal:      workers,
	})
	return engine{pool, m}, err
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
