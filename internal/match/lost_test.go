package match_test

import (
	"strings"
	"testing"

	"exoscan/dictionary"
	"exoscan/internal/origin"
)

// TestNounReadBadlyIsNoNone holds lists whose noun was read too badly to be found, or whose source word is as
// near to words of other sources, to neither a plain "none" nor a wrong origin.
func TestNounReadBadlyIsNoNone(t *testing.T) {
	holdVerdicts(t, map[string]origin.Verdict{
		"Corylus Americana Flower EGs":                 origin.Unreadable,
		"Oryza Sativa Seed EXS":                        origin.Unreadable, // no seed oil
		"HUMAN IVS":                                    origin.Unreadable,
		"ROSE EVE":                                     origin.Unreadable,
		"HUMAN EVG":                                    origin.Unreadable,
		"sáng exosome":                                 origin.Unspecified, // not "sans"
		"Medicube Exosome":                             origin.Unspecified, // a brand, whose letters show no misreading
		"nihilist exosomes":                            origin.Unspecified,
		"brainy stem cell exosomes":                    origin.Unreadable, // of a plant only STEM CELL is right
		"lumen stem cell exosomes":                     origin.Unspecified,
		"planet exosomes":                              origin.Unspecified,
		"wonder exosomes":                              origin.Unspecified,
		"r@DSC exosomes":                               origin.Unreadable,
		"蜗牛分泌":                                         origin.Unreadable,
		"胞多体积":                                         origin.Unreadable, // 胞外体积 is a volume
		"ROSE EWG":                                     origin.Unreadable, // says who vouches for it, perhaps
		"GARDENIA JASMINVOIDES FRUIT":                  origin.None,
		"LACTOBACILLUS EPS":                            origin.None,
		"OLEA EUROPAEA FRUIT EVO":                      origin.None,
		"HYDROLYZED RICE FERMENT |EES":                 origin.None,  // lees
		"WHEAT GERM OIL PEG-8 ESTEVS":                  origin.None,  // esters
		"YA5EMINEVS":                                   origin.Plant, // yasemin
		"ELDERBORRY ES":                                origin.Unreadable,
		"LEONTOPODIUM ALPINUM CALLUS EIMSOMES":         origin.Unreadable, // no callus lysate
		"Brassica Napus SeedOml":                       origin.None,
		"Rose Alosomes":                                origin.Unreadable, // a carrier may be called so
		"CANNABIS SATIVA SEED DEOSOMES":                origin.None,       // oleosomes
		"Hcin":                                         origin.None,       // not HELN
		"Oryza Sativa Seed Oll":                        origin.None,
		"Human Bone MarrowEVs":                         origin.Human,
		"HUMAN PLACENTA EV":                            origin.Unreadable,
		"LIVER CELL EXTRACELLULAR VESK/EG":             origin.Unreadable,
		"Human Mesenchymal Stem Cell Fxyosome8":        origin.Unreadable,
		"PLIOUE VESICLE CHES EXTRACT":                  origin.Unreadable, // Fucus Vesiculosus Extract
		"HUMAN KERATINOCYTE EXTRACELLULAR MATRIX":      origin.None,
		"Hman Liver Cell Exosomes":                     origin.Unspecified, // not of a lemon
		"ANION EPITHELIAL CELL EXTRACELLULAR VESICLES": origin.Unreadable,  // not of an onion
		"Human/Bovine Milk Exosomes":                   origin.Mixed,
		"HUMAN BREAST MILK EXOSOMES":                   origin.Human,
		"Ginger-derived exosome-like nanoparticles":    origin.Plant,
	})
}

