package dictionary

import (
	_ "embed" // the table
	"strings"
	"sync"
	"unicode/utf8"
)

// Chinese is written in two ways: with traditional signs in Taiwan, Hong Kong and Macau, with simplified ones elsewhere.
// A key is of simplified signs, so that a name stands in the tables once. Japanese has signs of both, and of its own,
// which stay; its words in the tables have keys of the same folding, and no two of them become one.

//go:embed signs.tsv
var signsTable string

// The signs that have another writing, or are one: the block of CJK Unified Ideographs as it first was.
const firstSign, lastSign = '一', 0x9fa5

// Simplified gives a text with the signs that keys have, and all else as it was: as many characters.
func Simplified(s string) string { return strings.Map(simplified, s) }

// simplified gives the sign that a key has for a sign.
func simplified(r rune) rune {
	if r < firstSign || r > lastSign {
		return r
	}
	if to := simplifiedSigns()[r-firstSign]; to != 0 {
		return rune(to)
	}
	return r
}

// simplifiedSigns are the signs that keys have, by the place of those that they stand for; 0 for those that stay. Of the
// table no more is checked than that a row is of two signs: the form of the whole is for TestSigns.
var simplifiedSigns = sync.OnceValue(func() *[lastSign - firstSign + 1]uint16 {
	var signs [lastSign - firstSign + 1]uint16
	for row := range strings.SplitSeq(signsTable, "\n") {
		from, n := utf8.DecodeRuneInString(row)
		if from < firstSign || from > lastSign { // the header
			continue
		}
		to, _ := utf8.DecodeRuneInString(row[n+len("\t"):])
		signs[from-firstSign] = uint16(to)
	}
	return &signs
})
