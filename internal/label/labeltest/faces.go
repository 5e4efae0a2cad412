package labeltest

import (
	"fmt"
	"os"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavuserifcondensed"
	"github.com/go-fonts/latin-modern/lmroman10regular"
	"github.com/go-fonts/latin-modern/lmsans10bold"
	"github.com/go-fonts/latin-modern/lmsans10regular"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/go-fonts/stix/stix2textregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomedium"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
)

// debianFace is a font of a collection that Debian's fonts-noto-cjk installs: too large to come with Go modules.
type debianFace struct {
	path  string
	index int // in the collection, which has one for the signs of each country
}

func debianFaces() map[string]debianFace {
	const (
		sans  = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
		serif = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
	)
	return map[string]debianFace{
		"noto-cjk-jp":       {sans, 0},
		"noto-cjk-kr":       {sans, 1},
		"noto-cjk-sc":       {sans, 2},
		"noto-cjk-tc":       {sans, 3},
		"noto-serif-cjk-jp": {serif, 0},
		"noto-serif-cjk-kr": {serif, 1},
		"noto-serif-cjk-sc": {serif, 2},
	}
}

// fontData gives the bytes of a font and which font of a collection is meant.
func fontData(name string) (data []byte, index int, err error) {
	switch name {
	case "liberation-sans":
		return liberationsansregular.TTF, 0, nil
	case "liberation-sans-bold":
		return liberationsansbold.TTF, 0, nil
	case "liberation-serif":
		return liberationserifregular.TTF, 0, nil
	case "go":
		return goregular.TTF, 0, nil
	case "go-medium":
		return gomedium.TTF, 0, nil
	case "go-bold":
		return gobold.TTF, 0, nil
	case "dejavu-sans":
		return dejavusans.TTF, 0, nil
	case "dejavu-sans-bold":
		return dejavusansbold.TTF, 0, nil
	case "dejavu-sans-condensed":
		return dejavusanscondensed.TTF, 0, nil
	case "dejavu-serif-condensed":
		return dejavuserifcondensed.TTF, 0, nil
	case "latin-modern-sans":
		return lmsans10regular.TTF, 0, nil
	case "latin-modern-sans-bold":
		return lmsans10bold.TTF, 0, nil
	case "latin-modern-roman":
		return lmroman10regular.TTF, 0, nil
	case "stix":
		return stix2textregular.TTF, 0, nil
	}
	if f, ok := debianFaces()[name]; ok {
		data, err = os.ReadFile(f.path)
		if err != nil {
			return nil, 0, fmt.Errorf("reading the font %s (Debian: apt-get install fonts-noto-cjk): %w", name, err)
		}
		return data, f.index, nil
	}
	return nil, 0, fmt.Errorf("no font %q", name)
}

// HasFace tells whether a label can be set in this face here, and if not, why.
func HasFace(name string) error {
	_, _, err := fontData(name)
	return err
}

// parse reads a font; the faces that come with Go modules cannot fail.
func parse(name string) *sfnt.Font {
	data, index, err := fontData(name)
	if err != nil {
		panic("labeltest: " + err.Error())
	}
	c, err := opentype.ParseCollection(data)
	if err != nil {
		panic(fmt.Sprintf("labeltest: parsing the font %s: %v", name, err))
	}
	f, err := c.Font(index)
	if err != nil {
		panic(fmt.Sprintf("labeltest: font %s: %v", name, err))
	}
	return f
}

// sized is a font at a size in pixels per em, unhinted: a camera does not see pixels of the printer.
func sized(f *sfnt.Font, size float64) font.Face {
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		panic(fmt.Sprintf("labeltest: font at size %v: %v", size, err))
	}
	return face
}

// xHeight is the height of a small x in ems.
func xHeight(f *sfnt.Font) float64 {
	const em = 1000
	face := sized(f, em)
	b, _, ok := face.GlyphBounds('x')
	if !ok {
		return 0.5
	}
	return float64((b.Max.Y - b.Min.Y).Round()) / em
}
