package origin

import (
	"slices"
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/label"
	"exoscan/internal/match"
	"exoscan/internal/ocr"
)

// pageOf sets lines of words one below the other, as a reader would have read them.
func pageOf(lines []string, confidence func(word string) float64) *ocr.Page {
	p := &ocr.Page{V: ocr.PageVersion, Lang: "eng", Width: 1200, Height: 400}
	for i, line := range lines {
		x := 20
		for _, w := range strings.Fields(line) {
			p.Words = append(p.Words, ocr.Word{
				Text: w, Confidence: confidence(w), Box: ocr.Box{X: x, Y: 40 + 40*i, W: 12 * len(w), H: 20},
				Block: 1, Paragraph: 1, Line: i + 1,
			})
			x += 12*len(w) + 12
		}
	}
	return p
}

// halfTurn is the page of a photo that was held upside down.
func halfTurn(p *ocr.Page) *ocr.Page {
	held := *p
	held.Rotation = 180
	held.Words = slices.Clone(p.Words)
	for i := range held.Words {
		b := &held.Words[i].Box
		b.X, b.Y = p.Width-b.X-b.W, p.Height-b.Y-b.H
	}
	return &held
}

// TestWhatWasNotReadIsDoubted gives lines of which a part is strange.
func TestWhatWasNotReadIsDoubted(t *testing.T) {
	d := dictionary.Default()
	m := match.New(d)
	for _, c := range []struct {
		name  string
		lines []string
		want  Verdict
	}{
		{"a claim above a list that could not be read", []string{"EXOSOME AMPOULE", "~aqva etnylbx paknita squa~", "~btylne gycl ctyl alcoh~"}, Unreadable},
		{"a claim above what was read", []string{"EXOSOME AMPOULE", "apply morning and evening", "keep away from children"}, Unspecified},
		{"a source beyond strange words", []string{"Ingredients: Aqua, Glycerin, Exosomes (Human Placental Stem", "Siseie Avages Nvinifera (Grape) Extract, Panthenol, Parfum."}, Human},
		{"a strange word read badly", []string{"INGREDIENTS: AQUA, GLYCERIN,", "~Humansbeeiallliamiix~ EXOSOMES, PANTHENOL, PARFUM."}, Unreadable},
		{"a strange word read well", []string{"INGREDIENTS: AQUA, GLYCERIN, HUMANSBEEIALLLIAMIIX", "EXOSOMES, PANTHENOL, PARFUM."}, Unspecified},
		{"what is behind was not read", []string{"INGREDIENTS: AQUA, GLYCERIN, PANTHENOL, XANTHAN GUM, CARBOMER, CETYL ALCOHOL, DIMETHICONE", "ARGININE, CITRIC ACID, SODIUM BENZOATE, ALLANTOIN, BETAINE, TREHALOSE, PARFUM", "", "~nepea mcnoiso, nanem ha yucro koxy, usderan odlac~"}, Unreadable},
		{"what is behind a heading was not read", []string{"INGREDIENTS: AQUA, GLYCERIN, PANTHENOL, XANTHAN GUM, CARBOMER, CETYL ALCOHOL, DIMETHICONE", "ARGININE, CITRIC ACID, SODIUM BENZOATE, ALLANTOIN, BETAINE, TREHALOSE, PARFUM", "CAUTION: ~nepea mcnoiso, nanem ha yucro koxy, usderan odlac~"}, None},
		{"what is behind is another script", []string{"INGREDIENTS: AQUA, GLYCERIN, PANTHENOL, XANTHAN GUM, CARBOMER, CETYL ALCOHOL, DIMETHICONE", "ARGININE, CITRIC ACID, SODIUM BENZOATE, ALLANTOIN, BETAINE, TREHALOSE, PARFUM", "", "~nepeA MCnoNb3o, naHeCM Ha 4uCTo KoxKy, u36eran o6nac~"}, None},
		{"what is between two pieces was not read", []string{"INGREDIENTS: AQUA, GLYCERIN, PANTHENOL, XANTHAN GUM, CARBOMER, CETYL ALCOHOL, DIMETHICONE.", "~cess ie re een ae nae oh stn iiss~", "", "~miikie xqsqmes assele wee eas ce bea~", "", "~sees eee cg crn isle itis ge ste vilb~", "", "ARGININE, CITRIC ACID, SODIUM BENZOATE, ALLANTOIN, BETAINE, TREHALOSE, PARFUM."}, Unreadable},
		{"what is between two pieces is other print", []string{"INGREDIENTS: AQUA, GLYCERIN, PANTHENOL, XANTHAN GUM, CARBOMER, CETYL ALCOHOL, DIMETHICONE.", "apply in the morning and massage it gently until it is absorbed", "", "ARGININE, CITRIC ACID, SODIUM BENZOATE, ALLANTOIN, BETAINE, TREHALOSE, PARFUM."}, None},
		{"a few specks between two pieces", []string{"INGREDIENTS: AQUA, GLYCERIN, PANTHENOL, XANTHAN GUM, CARBOMER, CETYL ALCOHOL, DIMETHICONE.", "~ee oe~", "", "ARGININE, CITRIC ACID, SODIUM BENZOATE, ALLANTOIN, BETAINE, TREHALOSE, PARFUM."}, None},
		{"an exosome between two pieces", []string{"INGREDIENTS: AQUA, GLYCERIN, PANTHENOL, XANTHAN GUM, CARBOMER, CETYL ALCOHOL, DIMETHICONE.", "cess ie re een ae nae oh stn iiss", "", "miiki exosomes assele wee eas ce bea", "", "sees eee cg crn isle itis ge ste vilb", "", "ARGININE, CITRIC ACID, SODIUM BENZOATE, ALLANTOIN, BETAINE, TREHALOSE, PARFUM."}, Unreadable},
		{"a list that begins in another script", []string{"Bofla ounluenHas, Cl 77891, Macno BuHorpagHbix", "KocTouek, po3bI (Rose Exosomes), Kaonuy, NST-40", "TMAporeHu3sMpoBaHHoe KacTOpoBoe Maco, Quaternium-80, Panthenol,", "Glyceryl Behenate, Sodium Chloride, Dimethiconol, Phenylpropanol, Carbomer,", "Benzyl Cinnamate, Polyquaternium-10, Allantoin, Tocopherol."}, Unreadable},
		{"a product's name above a list without a heading", []string{"Rose Exosomes Serum", "apply in the morning", "", "Aqua, Quaternium-80, Panthenol, Glyceryl Behenate, Sodium Chloride,", "Dimethiconol, Phenylpropanol, Carbomer, Tocopherol, Allantoin."}, None},
		{"a speck behind a source, at the end of a line", []string{"Ingredients: Aqua, Glycerin, Niacinamide, Panthenol, Cutibacterium Acnes.", "Extracellular Vesicles, Allantoin, Betaine, Parfum"}, Unreadable},
		{"a full stop between items that full stops part", []string{"Ingredients: Aqua. Glycerin. Niacinamide. Panthenol. Cutibacterium Acnes.", "Extracellular Vesicles. Allantoin. Betaine. Parfum."}, Unspecified},
		{"two sources of one name", []string{"Ingredients: Aqua, Glycerin, Human and Grape Exosomes,", "Panthenol, Parfum."}, Mixed},
		{"a culture and its vesicles on two lines", []string{"Ingredients: Aqua, Glycerin, Centella Asiatica Callus Culture", "Extracellular Vesicles, Panthenol, Parfum."}, Plant},
		{"the end of a line that is not there", []string{"Ingredients: Aqua, Dimethiconol, Achillea Millefoliu", "Exosomes, Lonicera Japonica Flower Extract, Panthenol, Citric Acid, Parfum."}, Unreadable},
		{"the end of a line", []string{"Ingredients: Aqua, Dimethiconol, Panthenol, Achillea Millefoliu", "Exosomes, Lonicera Japonica Flower Extract, Panthenol, Parfum."}, Plant},
		{"a short line of known words", []string{"Ingredients: Aqua, Dimethiconol, Achillea Millefolium", "Exosomes, Lonicera Japonica Flower Extract, Panthenol, Citric Acid, Parfum."}, Plant},
		{"an extract and exosomes on two lines", []string{"Ingredients: Aqua, Glycerin, Centella Asiatica Extract", "Exosomes, Panthenol, Parfum."}, Unspecified},
	} {
		p := pageOf(c.lines, func(w string) float64 {
			if strings.Contains(strings.Join(c.lines, " "), "~") && strings.ToUpper(w) != w {
				return 30
			}
			return 92
		})
		for i := range p.Words {
			p.Words[i].Text = strings.Trim(p.Words[i].Text, "~")
		}
		l := label.FromPage(p, d)
		j := Judge(d, l, m.List(l), m.Claims(l))
		if j.Verdict != c.want {
			t.Errorf("%s: %s, want %s", c.name, j.Verdict, c.want)
		}
		held := label.FromPage(halfTurn(p), d)
		if got := Judge(d, held, m.List(held), m.Claims(held)).Verdict; got != c.want {
			t.Errorf("%s, held upside down: %s, want %s", c.name, got, c.want)
		}
		for _, w := range j.Warnings {
			if strings.Contains(w.Text, "could be :") {
				t.Errorf("%s: warns %q", c.name, w.Text)
			}
		}
		if c.want == Human && strings.Contains(strings.ToLower(j.Findings[0].Because), "grape") {
			t.Errorf("%s: because %q", c.name, j.Findings[0].Because)
		}
	}
}

