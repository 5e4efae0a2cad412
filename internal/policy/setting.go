package policy

import (
	"strconv"
	"strings"
)

// Setting is one value with where it came from: "default", "flag", or the path of a file.
type Setting struct {
	Name  string
	Value string // as it would be written after the flag
	From  string
}

// value reads one key of a file as text; ok is false where the file does not set it.
type value func(*File) (text string, ok bool)

// keys lists what a file may set, in the order "exoscan config" prints. Each name is also the flag's.
func keys() []struct {
	name string
	get  value
} {
	text := func(get func(*File) *string) value {
		return func(f *File) (string, bool) {
			if p := get(f); p != nil {
				return *p, true
			}
			return "", false
		}
	}
	list := func(get func(*File) []string) value {
		return func(f *File) (string, bool) { return strings.Join(get(f), ","), get(f) != nil }
	}
	return []struct {
		name string
		get  value
	}{
		{"lang", text(func(f *File) *string { return f.Lang })},
		{"jobs", func(f *File) (string, bool) {
			if f.Jobs == nil {
				return "", false
			}
			return strconv.Itoa(*f.Jobs), true
		}},
		{"timeout", text(func(f *File) *string { return f.Timeout })},
		{"format", text(func(f *File) *string { return f.Format })},
		{"market", text(func(f *File) *string { return f.Market })},
		{"fail-on", list(func(f *File) []string { return f.FailOn })},
		{"allow-unreadable", func(f *File) (string, bool) {
			if f.AllowUnreadable == nil {
				return "", false
			}
			return strconv.FormatBool(*f.AllowUnreadable), true
		}},
		{"dictionary", list(func(f *File) []string { return f.Dictionary })},
		{"baseline", text(func(f *File) *string { return f.Baseline })},
	}
}

// Flag tells what the command line says of one setting: its value now, and whether the user set it.
type Flag func(name string) (value string, set bool)

// Settle decides every setting: a flag the user gave wins, then the files in their order, then the
// flag's default.
func Settle(flag Flag, files []*File) []Setting {
	var out []Setting
	for _, k := range keys() {
		v, set := flag(k.name)
		s := Setting{Name: k.name, Value: v, From: "default"}
		if set {
			s.From = "flag"
		} else {
			for _, f := range files {
				if v, ok := k.get(f); ok {
					s.Value, s.From = v, f.Path
					break
				}
			}
		}
		out = append(out, s)
	}
	return out
}
