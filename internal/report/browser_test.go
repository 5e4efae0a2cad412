package report_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"exoscan/internal/scan"
)

const (
	visibleCards = `[...document.querySelectorAll(".card")].filter(c => c.checkVisibility()).map(c => c.id).join(" ")`
	visibleRows  = `[...document.querySelectorAll("#index tbody tr")].filter(c => c.checkVisibility()).map(r => r.cells[0].textContent).join(" ")`
	everyCard    = "r1 r2 r3 r4 r5 r6 r7 r10 r8 r9" // the failures, r8 and r9, apart
)

func TestBrowserFilters(t *testing.T) {
	results, _ := folder(t)
	b := open(t, results...)
	b.is(`[...document.querySelectorAll("main > section")].map(s => s.id).join(" ")`, "overview results failures")
	b.is(visibleCards, everyCard)
	b.is(visibleRows, "1 2 3 4 5 6 7 8 9 10")

	b.run(chromedp.Click(chromedp.CSS(`.bar[data-verdict="human-derived"]`)))
	b.is(visibleCards, "r1")
	b.is(visibleRows, "1")
	b.is(`document.querySelector(".bar[aria-pressed=true]").dataset.verdict`, "human-derived")
	b.is(`document.querySelector("#shown").value`, "1 of 10 shown")
	b.is(`document.querySelector("#failures").checkVisibility()`, false)
	b.run(chromedp.Click(chromedp.CSS(`.bar[data-verdict="failed"]`)))
	b.is(visibleCards, "r8 r9")
	b.run(chromedp.Click(chromedp.CSS(`.bar[data-verdict="failed"]`))) // a second time lifts the filter
	b.is(visibleCards, everyCard)

	b.run(send(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: "/", Text: "/"}),
		chromedp.KeyEvent("MILK exo"))
	b.is(visibleCards, "r2")
	b.is(`document.activeElement.id + ":" + document.activeElement.value`, "q:MILK exo")
	b.run(chromedp.Click(chromedp.CSS("#all")), chromedp.SendKeys(chromedp.CSS("#q"), "ex0somes")) // words as read are found too
	b.is(visibleCards, "r1")
	b.run(chromedp.SendKeys(chromedp.CSS("#q"), " nowhere"))
	b.is(visibleCards, "")
	b.is(`document.querySelector("#shown").value`, "Nothing fits")
	b.run(chromedp.Focus(chromedp.CSS("#all")), chromedp.KeyEvent(kb.Enter)) // by the keyboard
	b.is(visibleCards, everyCard)
	b.quiet()
}

func TestBrowserSorts(t *testing.T) {
	results, _ := folder(t)
	b := open(t, results...)
	header := func(by string) chromedp.Action[chromedp.Void] {
		return chromedp.Click(chromedp.CSS(`#index button[data-by="` + by + `"]`))
	}
	b.run(header("verdict"))
	b.is(visibleRows, "1 10 5 2 3 4 7 6 8 9") // in the order of the chart, equals in input order
	b.is(`document.querySelectorAll("#index th[aria-sort]").length`, 1)
	b.run(header("ingredients"), header("ingredients"))
	b.is(`document.querySelector("#index th[aria-sort=descending]").textContent`, "Ingredients")
	b.is(visibleRows+`.split(" ").slice(0, 1)`, "[1]")
	b.run(header("source"))
	b.is(`document.querySelector("#index tbody tr:nth-child(3)").cells[1].textContent`, "lists/shop.txt:12")
	b.run(chromedp.Click(chromedp.CSS(`#index a[href="#r5"]`)))
	b.is(`document.querySelector(":target").id`, "r5")
	b.quiet()
}

// TestBrowserBoxes holds that what is drawn over a photo is where the words are, at any size.
func TestBrowserBoxes(t *testing.T) {
	results, _ := folder(t)
	b := open(t, results[0])
	box := *results[0].Findings[0].Box
	const where = `(() => {
		const box = document.querySelector(".box.o-human").getBoundingClientRect(), img = document.querySelector(".frame img").getBoundingClientRect();
		return [(box.x + box.width / 2 - img.x) / img.width * 1500, (box.y + box.height / 2 - img.y) / img.height * 1100].map(Math.round).join(" ") })()`
	centre := fmt.Sprint(box.X+box.W/2, box.Y+box.H/2)
	near := func(when string) {
		t.Helper()
		got := get(b, chromedp.Evaluate[string](where))
		var x, y, wx, wy int
		_, _ = fmt.Sscan(got, &x, &y)
		_, _ = fmt.Sscan(centre, &wx, &wy)
		if max(x-wx, wx-x, y-wy, wy-y) > 3 {
			t.Errorf("%s the box is centred at %s, want %s", when, got, centre)
		}
	}
	near("at first")
	b.run(chromedp.Click(chromedp.CSS(".zoom")))
	b.is(`document.querySelector(".zoom").textContent`, "Reduce")
	near("enlarged")
	b.picture("enlarged")
	b.run(chromedp.EmulateViewport(390, 844))
	near("on a phone")
	b.is(`document.querySelector("#overview")`, nil) // one input needs no overview
	b.quiet()
}

