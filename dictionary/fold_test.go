package dictionary

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"  Milk   EXOSOMES\n", "milk exosomes"},
		{"WHARTON’S JELLY", "wharton's jelly"},
		{"Adipose-Derived", "adipose derived"},
		{"Centella Asiatica EXOSOME™", "centella asiatica exosome"},
		{"1, 2-Hexanediol", "1,2 hexanediol"},
		{"Leaf / Stem ( Rose )", "leaf/stem (rose)"},
		{"EXOSOMES VÉGÉTAUX", "exosomes vegetaux"},
		{"pęcherzyki zewnątrzkomórkowe", "pecherzyki zewnatrzkomorkowe"},
		{"HÜCRE DIŞI", "hucre disi"},
		{"extra\u00adcellular", "extracellular"},
		{"ᴇxᴏꜱᴏᴍᴇꜱ ꜰʀᴏᴍ ɢʀᴀᴘᴇ", "exosomes from grape"},
		{"ｴｸｿｿｰﾑ", "エクソソーム"},
		{"人類幹細胞外泌體", "人类干细胞外泌体"},
		{"菸鹼醯胺", "烟碱酰胺"},
		{"엑소좀", "엑소좀"},
		{"ЭКЗОСОМЫ ЁЛКИ", "экзосомы елки"},
		{"إكسوسوم", "اكسوسوم"},
		{"Hаnf", "hanf"},                         // with a Cyrillic а
		{"КАШTАН 9K3OCOMBI", "каштан 9k3ocombi"}, // with a Latin T; there is no Cyrillic I of other shape
		{"V£siсles", "v£sicles"},                 // a mark parts no word from its letters
		{"РОЗSK3OCOMBI", "розsk3ocombi"},         // two words, run together
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestFoldMapLeadsBack(t *testing.T) {
	const text = "Rosa  É–™ Vesicles "
	key, offset := FoldMap(text)
	if key != "rosa e vesicles" {
		t.Fatalf("key %q", key)
	}
	if at := text[offset[7]:offset[15]]; at != "Vesicles" {
		t.Errorf("the key's %q came from %q", key[7:], at)
	}
	const mixed = "Rosа Vesicles" // with a Cyrillic а
	key, offset = FoldMap(mixed)
	if at := mixed[offset[5]:offset[13]]; key != "rosa vesicles" || at != "Vesicles" {
		t.Errorf("key %q, of which the last word came from %q", key, at)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Wharton’s", "가\u200d\u1161", "ﬁx™ ", "e\u0301\u0327", "1 , 2-x", "İı", "\u1100\u00ad\u1161", "( a ) / b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		key := Fold(s)
		if again := Fold(key); again != key {
			t.Errorf("Fold(%q) = %q, folded again %q", s, key, again)
		}
		k, offset := FoldMap(s)
		if k != key {
			t.Errorf("FoldMap(%q) gives %q, Fold %q", s, k, key)
		}
		if len(offset) != len(k)+1 || !slices.IsSorted(offset) || offset[len(k)] > len(s) {
			t.Errorf("FoldMap(%q): offsets %v for %q", s, offset, k)
		}
	})
}
