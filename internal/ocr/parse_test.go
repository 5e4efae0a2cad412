package ocr

import (
	"bytes"
	"errors"
	"image"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func recorded(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/page.json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestPageKeepsItsForm(t *testing.T) {
	data := recorded(t)
	p, err := ParsePage(data)
	if err != nil {
		t.Fatal(err)
	}
	out, err := p.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(data), string(out)); diff != "" {
		t.Errorf("written again (-was +is):\n%s", diff)
	}
}

// Each fault is named where it is.
func TestFaultyPages(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"not JSON", `"v":1`, `v:1`, "line 1: invalid character 'v'"},
		{"torn", "\n]}\n", "", "line 3: it ends in the middle"},
		{"two pages", "\n]}\n", "\n]}{}", "line 4: something follows its end"},
		{"unknown name", `"lang"`, `"language"`, `unknown field "language"`},
		{"wrong kind", `"text":"Aqua,"`, `"text":7`, "line 2: json: cannot unmarshal number"},
		{"invalid UTF-8", "Aqua,", "Aqu\xff,", "line 2: not valid UTF-8"},
		{"another version", `"v":1`, `"v":2`, "version is 2, this program reads 1"},
		{"no pixels", `"width":300`, `"width":0`, "page of 0 x 100 has no pixels"},
		{"rotation", `"rotation":90`, `"rotation":91`, "rotation is 91 degrees"},
		{"skew", `"skew":1.5`, `"skew":90`, "skew is 90 degrees"},
		{"no lang", `"lang":"eng"`, `"lang":""`, "lang is missing"},
		{"lang", `"lang":"eng"`, `"lang":"../eng"`, `"../eng" is not the name of a language`},
		{"recipe", `"scale":2`, `"scale":99`, "recipe: scale is 99"},
		{"empty word", `"text":"Glycerin"`, `"text":" "`, "word 2 \" \": text is empty"},
		{"box outside", `[80,10,60,20]`, `[280,10,60,20]`, `word 2 "Glycerin": box [280,10,60,20] is not inside the page of 300 x 100`},
		{"box that overflows", `[80,10,60,20]`, `[80,10,9223372036854775807,20]`, "is not inside the page"},
		{"box of three", `[80,10,60,20]`, `[80,10,60]`, "it has 3 numbers"},
		{"negative box", `[80,10,60,20]`, `[80,10,-60,20]`, "cannot be negative"},
		{"confidence", `"confidence":91.25`, `"confidence":101`, "confidence is 101"},
		{"line 0", `"line":1}`, `"line":0}`, "they count from 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := bytes.Replace(recorded(t), []byte(tt.old), []byte(tt.new), 1)
			_, err := ParsePage(data)
			var e *Error
			if !errors.As(err, &e) || e.Kind != BadPage || !strings.Contains(e.Text, tt.want) {
				t.Errorf("error is %v, want %q", err, tt.want)
			}
		})
	}
}

