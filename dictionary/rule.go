package dictionary

// Action is what a rule does to one ingredient.
type Action string

// The actions. Rules are tried from the top of rules.tsv; every one whose condition holds acts, and
// later conditions see what earlier ones ignored.
const (
	Drop   Action = "drop"   // it is no exosome: stop
	Ignore Action = "ignore" // words of a class do not count
	State  Action = "state"  // the ingredient states an origin; several may be stated
	Guess  Action = "guess"  // nothing was stated: say what it probably is
)

// Rule is one rule of origin. When holds classes that must all be among the words of the ingredient,
// Unless classes of which none may be; "exosome" and "vesicle" stand for a noun of that kind.
type Rule struct {
	Name    string
	When    []Class
	Unless  []Class
	Do      Action
	Class   Class  // of Ignore
	Origin  Origin // of State and Guess
	Because string // for the evidence; {words} stands for the words that met the condition
	Source  string
}
