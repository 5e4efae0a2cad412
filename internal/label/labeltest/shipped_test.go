package labeltest

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "render the photos in testdata/photos again")

const shippedDir = "../../../testdata"

// shipped is a photo that comes with the program, made by this test.
type shipped struct {
	file   string
	label  Label
	optics Optics
	exif   byte // orientation written into the JPEG; the picture is stored turned accordingly
}

func split(list string) []string { return strings.Split(list, ", ") }

func shippedPhotos() []shipped {
	careful := func(seed uint64) Optics {
		return Optics{Roll: 0.8, Pitch: 4, Yaw: -4, Shade: 0.22, Light: 30, Blur: 0.6, Noise: 2.5, JPEG: 82, Seed: seed}
	}
	on := func(o Optics, scene string, w, h int) Optics {
		o.Scene, o.Frame = scene, image.Pt(w, h)
		return o
	}
	var out []shipped
	add := func(file string, l Label, o Optics) { out = append(out, shipped{file: file, label: l, optics: o}) }

	add("label.jpg", Label{
		Face: "liberation-sans", Size: 25, Width: 880, Gap: 0.5, Leading: 1.28, Ground: color.RGBA{250, 249, 244, 255}, Ink: color.RGBA{34, 36, 44, 255},
		Before: []string{"LUMEN NOIR · CELL RENEWAL SERUM", "A light serum for dry and tired skin. Apply two to three drops morning and evening and pat in gently."},
		List: List{Heading: "INGREDIENTS:", End: ".", Ingredients: split("AQUA, GLYCERIN, BUTYLENE GLYCOL, NIACINAMIDE, 1,2-HEXANEDIOL, SODIUM HYALURONATE, " +
			"HUMAN ADIPOSE STROMAL CELL EXOSOMES, PANTHENOL, BETAINE, CENTELLA ASIATICA EXTRACT, ADENOSINE, ALLANTOIN, TREHALOSE, ACETYL HEXAPEPTIDE-8, " +
			"COPPER TRIPEPTIDE-1, HYDROLYZED COLLAGEN, CAPRYLIC/CAPRIC TRIGLYCERIDE, HYDROGENATED LECITHIN, CERAMIDE NP, XANTHAN GUM, CARBOMER, ARGININE, " +
			"DISODIUM EDTA, ETHYLHEXYLGLYCERIN, PHENOXYETHANOL")},
		After:   []string{"For external use only. Keep out of reach of children.", "30 ml e 1.0 fl. oz. · LOT 24C0417 · EXP 2027.03 · Made in Korea"},
		Verdict: "human-derived", Exosome: "HUMAN ADIPOSE STROMAL CELL EXOSOMES",
	}, on(careful(1), "wood", 1140, 780))

	add("plant.jpg", Label{
		Face: "dejavu-sans-condensed", Size: 25, Width: 800, Gap: 0.4, Ground: color.RGBA{24, 62, 50, 255}, Ink: color.RGBA{238, 232, 214, 255},
		Before: []string{"Calm & Glow Ampoule", "With the strength of tiger grass. Vegan. Dermatologically tested."},
		List: List{Heading: "Ingredients:", End: ".", Ingredients: split("Aqua/Water/Eau, Propanediol, Glycerin, Pentylene Glycol, Centella Asiatica Leaf Extract, " +
			"Centella Asiatica Callus Extracellular Vesicles, Niacinamide, Madecassoside, Asiaticoside, Portulaca Oleracea Extract, Beta-Glucan, Sodium Hyaluronate, " +
			"Xanthan Gum, Caprylyl Glycol, Citric Acid, Sodium Phytate, Ethylhexylglycerin, Parfum, Limonene")},
		After:   []string{"Laboratoires Beaurivage, 3 rue des Tilleuls, 69003 Lyon. Lot 8831B. 6M"},
		Verdict: "plant-derived", Exosome: "Centella Asiatica Callus Extracellular Vesicles",
	}, careful(2))

	add("unspecified.png", Label{
		Face: "go", Size: 24, Width: 700, Gap: 0.5, Columns: 1,
		Before: []string{"EXO BOOST CREAM"},
		List: List{Heading: "Ingredients (INCI):", End: "", Ingredients: split("Aqua, Cetearyl Alcohol, Glycerin, Caprylic/Capric Triglyceride, Dimethicone, Squalane, " +
			"Exosomes, Glyceryl Stearate, PEG-100 Stearate, Panthenol, Tocopheryl Acetate, Carbomer, Tromethamine, Phenoxyethanol, Ethylhexylglycerin, Parfum, Linalool")},
		After:   []string{"Imported by Harbour Trading Pty, 88 Wharf Rd, Sydney NSW 2000"},
		Verdict: "unspecified", Exosome: "Exosomes",
	}, Optics{})

	add("none.jpg", Label{
		Face: "liberation-serif", Size: 28, Width: 820, Gap: 0.4, Hyphenate: true,
		Before: []string{"Exposome Defence Day Cream", "Daily care against what the city does to skin."},
		List: List{Heading: "Ingrédients :", End: ".", Ingredients: split("Aqua, Glycerin, Ethylhexyl Salicylate, Butyl Methoxydibenzoylmethane, Cetyl Alcohol, " +
			"Carthamus Tinctorius Oleosomes, Fucus Vesiculosus Extract, Porphyra Umbilicalis Extract, Human Fibroblast Conditioned Media, Tocopherol, Lecithin, Sodium PCA, " +
			"Helianthus Annuus Seed Oil, Xanthan Gum, Citric Acid, Potassium Sorbate, Sodium Benzoate, CI 77491")},
		After: []string{"Made in France. PAO 12M. 50 ml"}, Verdict: "none",
	}, careful(4))

	bent := careful(5)
	bent.Arc, bent.Pitch, bent.Yaw, bent.Roll = 100, 7, 2, 0.5
	add("curved.jpg", Label{
		Face: "liberation-sans", Size: 26, Width: 900, Gap: 0.5,
		Before: []string{"One Day Shot 7500"},
		List: List{Heading: "Ingredients:", End: ".", Ingredients: split("Water, Glycerin, Butylene Glycol, Dipropylene Glycol, Hydrogenated Polydecene, Niacinamide, " +
			"Panthenol, Gluconolactone, Lactobacillus Extracellular Vesicles, Hydrolyzed Sponge, Betaine Salicylate, Adenosine, Allantoin, Carbomer, Tromethamine, " +
			"Hydroxyethylcellulose, Disodium EDTA, Phenoxyethanol")},
		After:   []string{"Directions: after toning, apply evenly and massage gently."},
		Verdict: "microbial-derived", Exosome: "Lactobacillus Extracellular Vesicles",
	}, bent)

	add("sideways.jpg", Label{
		Face: "dejavu-serif-condensed", Size: 26, Width: 760, Gap: 0.5,
		Before: []string{"Regenerating Concentrate"},
		List: List{Heading: "INGREDIENTS", End: "", Separator: " • ", Ingredients: split("Aqua, Human Umbilical Mesenchymal Stem Cell Exosomes, Mannitol, Trehalose, " +
			"Sodium Hyaluronate, sh-Oligopeptide-1, Glutathione, Ascorbic Acid, Sodium Phosphate, Sodium Chloride, Glycine Soja Oil, 1,2-Hexanediol")},
		After:   []string{"For professional use only. 5 ml x 5 vials"},
		Verdict: "human-derived", Exosome: "Human Umbilical Mesenchymal Stem Cell Exosomes",
	}, careful(6))
	out[len(out)-1].exif = 6

	add("front.jpg", Label{
		Face: "liberation-sans-bold", Size: 34, Width: 620, Gap: 1, Ground: color.RGBA{228, 214, 220, 255}, Ink: color.RGBA{70, 24, 52, 255},
		Before:  []string{"ROSE EXOSOME SERUM", "Plant exosomes · 10 billion particles", "Firmness and glow in 14 days", "30 ml e 1.0 fl. oz."},
		Verdict: "plant-derived",
	}, careful(7))

	add("korean.png", Label{
		Face: "noto-cjk-kr", Size: 27, Width: 760, Gap: 0.5, Leading: 1.4,
		Before: []string{"진정 앰플 30 ml"},
		List: List{Heading: "전성분:", Ingredients: split("정제수, 글리세린, 부틸렌글라이콜, 나이아신아마이드, 1,2-헥산다이올, 병풀추출물, 병풀캘러스세포외소포, 판테놀, 베타인, " +
			"소듐하이알루로네이트, 알란토인, 아데노신, 카보머, 트로메타민, 에틸헥실글리세린, 다이소듐이디티에이")},
		After:   []string{"사용방법: 적당량을 덜어 피부에 고르게 펴 바릅니다."},
		Verdict: "plant-derived", Exosome: "병풀캘러스세포외소포",
	}, Optics{})

	return out
}

