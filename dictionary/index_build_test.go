package dictionary

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// entry is one string of an index under construction.
type entry struct {
	name  string
	value uint32
}

// buildIndex lays out an index: the writer that openIndex reads.
func buildIndex(entries []entry) []byte {
	squeeze := func(e entry) string { return string(Squeeze(nil, e.name)) }
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b entry) int {
		x, y := squeeze(a), squeeze(b)
		return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y), cmp.Compare(a.value, b.value), cmp.Compare(a.name, b.name))
	})
	entries = slices.CompactFunc(entries, func(a, b entry) bool { return a.name == b.name })
	if len(entries) >= 1<<16-1 {
		panic("ids are 16 bits wide: the index is full")
	}
	var starts, values, sizes, posting []byte
	var text strings.Builder
	le := binary.LittleEndian
	slots := 1
	for slots < 2*len(entries) {
		slots *= 2
	}
	table := make([]uint16, slots)
	byGram := make([][]uint16, gramCodes)
	size := 0
	for id, e := range entries {
		starts = le.AppendUint32(starts, uint32(text.Len()))
		values = le.AppendUint32(values, e.value)
		text.WriteString(e.name)
		key := Squeeze(nil, e.name)
		for ; size <= len(key) && size < sizeSlots; size++ {
			sizes = le.AppendUint32(sizes, uint32(id))
		}
		if id == 0 || !squeezesTo(entries[id-1].name, key) {
			at := squeezeHash(key) & uint32(slots-1)
			for table[at] != 0 {
				at = (at + 1) & uint32(slots-1)
			}
			table[at] = uint16(id + 1)
		}
		for _, g := range Grams(nil, key) {
			if p := byGram[g]; len(p) == 0 || p[len(p)-1] != uint16(id) {
				byGram[g] = append(p, uint16(id))
			}
		}
	}
	starts = le.AppendUint32(starts, uint32(text.Len()))
	for ; size < sizeSlots; size++ {
		sizes = le.AppendUint32(sizes, uint32(len(entries)))
	}
	var grams []byte
	n := 0
	for _, ids := range byGram {
		grams = le.AppendUint32(grams, uint32(n))
		for _, id := range ids {
			posting = le.AppendUint16(posting, id)
		}
		n += len(ids)
	}
	grams = le.AppendUint32(grams, uint32(n))

	out := bytes.NewBufferString(indexMagic)
	for _, v := range []int{len(entries), text.Len(), slots, n} {
		out.Write(le.AppendUint32(nil, uint32(v)))
	}
	for _, part := range [][]byte{starts, values, sizes} {
		out.Write(part)
	}
	for _, slot := range table {
		out.Write(le.AppendUint16(nil, slot))
	}
	out.Write(grams)
	out.Write(posting)
	out.WriteString(text.String())
	return out.Bytes()
}

// buildEmbedded makes the whole of index.bin from the rows of cosing.tsv.
func buildEmbedded(names []entry) []byte {
	count := map[string]uint32{}
	for i := range names {
		seen := map[string]bool{}
		for _, w := range Tokens(Fold(names[i].name)) {
			if !seen[w] {
				seen[w] = true
				count[w]++
			}
		}
		names[i].name = shown(names[i].name)
	}
	words := make([]entry, 0, len(count))
	for w, n := range count {
		words = append(words, entry{w, n})
	}
	return append(buildIndex(names), buildIndex(words)...)
}

// shown is a CosIng name as the index keeps it: as labels print it, and in ASCII, which all but three
// names are already.
func shown(name string) string {
	return strings.NewReplacer("’", "'", "×", "x").Replace(Title(strings.Join(strings.Fields(name), " ")))
}
