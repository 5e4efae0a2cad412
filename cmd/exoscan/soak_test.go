package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"golang.org/x/image/bmp"
	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/tiff"

	"exoscan/internal/report"
)

// TestSoak scans photos that were spoilt at random, some hundred to a folder: each has exactly one
// result, in order, and nothing hangs, dies or is lost. EXOSCAN_SOAK says how many; make soak takes
// thousands. The seed is fixed and named, so that a failure can be had again.
func TestSoak(t *testing.T) {
	if exec.Command("exoscan", "doctor").Run() != nil {
		t.Skip("exoscan doctor finds no Tesseract to read photos with")
	}
	n := 60
	if s := os.Getenv("EXOSCAN_SOAK"); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil {
			t.Fatalf("EXOSCAN_SOAK: %v", err)
		}
	}
	originals := soundPhotos(t)
	t.Chdir(t.TempDir())
	const seed = 20261123
	rng := rand.New(rand.NewPCG(seed, 0))
	codes := map[string]int{}
	for done := 0; done < n; {
		folder := fmt.Sprintf("soak%06d", done)
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		var want []string
		for ; len(want) < 200 && done < n; done++ {
			o := originals[rng.IntN(len(originals))]
			path := filepath.Join(folder, fmt.Sprintf("%06d%s", done, o.ext))
			if err := os.WriteFile(path, spoil(rng, o.data), 0o644); err != nil {
				t.Fatal(err)
			}
			want = append(want, path)
		}
		var stdout, stderr bytes.Buffer
		cmd := exoscan("scan", "--quiet", "--format", "ndjson", "--timeout", "30s", folder)
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		begun := time.Now()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		late := time.AfterFunc(20*time.Minute, func() { _ = cmd.Process.Kill() })
		err := cmd.Wait()
		late.Stop()
		if exit := (*exec.ExitError)(nil); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != exitUnreadable) {
			t.Fatalf("seed %d, %s: %v after %s: %s", seed, folder, err, time.Since(begun), stderr.String())
		}
		var got []string
		for r, err := range report.Read(&stdout) {
			if err != nil {
				t.Fatalf("seed %d, %s: %v", seed, folder, err)
			}
			got = append(got, r.Source)
			if r.Error != nil {
				codes["failed: "+r.Error.Code]++
			} else {
				codes[string(*r.Verdict)]++
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d, %s: %d results for %d inputs, or out of order", seed, folder, len(got), len(want))
		}
	}
	t.Logf("%d spoilt photos: %v", n, codes)
	if codes["failed: truncated"] == 0 || codes["failed: not-an-image"] == 0 {
		t.Errorf("the photos are not spoilt in the ways they should be: %v", codes)
	}
}

type soundPhoto struct {
	ext  string
	data []byte
}

// soundPhotos is one small photo of each format that Go can write, and those that come along.
func soundPhotos(t *testing.T) []soundPhoto {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(tinyPhoto(t, 7)))
	if err != nil {
		t.Fatal(err)
	}
	var all []soundPhoto
	for _, f := range []struct {
		ext    string
		encode func(*bytes.Buffer) error
	}{
		{".png", func(b *bytes.Buffer) error { return png.Encode(b, img) }},
		{".jpg", func(b *bytes.Buffer) error { return jpeg.Encode(b, img, nil) }},
		{".gif", func(b *bytes.Buffer) error { return gif.Encode(b, img, nil) }},
		{".bmp", func(b *bytes.Buffer) error { return bmp.Encode(b, img) }},
		{".tif", func(b *bytes.Buffer) error { return tiff.Encode(b, img, nil) }},
	} {
		var b bytes.Buffer
		if err := f.encode(&b); err != nil {
			t.Fatal(err)
		}
		all = append(all, soundPhoto{f.ext, b.Bytes()})
	}
	more, err := filepath.Glob("../../internal/photo/testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range more {
		if ext := filepath.Ext(path); slices.Contains([]string{".webp", ".heic"}, ext) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, soundPhoto{ext, data})
		}
	}
	return all
}

// spoil changes a file as bad disks, broken transfers and ill will do.
func spoil(rng *rand.Rand, data []byte) []byte {
	data = bytes.Clone(data)
	for range 1 + rng.IntN(3) {
		if len(data) == 0 {
			return data
		}
		at := rng.IntN(len(data))
		n := min(1+rng.IntN(64), len(data)-at)
		switch rng.IntN(8) {
		case 0: // cut short
			data = data[:at]
		case 1: // one bit
			data[at] ^= 1 << rng.IntN(8)
		case 2: // in the header, where sizes are
			data[rng.IntN(min(len(data), 64))] = byte(rng.Uint32())
		case 3: // a run of one byte
			for i := at; i < at+n; i++ {
				data[i] = 0xff * byte(rng.IntN(2))
			}
		case 4: // noise
			for i := at; i < at+n; i++ {
				data[i] = byte(rng.Uint32())
			}
		case 5: // a piece lost
			data = slices.Delete(data, at, at+n)
		case 6: // a piece twice
			data = slices.Insert(data, at, bytes.Clone(data[at:at+n])...)
		case 7: // huge numbers
			for i := at; i < min(at+4, len(data)); i++ {
				data[i] = 0x7f
			}
		}
	}
	return data
}

// tinyPhoto is one short line of print, as little as Tesseract can read, so that what is measured is
// the run and not the reading.
func tinyPhoto(t *testing.T, n int) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 240, 24))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	d := font.Drawer{Dst: img, Src: image.NewUniform(color.Black), Face: basicfont.Face7x13, Dot: fixed.P(6, 16)}
	d.DrawString(fmt.Sprintf("Aqua, Glycerin, Parfum, %d", n))
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
