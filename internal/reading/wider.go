package reading

// widerBy is by how much the letters must look narrower than how far they stand apart does.
const widerBy = 1.1

// wider shows print wider than the survey thought, by the letters themselves.
func wider(w *work) []plan {
	if w.best == nil || !w.best.score.unsettled() || w.best.mesh == nil {
		return nil
	}
	p := w.best.plan
	by := p.view.layout.Blocks[w.best.lead()].Narrow()
	if by < widerBy*w.best.mesh.Widened {
		return nil
	}
	p.flat.Widen = by
	return []plan{p}
}
