package dictionary

import "testing"

func TestEdits(t *testing.T) {
	long := make([]rune, 200)
	for _, c := range []struct {
		a, b string
		most int
		want int
	}{
		{"", "", 0, 0},
		{"", "abc", 3, 3},
		{"exosome", "exosome", 0, 0},
		{"ex0some", "exosome", 2, 1},
		{"exsomes", "exosome", 2, 2},
		{"엑소좀", "액소좀", 1, 1},
		{"exosome", "liposome", 8, 3},
		{"exosome", "liposome", 2, 3},
		{"exosome", "exosome complex", 3, 4},
		{"a", string(long), 300, 200},
	} {
		if got := Edits([]rune(c.a), []rune(c.b), c.most); got != c.want {
			t.Errorf("%q to %q, at most %d: %d, want %d", c.a, c.b, c.most, got, c.want)
		}
	}
}
