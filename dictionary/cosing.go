package dictionary

import (
	"strings"
	"sync"
)

// names is the index over CosIng's names: the key of each name to its line, and every token.
type names struct {
	line  map[string]string
	token map[string]bool
}

var cosing = sync.OnceValue(buildCosing)

func buildCosing() names {
	data, err := files.ReadFile("cosing.tsv")
	if err != nil {
		panic(err) // cannot happen: it is embedded
	}
	n := names{line: make(map[string]string, 1<<15), token: make(map[string]bool, 1<<14)}
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if i == 0 {
			continue
		}
		_, rest, _ := strings.Cut(line, "\t")
		name, _, _ := strings.Cut(rest, "\t")
		key := Fold(name)
		if _, ok := n.line[key]; !ok {
			n.line[key] = line
		}
		for _, t := range Tokens(key) {
			n.token[t] = true
		}
	}
	return n
}

// cosingName gives the CosIng name with that key.
func cosingName(folded string) (Term, bool) {
	line, ok := cosing().line[folded]
	if !ok {
		return Term{}, false
	}
	cells := strings.Split(line, "\t")
	return Term{
		Text: cells[1], Name: Title(cells[1]), Kind: Ingredient, Language: "INCI", Evidence: Seen,
		Source: "CosIng " + cells[2], Reference: "CosIng " + cells[0],
	}, true
}

func cosingToken(folded string) bool { return cosing().token[folded] }
