package report

import (
	"encoding/xml"
	"io"

	"exoscan/internal/origin"
	"exoscan/internal/scan"
)

// junit writes one test case per input for build servers: a result that fails the policy is a
// failure, one that could not be read an error, an unreadable one skipped with the reason. The
// counts stand in front of the cases, so the cases, a few hundred bytes each, wait for Close.
type junit struct {
	w     io.Writer
	fails func(scan.Result) string
	suite suite
}

type suite struct {
	XMLName  xml.Name   `xml:"testsuite"`
	Name     string     `xml:"name,attr"`
	Tests    int        `xml:"tests,attr"`
	Failures int        `xml:"failures,attr"`
	Errors   int        `xml:"errors,attr"`
	Skipped  int        `xml:"skipped,attr"`
	Cases    []testCase `xml:"testcase"`
}

type testCase struct {
	Name    string   `xml:"name,attr"`
	Class   string   `xml:"classname,attr"`
	Failure *outcome `xml:"failure"`
	Error   *outcome `xml:"error"`
	Skipped *outcome `xml:"skipped"`
	Output  string   `xml:"system-out,omitempty"`
}

type outcome struct {
	Type    string `xml:"type,attr,omitempty"`
	Message string `xml:"message,attr"`
}

func newJUnit(w io.Writer, o Options) Writer {
	return &junit{w: w, fails: o.Fails, suite: suite{Name: "exoscan"}}
}

func (j *junit) Write(r scan.Result) error {
	r = settled(r)
	c := testCase{Name: harmless(r.Source), Class: "exoscan." + r.Kind}
	v := verdictOf(r)
	switch {
	case v == Failed:
		c.Error = &outcome{Type: harmless(errorOf(r).Code), Message: harmless(errorOf(r).Text)}
		j.suite.Errors++
	case j.fails != nil && j.fails(r) != "":
		c.Failure = &outcome{Type: harmless(v), Message: harmless(j.fails(r))}
		j.suite.Failures++
	case v == string(origin.Unreadable):
		c.Skipped = &outcome{Message: gloss(r)}
		j.suite.Skipped++
	}
	if v != Failed {
		c.Output = harmless(v) + ", " + gloss(r)
		for _, f := range r.Findings {
			c.Output += "\n" + name(f) + ": " + originWord(f.Origin) + ", " + place(f, r.Ingredients)
		}
	}
	j.suite.Tests++
	j.suite.Cases = append(j.suite.Cases, c)
	return nil
}

func (j *junit) Close() error {
	if _, err := io.WriteString(j.w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(j.w)
	e.Indent("", " ")
	suites := struct {
		XMLName xml.Name `xml:"testsuites"`
		Suite   suite
	}{Suite: j.suite}
	if err := e.Encode(suites); err != nil {
		return err
	}
	_, err := io.WriteString(j.w, "\n")
	return err
}
