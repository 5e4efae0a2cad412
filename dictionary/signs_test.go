package dictionary

import (
	"testing"
	"unicode/utf8"
)

// TestSigns holds every row of the table to one sign for another, of the block that the folding looks in, and to be done
// in one step.
func TestSigns(t *testing.T) {
	s, faults := readSheet("signs.tsv", signsTable)
	for _, f := range faults {
		t.Error(f)
	}
	for i := range s.rows() {
		r := row{s, i}
		from, n := utf8.DecodeRuneInString(r.get("text"))
		to, m := utf8.DecodeRuneInString(r.get("simplified"))
		switch {
		case n != len(r.get("text")) || m != len(r.get("simplified")) || from == to || min(from, to) < firstSign || max(from, to) > lastSign:
			t.Error(r.fault("%q for %q is not a sign for another", r.get("simplified"), r.get("text")))
		case simplified(from) != to || simplified(to) != to:
			t.Error(r.fault("%c becomes %c, and that %c", from, simplified(from), simplified(to)))
		}
	}
}

// TestTraditionalNames holds names in traditional signs to mean what they do in simplified ones, and Japanese ones to mean
// what they did.
func TestTraditionalNames(t *testing.T) {
	d := Default()
	for text, want := range map[string]string{
		"菸鹼醯胺": "Niacinamide", "烟酰胺": "Niacinamide", "苯氧乙醇": "Phenoxyethanol", "氫氧化鈉": "Sodium Hydroxide",
		"透明質酸鈉": "Sodium Hyaluronate", "聚二甲基矽氧烷": "Dimethicone", "葉酸": "Folic Acid", "馬油": "Horse Fat",
		"加水分解コラーゲン": "Hydrolyzed Collagen", "酸化亜鉛": "Zinc Oxide", "水添レシチン": "Hydrogenated Lecithin",
	} {
		if got := d.Lookup(Fold(text)); len(got) == 0 || got[0].Name != want {
			t.Errorf("%s is %+v, want %s", text, got, want)
		}
	}
	for text, want := range map[string]Class{
		"幹細胞": ClassTissue, "干细胞": ClassTissue, "外泌體": ClassNoun, "人類": ClassHuman, "玫瑰": ClassPlant,
		"細胞外小胞": ClassNoun, "培養上清液": ClassMedium, "動物": ClassAnimal, "麹菌": ClassMicrobe, "無添加": ClassFree,
	} {
		if got, _ := d.Word(Fold(text)); got.Class != want {
			t.Errorf("%s is %q, want %q", text, got.Class, want)
		}
	}
}