// TestLostOriginIsFound holds names of which a word was read badly and can only be one thing.
func TestLostOriginIsFound(t *testing.T) {
	holdVerdicts(t, map[string]origin.Verdict{
		"Oryza Sativa Seed EVG":                          origin.Plant,
		"SOPHORA TETRAPTERA ROOT EVYS":                   origin.Plant,
		"mung bean EVn":                                  origin.Plant,
		"ADANSONIA DIGITATA FLFWER EWS":                  origin.Plant,
		"MAPL® EXOSOMES":                                 origin.Plant,
		"(umin EVs":                                      origin.Plant,
		"carnationmanovesicles":                          origin.Plant,
		"canolaextrvcellular vesicles":                   origin.Plant,
		"acerola narovesic}es":                           origin.Plant,
		"FUNGUS NANOWEUCLES":                             origin.Microbial,
		"felne adipose stromal cell vesicles":            origin.Animal, // no Portuguese fish
		"H€SCS EXOSOMES":                                 origin.Human,
		"hawthoxxn ex0somes":                             origin.Plant,
		"SINOMONSS VESICLES":                             origin.Microbial,
		"okrа EVs":                                       origin.Plant, // with a Cyrillic а
		"樱花夠泌":                                           origin.Plant,
		"份生外波体":                                          origin.Synthetic,
		"羊栖栜菜外泌小体":                                       origin.Plant,
		"ALMONDEXTRACELLULAR VESICLES":                   origin.Plant,
		"Exosomes (Haman Adipose Tissue)":                origin.Human,
		"HUJAN PLACENTAL CHORION EXOSOMES":               origin.Human,
		"Pitus Densiflora Pollen Extracellular Vesicles": origin.Plant,
		"Corylus Americana Flower EYs":                   origin.Plant,
		"GENTIANA SCABRAEVs":                             origin.Plant,
		"Hаnf extracellular vesicles":                    origin.Plant,  // with a Cyrillic а
		"camell extracellular vesicles":                  origin.Animal, // not small ones
		"yarrom exosomes":                                origin.Plant,  // nearer to yarrow than to carrots
		"(oconut Milk Exosomes":                          origin.Plant,  // not of a camel
		"LECHE DE VACS VESICLES":                         origin.Animal, // no juice vesicles
		"mugwort naoovesicles":                           origin.Plant,
		"MIMOSA PUDICA EXOOMES":                          origin.Plant,
		"PORCO VESIC/ES":                                 origin.Animal,
		"snail clover extracellu]ar vesic[es":            origin.Plant,
		"kasvivesicles":                                  origin.Plant,
		"Snail Mucin EXO SOMES":                          origin.Animal,
		"Goat Milk Extracellular Veuclfs":                origin.Animal,
		"Goat Milk Extracellular Vehicles":               origin.Animal,
		"SALMÃO EXTRACELLULAR VESICLES":                  origin.Animal,
		"RAT UMBILICAL CORD CEL| EXTRACELLULAR VESICLES": origin.Animal,
		"EQUIN€ ADIPOSE STROMAL CELL EXOSOMES":           origin.Animal,
		"积雪草夕泌体":                                         origin.Plant,
		"合成夌泌體":                                          origin.Synthetic,
		"合成溶酶体":                                          origin.None,
		"力泌体":                                            origin.Unreadable,
		"합성 엑쇼좀":                                         origin.Synthetic,
		"RNS exosomc complex":                            origin.Unreadable,
		"MA exosome complex":                             origin.None, // of RNA
		"ASPARKGUS OFFICINALIS STEM JUICE VESICLES":      origin.Plant,
		"Oryza Sativa Seed EV":                           origin.Plant,
		"rice EV§":                                       origin.Plant,
		"ROSA CANINA CALLUS EXOUCMES":                    origin.Plant,
		"Camellia Sinensis Leaf Vesklers":                origin.Plant,
		"Rosa Canina Meristem Cell Culture Exoa omes":    origin.Plant,
		"CRXOW FOOT VESICLES":                            origin.Plant,
		"at kestanesi nanovesicles":                      origin.Plant,
		"atkestanesi nanovesicles":                       origin.Plant,
		"laitde coco exosomiques":                        origin.Plant,
		"AESCU/US CHINENSIS FRUIT EXOSOMES":              origin.Plant,
		"KAK+US EXOSOMES":                                origin.Plant,
		"ARONA MELSNOCARPA FLOWER NANOVESICLES":          origin.Plant,
		"diente de lecn nanovesicles":                    origin.Plant,
		"Pflanzenexqsomen":                               origin.Plant,
		"Oat extracellular vesic]£s":                     origin.Plant,
		"rosenanovesicles":                               origin.Plant,
		"サーモンクソソーム":                                      origin.Animal,
		"植牫エクソソ一ム":                                       origin.Plant,
		"ヒト臍帯由来エクソソム":                                    origin.Human,
		"コーヒー エクソソーム":                                    origin.Plant,
		"ツボクタ エクソソーム":                                    origin.Plant,
		"카칼모마일 엑소솜":                                      origin.Plant,
		"沙棕 外泌体":                                         origin.Plant,
	})
}

// holdVerdicts judges names, each in a list.
func holdVerdicts(t *testing.T, want map[string]origin.Verdict) {
	t.Helper()
	b := reporting()
	for text, want := range want {
		if got, _ := b.judge(around(text)); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

// TestOtherWordsAreNoSources holds the words that packs say, which are a letter or two from a source or a denial, to
// stating none.
func TestOtherWordsAreNoSources(t *testing.T) {
	b := reporting()
	for _, word := range b.d.Affixes(dictionary.Other) {
		for _, name := range [...]string{word + " exosomes", strings.ToUpper(word) + " STEM CELL EXOSOMES"} {
			if got, _ := b.judge(around(name)); got != origin.Unspecified && got != origin.Unreadable {
				t.Errorf("%s is %s", name, got)
			}
		}
	}
}
