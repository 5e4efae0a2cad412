package report_test

import (
	"errors"
	"image"
	"image/color"
	"image/draw"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"exoscan/dictionary"
	"exoscan/internal/ocr"
	"exoscan/internal/origin"
	"exoscan/internal/report"
	"exoscan/internal/scan"
)

// pack is a label drawn for a test: what is printed on it and what a scan would say of it.
type pack struct {
	source, front string
	ground, ink   color.RGBA
	list          []string // as printed
	known         map[int]string
	found         map[int]origin.Finding // by place
	related       map[int]origin.Finding
	claim         *origin.Claim
	verdict       origin.Verdict
	origins       []string
	warnings      []origin.Warning
}

// draw gives the photo and the result, the boxes of which are where the words are drawn.
func (p pack) draw(t testing.TB) (image.Image, scan.Result) {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 1500, 1100))
	draw.Draw(img, img.Bounds(), image.NewUniform(p.ground), image.Point{}, draw.Src)
	for y := range 1100 { // light falls from the left
		for x := 700; x < 1500; x++ {
			c := img.RGBAAt(x, y)
			dim := uint8((x - 700) / 20)
			img.SetRGBA(x, y, color.RGBA{c.R - min(c.R, dim), c.G - min(c.G, dim), c.B - min(c.B, dim), 255})
		}
	}
	d := font.Drawer{Dst: img, Src: image.NewUniform(p.ink)}
	d.Face = face(t, gobold.TTF, 76)
	front := p.write(&d, p.front, 110, 190)
	d.Face = face(t, goregular.TTF, 32)
	p.write(&d, "Ingredients:", 110, 340)
	r := scan.Result{V: 1, Source: p.source, Kind: "photo", Verdict: &p.verdict, Origins: p.origins, Warnings: p.warnings,
		Reading: scan.Reading{ListFound: true, Confidence: 88.1, Lang: "eng"}}
	x, y, offset, known := 110, 400, 14, 0
	for i, read := range p.list {
		if x+d.MeasureString(read+", ").Ceil() > 1400 {
			x, y = 110, y+48
		}
		box := p.write(&d, read+map[bool]string{true: ".", false: ","}[i == len(p.list)-1], x, y)
		x += box.W + 12
		in := scan.Ingredient{Read: read, Name: read, Known: true, Start: offset, End: offset + len(read), Box: &box}
		offset += len(read) + 2
		if name, ok := p.known[i+1]; ok {
			in.Name, in.Known = name, name != ""
		}
		if in.Known {
			known++
		}
		for place, f := range p.found {
			if place == i+1 {
				f.Ingredient, f.Of, f.Read, f.Box = place, len(p.list), read, &box
				in.Name = f.Name
				r.Findings = append(r.Findings, f)
			}
		}
		if f, ok := p.related[i+1]; ok {
			f.Ingredient, f.Of, f.Read, f.Box = i+1, len(p.list), read, &box
			r.Related = append(r.Related, f)
		}
		r.Ingredients = append(r.Ingredients, in)
	}
	r.Reading.Known = float64(known) / float64(len(p.list))
	if p.claim != nil {
		c := *p.claim
		c.Read, c.Box = p.front, &front
		r.Claims = []origin.Claim{c}
	}
	return img, r
}

func (p pack) write(d *font.Drawer, s string, x, y int) ocr.Box {
	d.Dot = fixed.P(x, y)
	d.DrawString(s)
	m := d.Face.Metrics()
	return ocr.Box{X: x - 3, Y: y - m.Ascent.Ceil() + 4, W: d.Dot.X.Ceil() - x + 6, H: (m.Ascent + m.Descent).Ceil() - 4}
}

func face(t testing.TB, ttf []byte, size float64) font.Face {
	t.Helper()
	f, err := opentype.Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	fc, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		t.Fatal(err)
	}
	return fc
}

