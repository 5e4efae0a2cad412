// Package match meets the ingredients of a label with the dictionary, reading errors and all.
//
// It promises that matches are in order, lie inside the text and apart from each other; that a name
// is taken for an exosome only where no other name, look-alike or ordinary word fits about as well;
// that what stays doubtful is said to be doubtful; and that the same label always gives the same
// matches. It refuses to guess an origin: which words stand in an ingredient is told here, what
// they mean is for package origin.
//
// # The rule
//
// An ingredient is, in this order:
//
//   - a name as it stands, but for case, spaces, hyphens and marks (How is Exact or Folded);
//   - a name at which the label was split at a comma too many, or a name with a bracket of its own;
//   - a name that was read with wrong letters (Edited): the nearest of all INCI names under the
//     distance below, if it is within the tolerance;
//   - two halves of a name that was read with wrong letters;
//   - known names joined by "&", "and" or a slash that the label kept whole, which is a blend;
//   - several names run together;
//   - a name no table lists that the grammar understands: it has a noun for exosomes or vesicles;
//   - one of the languages between slashes, or what stands in brackets;
//   - unknown.
//
// The distance is the least cost of turning the letters read into the letters of the name. An
// arbitrary wrong, lost or added letter costs 1, a doubled one 0.6, swapped neighbours 0.9, another
// digit 2.2, and what readers confuse as much as confusions.tsv says (0 for o 0.1, rn for m 0.2).
// Spaces, hyphens and marks cost nothing. A right word of four letters or more that the name does
// not have costs 1.5: a right word is rarely a misread other word. The tolerance is 1 for four
// letters, 2 for eight to eleven and 0.17 a letter from there. A number that is not the
// name's, and does not merely look like it, is another name.
//
// A noun for exosomes inside a longer name may cost 0.3 a letter if the rest of the name settles it.
// By itself, among words no table has, it may cost 1.2, and the nearest look-alike or other word of
// INCI names must be farther by more than 0.4.
//
// # Why fuzzy proposes and distance disposes
//
// sahilm/fuzzy finds the terms that hold all letters of a pattern in order. As a judge it is wrong
// both ways: "ex0somes" and "exosornes" find nothing, "exosome" is found in "EXTRACT OF SOME THING",
// and its score is no confidence. As a witness it is complete: with up to two letters left out of
// what was read, after writing alike what readers confuse, every noun within two such errors is
// among its answers. So it proposes nouns (and terms to people, in Find), and the distance decides.
package match
