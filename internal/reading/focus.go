package reading

import "exoscan/internal/layout"

// What print out of focus is like: sigma of its blur.
const (
	unfocused     = 0.08 // x-heights, at least
	unfocusedWide = 1.3  // pixels; less is the grid of pixels, not the lens
)

// focus takes back that the lens was out of focus.
func focus(w *work) []plan {
	if w.best == nil || w.best.plan.view.mirror || len(w.best.plan.view.layout.Blocks) == 0 {
		return nil
	}
	v := w.best.plan.view
	id := w.best.lead()
	lead := &v.layout.Blocks[id]
	if blur := lead.Measures.Blur; blur < unfocusedWide || blur < unfocused*lead.XHeight {
		return nil
	}
	area := lead.Bounds
	for _, k := range together(v.layout, id) {
		area = area.Union(v.layout.Blocks[k].Bounds)
	}
	f := &view{channel: v.channel, gray: layout.Focus(v.gray, lead, area.Inset(-int(2*lead.XHeight)))}
	f.layout = layout.Survey(f.gray)
	w.step(Step{What: "focus", Why: "survey of the print in focus", Decision: describe(f.layout)})
	return flatOf(f)
}
