package reading

import "slices"

// way is a rung of the ladder.
type way struct {
	name  string
	why   string
	make  func(w *work) []plan // the plans it has for this photo, none where it does not apply
	probe probing              // what a few lines must be like before all are read
}

// probing is what a way's probe must find.
type probing int

const (
	unprobed probing = iota
	legible          // the lines can be read
	surer            // they are read with more confidence than the best reading read them, however little
	better           // they are read better than the best reading read them, however badly
	clearer          // they can be read, and better than that
)

// MostReadings is what a photo may cost, in readings, where nothing else is said; probes and looks at a
// few lines count as much as a reading of everything, of which there are no more than mostFull.
const (
	MostReadings = 18
	mostFull     = 5
)

// ladder lists the ways in the order they are tried. A way applies where its make has a plan, is left
// out once a reading is good enough, and its plans are not tried twice.
func ladder() []way {
	return []way{
		{"as it is", "flat, level, dark print of the right size needs no help", easy, unprobed},
		{"flat", "the print laid flat at the size Tesseract likes", flat, unprobed},
		{"colour", "coloured print on coloured ground shows in one channel", colour, clearer},
		{"focus", "the print is blurred as by a lens out of focus, which can be taken back", focus, clearer},
		{"opposite", "nothing was understood, and the print may stand on its head", opposite, better},
		{"other script", "Latin made no sense of the print, which may be Korean, Japanese, Chinese or Cyrillic", otherScript, unprobed},
		{"traditional", "Chinese is written in two ways, and the one makes little sense of the other", traditional, surer},
		{"also Cyrillic", "some lines are Cyrillic, read as Latin", alsoCyrillic, unprobed},
		{"mirror", "nothing was understood either way up: the photo may be mirrored", mirror, unprobed},
		{"elsewhere", "no list in this print: the other print is in another size, polarity or direction", elsewhere, legible},
		{"touching", "little was understood, and lines that touch may have hidden the list", touching, unprobed},
		{"wider", "hardly anything was understood, and the letters look narrow", wider, clearer},
		{"larger", "hardly anything was understood: the block of the list alone, larger", larger, clearer},
		{"untreated", "taking back blur and shade costs where they are slight", untreated, clearer},
		{"closer", "parts of the list are doubtful: their lines again, larger", closer(look{xHeight: 32}), unprobed},
		{"otherwise", "parts of the list are doubtful still: their lines again, treated otherwise", otherwise, unprobed},
		{"whole", "print the survey did not find, and the order of columns", whole, unprobed},
	}
}

// enough says whether a reading is good enough, or the budget is spent.
func (w *work) enough() bool {
	return w.best != nil && (w.best.score.good() && w.complete() && !w.twoScripts() || w.full >= mostFull) || w.spent()
}

// spent says whether the budget of readings is.
func (w *work) spent() bool { return w.result.Readings >= w.Most }

// climb tries the ways until that is enough. It asks before plans are made too: some read to make them.
func (w *work) climb() error {
	for _, y := range ladder() {
		if w.enough() {
			return nil
		}
		if w.Off[y.name] {
			continue
		}
		for _, p := range y.make(w) {
			if w.enough() {
				return nil
			}
			if w.done(p) || !w.promising(y, p) || w.spent() {
				continue
			}
			t, err := w.read(y.name, y.why, p)
			if err != nil {
				if w.best == nil {
					return err
				}
				// What was read stays, whether one reading failed or the time is up.
				w.step(Step{What: y.name, Why: y.why, Decision: "failed: " + err.Error()})
				if w.ctx.Err() != nil {
					return nil
				}
				continue
			}
			w.consider(t)
		}
	}
	return nil
}

// consider makes a try the best one, joins it with the best one, or leaves it.
func (w *work) consider(t *try) {
	noted := &w.result.Trace[t.step]
	if w.best == nil {
		w.best, noted.Decision = t, "the first"
		return
	}
	read, before := t, w.best.score.Value
	if t.score.beats(w.best.score) || t.reveals(w.best) {
		noted.Decision = "better"
		t, w.best = w.best, t
	} else {
		noted.Decision = "not better"
	}
	if !w.Off["join"] {
		w.join(t)
	}
	read.gain = w.best.score.Value - before
}

// complete says whether the best reading has about as many letters as the print it is of.
func (w *work) complete() bool {
	s := w.best.score
	return s.Heading || s.Ingredients >= 8
}

// done says whether a plan was carried out already.
func (w *work) done(p plan) bool {
	return slices.ContainsFunc(w.tries, func(t *try) bool {
		if t.look != (look{}) || p.look != (look{}) {
			return t.look == p.look
		}
		q := t.plan
		a, b := p.recipe, q.recipe
		return p.view == q.view && slices.Equal(p.blocks, q.blocks) && p.flat == q.flat && p.plain == q.plain &&
			a.Rotation == b.Rotation && a.Mode == b.Mode && a.Lang == b.Lang && a.Background == b.Background
	})
}