func packs() []pack {
	cream, ink := color.RGBA{244, 239, 228, 255}, color.RGBA{40, 44, 52, 255}
	night, silver := color.RGBA{22, 38, 60, 255}, color.RGBA{226, 230, 238, 255}
	common := strings.Split("Aqua, Glycerin, Butylene Glycol, Niacinamide, 1,2-Hexanediol", ", ")
	tail := strings.Split("Sodium Hyaluronate, Adenosine, Allantoin, Panthenol, Betaine, Carbomer, Xanthan Gum, Disodium EDTA, Ethylhexylglycerin, Phenoxyethanol, Parfum, Limonene, Linalool", ", ")
	list := func(middle ...string) []string {
		return append(append(append([]string{}, common...), middle...), tail...)
	}
	return []pack{
		{source: "photos/night-serum.jpg", front: "EXOSOME NIGHT SERUM", ground: night, ink: silver, verdict: origin.Human, origins: []string{"human"},
			list: list("Polyglutamic Acid", "HUMAN AD1POSE STROMAL CELL EX0SOMES", "Aqva Marls", "Human Fibroblast Conditioned Media"),
			found: map[int]origin.Finding{7: {Name: "Human Adipose Stromal Cell Exosomes", Origin: "human", Because: "human adipose stromal cell",
				How: "edited", Edits: 2, Reference: "CosIng 94665"}},
			related:  map[int]origin.Finding{9: {Name: "Human Fibroblast Conditioned Media", Origin: "human", Because: "human", How: "exact", Reference: "CosIng 59264"}},
			known:    map[int]string{8: ""},
			claim:    &origin.Claim{},
			warnings: []origin.Warning{{Code: "below-one-percent", Text: "the exosomes stand after Ethylhexylglycerin, which is held to 1 % at most"}}},
		{source: "photos/rose-ampoule.jpg", front: "ROSE CELL EXOSOMES", ground: cream, ink: ink, verdict: origin.Mixed, origins: []string{"plant", "animal"},
			list: list("Rosa Damascena Callus Extracellular Vesicles", "Milk Exosomes"),
			found: map[int]origin.Finding{
				6: {Name: "Rosa Damascena Callus Extracellular Vesicles", Origin: "plant", Because: "rosa damascena callus", How: "exact", Reference: "CosIng 98630"},
				7: {Name: "Milk Exosomes", Origin: "animal", Because: "milk", How: "exact", Reference: "CosIng 98650"}},
			claim:    &origin.Claim{Origin: "plant"},
			warnings: []origin.Warning{{Code: "origin-differs", Text: "the pack says plant, the list says animal too"}}},
		{source: "photos/cell-cream.jpg", front: "MSC-EXO CREAM", ground: cream, ink: ink, verdict: origin.Unspecified, origins: []string{"unspecified"},
			list:  list("MSC Exosomes"),
			found: map[int]origin.Finding{6: {Name: "Mesenchymal Stem Cell Exosomes", Origin: "unspecified", Likely: "human", Because: "no word of origin in the ingredient", How: "folded", Reference: "exosome_names.tsv"}}},
		{source: "photos/day-cream.jpg", front: "DAY CREAM", ground: cream, ink: ink, verdict: origin.None, origins: []string{}, list: list("Squalane")},
		{source: "photos/shot.jpg", front: "DAILY SHOT 2000", ground: night, ink: silver, verdict: origin.Microbial, origins: []string{"microbial"},
			list: list("Lactobacillus Extracellular Vesicles", "Hydrolyzed Sponge"),
			found: map[int]origin.Finding{6: {Name: "Lactobacillus Extracellular Vesicles", Origin: "microbial", Because: "lactobacillus",
				How: "exact", Reference: "CosIng 98041"}}},
	}
}

// folder is a run over a folder: photos, a text, an unreadable photo and failures, one of them hostile.
func folder(t testing.TB) ([]scan.Result, report.Options) {
	t.Helper()
	photos := map[string]image.Image{}
	var results []scan.Result
	for _, p := range packs() {
		img, r := p.draw(t)
		photos[p.source] = img
		results = append(results, r)
	}
	unreadable, none := origin.Unreadable, origin.None
	results = append(results,
		scan.Result{Source: "photos/blurred.jpg", Kind: "photo", Verdict: &unreadable, Reading: scan.Reading{Confidence: 31.4, Rotation: 90, Lang: "eng"},
			Warnings: []origin.Warning{{Code: "possible-exosome", Text: `"exos0m" could be exosomes`}}},
		scan.Result{Source: "lists/shop.txt:12", Kind: "text", Verdict: &none, Reading: scan.Reading{ListFound: true, Known: 1, Confidence: 100},
			Ingredients: []scan.Ingredient{{Read: "Aqua", Name: "Aqua", Known: true, End: 4}, {Read: "Parfum", Name: "Parfum", Known: true, Start: 6, End: 12}}},
		scan.Result{Source: "photos/poster.png", Kind: "photo", Error: &scan.Error{Code: "too-large", Text: "image is 412 megapixels, limit is 100"}},
		scan.Result{Source: hostile + ".jpg", Kind: "photo", Error: &scan.Error{Code: "not-an-image", Text: "starts with " + hostile}},
		hostileResult(),
	)
	return results, report.Options{Photo: func(source string) (image.Image, error) {
		if img, ok := photos[source]; ok {
			return img, nil
		}
		return nil, errors.New("no such photo")
	}}
}

// hostile would run in a page, end an attribute or a script, and turn text round.
const hostile = `"'><script>document.title="owned"</script><img src=x onerror="document.title='owned'">` + "</title></style>{{.}}\u202egnp\x1b[2J"

// hostileResult has it in every string a label, a file name or a dictionary can fill.
func hostileResult() scan.Result {
	v := origin.Plant
	f := origin.Finding{Name: hostile, Read: "x" + hostile, Origin: dictionary.Origin(hostile), Because: hostile, How: hostile, Edits: 1, Ingredient: 1, Of: 2,
		Box: &ocr.Box{W: 1, H: 1}, Reference: "javascript:" + hostile, Likely: dictionary.Origin(hostile), Photo: hostile}
	return scan.Result{Source: "evil " + hostile, Kind: "photo", Verdict: &v, Origins: []string{hostile, hostile},
		Findings: []origin.Finding{f}, Related: []origin.Finding{f}, Claims: []origin.Claim{{Read: hostile, Origin: dictionary.Origin(hostile)}},
		Ingredients: []scan.Ingredient{{Read: hostile, Name: hostile, Known: true}, {Read: hostile}},
		Reading:     scan.Reading{ListFound: true, Known: 0.5, Confidence: 50, Lang: hostile},
		Warnings:    []origin.Warning{{Code: hostile, Text: hostile}}}
}
