package label

import (
	"strings"
	"testing"

	"exoscan/dictionary"
)

// TestBare holds that names part each other where nothing else does, and that those of exosomes stay whole.
func TestBare(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"under a heading", "Ingredients: Aqua Glycerin Sodium Chloride Pyrus Malus (Apple) Fruit Extract Human Adipose Stem Cell Exosomes Citrus Limon Peel Oil Parfum", "Aqua|Glycerin|Sodium Chloride|Pyrus Malus (Apple) Fruit Extract|Human Adipose Stem Cell Exosomes|Citrus Limon Peel Oil|Parfum"},
		{"without a heading", "aqua glycerin sodium chloride rosa damascena callus exosomes citric acid xanthan gum parfum", "aqua|glycerin|sodium chloride|rosa damascena callus exosomes|citric acid|xanthan gum|parfum"},
		{"a name that is the source of another", "INGREDIENTS AQUA GLYCERIN ROYAL JELLY VESICLES CITRIC ACID XANTHAN GUM TALC PARFUM", "AQUA|GLYCERIN|ROYAL JELLY VESICLES|CITRIC ACID|XANTHAN GUM|TALC|PARFUM"},
		{"an extract that no table has", "Ingredients: aqua rosmarinus wzqfii extract milk exosomes glycerin citric acid xanthan gum parfum talc", "aqua|rosmarinus wzqfii extract|milk exosomes|glycerin|citric acid|xanthan gum|parfum|talc"},
		{"a source with a hyphen", "aqua glycerin citric acid Human Cord Blood-Derived Exosomes xanthan gum parfum talc", "aqua|glycerin|citric acid|Human Cord Blood-Derived Exosomes|xanthan gum|parfum|talc"},
		{"a species without a part", "Ingredients: lactic acid glycerin citrus aurantium Human Keratinocyte EVs citric acid talc xanthan gum parfum", "lactic acid|glycerin|citrus aurantium|Human Keratinocyte EVs|citric acid|talc|xanthan gum|parfum"},
		{"numbers with brackets", "1) glycerin 2) niacinamide 3) Human Keratinocyte-Derived EVs 4) parfum 5) talc 6) squalane 7) betaine 8) citric acid", "glycerin|niacinamide|Human Keratinocyte-Derived EVs|parfum|talc|squalane|betaine|citric acid"},
		{"full stops without spaces", "glycerin.citric acid.Human Fibroblast-Derived Exosomes.carbomer.sodium hydroxide.talc.parfum", "glycerin|citric acid|Human Fibroblast-Derived Exosomes|carbomer|sodium hydroxide|talc|parfum"},
		{"one name", "Human Adipose Derived Mesenchymal Cell Exosomes", "Human Adipose Derived Mesenchymal Cell Exosomes"},
		{"a comma lost", "Aqua, Glycerin, Citric Acid, Sodium Chloride Mica, Talc", "Aqua|Glycerin|Citric Acid|Sodium Chloride Mica|Talc"},
		{"a protein before exosomes", "Water Glycerin Human Serum Albumin Exosomes Panthenol Niacinamide Talc Parfum", "Water|Glycerin|Human Serum Albumin|Exosomes|Panthenol|Niacinamide|Talc|Parfum"},
		{"a medium before exosomes", "Aqua Glycerin Human Adipose Stem Cell Conditioned Media Exosomes Xanthan Gum Parfum Citric Acid", "Aqua|Glycerin|Human Adipose Stem Cell Conditioned Media Exosomes|Xanthan Gum|Parfum|Citric Acid"},
		{"a source behind exosomes", "Вода Глицерин Пантенол Экзосомы стволовых клеток человека Отдушка Тальк Лимонная кислота", "Вода|Глицерин|Пантенол|Экзосомы стволовых клеток человека|Отдушка|Тальк|Лимонная кислота"},
		{"slashes within names", "Ingredients: Water/Aqua/Eau Glycerin Acrylates/C10-30 Alkyl Acrylate Crosspolymer Milk Exosomes Yeast Extract/Faex/Extrait Talc Mica Betaine Squalane Panthenol Fragrance/Parfum", "Water/Aqua/Eau|Glycerin|Acrylates/C10-30 Alkyl Acrylate Crosspolymer|Milk Exosomes|Yeast Extract/Faex/Extrait|Talc|Mica|Betaine|Squalane|Panthenol|Fragrance/Parfum"},
		{"slashes between names", "Aqua/Glycerin/Citric Acid/Milk Exosomes/Talc/Mica/Panthenol/Parfum", "Aqua|Glycerin|Citric Acid|Milk Exosomes|Talc|Mica|Panthenol|Parfum"},
		{"the name of a product", "Vitamin C Hyaluronic Acid Retinol Niacinamide Collagen Peptide Face Serum", ""},
		{"names of a shelf", "niacinamide retinol panthenol collagen glycerin honey squalane ceramide skincare", ""},
		{"what a kitchen needs", "milk honey salt sugar butter olive oil rice wheat flour coffee tea talc mica", ""},
		{"prose", "Ingredients: we only use what is pure and good for your skin, such as oils of flowers and water of our own", ""},
		{"prose without a heading", "Our cream with rose water and shea butter keeps the skin soft and supple as glycerin and panthenol and honey do", ""},
	} {
		t.Run(strings.ReplaceAll(c.name, " ", "-"), func(t *testing.T) {
			l := FromText(c.text, dictionary.Default())
			check(t, l)
			if got := join(l); got != c.want {
				t.Errorf("FromText(%q)\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}
