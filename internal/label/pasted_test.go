package label

import (
	"strings"
	"testing"

	"exoscan/dictionary"
)

// TestTables holds that a pasted table gives one ingredient a row, and a text that only looks like one none.
func TestTables(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"tabs", "INCI name\tCAS\t%\tFunction\nAqua\t7732-18-5\t70.0\tSolvent\n1,2-Hexanediol\t6920-22-5\t2.0\tSolvent, Humectant\nRosa Damascena Exosomes\t-\t1.0\tSkin conditioning\nXqzol Wzqfate\t\t0,5\tEmollient\nParfum\t-\t0.9\tFragrance", "Aqua|1,2-Hexanediol|Rosa Damascena Exosomes|Xqzol Wzqfate|Parfum"},
		{"tabs without a heading", "Aqua\t7732-18-5\t70.0\tSolvent\nMilk Exosomes\t-\t1.0\tSkin conditioning\nXqzol Wzqfate\t\t0,5\tEmollient\r\nParfum\t-\tq.s.\tFragrance\r\n", "Aqua|Milk Exosomes|Xqzol Wzqfate|Parfum"},
		{"numbers of rows", "No.\tIngredient\tPercent\n1\tAqua\t70%\n2\tMilk Exosomes\t1%\n3\tXqzol\t1%", "Aqua|Milk Exosomes|Xqzol"},
		{"spaces", "No.   Ingredient          Percent\n1     Aqua                70%\n2     Milk Exosomes\n3     1,2-Hexanediol      0.5", "Aqua|Milk Exosomes|1,2-Hexanediol"},
		{"spaces without a heading", "Aqua           7732-18-5   70.0   Solvent\nMilk Exosomes  1.0\nXqzol Wzqfate  0.5  Emollient\nParfum         -  0.9   Fragrance", "Aqua|Milk Exosomes|Xqzol Wzqfate|Parfum"},
		{"CSV", "INCI name,CAS,%,Function\nAqua,7732-18-5,70.0,Solvent\n\"1,2-Hexanediol\",6920-22-5,2.0,\"Solvent, Humectant\"\nMilk Exosomes,,1.0,Skin conditioning\n", "Aqua|1,2-Hexanediol|Milk Exosomes"},
		{"CSV with quotes all over", "\"Aqua\",\"7732-18-5\",\"70.0\"\n\"Milk Exosomes\",\"-\",\"1.0\"\n\"Parfum\",\"-\",\"0.5\"", "Aqua|Milk Exosomes|Parfum"},
		{"CSV with a comma in a name", "Ingredient,CAS No,Percent\nAqua,7732-18-5,70.0\n1,2-Hexanediol,6920-22-5,2.0\nMilk Exosomes,-,1.0\nParfum,-,1\nTalc,14807-96-6,1", "Aqua|1,2-Hexanediol|Milk Exosomes|Parfum|Talc"},
		{"semicolons in Spanish", "Nombre INCI;N.º CAS;Porcentaje;Función\nAqua;7732-18-5;70,0;Disolvente\nMilk Exosomes;;1,0;Acondicionador\nParfum;;0,5;Perfume", "Aqua|Milk Exosomes|Parfum"},
		{"semicolons in German", "Rohstoff;INCI;Anteil (%);Funktion\nWasser;Aqua;70,0;Lösungsmittel\nRosen-Exosomen;Rosa Damascena Exosomes;1,0;Wirkstoff", "Aqua|Rosa Damascena Exosomes"},
		{"shares first", "70 %\tAqua\n1 %\tMilk Exosomes\n0,5 %\tParfum", "Aqua|Milk Exosomes|Parfum"},
		{"purposes first", "Function\tIngredient\tCAS\nSolvent\tAqua\t7732-18-5\nActive\tHuman Adipose Stromal Cell Exosomes\t-", "Aqua|Human Adipose Stromal Cell Exosomes"},
		{"Korean", "번호\t전성분명\t함량(%)\t배합목적\n1\t정제수\t70.0\t용제\n2\t병풀캘러스세포외소포\t1.0\t피부컨디셔닝제\n3\t향료\t잔량\t착향제", "정제수|병풀캘러스세포외소포|향료"},
		{"Chinese names beside INCI names", "序号\t成分名称\tINCI名\t含量%\n1\t水\tAQUA\t70\n2\t突厥蔷薇外泌体\tROSA DAMASCENA EXOSOMES\t1", "AQUA|ROSA DAMASCENA EXOSOMES"},
		{"names of trade, EC numbers, blends", "Trade name\tINCI\tCAS No.\tEC No.\t% w/w\nPurified water\tAqua\t7732-18-5\t231-791-2\tq.s. to 100\nExoMix\tGlycerin (and) Milk Exosomes\t\t\t2.0", "Aqua|Glycerin (and) Milk Exosomes"},
		{"phases and a sum", "Phase\tINCI name\t%\nA\tAqua\tto 100\nPhase B\n\t\t\nB\tMilk Exosomes\t0.1\nTotal\t\t100.0", "Aqua|Milk Exosomes"},
		{"headings on each page", "No.\tIngredient\t%\n1\tAqua\t70\nNo.\tIngredient\t%\n2\tMilk Exosomes\t1", "Aqua|Milk Exosomes"},
		{"names with nothing beside them", "Aqua\nGlycerin\t56-81-5\t5.0\nMilk Exosomes\t-\t1.0\nParfum\t-\t0.5\nXqzol", "Aqua|Glycerin|Milk Exosomes|Parfum|Xqzol"},
		{"empty lines", "INCI name\tCAS\n\nAqua\t7732-18-5\n\nMilk Exosomes\t\n\nParfum\t", "Aqua|Milk Exosomes|Parfum"},
		{"text around", "Product: Serum with rose water\n\nIngredients:\nAqua\t7732-18-5\t70.0\nMilk Exosomes\t\t1.0\nParfum\t-\t1\n\nStore in a cool place.", "Aqua|Milk Exosomes|Parfum"},
		{"rules of Markdown", "| INCI | CAS | % |\n|---|---|---|\n| Aqua | 7732-18-5 | 70 |\n| Milk Exosomes | - | 1 |", "Aqua|Milk Exosomes"},
		{"a row of names", "Aqua\tGlycerin\tMilk Exosomes\tPanthenol", "Aqua|Glycerin|Milk Exosomes|Panthenol"},
		{"a row of names with one twice", "Aqua\tGlycerin\tWater\tPanthenol", "Aqua|Glycerin|Water|Panthenol"},
		{"names in two languages", "Aqua\tWater\nGlycerin\tGlycerine\nParfum\tFragrance\nRosa Damascena Exosomes\tRose exosomes", "Water|Glycerine|Fragrance|Rose exosomes"},
		{"rows of names", "Ingredients:\tAqua\tGlycerin\nMilk Exosomes\tXqzol\nParfum\tTalc", "Aqua|Glycerin|Milk Exosomes|Xqzol|Parfum|Talc"},
		{"a list of several lines", "Aqua, Glycerin, Panthenol,\nParfum, Linalool, Limonene,\nTalc, Mica, CI 77491,\nSilica, Betaine, CI 77492", "Aqua|Glycerin|Panthenol|Parfum|Linalool|Limonene|Talc|Mica|CI 77491|Silica|Betaine|CI 77492"},
		{"a list in a cell", "Product\tExo Cream\nIngredients\tAqua, Glycerin, Milk Exosomes, Parfum\nDirections\tApply daily.", "Aqua|Glycerin|Milk Exosomes|Parfum"},
		{"purposes behind a colon", "Aqua: Solvent\nGlycerin: Humectant\nHuman iPSC Extracellular Vesicles: Skin conditioning\nParfum: Fragrance", "Aqua|Glycerin|Human iPSC Extracellular Vesicles|Parfum"},
		{"numbers and bold names of Markdown", "1. **Aqua**: solvent\n2. **Milk Exosomes**: skin conditioning\n3. **Xanthan Gum**: thickener\n4. **Parfum**: fragrance", "Aqua|Milk Exosomes|Xanthan Gum|Parfum"},
		{"sentences behind a colon", "Aqua: the base of it all\nGlycerin: keeps the skin moist, even in winter\nMilk Exosomes: what it is about\nXanthan Gum: makes it creamy\nParfum: for the scent", "Aqua|Glycerin|Milk Exosomes|Xanthan Gum|Parfum"},
		{"sentences behind a dash", "Aqua - the base of it all\nGlycerin - keeps the skin moist\nMilk Exosomes – what it is about\nXanthan Gum - makes it creamy\nParfum - for the scent", "Aqua|Glycerin|Milk Exosomes|Xanthan Gum|Parfum"},
		{"purposes in brackets", "Aqua (solvent)\nGlycerin (humectant)\nMilk Exosomes (skin conditioning)\nParfum (fragrance)", "Aqua|Glycerin|Milk Exosomes|Parfum"},
		{"shares below a limit", "Aqua <90%\nGlycerin <5%\nMilk Exosomes <1%\nParfum < 0.5 %", "Aqua|Glycerin|Milk Exosomes|Parfum"},
		{"a recipe in phases", "Serum\n\nPhase A:\n- 70 g Aqua\n- 5 g Glycerin\n- 1 g Milk Exosomes\nPhase B:\n- 2 g Panthenol\n- 1 g Parfum\n\nMix A, heat, stir.", "Aqua|Glycerin|Milk Exosomes|Panthenol|Parfum"},
		{"marks of lines", "L1> Aqua\nL2> Glycerin\nL3> Milk Exosomes\nL4> Parfum", "Aqua|Glycerin|Milk Exosomes|Parfum"},
		{"letters that count", "a) Aqua\nb) Glycerin\nc) Milk Exosomes\nd) Parfum", "Aqua|Glycerin|Milk Exosomes|Parfum"},
		{"scores before", "1 Aqua\n2 Glycerin\n1 Milk Exosomes\n8 Parfum", "Aqua|Glycerin|Milk Exosomes|Parfum"},
		{"fields of a supplier", "INCI name: Aqua, CAS: 7732-18-5, 70 %\nINCI name: Milk Exosomes, CAS: -, 1.2 %\nINCI name: 1,2-Hexanediol, CAS: 6920-22-5, 2 %\n\nStore cool.", "Aqua|Milk Exosomes|1,2-Hexanediol"},
		{"fields below names", "Aqua\nData Availability: Robust\nScore: 1\nMilk Exosomes\nData Availability: None\nScore: 1\nParfum\nData Availability: Good\nScore: 8", "Aqua|Milk Exosomes|Parfum"},
		{"fields of YAML", "ingredients:\n  - name: Aqua\n    function: Solvent\n  - name: Milk Exosomes\n    function: Skin conditioning\n  - name: Parfum\n    function: Fragrance", "Aqua|Milk Exosomes|Parfum"},
		{"fields of JSON", `[{"inci": "Aqua", "role": "Solvent"}, {"inci": "Milk Exosomes", "role": "Skin conditioning"}, {"inci": "Parfum", "role": "Fragrance"}]`, "Aqua|Milk Exosomes|Parfum"},
		{"sheet masks of a kit", "Collagen: Aqua, Glycerin, Hydrolyzed Collagen, Panthenol\nHoney: Aqua, Glycerin, Honey Extract, Panthenol\nAloe: Aqua, Glycerin, Milk Exosomes, Panthenol\nPearl: Aqua, Glycerin, Pearl Powder, Panthenol", "Aqua|Glycerin|Hydrolyzed Collagen|Panthenol|Aqua|Glycerin|Honey Extract|Panthenol|Aqua|Glycerin|Milk Exosomes|Panthenol|Aqua|Glycerin|Pearl Powder|Panthenol"},
		{"what a shop says", "Brand: Rose Water Ltd\nVolume: 30 ml\nSkin type: all\nOrigin: Korea\nIngredients: Aqua, Glycerin, Milk Exosomes, Parfum", "Aqua|Glycerin|Milk Exosomes|Parfum"},
		{"messages", "Anna: hi\nBen: hi\nAnna: Aqua, Glycerin, Milk Exosomes, Parfum\nBen: thanks\nAnna: bye\nBen: bye", "Aqua|Glycerin|Milk Exosomes|Parfum"},
		{"shares beside a list", "Ingredients: Aqua, Glycerin, Human Adipose Exosomes, Parfum\n\nNiacinamide: 5 %\nRetinol: 1 %\nSqualane: 2 %", "Aqua|Glycerin|Human Adipose Exosomes|Parfum"},
		{"shares below a list without a heading", "Aqua, Glycerin, Human Adipose Exosomes, Parfum.\n0% Mineral oil\n0% Talc\n0% Lanolin\n0% Methylparaben", "Aqua|Glycerin|Human Adipose Exosomes|Parfum|0% Mineral oil\n0% Talc\n0% Lanolin\n0% Methylparaben"},
		{"a glossary beside a list", "Ingredients: Aqua, Glycerin, Panthenol, Parfum, Niacinamide\n\nGlossary\nHuman exosomes: vesicles of donor cells\nGlycerin: keeps water\nPanthenol: soothes\nNiacinamide: brightens", "Aqua|Glycerin|Panthenol|Parfum|Niacinamide"},
		{"what is left out, in JSON", `{"excluded":[{"name":"Human Exosomes","why":"ethics"},{"name":"Talc","why":"dust"},{"name":"Lanolin","why":"vegan"}],"ingredients":["Aqua","Glycerin","Rosa Damascena Exosomes","Panthenol","Parfum"]}`, "Aqua|Glycerin|Rosa Damascena Exosomes|Panthenol|Parfum"},
		{"records beside a list", "INCI: Aqua, Glycerin (CAS: 56-81-5), Human Adipose Exosomes, Parfum\nINCI: Talc (CAS: 14807-96-6)\nINCI: Mica (CAS: 12001-26-2)", "Aqua|Glycerin (CAS: 56-81-5)|Human Adipose Exosomes|Parfum"},
		{"a name behind the last field", "Aqua\nScore: 1\nGlycerin\nScore: 1\nParfum\nScore: 8\nTalc\nScore: 2\nMilk Exosomes", "Aqua|Glycerin|Parfum|Talc|Milk Exosomes"},
		{"a name before the first field", "Human Adipose Stem Cell Exosomes\nAqua\nScore: 1\nGlycerin\nScore: 1\nParfum\nScore: 8\nTalc\nScore: 2", "Human Adipose Stem Cell Exosomes|Aqua|Glycerin|Parfum|Talc"},
		{"names over hardly a field", "Phase: A\nAqua\nGlycerin\nPhase: B\nPanthenol\nParfum\nPhase: C\nHuman Adipose Stem Cell Exosomes\nTalc", "Aqua|Glycerin|Phase|Panthenol|Parfum|Phase|Human Adipose Stem Cell Exosomes|Talc"},
		{"exosomes alone behind rows", "Glycerin - humectant\nPanthenol - soothing\nNiacinamide - tone\nRetinol - renew\n\nHuman Adipose Stem Cell Exosomes", "Glycerin|humectant|Panthenol|soothing|Niacinamide|tone\nRetinol|renew|Human Adipose Stem Cell Exosomes"},
		{"a source in brackets", "Aqua (Rose distillate)\nGlycerin (vegetable)\nExosomes (human adipose)\nTocopherol (vitamin E)", "Aqua (Rose distillate)|Glycerin (vegetable)|Exosomes (human adipose)|Tocopherol (vitamin E)"},
		{"values that wrap", "INCI name: Aqua\nCAS: 7732-18-5\nINCI name: Rosa Damascena Callus\nExosomes\nCAS: -\nINCI name: Glycerin\nCAS: 56-81-5", "Aqua|Rosa Damascena Callus\nExosomes|Glycerin"},
		{"rows that wrap", "70 % Aqua\n20 % Glycerin\n1 % Rosa Damascena Callus\nExosomes\n5 % Panthenol\n4 % Parfum", "Aqua\n20 %|Glycerin\n1 %|Rosa Damascena Callus\nExosomes\n5 %|Panthenol\n4 %|Parfum"},
		{"what a food contains", "Nutrition\tper 100 g\nEnergy\t250 kcal\nFat\t10 g\nProtein\t5 g\nSalt\t1.0 g", ""},
		{"shares beside a list without signs", "Aqua Glycerin Human Adipose Exosomes Xanthan Gum Panthenol Parfum Talc\n\nNiacinamide: 5 %\nRetinol: 1 %\nSqualane: 2 %", "Aqua|Glycerin|Human Adipose Exosomes|Xanthan Gum|Panthenol|Parfum|Talc"},
		{"purposes with the heading before the first", "INGREDIENTS: Aqua: solvent\nGlycerin: humectant\nHuman Adipose Exosomes: active\nPanthenol: soothing\nParfum: fragrance", "Glycerin|Human Adipose Exosomes|Panthenol|Parfum"},
		{"exosomes behind a name", "Glycerin: humectant\nPanthenol: soothing\nNiacinamide: tone\nRetinol: renew\nHero: Human Adipose Stem Cell Exosomes", ""},
		{"exosomes behind what heads them", "Aqua: solvent\nGlycerin: humectant\nPanthenol: soothing\nRetinol: renew\nActive: Human Adipose Stem Cell Exosomes", ""},
		{"names that wrap over fields", "Aqua\nScore: 1\nRosa Damascena Callus\nExosomes\nScore: 2\nGlycerin\nScore: 1", "Aqua|Rosa Damascena Callus\nExosomes|Glycerin"},
		{"fields of several values", "INCI name: Aqua\nFunction: Solvent, Fragrance\nOrigin: Mineral, Water\nINCI name: Glycerin\nFunction: Humectant\nOrigin: Palm Oil, Coconut Oil\nINCI name: Rosa Damascena Exosomes\nFunction: Skin conditioning\nOrigin: Rose, Honey", "Aqua|Glycerin|Rosa Damascena Exosomes"},
		{"what is bought", "Milk: 1.20\nHoney: 3.50\nSalt: 0.50\nOlive Oil: 6.00", ""},
		{"who brings what", "Milk - Anna\nHoney - Ben\nSalt - Carla\nOlive Oil - Dan\nSugar - Eve", "Milk|Anna\nHoney|Ben\nSalt|Carla\nOlive Oil|Dan\nSugar|Eve"},
		{"prices in fields", "Name: Rose Water\nPrice: $5\nName: Shea Butter\nPrice: $7\nName: Coconut Oil\nPrice: $3", "Rose Water|Price|Shea Butter|Price|Coconut Oil"},
		{"heads with nothing below the last", "CAS\tNo.\tINCI name\nfoo\tbar\nbaz\tqux", ""},
		{"prices", "Product\tPrice\nMilk Exosome Cream\t49.00\nRose Water\t5.00\nGlycerin\t3.00\nShea Butter\t7.00", ""},
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

// TestBlocksEnd holds that rows that stand alone behind a row of cells are looked at once, empty lines among them or not.
func TestBlocksEnd(t *testing.T) {
	FromText("INCI Name: Iron Oxides (CI 77499, CI 77491)\nCAS No.: 7991-16-7\nConcentration: 5.08 %\n\nINCI Name: Talc\nCAS No.: 1641-97-9", dictionary.Default())
}

// TestTableMayContain holds that what follows "may contain" in a table is said to.
func TestTableMayContain(t *testing.T) {
	l := FromText("INCI name\t%\nMica\t50\nTalc\t20\nMay contain\t\nCI 77491\t\n+/- CI 77492\t", dictionary.Default())
	check(t, l)
	for i, want := range []bool{false, false, true, true} {
		if i >= len(l.Ingredients) || l.Ingredients[i].MayContain != want {
			t.Fatalf("ingredient %d of %s should have MayContain %v", i, join(l), want)
		}
	}
}
