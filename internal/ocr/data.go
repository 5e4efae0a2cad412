package ocr

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Data is a folder of Tesseract's language data.
type Data struct {
	Path      string   `json:"path"`
	Languages []string `json:"languages"` // sorted, without osd; scripts as "script/Latin"
}

// dataFolders is where installers put language data, with who does. TESSDATA_PREFIX goes before all.
func dataFolders() []string {
	return []string{
		"/usr/share/tesseract-ocr/5/tessdata",    // Debian 12, Ubuntu 24.04
		"/usr/share/tesseract-ocr/4.00/tessdata", // Debian 11, Ubuntu 22.04
		"/usr/share/tessdata",                    // Arch, Alpine, openSUSE
		"/usr/share/tesseract/tessdata",          // Fedora
		"/opt/homebrew/share/tessdata",           // Homebrew on Apple silicon
		"/usr/local/share/tessdata",              // Homebrew on Intel, make install
		"/opt/local/share/tessdata",              // MacPorts
	}
}

// FindData finds the language data: in path when one is given, else in TESSDATA_PREFIX when it is
// set, else where installers put it. A folder that was named but holds none is an error, never a
// reason to look elsewhere.
func FindData(path string) (Data, error) {
	named, folders := path, dataFolders()
	if named == "" {
		named = os.Getenv("TESSDATA_PREFIX")
	}
	if named != "" {
		// Tesseract 3 and 4 took the folder above; people's settings still say so.
		folders = []string{named, filepath.Join(named, "tessdata")}
	}
	for _, f := range folders {
		if langs := languagesIn(f); len(langs) > 0 {
			abs, err := filepath.Abs(f)
			if err != nil {
				return Data{}, errorf(NoEngine, "finding language data %q: %w", f, err)
			}
			return Data{Path: abs, Languages: langs}, nil
		}
	}
	if named != "" {
		e := errorf(MissingLanguage, "folder %q holds no language data (*.traineddata)", named)
		e.Hint = "unset TESSDATA_PREFIX, or: " + InstallLanguage("eng")
		return Data{}, e
	}
	e := errorf(MissingLanguage, "no language data for Tesseract was found")
	e.Hint = InstallLanguage("eng")
	return Data{}, e
}

func languagesIn(folder string) []string {
	var langs []string
	for _, prefix := range []string{"", "script/"} {
		files, _ := filepath.Glob(filepath.Join(escapeGlob(folder), prefix+"*.traineddata"))
		for _, f := range files {
			name := prefix + strings.TrimSuffix(filepath.Base(f), ".traineddata")
			if name != "osd" && languageName.MatchString(name) && readable(f) {
				langs = append(langs, name)
			}
		}
	}
	slices.Sort(langs)
	return langs
}

// escapeGlob keeps a folder named "a[1]" from being a pattern.
func escapeGlob(path string) string {
	return strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`, `\`, `\\`).Replace(path)
}

// smallestModel is less than any model weighs: 1 KB against the 0.4 MB of the smallest. What is
// smaller is an interrupted download or a page that says "not found".
const smallestModel = 1024

func readable(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	return err == nil && info.Mode().IsRegular() && info.Size() >= smallestModel
}

// Check says which of the languages of "eng+kor" is missing, with the command that gets it.
func (d Data) Check(lang string) error {
	langs, err := Languages(lang)
	if err != nil {
		return err
	}
	for _, l := range langs {
		if !slices.Contains(d.Languages, l) {
			e := errorf(MissingLanguage, "language %q is not in %s, which has %s", l, d.Path, strings.Join(d.Languages, " "))
			e.Hint = InstallLanguage(l)
			return e
		}
	}
	return nil
}

// InstallLanguage is the command that installs the data of a language on this kind of machine.
func InstallLanguage(lang string) string {
	switch {
	case runtime.GOOS == "darwin" && lang == "eng":
		return "brew install tesseract"
	case runtime.GOOS == "darwin":
		return "brew install tesseract-lang"
	}
	name := strings.ReplaceAll(strings.ToLower(lang), "_", "-")
	return "sudo apt-get install tesseract-ocr-" + strings.ReplaceAll(name, "/", "-")
}

// InstallEngine is the command that installs what exoscan is built with on this kind of machine.
func InstallEngine() string {
	if runtime.GOOS == "darwin" {
		return "brew install tesseract leptonica pkg-config"
	}
	return "sudo apt-get install libtesseract-dev libleptonica-dev tesseract-ocr-eng pkg-config g++"
}
