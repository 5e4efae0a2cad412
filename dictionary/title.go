package dictionary

import (
	"strings"
	"unicode"
)

// Title writes a CosIng name, which is all capitals, the way labels and the INCI dictionary do:
// "sh-Oligopeptide-1", "PEG-8 Dimethicone", "Rosa Damascena Callus Extracellular Vesicles".
func Title(name string) string {
	var b strings.Builder
	for i := 0; i < len(name); {
		j := i
		for j < len(name) && (name[j] >= 'A' && name[j] <= 'Z' || name[j] == '\'' || name[j] >= 0x80) {
			j++
		}
		if j == i {
			b.WriteByte(name[i])
			i++
			continue
		}
		if name[i:j] == "TEA" && leaves(name[:i], name[j:]) {
			b.WriteString("Tea")
		} else {
			b.WriteString(titleWord(name[i:j], strings.HasPrefix(name[j:], "-")))
		}
		i = j
	}
	return b.String()
}

// leaves reports whether tea is the plant, by what stands around it: TEA by itself is triethanolamine.
func leaves(before, after string) bool {
	for _, kind := range [...]string{"GREEN ", "BLACK ", "WHITE ", "RED ", "OOLONG "} {
		if strings.HasSuffix(before, kind) {
			return true
		}
	}
	return strings.HasPrefix(after, " TREE")
}

func titleWord(w string, hyphen bool) string {
	lower := strings.ToLower(w)
	switch {
	case hyphen && (lower == "sh" || lower == "rh" || lower == "sr" || lower == "sb" || lower == "r" || lower == "s" || lower == "m" || lower == "p" || lower == "o" || lower == "t"):
		return lower
	case len(w) == 1 || capitals(w) || !strings.ContainsAny(lower, "aeiouy") && !strings.ContainsFunc(w, func(r rune) bool { return r >= 0x80 }):
		return w
	}
	r := []rune(lower)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// capitals tells abbreviations from words; those without a vowel need no entry.
func capitals(w string) bool {
	switch w {
	case "CI", "PEG", "TEA", "DEA", "MEA", "MIPA", "TIPA", "DIPA", "DNA", "RNA", "EDTA", "HEDTA", "BHA", "AMP", "ATP", "NAD", "IPDI", "HDI", "SMDI", "TMDI", "TDI",
		"MDI", "ADSC", "ADSCS", "ASC", "ASCS", "ADMSC", "AMSC", "UC", "UCMSC", "UCB", "EVS", "PELN", "PELNS", "PDEN", "PDENS", "PDEV", "PDEVS", "OMV", "OMVS", "PCA", "PVA", "VA", "MA", "AMPD", "AEEA", "DEDM", "MEK", "EGF", "AP", "EOP", "EOS", "NO", "AS", "UV", "INS", "II", "III", "IV", "VI":
		return true
	}
	return false
}
