package dictionary

import _ "embed" // the tables

// The tables as they stand in this directory. cosing.tsv is not among them: the program carries it as
// index.bin.
var (
	//go:embed affixes.tsv
	affixesTable string
	//go:embed brands.tsv
	brandsTable string
	//go:embed columns.tsv
	columnsTable string
	//go:embed common.tsv
	commonTable string
	//go:embed confusions.tsv
	confusionsTable string
	//go:embed doubts.tsv
	doubtsTable string
	//go:embed genera.tsv
	generaTable string
	//go:embed headings.tsv
	headingsTable string
	//go:embed limits.tsv
	limitsTable string
	//go:embed lookalikes.tsv
	lookAlikesTable string
	//go:embed markets.tsv
	marketsTable string
	//go:embed minor.tsv
	minorTable string
	//go:embed rules.tsv
	rulesTable string
	//go:embed terms.tsv
	termsTable string
	//go:embed words.tsv
	wordsTable string
)
