package reading

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"exoscan/internal/label/labeltest"
)

// sum adds up outcomes.
type sum struct {
	photos, found, listed, items, readings int
	right                                  map[string]int
	cpu, plain                             time.Duration
}

func (s *sum) add(o outcome) {
	s.photos++
	s.found += o.found
	s.listed += o.listed
	s.items += o.items
	s.readings += o.readings
	s.cpu += o.cpu
	s.plain += o.plain
	if s.right == nil {
		s.right = map[string]int{}
	}
	s.right[o.right]++
}

func share(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

func (s *sum) row(name string) string {
	return fmt.Sprintf("%-16.16s %6d  %6.3f  %9.3f  %5d  %10d  %5d  %8.1f", name, s.photos, share(s.found, s.listed), share(s.found, s.items),
		s.right["right"], s.right["unreadable"], s.right["wrong"], share(s.readings, s.photos))
}

const sheetHead = "condition        photos  recall  precision  right  unreadable  wrong  readings"

// measured is how the samples of each condition were read.
type measured struct {
	order []string
	rows  map[string]*sum
	all   sum
	lists parted // all of them, which are whole
}

func (b *bench) measure(t *testing.T, samples []sample) *measured {
	m := &measured{rows: map[string]*sum{}, lists: parted{name: "whole-lists", whole: true}}
	for _, s := range samples {
		if m.rows[s.condition] == nil {
			m.rows[s.condition] = &sum{}
			m.order = append(m.order, s.condition)
		}
		o := b.read(t, s)
		m.rows[s.condition].add(o)
		m.all.add(o)
		m.lists.judge(o.judged, false)
		if *flagDump != "" && (len(o.missed) > 0 || o.right != "right") {
			dump(t, *flagDump, s)
		}
	}
	return m
}

// print gives the table, with what belongs to this machine on request.
func (m *measured) print(times bool) string {
	var out strings.Builder
	out.WriteString(sheetHead)
	if times {
		out.WriteString("    ms CPU  of plain")
	}
	out.WriteByte('\n')
	for _, name := range append(m.order, "all") {
		r := m.rows[name]
		if name == "all" {
			r = &m.all
		}
		out.WriteString(r.row(name))
		if times {
			fmt.Fprintf(&out, "  %8d", r.cpu.Milliseconds()/int64(max(1, r.photos)))
			if r.plain > 0 {
				fmt.Fprintf(&out, "  %8.2f", float64(r.cpu)/float64(r.plain))
			}
		}
		out.WriteByte('\n')
	}
	return out.String()
}

const sheetAbout = `# How well photos are read: rendered labels of the reporting set, whose contents are known. Written by
# "make accuracy". An ingredient is found if it was read or understood within a tenth of its letters;
# amounts do not count.
# A verdict is right, unreadable where there is one, or wrong. Readings is how often Tesseract read a photo.
`

// TestAccuracy measures what its flags name, and prints the sheet.
func TestAccuracy(t *testing.T) {
	if *flagEach == 0 && *flagPhotos == "" {
		t.Skip("measures only when asked: -each or -photos")
	}
	b := newBench(t)
	set := labeltest.Reporting()
	if *flagSet == labeltest.Tuning().Name() {
		set = labeltest.Tuning()
	}
	var m *measured
	var rows []parted
	if *flagPhotos != "" {
		m = b.measure(t, folder(t, *flagPhotos))
	} else {
		m, rows = b.measure(t, rendered(t, set, *flagEach)), b.parts(t, set, *flagEach)
	}
	parts := printParts(append(rows, m.lists))
	if straight, mirrored := asked("askew")*askewEach, asked("mirrored")*mirroredEach; *flagPhotos == "" && straight+mirrored > 0 {
		parts += printHeld(b.askew(t, set, straight, mirrored))
	}
	t.Log("\n" + m.print(true) + parts)
	if *flagSheet != "" {
		if err := os.WriteFile(*flagSheet, []byte(sheetAbout+m.print(false)+parts), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// asked is how many labels of a condition are measured.
func asked(condition string) int {
	if *flagOnly != "" && !slices.Contains(strings.Split(*flagOnly, ","), condition) {
		return 0
	}
	return *flagEach
}

// TestSheetHolds reads one label of each condition and compares with the sheet: over all, and with a
// tolerance, since Tesseract's vector code reads a word differently from processor to processor.
func TestSheetHolds(t *testing.T) {
	if testing.Short() {
		t.Skip("takes most of a minute")
	}
	recall, precision, wrong := sheet(t)
	b := newBench(t)
	m, rows := b.measure(t, rendered(t, labeltest.Reporting(), 1)), b.parts(t, labeltest.Reporting(), 1)
	t.Log("\n" + m.print(true) + printParts(append(rows, m.lists)))
	for _, r := range rows {
		if !r.whole && r.none > 0 {
			t.Errorf("%s: a list is called free of exosomes of which a part is shown", r.name)
		}
	}
	if m.lists.cut > 0 {
		t.Errorf("%d of %d whole lists are called cut off", m.lists.cut, m.lists.photos)
	}
	const tolerance = 0.03
	if r := share(m.all.found, m.all.listed); r < recall-tolerance {
		t.Errorf("recall is %.3f, the sheet says %.3f", r, recall)
	}
	if p := share(m.all.found, m.all.items); p < precision-tolerance {
		t.Errorf("precision is %.3f, the sheet says %.3f", p, precision)
	}
	if m.all.right["wrong"] > wrong {
		t.Errorf("%d verdicts are wrong, the sheet says %d", m.all.right["wrong"], wrong)
	}
}

// sheet gives the line of testdata/accuracy.txt that is about all conditions.
func sheet(t *testing.T) (recall, precision float64, wrong int) {
	data, err := os.ReadFile("../../testdata/accuracy.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "all ") })
	if at < 0 {
		t.Fatal("the accuracy sheet has no line about all conditions")
	}
	var photos, right, unreadable int
	if _, err := fmt.Sscanf(lines[at], "all %d %f %f %d %d %d", &photos, &recall, &precision, &right, &unreadable, &wrong); err != nil {
		t.Fatalf("reading the accuracy sheet: %v", err)
	}
	return recall, precision, wrong
}
