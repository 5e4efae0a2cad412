package label

import (
	"strings"
	"testing"

	"exoscan/dictionary"
)

// TestSplitting reads typed lists; what belongs to no ingredient stands between the bars of want.
func TestSplitting(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"commas", "Water, Glycerin, Butylene Glycol.", "Water|Glycerin|Butylene Glycol"},
		{"commas without spaces", "Water,Glycerin,PEG-40,1,2-Hexanediol,N,N-Dimethylglycine", "Water|Glycerin|PEG-40|1,2-Hexanediol|N,N-Dimethylglycine"},
		{"the comma of a name with a space", "Glycerin, 1, 2-Hexanediol, Panthenol", "Glycerin|1, 2-Hexanediol|Panthenol"},
		{"semicolons", "Aqua; Glycerin; Panthenol", "Aqua|Glycerin|Panthenol"},
		{"bullets", "Aqua • Glycerin · Panthenol ● Parfum", "Aqua|Glycerin|Panthenol|Parfum"},
		{"letters read as signs", "Aqua, Salvia €xtract, Su{fate Po}ymer, Mug§el, Parfum", "Aqua|Salvia €xtract|Su{fate Po}ymer|Mug§el|Parfum"},
		{"bullets as OCR reads them", "Aqua ° Glycerin « Panthenol * Parfum © Squalane", "Aqua|Glycerin|Panthenol|Parfum|Squalane"},
		{"dots, each read as something else", "Aqua - Mica : Betaine » Serine . Biotin: Talc + Silica e Lecithin e« Zinc Oxide * Parfum", "Aqua|Mica|Betaine|Serine|Biotin|Talc|Silica|Lecithin|Zinc Oxide|Parfum"},
		{"Japanese dots, most of them read as bullets", "全成分: 水 ・DPG •BG •マイカ • アロエベラ葉汁・ 幹細胞由来エクソソーム濾液・ハトムギ種子エキス •アデノシン", "水|DPG|BG|マイカ|アロエベラ葉汁|幹細胞由来エクソソーム濾液|ハトムギ種子エキス|アデノシン"},
		{"colons for dots over a line break", "Ingredients: Aqua - Betaine - Stearyl Alcohol -\nGoat Milk Exosomes : Benzyl Salicylate - Mica - Talc - Citral", "Aqua|Betaine|Stearyl Alcohol|Goat Milk Exosomes|Benzyl Salicylate|Mica|Talc|Citral"},
		{"nothing but colons", "Ingredients: Aqua : Betaine : Parfum : Milk Exosomes : Talc", "Aqua|Betaine|Parfum|Milk Exosomes|Talc"},
		{"a colon for a comma", "Ingredients: Aqua, Betaine, Milk Exosomes: Mica, Talc : Citral", "Aqua|Betaine|Milk Exosomes|Mica|Talc|Citral"},
		{"a colon for a comma behind a name of two lines", "Ingredients: Aqua, Picea Abies\nLeaf Oil: Mica, Talc", "Aqua|Picea Abies\nLeaf Oil|Mica|Talc"},
		{"a heading in two languages", "Ingredients Ingrédients Aqua, Mica, Talc", "Aqua|Mica|Talc"},
		{"a heading in two languages with a dot", "Ingredients • Ingrédients Aqua, Mica, Talc", "Aqua|Mica|Talc"},
		{"exosomes below what is contained", "INGREDIENTS: AQUA, GLYCERIN, BUTYLENE GLYCOL, CONTAINS: HUMAN EXOSOMES, PANTHENOL, ALLANTOIN, PHENOXYETHANOL", "AQUA|GLYCERIN|BUTYLENE GLYCOL|HUMAN EXOSOMES|PANTHENOL|ALLANTOIN|PHENOXYETHANOL"},
		{"pigments below an allergen", "Ingredients: Aqua, Glycerin, Panthenol\nContains: Milk\nMay contain: CI 77491, Mica, Rose Exosomes", "Aqua|Glycerin|Panthenol|CI 77491|Mica|Rose Exosomes"},
		{"a Portuguese firm below", "Ingredients: Aqua, Mica, Talc, Eugenol\nNovarra Cosmética Lda, Rua do Ouro 12, Lisboa", "Aqua|Mica|Talc|Eugenol"},
		{"allergens below", "Ingredients: Wheat Flour, Sugar, Salt, Honey.\nContains: Wheat, Milk, Soy, Almonds, Sesame\nMay contain: Eggs, Peanuts, Cashew Nuts, Walnuts", "Wheat Flour|Sugar|Salt|Honey"},
		{"what a cream contains", "Contains: Aqua, Glycerin, Milk Exosomes, Parfum, Talc", "Aqua|Glycerin|Milk Exosomes|Parfum|Talc"},
		{"what not to do above", "Warning: Do not swallow.\nAqua, Mica, Zinc Oxide,\nTalc, Betaine, Parfum", "Aqua|Mica|Zinc Oxide|Talc|Betaine|Parfum"},
		{"what not to do above, to the end of the line", "Do not store above 30 C. It is not for sale.\nAqua, Mica, Zinc Oxide,\nTalc, Betaine, Parfum", "Aqua|Mica|Zinc Oxide|Talc|Betaine|Parfum"},
		{"a dash without its first space", "Aqua - Betaine- Zinc Oxide - Citric Acid- Talc - Mica", "Aqua|Betaine|Zinc Oxide|Citric Acid|Talc|Mica"},
		{"a dash at the end of a line", "Aqua - Zea Mays Starch-\nBetaine - Zinc Oxide - Talc", "Aqua|Zea Mays Starch|Betaine|Zinc Oxide|Talc"},
		{"dots of Japanese lists", "全成分：水・グリセリン・バラエキス・香料・タルク", "水|グリセリン|バラエキス|香料|タルク"},
		{"a name that ends as a purpose does", "Ingredients\nAqua Solvent\nGlycerin Humectant\nPanthenol Antistatic\nCaramel Color", "Aqua|Glycerin|Panthenol|Caramel Color"},
		{"names of two at the end", "Ingredients: Wheat Flour, Sugar, Salt, Spices & Condiments", "Wheat Flour|Sugar|Salt|Spices & Condiments"},
		{"bars", "Aqua | Glycerin | Panthenol", "Aqua|Glycerin|Panthenol"},
		{"slashes that part", "Aqua / Glycerin / Panthenol / Parfum", "Aqua|Glycerin|Panthenol|Parfum"},
		{"slashes of names", "Water/Aqua/Eau, Caprylic/Capric Triglyceride, Glycerin / Sorbitol", "Water/Aqua/Eau|Caprylic/Capric Triglyceride|Glycerin / Sorbitol"},
		{"slashes beside commas of amounts", "Ingredients: Aqua / Mica / Niacinamide (1,000 ppm) / Zinc Oxide, CI 77491 / Sodium Hyaluronate / Talc / Parfum", "Aqua|Mica|Niacinamide (1,000 ppm)|Zinc Oxide|CI 77491|Sodium Hyaluronate|Talc|Parfum"},
		{"slashes in a narrow column", "Ingredients: Aqua / Sodium\nHyaluronate / Zinc\nOxide / Cetearyl\nAlcohol / Citric\nAcid / Butylene\nGlycol / Talc", "Aqua|Sodium\nHyaluronate|Zinc\nOxide|Cetearyl\nAlcohol|Citric\nAcid|Butylene\nGlycol|Talc"},
		{"slashes with footnotes, read badly", "Ingredients: Aqua / Xqzin Gqf / Wzx\nKwqz / Cetearyl\nAlcohol* / Qzf Wq / Xqgin\nZqf / Butylene\nGlycol* / Gqfmr\nWzxqe / Talc", "Aqua|Xqzin Gqf|Wzx\nKwqz|Cetearyl\nAlcohol|Qzf Wq|Xqgin\nZqf|Butylene\nGlycol|Gqfmr\nWzxqe|Talc"},
		{"slashes without one of their spaces", "Ingredients: Aqua / Mica /Zinc Oxide / Talc/ Betaine / Parfum", "Aqua|Mica|Zinc Oxide|Talc|Betaine|Parfum"},
		{"bars read as letters and brackets", "Aqua | Zinc Oxide I Talc | Shea Butter] Mica | Parfum", "Aqua|Zinc Oxide|Talc|Shea Butter|Mica|Parfum"},
		{"lines of languages", "Aqua / Water\nGlycerin\nMel / Honey\nTalc\nParfum / Fragrance\nMica", "Aqua / Water|Glycerin|Mel / Honey|Talc|Parfum / Fragrance|Mica"},
		{"bullets, all read as letters", "Ingredients: Aqua e Mica e Zinc Oxide e\nC14-22 Alcohols e Cetearyl\nAlcohol e Vitamin E e Betaine\ne Talc e Cl 77491", "Aqua|Mica|Zinc Oxide|C14-22 Alcohols|Cetearyl\nAlcohol|Vitamin E|Betaine|Talc|Cl 77491"},
		{"bullets, some read as letters", "Aqua • Mica • Zinc Oxide e Talc • Cetearyl\nAlcohol • Betaine", "Aqua|Mica|Zinc Oxide|Talc|Cetearyl\nAlcohol|Betaine"},
		{"bullets before each line, some lost", "• Tea Tree Leaf Oil • Aloe Vera Leaf Juice\nMandarin Orange Oil • Cedar Wood Oil\n• Grapefruit Peel Oil • Apple Fruit Extract\n• Willow Bark Extract • Elder Flower Extract\nBergamot Orange Peel Oil",
			"Tea Tree Leaf Oil|Aloe Vera Leaf Juice|Mandarin Orange Oil|Cedar Wood Oil|Grapefruit Peel Oil|Apple Fruit Extract|Willow Bark Extract|Elder Flower Extract|Bergamot Orange Peel Oil"},
		{"full stops that were commas", "Alcohol Denat. Glycerin. Aqua, C.I. 15510, Talc", "Alcohol Denat.|Glycerin|Aqua|C.I. 15510|Talc"},
		{"nothing but full stops", "Aqua. Glycerin. Panthenol. Parfum.", "Aqua|Glycerin|Panthenol|Parfum"},
		{"dashes", "Aqua - Glycerin - Panthenol - Parfum", "Aqua|Glycerin|Panthenol|Parfum"},
		{"lines", "Aqua\nGlycerin\nSodium Hyaluronate\nPanthenol\n", "Aqua|Glycerin|Sodium Hyaluronate|Panthenol"},
		{"numbered lines", "1. Aqua\n2. Glycerin\n3. Polysorbate 20", "Aqua|Glycerin|Polysorbate 20"},
		{"numbers in a line", "1. Aqua 2. Glycerin 3. Panthenol 4. Parfum", "Aqua|Glycerin|Panthenol|Parfum"},
		{"wrapped lines", "Aqua, Cetearyl\nAlcohol, Sodium\nHyaluronate, Panthenol", "Aqua|Cetearyl\nAlcohol|Sodium\nHyaluronate|Panthenol"},
		{"a source and its vesicles on two lines", "Aqua, Panax Ginseng\nExtracellular Vesicles, Lactococcus\nExosomes, Talc", "Aqua|Panax Ginseng\nExtracellular Vesicles|Lactococcus\nExosomes|Talc"},
		{"a comma lost before exosomes", "Aqua, Cetyl Alcohol\nExosomes, Rosa Canina Fruit Extract\nExtracellular Vesicles, Talc", "Aqua|Cetyl Alcohol|Exosomes|Rosa Canina Fruit Extract|Extracellular Vesicles|Talc"},
		{"hyphens of broken words", "Aqua, Cocami-\ndopropyl Betaine, PEG-\n40 Stearate, 1,2-\nHexanediol", "Aqua|Cocamidopropyl Betaine|PEG-40 Stearate|1,2-Hexanediol"},
		{"brackets", "Parfum (Limonene, Linalool), Iron Oxides (CI 77491, CI 77492 [Red, Yellow]), Talc", "Parfum (Limonene, Linalool)|Iron Oxides (CI 77491, CI 77492 [Red, Yellow])|Talc"},
		{"a bracket that never closes", "Tocopherol (Vitamin E, Glycerin, Cera Alba (Beeswax), Talc", "Tocopherol (Vitamin E|Glycerin|Cera Alba (Beeswax)|Talc"},
		{"what a mixture is made of, behind its share", "Salt, Thickener 508), Mixed Spices (25.6%) (Onion Powder, Garlic Powder, Cumin, Clove, Ginger, Fennel, Nutmeg, Mace, Cardamom, Turmeric, Pepper), Sugar",
			"Salt|Thickener 508|Mixed Spices (25.6%) (Onion Powder, Garlic Powder, Cumin, Clove, Ginger, Fennel, Nutmeg, Mace, Cardamom, Turmeric, Pepper)|Sugar"},
		{"a bracket whose end was read as a letter", "Aqua, Salvia Sclarea (CLARYIOIL, Sorbitol, Mica, Rubus Idaeus RASPBERRY) Seed Oil, Talc", "Aqua|Salvia Sclarea (CLARYIOIL|Sorbitol|Mica|Rubus Idaeus RASPBERRY) Seed Oil|Talc"},
		{"a bracket that ends in another name", "Aqua - Salvia Sclarea (Clary Oil - Milk Exosomes - Mica - Rubus Idaeus Raspberry) Seed Oil - Talc", "Aqua|Salvia Sclarea (Clary Oil|Milk Exosomes|Mica|Rubus Idaeus Raspberry) Seed Oil|Talc"},
		{"brackets that hold items of food", "Rice, Seasoning (Onion powder, Coriander powder, Salt), Parfum (Limonene, Citral, Linalool) Talc", "Rice|Seasoning (Onion powder, Coriander powder, Salt)|Parfum (Limonene, Citral, Linalool) Talc"},
		{"mixed brackets", "Parfum (Limonene, Linalool], Talc", "Parfum (Limonene, Linalool]|Talc"},
		{"a line that begins with a bracket", "Aqua, Pyrus Malus\n(Apple) Seed Oil, Olea Europaea\n(Olive) Leaf Extract, Talc", "Aqua|Pyrus Malus\n(Apple) Seed Oil|Olea Europaea\n(Olive) Leaf Extract|Talc"},
		{"a comma before a bracket", "Aqua, Cera Microcristallina,\n(Novowax), Rosa Canina, (Rosehip) Seed Oil, Talc", "Aqua|Cera Microcristallina,\n(Novowax)|Rosa Canina, (Rosehip) Seed Oil|Talc"},
		{"a long bracket after a comma", "Aqua, Talc,\n(Aroma of six wild green herbs) Betaine, Mica", "Aqua|Talc|(Aroma of six wild green herbs) Betaine|Mica"},
		{"a bracket of items after a comma", "Aqua, Glycerin, Parfum, (Limonene, Linalool), Talc", "Aqua|Glycerin|Parfum|Limonene|Linalool|Talc"},
		{"a list in brackets", "Ingredients (Aqua, Glycerin, Talc)", "Aqua|Glycerin|Talc"},
		{"the last and", "Aqua, Glycerin, Sodium Chloride and Citric Acid.", "Aqua|Glycerin|Sodium Chloride|Citric Acid"},
		{"the last & after a comma", "Aqua, Glycerin, Sodium Chloride, & Citric Acid.", "Aqua|Glycerin|Sodium Chloride|Citric Acid"},
		{"an and behind the last item", "Aqua, Glycerin, Sodium Chloride, Betaine and", "Aqua|Glycerin|Sodium Chloride|Betaine"},
		{"an address below", "Ingredients: Aqua, Glycerin, Sodium Chloride,\nBetaine, Limonene.\nMaison Verte, 12 rue des Lilas, 75011 Paris, France", "Aqua|Glycerin|Sodium Chloride|Betaine|Limonene"},
		{"a firm below", "Ingredients: Aqua, Glycerin, Sodium Chloride,\nBetaine, Limonene\nXqzin Co., Ltd. 77 Gqf-ro, Mica-gu, Wzxin", "Aqua|Glycerin|Sodium Chloride|Betaine|Limonene"},
		{"another firm below", "Ingredients: Aqua, Glycerin, Betaine,\nLimonene\nXqzéa SAS, 5 avenue Gqf, 69006 Wzx", "Aqua|Glycerin|Betaine|Limonene"},
		{"an address below no full stop", "Ingredients: Aqua, Glycerin, Betaine,\nLimonene\nXqzbury Wzqf, 2 Mill Lane, Exeter EX1 1AB, England", "Aqua|Glycerin|Betaine|Limonene"},
		{"unknown items in the last line", "Ingredients: Aqua, Glycerin, Betaine,\nXqzbury Wzqf, 1,2-Hexanediol, Wzqf 20", "Aqua|Glycerin|Betaine|Xqzbury Wzqf|1,2-Hexanediol|Wzqf 20"},
		{"no firm", "Ingredients: Aqua, Glycerin, Betaine,\nXqzin Extract, Limited Edition Mica, Parfum,\nTalc, Ltd. Xqz", "Aqua|Glycerin|Betaine|Xqzin Extract|Limited Edition Mica|Parfum|Talc|Ltd. Xqz"},
		{"an amount over a line break", "Ingredients: Aqua, Glycerin, Milk Exosomes (500\nppb), Talc", "Aqua|Glycerin|Milk Exosomes (500\nppb)|Talc"},
		{"a sentence below", "Ingredients: Aqua, Glycerin, Sodium Chloride,\nBetaine, Limonene\nThe water of the seal is not for you, rinse.", "Aqua|Glycerin|Sodium Chloride|Betaine|Limonene"},
		{"a comma read as a full stop at the end of a line", "Ingredients: Aqua, Glycerin, Sodium Chloride,\nBetaine, Limonene.\nXqztol, Gqfmr Wzxqe, Kwqzx", "Aqua|Glycerin|Sodium Chloride|Betaine|Limonene|Xqztol|Gqfmr Wzxqe|Kwqzx"},
		{"a full stop in a name", "Ingredients: Aqua, Mica, Prunus Amygdalus.\nDulcis (Sweet Almond) Oil, Talc", "Aqua|Mica|Prunus Amygdalus.\nDulcis (Sweet Almond) Oil|Talc"},
		{"exosomes below a full stop", "Ingredients: Aqua, Glycerin, Sodium Chloride,\nBetaine, Limonene.\nXqz 12 Exosomes, 75011 Gqfmr", "Aqua|Glycerin|Sodium Chloride|Betaine|Limonene|Xqz 12 Exosomes|75011 Gqfmr"},
		{"the number of a formula", "Ingredients: Aqua, Mica, Parfum (F.I.L. C177252/2).", "Aqua|Mica|Parfum"},
		{"the number of a formula after the stop", "Ingredients: Aqua, Mica, Parfum. [PR-018]", "Aqua|Mica|Parfum"},
		{"the number of a formula by itself", "Ingredients: Aqua, Mica, Limonene N3458A", "Aqua|Mica|Limonene"},
		{"numbers that are no formula's", "Ingredients: Aqua, Mica, Polysorbate 20 (PEG-8), Blue 1 (CI 42090)", "Aqua|Mica|Polysorbate 20 (PEG-8)|Blue 1 (CI 42090)"},
		{"the number of an additive", "Ingredients: Aqua, Mica, Talc, Colour (INS 150d)", "Aqua|Mica|Talc|Colour (INS 150d)"},
		{"blends", "PALMITIC ACID & STEARIC ACID, AQUA, GLYCERIN", "PALMITIC ACID & STEARIC ACID|AQUA|GLYCERIN"},
		{"Python quotes", "['aqua', 'sodium pca', \"st. john's wort oil\"]", "aqua|sodium pca|st. john's wort oil"},
		{"a CSV row", "Cream,LA MER,175,\"Aqua, Glycerin, Talc, Alcohol Denat.\",1,1,0", "Aqua|Glycerin|Talc|Alcohol Denat."},
		{"HTML", "Aqua,&nbsp;Glycerin &amp; Squalane, Talc", "Aqua|Glycerin & Squalane|Talc"},
		{"HTML tags", "<p>Ingredients: Aqua, Glycerin, <b>Milk Exosomes</b></p><p>Directions: Apply.</p>", "Aqua|Glycerin|Milk Exosomes"},
		{"HTML lines", "<ul><li>Aqua</li><li>Glycerin</li><li>Panthenol</li></ul>", "Aqua|Glycerin|Panthenol"},
		{"percent glued to the next", "Homosalate 8.0%, Octocrylene 5.0%Water, Glycerin", "Homosalate 8.0%|Octocrylene 5.0%|Water|Glycerin"},
		{"colour index", "Aqua, CI 77491,77492,77499, Talc", "Aqua|CI 77491|77492|77499|Talc"},
		{"colour indexes on two lines", "INGREDIENTS: Aqua, Talc, CI\n16035, Mica (Cl\n77891), C1\n19140.", "Aqua|Talc|CI\n16035|Mica (Cl\n77891)|C1\n19140"},
		{"colour indexes in pieces", "Aqua, Talc, C.|. 77492, C I 77491, C| 42090, C. I. 77499", "Aqua|Talc|C.|. 77492|C I 77491|C| 42090|C. I. 77499"},
		{"colour indexes whose C was read as a bracket", "Aqua, Mica, Talc, Glycerin, (177491, (1 75470 [carmine], Panthenol", "Aqua|Mica|Talc|Glycerin|177491|1 75470 [carmine]|Panthenol"},
		{"a colour index after a full stop", "Ingredients: Aqua, Talc, Benzyl Benzoate. CI 42090.\nLot 123456", "Aqua|Talc|Benzyl Benzoate|CI 42090"},
		{"Japanese", "全成分：水、グリセリン、1，2-ヘキサンジオール、ヒト脂肪由来間葉系細胞エクソソーム", "水|グリセリン|1，2-ヘキサンジオール|ヒト脂肪由来間葉系細胞エクソソーム"},
		{"Korean", "정제수, 글리세린, 비피다발효추출물(1,000ppb), 병풀캘러스세포외소포", "정제수|글리세린|비피다발효추출물(1,000ppb)|병풀캘러스세포외소포"},
		{"footnotes", "Aqua, Aloe Vera Leaf Juice*, Cocos Nucifera Oil†, Glycerin (1), Talc¹", "Aqua|Aloe Vera Leaf Juice|Cocos Nucifera Oil|Glycerin (1)|Talc"},
		{"a footnote explained", "Ingredients: Aqua, Aloe Vera Leaf Juice*, Talc\n* Certified organic, from Spain", "Aqua|Aloe Vera Leaf Juice|Talc"},
		{"a speck before a line", "Ingredients: Aqua, Aloe Vera Leaf Juice*, Hydrogenated\n* Polydecene, Xylitol, Talc", "Aqua|Aloe Vera Leaf Juice|Hydrogenated\n* Polydecene|Xylitol|Talc"},
		{"a speck behind a comma", "Ingredients: Aqua, Aloe Vera Leaf Juice*,\n* Zorbene, Talc", "Aqua|Aloe Vera Leaf Juice|Zorbene|Talc"},
		{"a table with what each is for", "Drug Facts\nActive ingredients Purpose\nAvobenzone 3% ........ Sunscreen\nHomosalate 8%.......Sunscreen\nOctisalate 5% ... Sunscreen\nUses\nhelps prevent sunburn", "Avobenzone 3%|Homosalate 8%|Octisalate 5%"},
		{"a table with what each is for beside its share", "Ingredient | % | Function\nAqua | 7732-18-5 | 70.0 | Solvent\nRosa Damascena Exosomes | - | 1.0 | Skin conditioning\nParfum | - | 0.9 | Fragrance\nTocopherol | 59-02-9 | 0.1 | Antioxidant", "Aqua|Rosa Damascena Exosomes|Parfum|Tocopherol"},
		{"a column of a table among the names", "Ingredients:\nAqua\nEmollient\nBetaine\nMica\nSkin care\nSerine Antioxidant\nTalc\nParfum", "Aqua|Betaine|Mica|Serine|Talc|Parfum"},
		{"what two ingredients are for", "Ingredients: Aqua, Xqz Emulsifier, Talc Solvent", "Aqua|Xqz Emulsifier|Talc Solvent"},
		{"numbers of rows", "Ingredient Function\n1 Aqua\n2 Talc\n3 Parfum\n114 Mica\n5 Betaine\n6 CI 77891", "Aqua|Talc|Parfum|Mica|Betaine|CI 77891"},
		{"numbers of names at line starts", "Ingredients: Aqua, Polysorbate\n20, Laureth-2, Steareth\n21, Talc, PEG\n22, Mica", "Aqua|Polysorbate\n20|Laureth-2|Steareth\n21|Talc|PEG\n22|Mica"},
		{"numbers in brackets", "(1) Aqua (2) Rose Exosomes (3) Glycerin (4) Talc", "Aqua|Rose Exosomes|Glycerin|Talc"},
		{"footnotes in brackets", "Ingredients: Aqua, Aloe Barbadensis Leaf Juice (1), Glycerin (2), Parfum (3)", "Aqua|Aloe Barbadensis Leaf Juice (1)|Glycerin (2)|Parfum (3)"},
		{"a number between that was misread", "Ingredients: 1. Aqua 2. Glycerin 3. Talc S. Mica 5. Parfum 6. Betaine", "Aqua|Glycerin|Talc S. Mica|Parfum|Betaine"},
		{"wide gaps", "Ingredients: Aqua  Rose Exosomes  Hydroxyethyl Xqz Taurate  Glycerin  Talc  Mica  Parfum  Xqz Oil", "Aqua|Rose Exosomes|Hydroxyethyl Xqz Taurate|Glycerin|Talc|Mica|Parfum|Xqz Oil"},
		{"amounts between names", "Aqua (70%) Milk Protein (5 %) Rose Exosomes (1,000 ppm) Xqz (1%) CI 77491 (0.5%) Talc", "Aqua (70%)|Milk Protein (5 %)|Rose Exosomes (1,000 ppm)|Xqz (1%)|CI 77491 (0.5%)|Talc"},
		{"wide gaps within names", "Water  Sodium  Hyaluronate  Caprylic/Capric  Triglyceride  Human  Umbilical  Cord  Blood  Exosomes  Rose Extract  Exosomes  from  Rose  Parfum", "Water|Sodium  Hyaluronate|Caprylic/Capric  Triglyceride|Human  Umbilical  Cord  Blood  Exosomes|Rose Extract|Exosomes  from  Rose|Parfum"},
		{"wide gaps within names in a line", "Water  Glycerin  Human  Umbilical  Cord  Blood  Exosomes  Panthenol  Parfum  Talc  Mica\n", "Water|Glycerin|Human  Umbilical  Cord  Blood  Exosomes|Panthenol|Parfum|Talc|Mica"},
		{"footnotes in brackets and what they say", "Ingredients: Aqua, Glycerin (1), Rose Exosomes (2), Talc. (1) Organic (2) Fair trade (3) Xqz", "Aqua|Glycerin (1)|Rose Exosomes (2)|Talc. (1) Organic (2) Fair trade (3) Xqz"},
		{"a product before tight commas", "Exosome Hydrating Mask,Aqua,Glycerin,Talc,Mica,Parfum", "Aqua|Glycerin|Talc|Mica|Parfum"},
		{"columns before tight commas", "Glow Exosomes,Xqz,Aqua,Glycerin,Talc,Mica,Parfum", "Aqua|Glycerin|Talc|Mica|Parfum"},
		{"exosomes before tight commas", "Exosomes from Rose,Aqua,Glycerin,Talc,Mica,Parfum", "Exosomes from Rose|Aqua|Glycerin|Talc|Mica|Parfum"},
		{"a heading behind a bullet", "■ Ingredients Aqua, Xqz, Glycerin, Talc", "Aqua|Xqz|Glycerin|Talc"},
		{"a Japanese heading behind a bullet", "■全成分 水, 細胞外小胞体, グリセリン, キシリトール", "水|細胞外小胞体|グリセリン|キシリトール"},
		{"stops that were commas between signs", "전성분: 정제수. 글리세린. 모르는말. 판테놀. 이상한말. 베타인. 알란토인. 트레할로오스.", "정제수|글리세린|모르는말|판테놀|이상한말|베타인|알란토인|트레할로오스"},
		{"slashes without spaces", "Ingredients: Aqua/Caprylic/Capric Triglyceride/Rose Exosomes/Xqz/Talc/Mica/Parfum", "Aqua|Caprylic/Capric Triglyceride|Rose Exosomes|Xqz|Talc|Mica|Parfum"},
		{"slashes of names", "Aqua/Water/Eau, Parfum/Fragrance, Mel/Honey/Miel, Prunus Amygdalus Dulcis/Sweet Almond Oil", "Aqua/Water/Eau|Parfum/Fragrance|Mel/Honey/Miel|Prunus Amygdalus Dulcis/Sweet Almond Oil"},
		{"a heading in the first cell", "Ingredients: Rose Exosomes\tAqua\tGlycerin\tTalc\tMica", "Rose Exosomes|Aqua|Glycerin|Talc|Mica"},
		{"a list in brackets behind the name of a product", "Glow Serum 50 ml\n[Aqua, Xqz, Glycerin, Talc, Mica, Parfum, Betaine, Serine, Squalane, Panthenol, Limonene, Linalool]", "Aqua|Xqz|Glycerin|Talc|Mica|Parfum|Betaine|Serine|Squalane|Panthenol|Limonene|Linalool"},
		{"a perfume and what is in it", "Aqua, Xqz (Limonene, Linalool, Citral, Geraniol)", "Aqua|Xqz (Limonene, Linalool, Citral, Geraniol)"},
		{"entities of every kind", "Ingredients: Aqua, exosomes d&#x27;origine humaine&#44; Talc", "Aqua|exosomes d'origine humaine|Talc"},
		{"sections", "Ingredients: Phase A: Aqua, Glycerin. Phase B: Talc, Mica", "Aqua|Glycerin|Talc|Mica"},
		{"one", "Human Adipose Stromal Cell Exosomes", "Human Adipose Stromal Cell Exosomes"},
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