// TestShippedPhotos renders the photos in testdata and compares: what is shipped is what the code says, and
// its row in the README says what is printed. With -update the photos are written; the rows are written by hand.
func TestShippedPhotos(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(shippedDir, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, s := range shippedPhotos() {
		known[s.file] = true
		t.Run(s.file, func(t *testing.T) {
			if row := rowOf(string(readme), s.file); !strings.Contains(row, s.label.Verdict) || !strings.Contains(row, s.label.Exosome) {
				t.Errorf("testdata/README.md says %q of it, want %q and %q there", row, s.label.Verdict, s.label.Exosome)
			}
			if err := HasFace(or(s.label.Face, "liberation-sans")); err != nil {
				t.Skip(err)
			}
			path := filepath.Join(shippedDir, "photos", s.file)
			want := s.encode(t)
			if *update {
				if err := os.WriteFile(path, want, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			got, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			const limit = 150 << 10 // small enough for a repository
			if len(got) > limit {
				t.Errorf("it is %d bytes, limit is %d", len(got), limit)
			}
			// Compared by picture, not by byte: processors round floating point differently.
			if d := meanDifference(t, got, want); d > 1 {
				t.Errorf("it differs from what the code renders by %.1f grey levels; run with -update and look at it", d)
			}
		})
	}
	files, err := os.ReadDir(filepath.Join(shippedDir, "photos"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !known[f.Name()] {
			t.Errorf("testdata/photos/%s is not rendered by this test: where is it from?", f.Name())
		}
	}
}

// rowOf finds the line of a table that begins with the file.
func rowOf(readme, file string) string {
	for line := range strings.Lines(readme) {
		if strings.HasPrefix(line, fmt.Sprintf("| `photos/%s` |", file)) {
			return line
		}
	}
	return ""
}

func (s shipped) encode(t *testing.T) []byte {
	t.Helper()
	quality := s.optics.JPEG
	s.optics.JPEG = 0 // compressed once, at the end
	if s.exif == 6 {
		s.optics.Turn = 270 // stored as the sensor saw it; EXIF 6 asks to turn it clockwise
	}
	img, _ := s.label.Render(s.optics)
	var b bytes.Buffer
	if strings.HasSuffix(s.file, ".png") {
		grey := image.NewGray(img.Bounds())
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				grey.Set(x, y, img.At(x, y))
			}
		}
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, grey); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	if s.exif == 0 {
		return b.Bytes()
	}
	exif := append([]byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), s.exif, 0, 0, 0, 0, 0, 0)
	app1 := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(exif)+2))
	return bytes.Join([][]byte{b.Bytes()[:2], app1, exif, b.Bytes()[2:]}, nil)
}

func meanDifference(t *testing.T, a, b []byte) float64 {
	t.Helper()
	x, _, err := image.Decode(bytes.NewReader(a))
	if err != nil {
		t.Fatal(err)
	}
	y, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if x.Bounds() != y.Bounds() {
		return math.Inf(1)
	}
	sum := 0.0
	for v := range x.Bounds().Dy() {
		for u := range x.Bounds().Dx() {
			p, q := color.GrayModel.Convert(x.At(u, v)).(color.Gray), color.GrayModel.Convert(y.At(u, v)).(color.Gray)
			sum += math.Abs(float64(p.Y) - float64(q.Y))
		}
	}
	return sum / float64(x.Bounds().Dx()*x.Bounds().Dy())
}
