package dictionary

import (
	_ "embed"
	"fmt"
	"sync"
)

// index.bin is made from cosing.tsv by "go test ./dictionary -run TestIndexIsFresh -update".
//
//go:embed index.bin
var embeddedIndex string

// Index holds strings, each with a number, in a form that needs no building: it is a view of bytes
// that were laid out when the program was made, so using it costs the pages that are touched and
// nothing else. Strings are numbered from 0 by Squeeze length, then by squeezed text.
//
// It answers two questions: which string is spelt like this (Lookup), and which strings share a piece
// of three letters with this (Postings), the first step of finding what a damaged word was.
type Index struct {
	n       int
	text    string // all strings, end to end
	starts  string // n+1 × u32: where each begins in text
	values  string // n × u32
	sizes   string // sizeSlots × u32: the first id whose squeezed length is at least the slot's number
	slots   string // hash table of id+1, u16; 0 is empty
	mask    uint32
	grams   string // gramCodes+1 × u32: where the postings of each code begin, counted in ids
	posting string // ids, u16, ascending within a code
}

// CosIng is the index of INCI names; CosIngReference tells the number of a name.
func CosIng() *Index { return embedded().names }

// CosIngWords is the index of the words that INCI names are made of; the value of a word is the
// number of names it stands in.
func CosIngWords() *Index { return embedded().words }

type indexes struct{ names, words *Index }

// embedded checks only the frame of the built-in index; that its contents are those of cosing.tsv is
// what TestIndexIsFresh is for.
var embedded = sync.OnceValue(func() indexes {
	names, rest, err := openIndex(embeddedIndex)
	if err != nil {
		panic("dictionary/index.bin: " + err.Error())
	}
	words, rest, err := openIndex(rest)
	if err != nil || rest != "" {
		panic(fmt.Sprintf("dictionary/index.bin: words: %v, %d bytes left over", err, len(rest)))
	}
	return indexes{names, words}
})

const (
	indexMagic = "exosidx1"
	sizeSlots  = 1024    // squeezed lengths from here on share a slot; the longest INCI name has 1,700 letters
	gramCodes  = 1 << 15 // three letters of five bits
)

// openIndex takes one index off the front of data.
func openIndex(data string) (*Index, string, error) {
	const header = len(indexMagic) + 4*4
	if len(data) < header || data[:len(indexMagic)] != indexMagic {
		return nil, "", fmt.Errorf("no index header")
	}
	n, text, slots, postings := int(u32(data, 8)), int(u32(data, 12)), int(u32(data, 16)), int(u32(data, 20))
	rest := data[header:]
	cut := func(size int) (part string) {
		if size < 0 || size > len(rest) {
			size = len(rest)
		}
		part, rest = rest[:size], rest[size:]
		return part
	}
	x := &Index{n: n, mask: uint32(slots - 1)}
	want := 4*(n+1) + 4*n + 4*sizeSlots + 2*slots + 4*(gramCodes+1) + 2*postings + text
	if len(rest) < want {
		return nil, "", fmt.Errorf("index has %d bytes, its header asks for %d", len(rest), want)
	}
	x.starts, x.values, x.sizes = cut(4*(n+1)), cut(4*n), cut(4*sizeSlots)
	x.slots, x.grams, x.posting = cut(2*slots), cut(4*(gramCodes+1)), cut(2*postings)
	x.text = cut(text)
	return x, rest, nil
}

func u16(s string, at int) uint16 { return uint16(s[at]) | uint16(s[at+1])<<8 }

func u32(s string, at int) uint32 {
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}

// Len is the number of strings.
func (x *Index) Len() int { return x.n }

// Name is string id as it is shown.
func (x *Index) Name(id int) string {
	return x.text[u32(x.starts, 4*id):u32(x.starts, 4*id+4)]
}

// Value is the number that belongs to string id.
func (x *Index) Value(id int) int { return int(u32(x.values, 4*id)) }

// OfSize gives the ids [first, end) whose squeezed length is from lo to hi.
func (x *Index) OfSize(lo, hi int) (first, end int) {
	first = int(u32(x.sizes, 4*min(max(lo, 0), sizeSlots-1)))
	if hi+1 >= sizeSlots {
		return first, x.n
	}
	return first, int(u32(x.sizes, 4*max(hi+1, 0)))
}

// Lookup finds the strings whose squeezed form is squeezed: ids [first, first+count).
func (x *Index) Lookup(squeezed []byte) (first, count int) {
	for at := squeezeHash(squeezed) & x.mask; ; at = (at + 1) & x.mask {
		slot := u16(x.slots, 2*int(at))
		if slot == 0 {
			return 0, 0
		}
		id := int(slot) - 1
		if !squeezesTo(x.Name(id), squeezed) {
			continue
		}
		// Strings with one squeezed form are neighbours, and only the first is in the table.
		count = 1
		for id+count < x.n && squeezesTo(x.Name(id+count), squeezed) {
			count++
		}
		return id, count
	}
}

// Postings gives the ids of the strings that hold the piece, in ascending order.
func (x *Index) Postings(gram uint16) Postings {
	from, to := u32(x.grams, 4*int(gram)), u32(x.grams, 4*int(gram)+4)
	return Postings(x.posting[2*from : 2*to])
}

// Postings is an ascending list of ids.
type Postings string

// Len is the number of ids.
func (p Postings) Len() int { return len(p) / 2 }

// At is the i-th id.
func (p Postings) At(i int) int { return int(u16(string(p), 2*i)) }

// Next is the first id, and the list behind it.
func (p Postings) Next() (id int, rest Postings) { return int(u16(string(p), 0)), p[2:] }

// Between gives the part of the list with ids in [first, end).
func (p Postings) Between(first, end int) Postings {
	p = p[2*p.search(first):]
	return p[:2*p.search(end)]
}

// search is the number of ids below id.
func (p Postings) search(id int) int {
	lo, hi := 0, p.Len()
	for lo < hi {
		if mid := (lo + hi) / 2; p.At(mid) < id {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
