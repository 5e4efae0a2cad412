package ocr

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// models makes a folder that looks like language data.
func models(t *testing.T, folder string, names ...string) string {
	t.Helper()
	for _, n := range names {
		path := filepath.Join(folder, n+".traineddata")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, make([]byte, 2*smallestModel), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestFindData(t *testing.T) {
	folder := models(t, filepath.Join(t.TempDir(), "a[1]*"), "kor", "eng", "osd", "script/Latin")
	if err := os.WriteFile(filepath.Join(folder, "jpn.traineddata"), []byte("404: Not Found"), 0o644); err != nil {
		t.Fatal(err)
	}
	above := t.TempDir()
	models(t, filepath.Join(above, "tessdata"), "eng")
	tests := []struct {
		name, path, env string
		want            Data
	}{
		{"by path", folder, "/nowhere", Data{folder, []string{"eng", "kor", "script/Latin"}}},
		{"by environment", "", folder, Data{folder, []string{"eng", "kor", "script/Latin"}}},
		{"folder above", "", above, Data{filepath.Join(above, "tessdata"), []string{"eng"}}},
	}
	for _, tt := range tests {
		t.Setenv("TESSDATA_PREFIX", tt.env)
		got, err := FindData(tt.path)
		if err != nil || got.Path != tt.want.Path || !slices.Equal(got.Languages, tt.want.Languages) {
			t.Errorf("%s: %+v, %v", tt.name, got, err)
		}
	}
	// A folder that was named is never replaced by another.
	for _, path := range []string{t.TempDir(), "/nowhere", filepath.Join(folder, "eng.traineddata")} {
		_, err := FindData(path)
		var e *Error
		if !errors.As(err, &e) || e.Kind != MissingLanguage || e.Hint == "" {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestMissingLanguagesAreNamed(t *testing.T) {
	d := Data{"/data", []string{"eng", "kor"}}
	if err := d.Check("kor+eng"); err != nil {
		t.Error(err)
	}
	tests := []struct {
		lang string
		kind Kind
		want string
	}{
		{"eng+chi_sim", MissingLanguage, `"chi_sim" is not in /data, which has eng kor`},
		{"eng+", BadRecipe, `""`},
		{"eng kor", BadRecipe, `"eng kor"`},
		{"../../etc/passwd", BadRecipe, "not the name of a language"},
		{strings.Repeat("x", 600), BadRecipe, "not the name of a language"},
		{strings.Repeat("eng+", 200) + "eng", BadRecipe, "201 languages"},
	}
	for _, tt := range tests {
		err := d.Check(tt.lang)
		var e *Error
		if !errors.As(err, &e) || e.Kind != tt.kind || !strings.Contains(e.Text, tt.want) {
			t.Errorf("%.40s: %v", tt.lang, err)
		}
	}
}

func TestWorkersLearnOnlyWhatTheyNeed(t *testing.T) {
	got := environment(func(name string) string {
		return map[string]string{"TESSDATA_PREFIX": "/data", "HOME": "/root", "SECRET": "x", "OMP_THREAD_LIMIT": "8"}[name]
	})
	want := []string{"OMP_THREAD_LIMIT=1", "MALLOC_ARENA_MAX=1", "GOTRACEBACK=none", "TESSDATA_PREFIX=/data"}
	if !slices.Equal(got, want) {
		t.Errorf("environment is %v", got)
	}
}
