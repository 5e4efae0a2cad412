//go:build cgo

package tesseract

// #include <allheaders.h>
// #include "memory.h"
import "C"

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"slices"
	"strconv"
	"strings"
	"unsafe"

	"github.com/otiai10/gosseract/v2"

	"exoscan/internal/ocr"
)

// maxClients is how many sets of languages stay loaded: a model costs some 30 MB and 140 to 350 ms,
// and an escalation goes to and fro between two or three.
const maxClients = 3

// smallestSide is less than any line that can be read; below it Tesseract finds nothing, takes
// seconds to do so, since it blows each line up to 36 pixels, and in some versions crashes.
const smallestSide = 12

// Engine reads in this process. It is not for use by several goroutines, and one process holds one:
// C libraries may bring the process down, which is what workers are for.
type Engine struct {
	data    ocr.Data
	lang    string
	clients []*client // most recently used first

	image *image.Gray // whose pixels are in pix
	pix   *pix
}

// client is a gosseract client with its languages loaded.
type client struct {
	lang string
	*gosseract.Client
}

// Open loads the models and is then ready to read. It makes the folder of the language data the
// working directory of the process.
func Open(s ocr.Setup) (ocr.Reader, ocr.About, error) {
	C.leave_without_memory(ocr.ExitOutOfMemory)
	C.setMsgSeverity(C.L_SEVERITY_NONE) // Leptonica tells the caller too; its words are for programmers
	about := ocr.About{Tesseract: gosseract.Version(), Leptonica: leptonicaVersion()}
	data, err := ocr.FindData(s.DataPath)
	if err != nil {
		return nil, about, err
	}
	about.Data = data
	if err := os.Chdir(data.Path); err != nil {
		return nil, about, &ocr.Error{Kind: ocr.NoEngine, Text: fmt.Sprintf("opening language data: %v", err), Err: err}
	}
	e := &Engine{data: data, lang: s.Lang}
	if e.lang == "" {
		e.lang = "eng"
	}
	if _, err := e.client(e.lang); err != nil {
		return nil, about, err
	}
	return e, about, nil
}

func leptonicaVersion() string {
	c := C.getLeptonicaVersion()
	defer C.lept_free(unsafe.Pointer(c))
	return strings.TrimPrefix(C.GoString(c), "leptonica-")
}

// client gives the client of these languages, loading them where they are not.
func (e *Engine) client(lang string) (*client, error) {
	if i := slices.IndexFunc(e.clients, func(c *client) bool { return c.lang == lang }); i >= 0 {
		c := e.clients[i]
		e.clients = slices.Insert(slices.Delete(e.clients, i, i+1), 0, c)
		return c, nil
	}
	if err := e.data.Check(lang); err != nil {
		return nil, err
	}
	langs, _ := ocr.Languages(lang) // Check has
	g := gosseract.NewClient()
	c := &client{lang: lang, Client: g}
	err := errors.Join(g.SetTessdataPrefix("."), g.SetLanguage(langs...))
	if err == nil {
		err = c.warm()
	}
	if err != nil {
		g.Close()
		return nil, &ocr.Error{Kind: ocr.NoEngine, Text: fmt.Sprintf("loading language %q from %s: %v", lang, e.data.Path, err), Err: err,
			Hint: "reinstall it: " + ocr.InstallLanguage(langs[0])}
	}
	e.clients = slices.Insert(e.clients, 0, c)
	if len(e.clients) > maxClients {
		e.clients[maxClients].Close()
		e.clients = e.clients[:maxClients]
	}
	return c, nil
}

// warm makes gosseract load its languages, which it does only when it has an image to read.
func (c *client) warm() error {
	p, err := fromGray(blank(64, 64))
	if err != nil {
		return err
	}
	defer p.free()
	if err := c.show(p); err != nil {
		return err
	}
	_, err = c.GetBoundingBoxesVerbose()
	return err
}

func blank(w, h int) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	return img
}