func TestBrowserLightsTheIngredient(t *testing.T) {
	results, _ := folder(t)
	b := open(t, results[0])
	b.run(chromedp.ScrollIntoView(chromedp.CSS(`li[data-i="3"]`)))
	at := get(b, chromedp.Evaluate[[]float64](`(({x, y}) => [x + 5, y + 5])(document.querySelector('li[data-i="3"] bdi').getBoundingClientRect())`))
	b.run(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0], at[1]))
	b.is(`[...document.querySelectorAll(".lit")].map(e => e.localName + e.dataset.i).join(" ")`, "rect3 li3")
	b.run(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, 1, 1))
	b.is(`document.querySelectorAll(".lit").length`, 0)
	b.quiet()
}

// TestBrowserKeepsLabelsText holds that nothing a label says is obeyed.
func TestBrowserKeepsLabelsText(t *testing.T) {
	b := open(t, hostileResult(), scan.Result{Source: hostile, Error: &scan.Error{Code: hostile, Text: hostile}})
	b.is(`document.title`, "exoscan report")
	b.is(`document.scripts.length + " " + document.querySelectorAll("[src=x], [onerror], body title, body style, a[href*=javascript]").length`, "1 0")
	b.is(`document.querySelector("#r1 h2 ~ .because, #r1 .because") !== null && document.querySelector(".read").textContent.includes("<script>document.title")`, true)
	b.is(`document.body.innerText.includes("\u202e")`, false)
	b.quiet()
	// And were a script to get in, the policy would stop it.
	b.is(`(() => { try { document.body.append(Object.assign(document.createElement("script"), {text: "document.title='owned'"})) } catch (e) { return e.name } })()`, "TypeError")
	b.is(`document.title`, "exoscan report")
}

// TestBrowserLooks takes the pictures, and holds what can be measured of them: nothing wider than the
// screen, enough contrast in light and dark, no controls on paper.
func TestBrowserLooks(t *testing.T) {
	results, _ := folder(t)
	b := open(t, results...)
	scheme := func(value string) chromedp.Action[chromedp.Void] {
		return send(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: value}}})
	}
	for _, value := range []string{"light", "dark"} {
		b.run(scheme(value))
		b.is(`getComputedStyle(document.body).backgroundColor`, map[string]string{"light": "rgb(247, 245, 240)", "dark": "rgb(21, 23, 26)"}[value])
		b.is(faint, "")
		b.picture(value)
	}
	b.run(scheme("light"), chromedp.EmulateViewport(360, 740, chromedp.EmulateScale(2)))
	b.is(`document.documentElement.scrollWidth`, 360)
	b.picture("phone")
	b.run(chromedp.EmulateViewport(1280, 900), send(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
	b.is(`[...document.querySelectorAll(".tools, .zoom, .skip")].some(e => e.checkVisibility())`, false)
	b.keep("print.pdf", get(b, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4))))
	b.quiet()
}

// faint names the texts whose contrast with their ground is below WCAG's 4.5 (3 for large ones).
const faint = `(() => {
	const rgb = s => { const v = s.match(/[\d.]+/g).map(Number); return v.length < 4 ? [...v, 1] : v };
	const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b };
	const faint = new Set();
	for (const e of document.querySelectorAll("body *")) {
		if (e.closest("svg, script") || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility()) continue;
		let ground = e;
		while (rgb(getComputedStyle(ground).backgroundColor)[3] === 0 && ground.parentElement) ground = ground.parentElement;
		const style = getComputedStyle(e), a = light(rgb(style.color)), z = light(rgb(getComputedStyle(ground).backgroundColor));
		const ratio = (Math.max(a, z) + .05) / (Math.min(a, z) + .05);
		if (ratio < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5)) faint.add(e.localName + "." + e.className + " " + ratio.toFixed(2));
	}
	return [...faint].join(", ");
})()`

// TestBrowserWithoutScript holds that the page is whole where scripts are off: the overview first, no
// control that would do nothing.
func TestBrowserWithoutScript(t *testing.T) {
	results, _ := folder(t)
	b := open(t, results...)
	b.run(send(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}), chromedp.Reload(), chromedp.WaitReady(chromedp.CSS("footer")))
	b.is(`document.querySelector("#overview").getBoundingClientRect().y < document.querySelector(".card").getBoundingClientRect().y`, true)
	b.is(`[...document.querySelectorAll(".failure")].every(f => f.getBoundingClientRect().y > document.querySelector("#r10").getBoundingClientRect().y)`, true)
	b.is(`document.querySelector(".tools, .index, .zoom").checkVisibility()`, false)
	b.picture("without-script")
}