func join(l *Label) string {
	var items []string
	for _, in := range l.Ingredients {
		items = append(items, l.Text[in.Start:in.End])
	}
	return strings.Join(items, "|")
}

func TestNames(t *testing.T) {
	for text, want := range map[string]string{
		"Milk Exosomes (10,000 ppm)":        "Milk Exosomes",
		"Milk Exosomes 10000 ppm":           "Milk Exosomes",
		"10 Billion Milk Exosomes":          "Milk Exosomes",
		"Milk Exosomes 10 Billion":          "Milk Exosomes",
		"Niacinamide 5 %":                   "Niacinamide",
		"0,5 % Salicylic Acid":              "Salicylic Acid",
		"Glycerin (1)":                      "Glycerin",
		"Polysorbate 20":                    "Polysorbate 20",
		"Titanium Dioxide (CI 77891)":       "Titanium Dioxide (CI 77891)",
		"병풀캘러스세포외소포(1,000ppb)":              "병풀캘러스세포외소포",
		"Zinc Oxide 40.7":                   "Zinc Oxide",
		"Zinc Oxide [12.5%]":                "Zinc Oxide",
		"Caffeine 2% (20 mg/ml)":            "Caffeine",
		"Urea 5 % w/v":                      "Urea",
		"Alcohol Denat. SD Alcohol 39-C":    "Alcohol Denat. SD Alcohol 39-C",
		"Retinol (Vitamin A) <0.1%":         "Retinol (Vitamin A)",
		"Hydrolyzed Wheat Protein/PVP 5ppm": "Hydrolyzed Wheat Protein/PVP",
	} {
		l := FromText("Ingredients: "+text+", Aqua", dictionary.Default())
		check(t, l)
		if len(l.Ingredients) != 2 {
			t.Errorf("%q is read as %s", text, join(l))
			continue
		}
		if n := l.Ingredients[0].Name; l.Text[n.Start:n.End] != want {
			t.Errorf("the name of %q is %q, want %q", text, l.Text[n.Start:n.End], want)
		}
	}
}

