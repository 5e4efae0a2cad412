//go:build unix

package main

import (
	"bytes"
	"errors"
	"image"
	"image/color/palette"
	"image/gif"
	"image/png"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/image/tiff"

	"exoscan/internal/photo/phototest"
	"exoscan/internal/report"
	"exoscan/internal/scan"
)

// hostile is what a folder may hold, and what must be said of it.
type hostile struct {
	name string
	data []byte
	code string // of the error; "" is a verdict, any
	says string // in the error
}

// hostiles is the table.
func hostiles(t *testing.T) []hostile {
	t.Helper()
	photo := tinyJPEG(t)
	flipped := bytes.Clone(photo)
	flipped[len(flipped)/2] ^= 0x10
	many := func(n int) []byte {
		g := &gif.GIF{}
		for range n {
			g.Image, g.Delay = append(g.Image, image.NewPaletted(image.Rect(0, 0, 200, 40), palette.Plan9)), append(g.Delay, 1)
		}
		var b bytes.Buffer
		if err := gif.EncodeAll(&b, g); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	encoded := func(encode func(*bytes.Buffer) error) []byte {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	deep := image.NewGray16(image.Rect(0, 0, 240, 40))
	for i := range deep.Pix {
		deep.Pix[i] = 0xFF
	}
	grey := image.NewGray(image.Rect(0, 0, 240, 40))
	twoPages := encoded(func(b *bytes.Buffer) error { return tiff.Encode(b, grey, nil) })
	thin := image.NewGray(image.Rect(0, 0, 60_000, 1))
	noise := image.NewGray(image.Rect(0, 0, 300, 300))
	for i := range noise.Pix {
		noise.Pix[i] = uint8(i * i >> 3)
	}
	return []hostile{
		{"text.jpg", []byte("Aqua, Glycerin, Parfum"), "not-an-image", "plain text"},
		{"paths.jpg", []byte("/etc/passwd\n/etc/hostname\n"), "not-an-image", "plain text"},
		{"drawing.jpg", []byte("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"), "not-an-image", "SVG"},
		{"page.jpg", []byte("<!DOCTYPE html><title>404</title>"), "not-an-image", "web page"},
		{"archive.png", []byte("PK\x03\x04 and so on"), "not-an-image", "ZIP"},
		{"script.png", []byte("#!/bin/sh\nrm -rf /\n"), "not-an-image", "plain text"},
		{"zero.jpg", nil, "empty-file", "empty"},
		{"zeros.jpg", make([]byte, 5000), "not-an-image", "not a picture"},
		{"magic.jpg", []byte{0xFF, 0xD8, 0xFF}, "truncated", "cut short"},
		{"short.jpg", photo[:len(photo)*2/3], "truncated", "cut short"},
		{"flipped.jpg", flipped, "", ""},
		{"short.png", tinyPhoto(t, 1)[:60], "truncated", "cut short"},
		{"huge.png", append([]byte("\x89PNG\r\n\x1a\n"), phototest.PNGChunk("IHDR", []byte("\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\x00\x00\x00"))...), "too-large", "megapixels"},
		{"bomb.png", bombPNG(30_000), "too-large", "900 megapixels"},
		{"flat.png", bombPNG(9_000), "too-large", "megapixels"},
		{"comment.png", bytes.Join([][]byte{tinyPhoto(t, 1)[:33], phototest.PNGChunk("zTXt", append([]byte("a\x00\x00"), deflated(1<<28)...)), tinyPhoto(t, 1)[33:]}, nil), "", ""},
		{"bomb.gif", []byte("GIF89a\xff\xff\xff\xff\x80\x00\x00\x00\x00\x00\xff\xff\xff"), "too-large", "megapixels"},
		{"frames.gif", many(300), "", ""},
		{"bomb.tif", phototest.TIFF(200_000, 200_000, phototest.Deflate, deflated(1<<20), 0), "too-large", "megapixels"},
		{"strip.tif", phototest.TIFF(100, 100, phototest.Deflate, deflated(1<<28), 0), "", ""},
		{"loop.tif", phototest.TIFF(240, 40, phototest.Deflate, deflated(240*40), 8), "", ""},
		{"two.tif", twoPages, "", ""},
		{"bomb.bmp", append([]byte("BM\x00\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00\xff\xff\xff\x7f\xff\xff\xff\x7f\x01\x00\x18\x00"), make([]byte, 24)...), "too-large", "megapixels"},
		{"bomb.webp", []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x06\x00\x00\x00\x2f\xff\xff\xff\x0f\x00\x00"), "too-large", "megapixels"},
		{"thin.png", encoded(func(b *bytes.Buffer) error { return png.Encode(b, thin) }), "too-large", "60000 pixels, limit is 32000; make it smaller"},
		{"dot.png", encoded(func(b *bytes.Buffer) error { return png.Encode(b, image.NewGray(image.Rect(0, 0, 1, 1))) }), "", ""},
		{"noise.png", encoded(func(b *bytes.Buffer) error { return png.Encode(b, noise) }), "", ""},
		{"deep.png", encoded(func(b *bytes.Buffer) error { return png.Encode(b, deep) }), "", ""},
		{"clear.png", encoded(func(b *bytes.Buffer) error { return png.Encode(b, image.NewNRGBA(image.Rect(0, 0, 240, 40))) }), "", ""},
		{"exif-cut.jpg", app1(photo, "II*\x00\x08\x00\x00\x00\xff\xff"), "", ""},
		{"exif-loop.jpg", app1(photo, "II*\x00\x08\x00\x00\x00\x01\x00\x69\x87\x04\x00\x01\x00\x00\x00\x08\x00\x00\x00\x08\x00\x00\x00"), "", ""},
		{"exif-far.jpg", app1(photo, "MM\x00*\xff\xff\xff\xff"), "", ""},
		{"pages.pdf", pagesPDF(10_000, ""), "", ""},
		{"script.pdf", pagesPDF(1, "/OpenAction << /S /JavaScript /JS (while(1);) >>"), "", ""},
		{"locked.pdf", bytes.Replace(pagesPDF(1, ""), []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"+strings.Repeat("41", 32)+"> /U <"+strings.Repeat("42", 32)+"> >> /ID [<00> <00>]"), 1), "unsupported", "password"},
		{"bomb.pdf", streamPDF(deflated(1 << 30)), "unreadable", "more than the 512 MB"},
		{"text.pdf", []byte("%PDF-1.7\nAqua, Glycerin"), "unreadable", "damaged"},
		{"new\nline.jpg", []byte("x"), "not-an-image", "plain text"},
		{"bad\xffname.jpg", photo, "", ""},
		{"\x1b[2Jclear.jpg", photo, "", ""},
		{"notes.txt", []byte("Aqua, Glycerin, Niacinamide, Panthenol, Phenoxyethanol"), "", ""},
		{"binary.txt", []byte("\x00\x01\x02\xff\xfe"), "not-text", "binary"},
		{"utf16.txt", []byte("\xff\xfeA\x00q\x00u\x00a\x00"), "not-utf8", "UTF-16"},
		{"latin1.txt", []byte("Ingr\xe9dients: Aqua"), "not-utf8", "WINDOWS-1252"},
		{"long.txt", bytes.Repeat([]byte("Aqua"), 1<<20), "too-large", "--lines"},
		{"blank.txt", []byte(" \n\t \n"), "empty-file", "empty"},
	}
}

// TestHostileFolder scans one folder of all that: each input has one result, with the right words, in
// bounded time and memory.
func TestHostileFolder(t *testing.T) {
	if exec.Command("exoscan", "doctor").Run() != nil {
		t.Skip("exoscan doctor finds no Tesseract to read photos with")
	}
	t.Chdir(t.TempDir())
	want := map[string]hostile{}
	expect := func(h hostile) { want["in/"+scan.SourceName(h.name)] = h }
	if err := os.Mkdir("in", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, h := range hostiles(t) {
		expect(h)
		if err := os.WriteFile("in/"+h.name, h.data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, make := range map[string]func(string) error{
		"fifo":       func(p string) error { return syscall.Mkfifo(p, 0o644) },
		"fifo.jpg":   func(p string) error { return syscall.Mkfifo(p, 0o644) },
		"device.jpg": func(p string) error { return os.Symlink("/dev/zero", p) },
		"socket.jpg": func(p string) error {
			l, err := net.Listen("unix", p)
			if err == nil {
				t.Cleanup(func() { l.Close() })
			}
			return err
		},
		"loop.jpg":     func(p string) error { return os.Symlink("loop.jpg", p) },
		"round":        func(p string) error { return os.Symlink(".", p) },
		"dangling.jpg": func(p string) error { return os.Symlink("nowhere", p) },
	} {
		if err := make("in/" + name); err != nil {
			t.Fatal(err)
		}
	}
	for _, h := range []hostile{
		{"fifo", nil, "not-a-file", "named pipe"}, {"fifo.jpg", nil, "not-a-file", "named pipe"}, {"device.jpg", nil, "not-a-file", "device"},
		{"socket.jpg", nil, "not-a-file", "socket"}, {"loop.jpg", nil, "symlink-loop", "itself"}, {"round", nil, "symlink-loop", "folder"},
		{"dangling.jpg", nil, "not-found", "no such file"},
	} {
		expect(h)
	}
	var stdout, stderr bytes.Buffer
	cmd := exoscan("scan", "--format", "ndjson", "--timeout", "20s", "in")
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	begun := time.Now()
	err := cmd.Run()
	took := time.Since(begun)
	if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() != exitUnreadable {
		t.Fatalf("%v after %s: %s", err, took, stderr.String())
	}
	most := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
	t.Logf("%d inputs in %s, %d MB at most", len(want), took, most>>10)
	if most>>10 > 1500 { // a document and a photo may have half a gigabyte each, and the rest is theirs too
		t.Errorf("it took %d MB", most>>10)
	}
	for r, err := range report.Read(&stdout) {
		if err != nil {
			t.Fatal(err)
		}
		h, ok := want[r.Source]
		delete(want, r.Source)
		code, text := "", ""
		if r.Error != nil {
			code, text = r.Error.Code, r.Error.Text
		} else {
			text = string(*r.Verdict)
		}
		t.Logf("%-24s %-14s %s", filepath.Base(r.Source), code, text)
		switch {
		case !ok:
			t.Errorf("%s: a result that nobody asked for, or the second one", r.Source)
		case code != h.code || code != "" && !strings.Contains(text, h.says):
			t.Errorf("%s: %q %q, want %q with %q", r.Source, code, text, h.code, h.says)
		}
	}
	for source := range want {
		t.Errorf("%s: no result", source)
	}
}
