package scan

import (
	"slices"

	"exoscan/dictionary"
	"exoscan/internal/origin"
)

// blank is the result of an input of which nothing is known yet.
func blank(in Input) Result {
	return Result{
		V:           ResultVersion,
		Source:      in.Source,
		Kind:        in.kind(),
		Origins:     []string{},
		Findings:    []origin.Finding{},
		Related:     []origin.Finding{},
		Claims:      []origin.Claim{},
		Ingredients: []Ingredient{},
		Warnings:    []origin.Warning{},
	}
}

// fill writes down what the steps came to.
func (r *Result) fill(s *Steps) {
	j := s.Judgement
	verdict := j.Verdict
	r.Verdict = &verdict
	for _, o := range j.Origins {
		r.Origins = append(r.Origins, string(o))
	}
	r.Findings = append(r.Findings, j.Findings...)
	r.Related = append(r.Related, j.Related...)
	r.Claims = append(r.Claims, j.Claims...)
	r.Warnings = append(append(r.Warnings, j.Warnings...), s.Notes...)
	if s.Read != nil {
		for _, w := range s.Read.Warnings {
			r.Warnings = append(r.Warnings, origin.Warning{Code: w.Code, Text: w.Text})
		}
	}
	for _, m := range s.List {
		in := Ingredient{Read: m.Read, Name: m.Name, Known: m.Known, Start: s.Label.Source(m.Start), End: s.Label.Source(m.End)}
		if box, ok := s.Label.Box(m.Start, m.End); ok {
			in.Box, in.Photo = &box, s.Label.Photo(m.Start, m.End)
			if parts := s.Label.Parts(m.Start, m.End); len(parts) > 1 {
				in.Parts = parts
			}
		}
		r.Ingredients = append(r.Ingredients, in)
	}
	r.Reading = Reading{ListFound: s.Label.ListFound, Known: j.Known, Confidence: 100}
	if s.Page != nil {
		r.Reading.Confidence = s.confidence()
		r.Reading.Rotation = s.Page.Rotation
		r.Reading.Lang = s.Page.Lang
	}
}

// confidence is Tesseract's over the list, over the whole text where no list was found; 0 where no
// words were read. One decimal is what it is worth.
func (s *Steps) confidence() float64 {
	start, end := 0, len(s.Label.Text)
	if s.Label.ListFound {
		start, end = s.Label.List.Start, s.Label.List.End
	}
	return float64(int(s.Label.Confidence(start, end)*10+0.5)) / 10
}

// quote adds what a market's rule book says of the origins that were found, and of exosomes whose
// origin is not stated. Where no source was seen it says that: silence would look like permission.
func (r *Result) quote(d *dictionary.Dictionary, market string) {
	if market == "" {
		return
	}
	found := slices.Clone(r.Origins)
	bare := func(f origin.Finding) bool { return f.Origin == dictionary.Unspecified }
	if slices.ContainsFunc(r.Findings, bare) || *r.Verdict == origin.Unspecified {
		found = append(found, string(dictionary.Unspecified))
	}
	for _, o := range found {
		notes := d.Notes(market, dictionary.Origin(o))
		if len(notes) == 0 {
			r.Notes = append(r.Notes, Note{Market: market, Origin: o,
				Text: "No rule on exosomes of this origin (" + o + ") was seen in a source, which says nothing of whether they are permitted."})
		}
		for _, n := range notes {
			r.Notes = append(r.Notes, Note{Market: n.Market, Origin: o, Text: n.Text, Citation: n.Citation, Date: n.Date})
		}
	}
}
