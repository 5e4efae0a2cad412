package match

// shape writes alike what readers confuse, so that only the other errors need letters left out.
func shape(letters []rune) []rune {
	out := make([]rune, 0, len(letters))
	for i := 0; i < len(letters); i++ {
		r, next := latinShape(letters[i]), rune(0)
		if i+1 < len(letters) {
			next = latinShape(letters[i+1])
		}
		switch [2]rune{r, next} {
		case [2]rune{'r', 'n'}, [2]rune{'l', 'n'}, [2]rune{'n', 'l'}:
			r, i = 'm', i+1
		case [2]rune{'v', 'v'}:
			i++ // a w
		case [2]rune{'c', 'l'}:
			r, i = 'd', i+1
		}
		if r == 'c' {
			r = 'e'
		}
		out = append(out, r)
	}
	return out
}

// latinShape gives the Latin letter that a digit, a mark or a Cyrillic letter has the shape of; an i is
// an l.
func latinShape(r rune) rune {
	switch r {
	case '0', '©', 'о':
		return 'o'
	case '1', 'i', '|', '!', '[', ']', 'і':
		return 'l'
	case '5', '$', '§', 'ѕ':
		return 's'
	case '8', 'в':
		return 'b'
	case '2':
		return 'z'
	case '@', '4', 'а':
		return 'a'
	case '3', '€', '£', '®', 'е', 'з':
		return 'e'
	case '(', '¢', 'с':
		return 'c'
	case '¥', 'у':
		return 'v'
	case 'к':
		return 'k'
	case 'м':
		return 'm'
	case 'н':
		return 'h'
	case 'р':
		return 'p'
	case 'т':
		return 't'
	case 'х':
		return 'x'
	case 'u', 'w', 'y':
		return 'v'
	}
	return r
}
