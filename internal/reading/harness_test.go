package reading

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"exoscan/dictionary"
	"exoscan/internal/label/labeltest"
	"exoscan/internal/match"
	"exoscan/internal/ocr"
	"exoscan/internal/ocr/tesseract"
	"exoscan/internal/origin"
	"exoscan/internal/photo"
)

// What is measured, and on what. Times are printed and never kept.
var (
	flagSet     = flag.String("set", "reporting", "labels to render: tuning or reporting")
	flagEach    = flag.Int("each", 0, "labels of each condition; 0 is the number the sheet has")
	flagOnly    = flag.String("conditions", "", "only these conditions, comma separated")
	flagPhotos  = flag.String("photos", "", "score the photos of a folder that have a .gt.txt beside them")
	flagOff     = flag.String("off", "", "techniques to leave out, comma separated: what each adds")
	flagPlain   = flag.Bool("plain", false, "also run the tesseract program, for the ratio of CPU seconds")
	flagVerbose = flag.Bool("each-photo", false, "print every photo with its steps, and what was missed")
	flagSheet   = flag.String("sheet", "", "file to write the sheet to")
	flagDump    = flag.String("dump", "", "folder to write the photos that were not read well to")
)

// sample is a photo whose contents are known.
type sample struct {
	condition, name string
	load            func() (*photo.Image, error)
	truth           []string
	verdict         string // "" is not known
}

// outcome is how one was read.
type outcome struct {
	found, listed, items int
	verdict, right       string
	readings             int
	cpu, plain           time.Duration
	missed, extra        []string
	judged               origin.Judgement
	result               *Result
}

func rendered(t testing.TB, set labeltest.Set, each int) []sample {
	var all []sample
	for _, c := range labeltest.Conditions() {
		if *flagOnly != "" && !slices.Contains(strings.Split(*flagOnly, ","), c.Name) {
			continue
		}
		for i := range each {
			l, o := set.Case(c.Name, i)
			verdict := l.Verdict
			if verdict == "" {
				verdict = "none"
			}
			all = append(all, sample{c.Name, fmt.Sprintf("%s-%d", c.Name, i), func() (*photo.Image, error) {
				img, _ := l.Render(o)
				return photo.New(img, "png"), nil
			}, l.List.Ingredients, verdict})
		}
	}
	return all
}

// folder gives the photos of a folder that have a list of their ingredients beside them: one a line,
// lines with # are comments, [?] is one nobody could read. "# verdict: none" says the verdict.
func folder(t testing.TB, dir string) []sample {
	files, err := filepath.Glob(filepath.Join(dir, "*.gt.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("finding *.gt.txt in %q: %d files, %v", dir, len(files), err)
	}
	var all []sample
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		path := strings.TrimSuffix(f, ".gt.txt")
		s := sample{condition: filepath.Base(path), name: filepath.Base(path), load: func() (*photo.Image, error) { return photo.Open(path, photo.DefaultLimits()) }}
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSpace(line)
			if v, ok := strings.CutPrefix(line, "# verdict:"); ok {
				s.verdict = strings.TrimSpace(v)
			}
			if line != "" && line != "[?]" && line[0] != '#' {
				s.truth = append(s.truth, line)
			}
		}
		all = append(all, s)
	}
	return all
}

// bench reads samples with an engine in this process.
type bench struct {
	d       *dictionary.Dictionary
	m       *match.Matcher
	engine  ocr.Reader
	langs   []string
	off     map[string]bool
	plain   bool
	verbose bool
}

func newBench(t testing.TB) *bench {
	engine, about, err := tesseract.Open(ocr.Setup{})
	var bad *ocr.Error
	if errors.As(err, &bad) && bad.Kind == ocr.NoEngine {
		t.Skip("no engine: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { engine.Close() })
	b := &bench{d: dictionary.Default(), engine: engine, langs: about.Data.Languages, off: map[string]bool{}, plain: *flagPlain, verbose: *flagVerbose}
	b.m = match.New(b.d)
	for _, name := range strings.Split(*flagOff, ",") {
		b.off[name] = true
	}
	return b
}

func (b *bench) read(t testing.TB, s sample) outcome {
	img, err := s.load()
	if err != nil {
		t.Fatalf("%s: %v", s.name, err)
	}
	r := New(Options{Engine: b.engine, Dictionary: b.d, Matcher: b.m, Installed: b.langs, Off: b.off})
	before := used(syscall.RUSAGE_SELF)
	res, err := r.Read(context.Background(), img)
	if err != nil {
		t.Fatalf("%s: %v", s.name, err)
	}
	o := outcome{result: res, cpu: used(syscall.RUSAGE_SELF) - before, readings: res.Readings}
	for _, x := range s.truth {
		if x != "" {
			o.listed++
		}
	}
	o.found, o.missed, o.extra = compare(b.d, s.truth, res.List)
	o.items = o.found + len(o.extra)
	j := origin.Judge(b.d, res.Label, res.List, b.m.Claims(res.Label))
	o.verdict, o.judged = string(j.Verdict), j
	switch {
	case s.verdict == "" || o.verdict == s.verdict:
		o.right = "right"
	case j.Verdict == origin.Unreadable:
		o.right = "unreadable"
	default:
		o.right = "wrong"
	}
	if b.plain {
		o.plain = plainTesseract(t, img.Gray())
	}
	if b.verbose {
		t.Logf("%-34.34s %3d/%3d of %3d, %s (%s), %d readings, cpu %d ms of %d", s.name, o.found, o.listed, o.items, o.verdict, s.verdict, o.readings, o.cpu.Milliseconds(), o.plain.Milliseconds())
		for _, step := range res.Trace {
			t.Logf("      %-14s %4d ms (engine %4d) %s %s", step.What, step.Took.Milliseconds(), step.Reading.Milliseconds(), step.Decision, step.Score)
		}
		if len(o.missed)+len(o.extra) > 0 {
			t.Logf("      missed %.80q", o.missed)
			t.Logf("      extra  %.80q", o.extra)
		}
		for _, w := range res.Warnings {
			t.Logf("      %s: %s", w.Code, w.Text)
		}
	}
	return o
}

// used is the CPU time of this process, or of its children.
func used(who int) time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(who, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// plainTesseract is what the program costs on the same picture, as a careful user runs it.
func plainTesseract(t testing.TB, g *image.Gray) time.Duration {
	var in bytes.Buffer
	fmt.Fprintf(&in, "P5\n%d %d\n255\n", g.Rect.Dx(), g.Rect.Dy())
	in.Write(g.Pix)
	cmd := exec.Command("tesseract", "-", "-")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	cmd.Stdin = &in
	if err := cmd.Run(); err != nil {
		t.Logf("running tesseract: %v", err)
		return 0
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}

// dump writes a photo for people to look at.
func dump(t testing.TB, dir string, s sample) {
	img, err := s.load()
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, s.name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img.Color); err != nil {
		t.Fatal(err)
	}
}