// show gives gosseract the image to read.
func (c *client) show(p *pix) error {
	data, release, err := p.serialise()
	if err != nil {
		return err
	}
	defer release()
	return c.SetImageFromBytes(data)
}

// Read is one recognition.
func (e *Engine) Read(ctx context.Context, img *image.Gray, r ocr.Recipe) (*ocr.Page, error) {
	p, err := e.prepare(ctx, img, r)
	if err != nil {
		return nil, err
	}
	defer p.free()
	lang := r.Lang
	if lang == "" {
		lang = e.lang
	}
	page := &ocr.Page{
		V: ocr.PageVersion, Width: img.Rect.Dx(), Height: img.Rect.Dy(),
		Rotation: r.Rotation, Lang: lang, Recipe: r, Words: []ocr.Word{},
	}
	c, err := e.client(lang)
	if err != nil {
		return nil, err
	}
	w, h := p.size()
	if min(w, h) < smallestSide {
		return page, nil
	}
	if max(w, h) > ocr.MaxSide {
		return nil, &ocr.Error{Kind: ocr.TooLarge, Text: fmt.Sprintf("image side would be read at %d pixels, limit is %d", max(w, h), ocr.MaxSide)}
	}
	for name, value := range variables(r) {
		if err := c.SetVariable(name, value); err != nil {
			return nil, readError(err)
		}
	}
	if err := c.show(p.pix); err != nil {
		return nil, readError(err)
	}
	spans, err := c.spans()
	if err != nil {
		return nil, readError(err)
	}
	page.Words = wordsOf(spans, p.back)
	return page, nil
}

// variables are Tesseract's settings for a recipe. Each is set for each reading, whatever the last one
// was.
func variables(r ocr.Recipe) map[gosseract.SettableVariable]string {
	v := map[gosseract.SettableVariable]string{
		"tessedit_pageseg_mode": strconv.Itoa(cmp.Or(r.Mode, int(gosseract.PSM_AUTO))),
		"tessedit_do_invert":    "1",
		// Labels are not typed: looking for letters of one width costs a fiftieth of a reading.
		"textord_all_prop": "1",
	}
	if r.OneGround {
		v["tessedit_do_invert"] = "0"
	}
	return v
}

func readError(err error) error {
	if errors.Is(err, errPix) {
		return memoryError(err)
	}
	return &ocr.Error{Kind: ocr.Crashed, Text: "reading the prepared image: " + err.Error(), Err: err}
}

// spans recognises, once.
func (c *client) spans() ([]span, error) {
	boxes, err := c.GetBoundingBoxesVerbose()
	spans := make([]span, len(boxes))
	for i, b := range boxes {
		spans[i] = span{
			x0: b.Box.Min.X, y0: b.Box.Min.Y, x1: b.Box.Max.X, y1: b.Box.Max.Y, confidence: b.Confidence,
			block: b.BlockNum, paragraph: b.ParNum, line: b.LineNum, text: b.Word,
		}
	}
	if err != nil || !slices.ContainsFunc(spans, isHangul) {
		return spans, err
	}
	text, err := c.Text() // of the same recognition
	join(spans, text)
	return spans, err
}

// prepare checks the request and makes the image that is to be read.
func (e *Engine) prepare(ctx context.Context, img *image.Gray, r ocr.Recipe) (*prepared, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := r.Check(img); err != nil {
		return nil, err
	}
	if e.image != img {
		p, err := fromGray(img)
		if err != nil {
			return nil, memoryError(err)
		}
		e.pix.free()
		e.image, e.pix = img, p
	}
	p, err := prepare(e.pix, r)
	if err != nil {
		return nil, memoryError(err)
	}
	return p, nil
}

func memoryError(err error) error {
	return &ocr.Error{Kind: ocr.OutOfMemory, Text: "preparing the image: " + err.Error(), Err: err}
}

// Close frees the models and the image.
func (e *Engine) Close() error {
	var errs []error
	for _, c := range e.clients {
		errs = append(errs, c.Close())
	}
	e.clients = nil
	e.pix.free()
	e.image, e.pix = nil, nil
	return errors.Join(errs...)
}