// TestMayContain holds that what may be in a product ends with the bracket that it stands in.
func TestMayContain(t *testing.T) {
	for text, want := range map[string]string{
		"Aqua, Talc, +/- CI 77491, Mica":                 "Aqua|Talc|±CI 77491|±Mica",
		"Aqua, Talc, +/: CI 77491, Mica":                 "Aqua|Talc|±CI 77491|±Mica",
		"Aqua, Talc, (± CI 77491, Mica), Parfum":         "Aqua|Talc|±CI 77491|±Mica|Parfum",
		"Aqua, Talc, +/- (CI 77491, Mica), Parfum":       "Aqua|Talc|±CI 77491|±Mica|Parfum",
		"Aqua, Talc. May contain: [CI 77491, Mica], Zea": "Aqua|Talc|±CI 77491|±Mica|Zea",
	} {
		l := FromText("Ingredients: "+text, dictionary.Default())
		check(t, l)
		var items []string
		for _, in := range l.Ingredients {
			item := l.Text[in.Start:in.End]
			if in.MayContain {
				item = "±" + item
			}
			items = append(items, item)
		}
		if got := strings.Join(items, "|"); got != want {
			t.Errorf("%q is read as %s, want %s", text, got, want)
		}
	}
}

// TestFooter holds that what stands under two columns, with a little space over it, is read after both.
func TestFooter(t *testing.T) {
	p := drawn(`
Ingredients: Aqua, Talc,    Seed Extract, Panthenol,
Glyceryl Stearate,          Mica, Sodium PCA, Silica,
Xanthan Gum, Borago         Bisabolol, Citric Acid,
Officinalis                 Parfum
Store in a cool place
and out of reach of small children
`, false)
	for i := range p.Words {
		if w := &p.Words[i]; w.Line > 5 {
			w.Box.Y += 5
		}
	}
	l := FromPage(p, dictionary.Default())
	check(t, l)
	const want = "Aqua|Talc|Glyceryl Stearate|Xanthan Gum|Borago\nOfficinalis\n\nSeed Extract|Panthenol|Mica|Sodium PCA|Silica|Bisabolol|Citric Acid|Parfum"
	if got := join(l); got != want {
		t.Errorf("FromPage of\n%s\n got %s\nwant %s", l.Text, got, want)
	}
}
