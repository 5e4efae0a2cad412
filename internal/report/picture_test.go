package report_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

var pictured = flag.String("pictured", "", "the report that the README's pictures are taken of")

// TestPictures takes the README's pictures, as make pictures asks: the overview of a folder and a card.
func TestPictures(t *testing.T) {
	if *pictured == "" {
		t.Skip("make pictures takes the README's pictures")
	}
	b := visit(t, *pictured)
	b.run(chromedp.EmulateViewport(1000, 1200))
	for name, selector := range map[string]string{"overview": "#overview", "report": `.card[data-source="label.jpg"]`} {
		where := get(b, chromedp.Evaluate[[]float64](`(({x, y, width, height}) => [x + scrollX, y + scrollY, width, height])(document.querySelector('`+selector+`').getBoundingClientRect())`))
		beyond, quality := true, int64(80)
		shot := get(b, chromedp.Action[page.CaptureScreenshotResult](func(ctx context.Context, target *chromedp.Target) (page.CaptureScreenshotResult, error) {
			return cdp.Call(ctx, target, page.CaptureScreenshot, page.CaptureScreenshotParams{
				Format: "webp", Quality: &quality, CaptureBeyondViewport: &beyond,
				Clip: &page.Viewport{X: where[0], Y: where[1], Width: where[2], Height: where[3], Scale: 1.5},
			})
		}))
		if err := os.WriteFile(filepath.Join("../../testdata", name+".webp"), shot.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	b.quiet()
}
