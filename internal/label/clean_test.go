package label

import (
	"strings"
	"testing"

	"exoscan/dictionary"
)

// TestCleaned holds that typed text is what the one who typed it saw, whatever program it came through.
func TestCleaned(t *testing.T) {
	const plain = "Aqua|Crème|Rosa Damascena Exosomes|Parfum"
	for _, c := range []struct{ name, text, want string }{
		{"entities escaped again", "Ingredients:&amp;nbsp;Aqua,&amp;amp;nbsp;Cr&amp;egrave;me, Rosa Damascena Exosomes, Parfum", plain},
		{"tags escaped", "&lt;b&gt;Ingredients&lt;/b&gt;&lt;br&gt;Aqua&lt;br&gt;Crème&lt;br&gt;Rosa Damascena Exosomes&lt;br&gt;Parfum", plain},
		{"soft hyphens", "Aqua, Cr&egrave;me, Rosa Damas\u00adcena Exo\u00adsomes, Par&shy;fum", plain},
		{"a soft hyphen at the end of a line", "Aqua, Crème, Rosa Damas\u00ad\ncena Exosomes, Parfum", plain},
		{"places to break", "Aqua, Crème, Rosa Damas<wbr>cena Exo<wbr/>somes, Par\u200bfum", plain},
		{"marks of direction", "\u202bAqua,\u200f Crème, Rosa \u200eDamascena Exosomes, \u2066Parfum\u2069", plain},
		{"a mark of order inside", "Ingredients:\ufeff Aqua, Crème, Rosa Damascena Exo\ufeffsomes, Parfum", plain},
		{"other line breaks", "Ingredients:\vAqua\vCrème\fRosa Damascena Exosomes\u0085Parfum", plain},
		{"images for bullets", "Aqua\ufffcCrème\ufffcRosa Damascena Exosomes\ufffcParfum", plain},
		{"line breaks of programs", `{"text":"Ingredients:\nAqua\nCr\u00e8me\nRosa Damascena Exosomes\nParfum\n"}`, plain},
		{"line breaks escaped again", `"Ingredients:\\n- Aqua\\n- Crème\\n- Rosa Damascena Exosomes\\n- Parfum"`, plain},
		{"quotes of programs", `"Ingredients: Aqua, Cr\u00E8me, \"Rosa Damascena Exosomes\", Parfum"`, plain},
		{"a slash that leans the wrong way", `Aqua, Acrylates\nylon Copolymer, Parfum`, `Aqua|Acrylates\nylon Copolymer|Parfum`},
		{"letters in another encoding", "IngrÃ©dients : Aqua, CrÃ¨me, Rosa Damascena Exosomes, Parfum", plain},
		{"bullets in another encoding", "â€¢ Aqua\nâ€¢ CrÃ¨me\nâ€¢ Rosa Damascena Exosomes\nâ€¢ Parfum", plain},
		{"Cyrillic in another encoding", "Ð¡Ð¾ÑÑ‚Ð°Ð²: Aqua, CrÃ¨me, Rosa Damascena Exosomes, Parfum", plain},
		{"a trade mark behind a capital", "Aqua, Extrait de Café®, CAFÉ® EXTRACT, THÉ™, Parfum", "Aqua|Extrait de Café|CAFÉ® EXTRACT|THÉ|Parfum"},
		{"numbers in circles", "①Aqua ②Crème ③Rosa Damascena Exosomes ❹Parfum", plain},
		{"emoji", "🌿 Aqua 🌿 Crème 🌿 Rosa Damascena Exosomes ❤️ Parfum", plain},
		{"tags of no page", "<list><item>Aqua</item><item>Crème</item><item>Rosa Damascena Exosomes</item><item>Parfum</item></list>", plain},
		{"options of a page", `<select><option value="1">Aqua</option><option value="2">Crème</option><option>Rosa Damascena Exosomes</option><option>Parfum</option></select>`, plain},
		{"what a page does not show", "<style>p{margin:0}</style><!-- Milk Exosomes --><p>Aqua, Crème, Rosa Damascena Exosomes, Parfum<script>var milk = 'exosomes'</script>", plain},
		{"lines quoted in a mail", "Anna wrote:\n> Aqua, Crème, Rosa Damascena non-\n> animal Exosomes, Parfum", "Aqua|Crème|Rosa Damascena non-animal Exosomes|Parfum"},
		{"links of Markdown", "[Aqua](https://x.example/a), [Crème](/b), [Rosa Damascena Exosomes](https://x.example/rosa-damascena-exosomes), [Parfum](#d)", plain},
		{"parts of a kit in brackets", "[Ampoule] Aqua, Crème [Mask] Rosa Damascena Exosomes, Parfum", plain},
		{"parts of a kit between stars", "*Ampoule*\nAqua, Crème, Panthenol\n*Mask*\nRosa Damascena Exosomes, Parfum", "Aqua|Crème|Panthenol|Rosa Damascena Exosomes|Parfum"},
		{"a rule below a heading", "Ingredients\n-----------\nAqua\nCrème\nRosa Damascena Exosomes\nParfum", plain},
		{"bars without spaces", "Aqua, Crème, Rosa Damascena Exosomes|Parfum", plain},
		{"exosomes behind the words of a question", "Is this safe? Rosa Damascena Exosomes, Aqua, Glycerin, Panthenol, Parfum", "Rosa Damascena Exosomes|Aqua|Glycerin|Panthenol|Parfum"},
		{"an abbreviation behind other words", "This serum contains hADSC-Exo, Aqua, Glycerin, Panthenol, Parfum", "hADSC-Exo|Aqua|Glycerin|Panthenol|Parfum"},
		{"capitals for spaces", "Aqua,Crème,RosaDamascenaExosomes,Parfum", "Aqua|Crème|Rosa Damascena Exosomes|Parfum"},
		{"capitals of a trade name and of a name", "Aqua, WzqfPhyto, iPSC, Parfum", "Aqua|WzqfPhyto|iPSC|Parfum"},
		{"tags of a post", "#Aqua #Creme #RosaDamascenaExosomes #Parfum", "Aqua|Creme|Rosa Damascena Exosomes|Parfum"},
		{"tags behind a list", "Aqua, Crème, Rosa Damascena Exosomes, Parfum\n#skincare #glow #serum #kbeauty", plain},
		{"trade marks in brackets", "Aqua(TM), Crème (R), Rosa Damascena Exosomes(TM), (R)-Thioctic Acid, Parfum", "Aqua|Crème|Rosa Damascena Exosomes|(R)-Thioctic Acid|Parfum"},
		{"spaces in another encoding", "AquaÂ , CrÃ¨meÂ , Rosa Damascena ExosomesÂ , ParfumÂ ", plain},
		{"an ellipsis", "Aqua… Crème… Rosa Damascena Exosomes… Parfum", plain},
		{"steps of a path", "Aqua > Crème > Rosa Damascena Exosomes > Parfum", plain},
		{"rows of a program", "('Aqua'), ('Glycerin'), ('Betaine'), ('Talc'), ('Rosa Damascena Exosomes'), ('Parfum')", "Aqua|Glycerin|Betaine|Talc|Rosa Damascena Exosomes|Parfum"},
		{"escapes of Markdown", "1\\. Aqua\n2\\. Crème\n3\\. Rosa Damascena Exosomes\n4\\. Parfum", plain},
		{"lines that go on", "Aqua, Crème, Rosa\\\nDamascena\\\nExosomes, Parfum", "Aqua|Crème|Rosa\nDamascena\nExosomes|Parfum"},
		{"footnotes raised", "Aqua, Crème<sup>1</sup>, Rosa <i class=\"latin\">Damascena</i> Exosomes<SUP>2</SUP>, Parfum<sup>*</sup>", "Aqua|Crème|Rosa  Damascena  Exosomes|Parfum"},
		{"wide brackets", "Ａｑｕａ，Ｃａｍｅｌｌｉａ （Ｇｒｅｅｎ Ｔｅａ） Ｌｅａｆ，Ｐａｒｆｕｍ", "Ａｑｕａ|Ｃａｍｅｌｌｉａ （Ｇｒｅｅｎ Ｔｅａ） Ｌｅａｆ|Ｐａｒｆｕｍ"},
		{"addresses of pages and mails", "Ask info@human-exosomes.example\nAqua, Crème, Rosa Damascena Exosomes, Parfum. https://exosome.example/shop?x=1 www.exosome.example", plain},
		{"a firm behind a full stop", "Ingredients: Aqua, Crème, Rosa Damascena Exosomes, Parfum. Exosome Lab Inc., Seoul", plain},
		{"a question before a list", "Is there any human exosome in this? Aqua, Crème, Rosa Damascena Exosomes, Parfum, Talc", "Aqua|Crème|Rosa Damascena Exosomes|Parfum|Talc"},
		{"French before bullets", "Aqua\u00a0• Beurre de Karité\u00a0• Exosomes de blé\u00a0• Crème\u00a0• Parfum", "Aqua|Beurre de Karité|Exosomes de blé|Crème|Parfum"},
		{"Portuguese in capitals", "AQUA, MAÇÃ®, EXOSSOMAS DE ROMÃ®, PARFUM", "AQUA|MAÇÃ|EXOSSOMAS DE ROMÃ|PARFUM"},
		{"slashes that lean the wrong way between names", `Aqua, Glycerin, rosa\rice exosomes, zea\nylon, Parfum`, `Aqua|Glycerin|rosa\rice exosomes|zea\nylon|Parfum`},
		{"a common name in brackets", "Aqua, Crème, Oryza Sativa [Rice] Exosomes, Centella Asiatica [Gotu Kola] Extracellular Vesicles, Parfum", "Aqua|Crème|Oryza Sativa [Rice] Exosomes|Centella Asiatica [Gotu Kola] Extracellular Vesicles|Parfum"},
		{"a source in brackets", "[Human Adipose] Exosomes, Aqua, Crème, Parfum", "[Human Adipose] Exosomes|Aqua|Crème|Parfum"},
		{"exosomes between stars", "Aqua, Crème,\n*Rosa Damascena Exosomes*\nPanthenol, Parfum", "Aqua|Crème|Rosa Damascena Exosomes|Panthenol|Parfum"},
		{"a call in a name", "Rosa! Damascena Exosomes, Aqua, Crème, Parfum, Talc", "Rosa! Damascena Exosomes|Aqua|Crème|Parfum|Talc"},
		{"dots in a name", "Aqua, Crème, Exosomes…\nfrom Rosa Damascena callus, Parfum", "Aqua|Crème|Exosomes…\nfrom Rosa Damascena callus|Parfum"},
		{"dots before a quote", "AQUA, GLYCERIN, EXOSOMES DE ROSE – PURIFIÉ…”, PARFUM", "AQUA|GLYCERIN|EXOSOMES DE ROSE – PURIFIÉ|PARFUM"},
		{"a firm in one word", "Aqua, Crème, Exosomes by BioHuman, Parfum", "Aqua|Crème|Exosomes by BioHuman|Parfum"},
		{"a tag that denies", "#NoHumanExosomes #Vegan #Aqua #Glycerin #Panthenol #Parfum", ""},
		{"a name that a tag holds", `<list><entry name="Rosa Damascena Exosomes">Solvent</entry></list>`, ""},
		{"no tag", "Aqua, <Crème>, Rosa Damascena Exosomes, Parfum", plain},
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
