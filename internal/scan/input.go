package scan

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"exoscan/internal/photo"
	"exoscan/internal/photo/pdf"
)

// Input is one thing to read: a file, what came on stdin, or one line of a text.
type Input struct {
	Source string // what the result calls it
	Place  int    // from 0, its place in the whole listing, whichever shard reads it
	Path   string // the file to open; "" where data holds the input already

	data  []byte  // what stdin or a line held
	found bool    // met in a folder, not named by the user
	line  bool    // one line of a text: typed text, whatever it looks like
	page  bool    // a page recorded by "exoscan words"
	err   *Error  // why the listing could not reach it
	parts []Input // the photos of a product, which are one input
	part  bool    // it is one of them
	sheet int     // from 0, the page of a PDF to show
}

// kind is "photo" or "text": what the input is, before its content is known, by its name.
func (in Input) kind() string {
	if in.parts != nil {
		return "photo"
	}
	if in.line || !in.page && (in.Path == "" || hasExtension(in.Path, textExtensions())) {
		return "text"
	}
	return "photo"
}

// Picture reads and decodes the photo that the input is, nil if it is none.
func (in Input) Picture() (*photo.Image, error) {
	data := in.data
	if in.Path != "" && !in.line && in.parts == nil {
		var bad *Error
		if data, bad = readFile(context.Background(), in.Path, in.found, photo.DefaultLimits().Bytes); bad != nil {
			return nil, bad
		}
	}
	if in.page || in.parts != nil || photo.Sniff(data) == "" {
		return nil, nil
	}
	if photo.Sniff(data) == "pdf" {
		return pdf.Render(context.Background(), data, in.sheet+1, photo.DefaultLimits(), 0)
	}
	return photo.Decode(data, photo.DefaultLimits())
}

// Photos guesses by the names of what there is to read whether some of it is photos.
func (in Inputs) Photos() bool {
	return !in.Words && slices.ContainsFunc(in.Paths, func(path string) bool {
		return path != "-" && !hasExtension(path, textExtensions())
	})
}

// photoExtensions are the names by which a folder's photos are known. A folder holds other things
// too; only these and texts are inputs. HEIC, AVIF and PDF are here so that none is passed over in
// silence: where one cannot be read, its result says so.
func photoExtensions() []string {
	return []string{".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".bmp", ".dib", ".tif", ".tiff", ".webp", ".heic", ".heif", ".avif", ".pdf"}
}

func textExtensions() []string { return []string{".txt", ".text"} }

// isInput says whether a file met in a folder is one to read, by its name.
func isInput(path string) bool {
	return hasExtension(path, photoExtensions()) || hasExtension(path, textExtensions())
}

func hasExtension(path string, extensions []string) bool {
	return slices.Contains(extensions, strings.ToLower(filepath.Ext(path)))
}

// SourceName is the name of a file as results give it: the path itself, unless it holds bytes that
// are no text or that would steer a terminal. Then those are escaped as in a Go string, and so is
// every backslash, so that no two files share a name.
func SourceName(path string) string {
	odd := func(r rune) bool {
		return !unicode.IsPrint(r) && !unicode.Is(unicode.Zs, r) || r == '\\' && filepath.Separator != '\\'
	}
	if utf8.ValidString(path) && !strings.ContainsFunc(path, odd) {
		return path
	}
	quoted := strconv.Quote(path)
	return strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`)
}