// TestSignsNotReadAreDoubted gives lists of signs that may hold exosomes; what stands between tildes was read badly.
func TestSignsNotReadAreDoubted(t *testing.T) {
	d := dictionary.Default()
	m := match.New(d)
	for _, c := range []struct {
		name  string
		lines []string
		want  Verdict
	}{
		{"all was read", []string{"전성분: 정제수, 글리세린, 부틸렌글라이콜, 나이아신아마이드, 판테놀,", "알란토인, 베타인, 카보머, 다이메티콘, 페녹시에탄올."}, None},
		{"a long name was read badly", []string{"전성분: 정제수, 글리세린, 부틸렌글라이콜, 나이아신아마이드, 판테놀,", "알란토인, ~빙뜰엑쑤쫑앤겔~ 베타인, 카보머, 다이메티콘, 페녹시에탄올."}, Unreadable},
		{"a short name was read badly", []string{"전성분: 정제수, 글리세린, 부틸렌글라이콜, 나이아신아마이드, 판테놀,", "알란토인, ~겔쌀~ 베타인, 카보머, 다이메티콘, 페녹시에탄올."}, None},
		{"items behind the list", []string{"全成分：水、グリセリン、BG、ベタイン、パンテノール、アラントイン、カルボマー", "", "粥瞼餌、喩韮乳酪、膠漿瞼、糠韮餌"}, Unreadable},
	} {
		p := pageOf(c.lines, func(w string) float64 {
			if strings.Contains(w, "~") {
				return 30
			}
			return 92
		})
		for i := range p.Words {
			p.Words[i].Text = strings.ReplaceAll(p.Words[i].Text, "~", "")
		}
		l := label.FromPage(p, d)
		if got := Judge(d, l, m.List(l), m.Claims(l)).Verdict; got != c.want {
			t.Errorf("%s: %s, want %s; the list is %q", c.name, got, c.want, l.Text[l.List.Start:l.List.End])
		}
	}
}
