package policy

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// lines knows on which line of a file a setting stands: "jobs", or "suppress 0" for the first of a list.
type lines struct {
	path string
	at   map[string]int
}

func nth(name string, i int) string { return name + " " + strconv.Itoa(i) }

// linesOf looks through a file that has been decoded without a fault.
func linesOf(path string, data []byte) lines {
	l := lines{path, map[string]int{}}
	var doc yaml.Node
	if yaml.Unmarshal(data, &doc) != nil || len(doc.Content) == 0 {
		return l
	}
	pairs := doc.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		name := pairs[i].Value
		l.at[name] = pairs[i].Line
		for n, item := range pairs[i+1].Content {
			l.at[nth(name, n)] = item.Line
		}
	}
	return l
}

// fault names the file and the line of a setting, as compilers do.
func (l lines) fault(setting, format string, args ...any) error {
	return fmt.Errorf("%s:%d: "+format, append([]any{l.path, max(1, l.at[setting])}, args...)...)
}

// misread puts what the decoder says into words of ours, each fault with its file and line.
func misread(path string, err error) error {
	faults := []string{strings.TrimPrefix(err.Error(), "yaml: ")}
	if many := (*yaml.TypeError)(nil); errors.As(err, &many) {
		faults = many.Errors
	}
	var all []error
	for _, fault := range faults {
		line := "1"
		if m := regexp.MustCompile(`^line ([0-9]+): `).FindStringSubmatch(fault); m != nil {
			line, fault = m[1], strings.TrimPrefix(fault, m[0])
		}
		all = append(all, fmt.Errorf("%s:%s: %s", path, line, plain(fault)))
	}
	return errors.Join(all...)
}

// plain says a fault without the words of Go.
func plain(fault string) string {
	if m := regexp.MustCompile(`^field (\S+) not found in type (\S+)$`).FindStringSubmatch(fault); m != nil {
		known := settings(reflect.TypeFor[File]())
		if strings.HasSuffix(m[2], "Suppression") {
			known = settings(reflect.TypeFor[Suppression]())
		}
		return fmt.Sprintf("there is no setting %q; there are %s", m[1], strings.Join(known, ", "))
	}
	if m := regexp.MustCompile("^cannot unmarshal !!(\\S+)(?: `(.*)`)? into (.+)$").FindStringSubmatch(fault); m != nil {
		value := "this"
		if m[2] != "" {
			value = strconv.Quote(m[2])
		}
		wanted := map[string]string{"int": "a number", "bool": "true or false", "string": "a text", "[]string": "a list, as in [a, b]"}[m[3]]
		if wanted == "" {
			wanted = "what belongs here; see exoscan config --help"
		}
		return value + " is not " + wanted
	}
	return strings.Join(strings.Fields(fault), " ")
}

// settings are the keys a mapping may have.
func settings(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		if name := t.Field(i).Tag.Get("yaml"); name != "" && name != "-" {
			names = append(names, name)
		}
	}
	return names
}