// What ParsePage accepts keeps what a Page promises, and comes back from its own JSON the same.
func FuzzParsePage(f *testing.F) {
	f.Add(recorded(f))
	f.Add([]byte(`{"v":1,"width":1,"height":1,"lang":"eng"}`))
	f.Add([]byte(`{"v":1,"width":1,"height":1,"lang":"eng","skew":1e-9,"recipe":{"region":[0,0,1,1]},"words":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ParsePage(data)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Kind != BadPage {
				t.Fatalf("error without its kind: %v", err)
			}
			return
		}
		for _, w := range p.Words {
			if b := w.Box; b.X < 0 || b.Y < 0 || b.X+b.W > p.Width || b.Y+b.H > p.Height {
				t.Errorf("box %v is outside", b)
			}
		}
		out, err := p.JSON()
		if err != nil {
			t.Fatal(err)
		}
		q, err := ParsePage(out)
		if err != nil || cmp.Diff(p, q) != "" {
			t.Errorf("written and read again: %v\n%s", err, cmp.Diff(p, q))
		}
	})
}

// Whatever comes over the pipe, reading a frame ends, takes no more than its limit, and gives back
// what writing it again would give.
func FuzzReadFrame(f *testing.F) {
	var good bytes.Buffer
	if err := writeFrame(&good, []byte(`{"id":1}`), []byte("ab"), []byte("c")); err != nil {
		f.Fatal(err)
	}
	f.Add(good.Bytes())
	f.Add(good.Bytes()[:15])
	f.Add([]byte("xos1\xff\xff\xff\xff\xff\xff\xff\xff"))
	f.Add([]byte("Segmentation fault\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		const limit = 1000
		r := bytes.NewReader(data)
		fr, err := readFrame(r, limit)
		switch {
		case err == io.EOF:
			if len(data) > 0 {
				t.Error("an end between frames, within one")
			}
		case err == nil:
			if len(fr.header) > maxHeader || len(fr.body) > limit {
				t.Errorf("%d and %d bytes are over the limit", len(fr.header), len(fr.body))
			}
			var again bytes.Buffer
			if err := writeFrame(&again, fr.header, fr.body); err != nil || !bytes.Equal(again.Bytes(), data[:len(data)-r.Len()]) {
				t.Errorf("%q was written as %q, %v", data, again.Bytes(), err)
			}
		}
	})
}

// What a worker cannot do is answered as that, and it serves on.
func TestUnknownRequests(t *testing.T) {
	var in, out bytes.Buffer
	for i, q := range []string{
		`{"id":1,"op":"read","image":{"key":1,"width":2,"height":1}}`, // before setup
		`{"id":2,"op":"setup","setup":{}}`,
		`{"id":3,"op":"survey","image":{"key":3,"width":2,"height":1}}`,
		`{"id":4,"op":""}`,
		`{"id":5,"op":"setup","setup":{}}`, // once more
		`{"id":6,"op":"read","image":{"key":6,"width":2,"height":1}}`,
	} {
		body := "ab"
		if i == 1 || i == 3 || i == 4 {
			body = ""
		}
		if err := writeFrame(&in, []byte(q), []byte(body)); err != nil {
			t.Fatal(err)
		}
	}
	s := server{out: &out, harden: func(string) Hardening { return nil }}
	s.open = func(Setup) (Reader, About, error) { return &fakeEngine{do: func(*image.Gray) {}}, About{}, nil }
	if err := s.run(&in, func() {}); err != nil {
		t.Fatal(err)
	}
	for id, want := range []string{"at the wrong time", "", `"survey" is not known`, `"" is not known`, "at the wrong time", ""} {
		f, err := readFrame(&out, maxReply)
		if err != nil {
			t.Fatal(err)
		}
		var r reply
		if err := decodeStrict(f.header, &r); err != nil {
			t.Fatal(err)
		}
		switch {
		case r.ID != uint64(id+1):
			t.Errorf("reply %d comes in place %d", r.ID, id+1)
		case want == "" && (r.Error != nil || len(f.body) == 0):
			t.Errorf("request %d: %v, %d bytes", r.ID, r.Error, len(f.body))
		case want != "" && (r.Error == nil || r.Error.Kind != Protocol || !strings.Contains(r.Error.Text, want)):
			t.Errorf("request %d: error is %v, want %q", r.ID, r.Error, want)
		}
	}
}

// Whatever the parent sends, a worker answers or leaves; it does not panic.
func FuzzServe(f *testing.F) {
	frameOf := func(header string, body string) []byte {
		var b bytes.Buffer
		if err := writeFrame(&b, []byte(header), []byte(body)); err != nil {
			f.Fatal(err)
		}
		return b.Bytes()
	}
	setup := frameOf(`{"id":1,"op":"setup","setup":{}}`, "")
	f.Add(append(setup, frameOf(`{"id":2,"op":"read","image":{"key":2,"width":2,"height":1}}`, "ab")...))
	f.Add(append(setup, frameOf(`{"id":2,"op":"read","image":{"key":2,"width":4294967296,"height":4294967296}}`, "")...))
	f.Add(append(setup, frameOf(`{"id":2,"op":"read","forget":[2],"image":{"key":2,"width":-1,"height":-1}}`, "a")...))
	f.Add(frameOf(`{"id":1,"op":"read"}`, ""))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := server{out: io.Discard, harden: func(string) Hardening { return nil }}
		s.open = func(Setup) (Reader, About, error) {
			return &fakeEngine{do: func(*image.Gray) {}}, About{}, nil
		}
		_ = s.run(bytes.NewReader(data), func() {})
	})
}
