package report_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"exoscan/internal/scan"
)

var screenshots = flag.String("screenshots", "", "keep the browser's screenshots in this folder")

// browser is a headless Chromium with one page open, and whatever it complained about.
type browser struct {
	context.Context
	t          *testing.T
	mu         sync.Mutex
	complaints []string
	requests   []string
}

// open renders results in a browser, or skips the test where there is none.
func open(t *testing.T, results ...scan.Result) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser, which -short is too short for")
	}
	_, o := folder(t)
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(render(t, "html", o, results...)), 0o666); err != nil {
		t.Fatal(err)
	}
	return visit(t, file)
}

// visit opens a page in a browser, or skips the test where there is none.
func visit(t *testing.T, file string) *browser {
	t.Helper()
	allocator, cancel := chromedp.NewExecAllocator(t.Context(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(browserPath(t)), chromedp.NoSandbox, chromedp.WindowSize(1280, 900))...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	b := &browser{Context: ctx, t: t}
	if err := chromedp.Listen(ctx, b.hear); err != nil { // starts the browser
		t.Fatal(err)
	}
	b.Context, cancel = context.WithTimeout(ctx, 90*time.Second) // a cold browser on a busy build server
	t.Cleanup(cancel)
	b.run(send(cdplog.Enable, cdp.Empty{}), send(network.Enable, network.EnableParams{}),
		chromedp.Navigate("file://"+file), chromedp.WaitReady(chromedp.CSS("footer")))
	return b
}

// send is a protocol command as an action.
func send[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// get runs an action for its value.
func get[T any](b *browser, a chromedp.Action[T]) T {
	b.t.Helper()
	v, err := chromedp.Run(b, a)
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// browserPath finds a browser that starts: a name on the path may be no more than a stub. Without one
// the test is skipped, but not where a build server was to install one.
func browserPath(t *testing.T) string {
	t.Helper()
	const names = "chromium chromium-browser google-chrome chrome"
	for _, name := range strings.Fields(names) {
		if path, err := exec.LookPath(name); err == nil && exec.Command(path, "--version").Run() == nil {
			return path
		}
	}
	if reason := os.Getenv("EXOSCAN_NO_BROWSER"); reason != "" {
		t.Skip(reason)
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("none of %s starts; .ci/setup browser installs one", names)
	}
	t.Skipf("none of %s starts: .ci/setup browser installs one to look at the page", names)
	return ""
}

func (b *browser) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.complaints = append(b.complaints, fmt.Sprint(e.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		b.complaints = append(b.complaints, fmt.Sprintf("console.%s %s", e.Type, e.Args[0].Value))
	case *cdplog.EventEntryAdded:
		b.complaints = append(b.complaints, e.Entry.Text)
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, "data:") {
			b.requests = append(b.requests, e.Request.URL)
		}
	}
}

func (b *browser) run(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// is fails the test unless the expression has the value in the page.
func (b *browser) is(expression string, want any) {
	b.t.Helper()
	got := get(b, chromedp.Evaluate[any](expression))
	if fmt.Sprint(got) != fmt.Sprint(want) {
		b.t.Errorf("%s\nis   %v\nwant %v", expression, got, want)
	}
}

// quiet fails the test if the page complained, or asked for more than itself.
func (b *browser) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.complaints {
		b.t.Errorf("the console says: %s", c)
	}
	if len(b.requests) != 1 {
		b.t.Errorf("the page asked for %q, want itself only", b.requests)
	}
}

func (b *browser) picture(name string) {
	b.t.Helper()
	b.keep(name+".png", get(b, chromedp.FullScreenshot(100)))
}

func (b *browser) keep(name string, data []byte) {
	b.t.Helper()
	if len(data) < 10_000 {
		b.t.Errorf("%s is %d bytes: nothing was drawn", name, len(data))
	}
	if *screenshots == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*screenshots, name), data, 0o666); err != nil {
		b.t.Fatal(err)
	}
}
