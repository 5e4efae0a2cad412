package reading

import (
	"fmt"
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

// TestAccuracy measures, and prints the sheet. It is told what to measure by flags.
func TestAccuracy(t *testing.T) {
	if *flagEach == 0 && *flagPhotos == "" {
		t.Skip("measures only when asked: -each or -photos")
	}
	b := newBench(t)
	var samples []sample
	if *flagPhotos != "" {
		samples = folder(t, *flagPhotos)
	} else if *flagSet == "tuning" {
		samples = rendered(t, labeltest.Tuning(), *flagEach)
	} else {
		samples = rendered(t, labeltest.Reporting(), *flagEach)
	}
	var order []string
	rows := map[string]*sum{}
	var all sum
	for _, s := range samples {
		if rows[s.condition] == nil {
			rows[s.condition] = &sum{}
			order = append(order, s.condition)
		}
		o := b.read(t, s)
		rows[s.condition].add(o)
		all.add(o)
		if *flagDump != "" && (len(o.missed) > 0 || o.right != "right") {
			dump(t, *flagDump, s)
		}
	}
	var out strings.Builder
	fmt.Fprintln(&out, sheetHead+"   ms CPU  of plain")
	for _, name := range append(order, "all") {
		r := rows[name]
		if name == "all" {
			r = &all
		}
		fmt.Fprintf(&out, "%s  %6d", r.row(name), r.cpu.Milliseconds()/int64(r.photos))
		if r.plain > 0 {
			fmt.Fprintf(&out, "  %8.2f", float64(r.cpu)/float64(r.plain))
		}
		fmt.Fprintln(&out)
	}
	t.Log("\n" + out.String())
}
