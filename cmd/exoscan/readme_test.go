package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"exoscan/internal/policy"
)

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestReadmeVerdicts scans what the README's gallery says of words on a label, in a list that is
// otherwise plain.
func TestReadmeVerdicts(t *testing.T) {
	rows := regexp.MustCompile("(?m)^\\| `([^`|]+)` \\| `([a-z-]+)` \\| [^`]+ \\|$").FindAllStringSubmatch(readme(t), -1)
	if len(rows) < 10 {
		t.Fatalf("%d rows in the gallery: this test looks for them in the wrong way", len(rows))
	}
	var lists strings.Builder
	for _, row := range rows {
		if row[2] == "unreadable" {
			lists.WriteString("Ingredients: " + row[1] + "\n")
			continue
		}
		lists.WriteString("Ingredients: Aqua, Glycerin, " + row[1] + ", Panthenol\n")
	}
	in, out := filepath.Join(t.TempDir(), "lists.txt"), filepath.Join(t.TempDir(), "answers.ndjson")
	if err := os.WriteFile(in, []byte(lists.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	root := newRootCmd(streams{os.Stdin, os.Stdout, os.Stderr})
	root.SetArgs([]string{"scan", "--lines", "--quiet", "--allow-unreadable", "--output", out, in})
	if err := root.Execute(); err != nil {
		t.Fatal(err)
	}
	saved, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	answers := json.NewDecoder(bytes.NewReader(saved))
	for _, row := range rows {
		var r struct{ Verdict string }
		if err := answers.Decode(&r); err != nil {
			t.Fatal(err)
		}
		if r.Verdict != row[2] {
			t.Errorf("the README says that %s is %s; it is %s", row[1], row[2], r.Verdict)
		}
	}
}

// TestReadmeAccuracy holds the README's table to the sheet; -update writes it anew.
func TestReadmeAccuracy(t *testing.T) {
	sheet, err := os.ReadFile("../../testdata/accuracy.txt")
	if err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	width := 0
	for line := range strings.Lines(string(sheet)) {
		cells := strings.Fields(line)
		if len(cells) == 0 || cells[0] == "#" {
			width = 0 // another table begins
			continue
		}
		if width == 0 && table.Len() > 0 {
			table.WriteString("\n")
		}
		table.WriteString("| " + strings.Join(cells, " | ") + " |\n")
		if width == 0 {
			width = len(cells)
			table.WriteString("|---" + strings.Repeat("|--:", width-1) + "|\n")
		}
		if len(cells) != width {
			t.Errorf("testdata/accuracy.txt: %q has %d cells, its heading %d", line, len(cells), width)
		}
	}
	const begin, end = "<!-- from testdata/accuracy.txt, by make update -->\n", "<!-- end -->\n"
	text := readme(t)
	before, rest, ok := strings.Cut(text, begin)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("README.md has no place for the table: %q and %q", begin, end)
	}
	if want := before + begin + table.String() + end + after; want != text {
		if !*update {
			t.Fatal("the README's table is not that of testdata/accuracy.txt; make update writes it")
		}
		if err := os.WriteFile("../../README.md", []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestReadmeLinks holds that what the README links to or shows is there.
func TestReadmeLinks(t *testing.T) {
	links := regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(readme(t), -1)
	if len(links) < 6 {
		t.Fatalf("%d links: this test looks for them in the wrong way", len(links))
	}
	for _, link := range links {
		if _, err := os.Stat(filepath.Join("../..", link[1])); err != nil {
			t.Errorf("README.md links to %s, which is not there", link[1])
		}
	}
}

// TestCommandsInProse holds every command line in the README and in the examples of --help to the
// commands and flags there are.
func TestCommandsInProse(t *testing.T) {
	root := newRootCmd(streams{os.Stdin, os.Stdout, os.Stderr})
	prose := map[string]string{"README.md": readme(t)}
	var gather func(*cobra.Command)
	gather = func(cmd *cobra.Command) {
		prose[cmd.CommandPath()+" --help"] = cmd.Example
		for _, sub := range cmd.Commands() {
			gather(sub)
		}
	}
	gather(root)
	line := regexp.MustCompile("(?m)(?:^|[ |`])exoscan ((?:scan|explain|words|merge|report|config|dict|doctor|version|man)\\b[^|#`\n]*)")
	found := 0
	for where, text := range prose {
		for _, m := range line.FindAllStringSubmatch(text, -1) {
			found++
			words := strings.Fields(m[1])
			cmd, _, err := root.Find(words)
			if err != nil || cmd == root {
				t.Errorf("%s: exoscan %s: there is no such command", where, m[1])
				continue
			}
			for _, w := range words {
				name, _, _ := strings.Cut(strings.TrimPrefix(w, "--"), "=")
				if strings.HasPrefix(w, "--") && name != "" && name != "help" && cmd.Flags().Lookup(strings.Trim(name, ".,;:)")) == nil {
					t.Errorf("%s: %s has no flag %s", where, cmd.CommandPath(), w)
				}
			}
		}
	}
	if found < 20 {
		t.Errorf("found %d command lines: this test looks for them in the wrong way", found)
	}
}

// TestConfigSample holds that what config --help shows of a configuration file is one, with every setting.
func TestConfigSample(t *testing.T) {
	_, sample, _ := strings.Cut(configSample, "\n\n")
	path := filepath.Join(t.TempDir(), policy.FileName)
	if err := os.WriteFile(path, []byte(sample), 0o666); err != nil {
		t.Fatal(err)
	}
	file, err := policy.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []reflect.Value{reflect.ValueOf(*file), reflect.ValueOf(file.Suppress[0])} {
		for i := range v.NumField() {
			if tag := v.Type().Field(i).Tag.Get("yaml"); tag != "" && tag != "-" && v.Field(i).IsZero() {
				t.Errorf("config --help does not show %s", tag)
			}
		}
	}
}
