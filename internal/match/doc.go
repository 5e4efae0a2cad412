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
//   - a name as it stands, but for case, spaces, hyphens and marks (How is Exact or Folded), or
//     without a bracket of its own and words of praise ("organic");
//   - a name at which the label was split at a comma too many;
//   - a name that was read with wrong letters (Edited): the nearest of all INCI names and terms under
//     the distance below, if it is within the tolerance;
//   - two halves of a name that was read with wrong letters;
//   - known names joined by "&", "and" or a slash that the label kept whole, which is a blend;
//   - several names run together: cut at marks that could be misread separators, and where names stand
//     that are unharmed; what lies between them may be damaged;
//   - a name no table lists that the grammar understands: it has a noun for exosomes or vesicles;
//   - one of the languages between slashes, or what stands in brackets;
//   - a name put together of words of INCI names: a source, and what is made of it;
//   - the beginning of a name whose end the label left out of the list;
//   - a name put together of everyday words: a plant, its parts, what is made of it, and praise;
//   - the one ordinary name that it is near to if words that the reader doubted were read wrong;
//   - unknown.
//
// # The distance
//
// It is the least cost of turning the letters read into the letters of the name. An arbitrary wrong,
// lost or added letter costs 1, a doubled one 0.6, swapped neighbours 0.9, another digit 2.2, a digit
// for a letter 1.8, and what readers confuse as much as confusions.tsv says (0 for o 0.1, rn for m 0.1).
// Spaces, hyphens and marks cost nothing. A right word of four letters or more that the name does not
// have costs 1.5: a right word is rarely a misread other word.
//
// The tolerance is 1 for four letters, 2 for eight to eleven, and 0.17 a letter from there to 25. A
// number that is not the name's, and does not merely look like it, is another name: CosIng does not
// have all of them. Of names that fit equally well the one with the lower CosIng number is taken.
//
// What nothing explains is measured once more, with the letters of words that the reader was not sure of at the price
// of doubts.tsv, which is learned as well: of those read with a confidence below 80 one in 17 is wrong, of surer ones
// than 90 one in 900. As a doubted letter says less, it also counts for as much less in the tolerance, and a name that is
// farther by no more than 0.4 is a rival that leaves the ingredient unknown. A doubted digit may be another. No
// exosome is found by doubted letters, and none of what could be one is made anything else.
//
// Words of a name that no table has are mended one by one, within 0.17 a letter, or 1 of four letters and more
// before a tissue, where no word that says something else is as near; one that states an origin must be of a
// language that other words of the ingredient are of. Right before a noun that was misread itself, or with a digit or
// a sign in it, a source of five letters or more may cost 0.25 a letter; where nothing shows that letters were misread, an
// unknown word may be a brand. Of abbreviations only signs and digits are mended. A genus before one of its species is mended within 0.3 a
// letter, whether the species was read or mended, and so is the word that is missing of an entry of the grammar whose
// others stand there; a short one by a letter if all entries of as many words with those others state one origin, and any of two
// letters between the ends of an entry. Words of an entry that are run together are parted, as are a source and a misread
// tissue, and a slash or a plus inside a word is its l or t. Whether it is believed is for
// package origin: it knows what else the words could be.
//
// For exosomes that is not enough. In a name with a noun for them the noun may cost 0.3 a letter, and
// every word that tells the source 0.35 a letter, or 2 of five letters and more, or 1, and must have been read at
// all; no right word is taken for one that states an origin, nor one that is nearer to another source by 0.4. A
// look-alike that fits the noun as well refuses it, unless the words around settle it: as many letters as the
// noun's, within half their tolerance. By itself, among words that no table has, a noun may cost 1.2, or 2 from
// eleven letters on, and the nearest look-alike or other word of INCI names must be farther by more than 0.4, or
// right behind a word that tells a source the look-alike not nearer by more than that; with 0.6 more, or a rival
// as near, it is a doubt; behind words that tell a source, with up to 0.3 a letter. Right behind a word that states
// one, up to 0.25 a letter are wrong, if it begins as the noun does, or no look-alike ends as that does; and any
// letter of EVs in capitals, if the two others stand side by side, save behind a human's, and save what the look-alikes or
// INCI names have. Behind
// EXTRACELLULAR what costs up to 0.35 a letter is vesicles, whatever its rivals. One letter of an abbreviation
// (hUC-MSC-Exo) may be wrong, and it says what all of its kind say that are as near; with two it is a doubt. In
// Chinese, Japanese, Korean and Thai, whose words are found inside runs of letters, one letter of five or more may
// be wrong, lost or added, one of four cost 0.6, and one of fewer differ in a stroke; one of four or more may be any,
// lost or added, in a source that is all there is before a noun, and wrong in a noun right behind one; and one may be
// added in a source of three Chinese signs. Where a
// look-alike fits as well, or by itself with a letter more, it is a doubt, and so is a misread noun that letters follow which
// no word explains.
//
// # Why fuzzy proposes and distance disposes
//
// sahilm/fuzzy finds the texts that hold all letters of a pattern in order. As a judge it is wrong both
// ways: of 2,360 nouns misread in one letter it finds 21, while "exosome" is found in 220 INCI names,
// "EXTRACT OF SOME THING" among the kind; and its score is no confidence. As a witness it is complete:
// after writing alike what readers confuse, and with up to two letters of what was read left out, or three of
// a long word, it finds 2,360 of the 2,360. So it proposes nouns (and terms to people, in Find), and the distance
// decides: none of the 220 is taken for an exosome. TestFuzzyProposesDistanceDisposes holds these
// figures; testdata/matching.txt says what comes out in the end.
//
// # What it costs
//
// The index of 30,173 names and their words is 3.7 MB of the program, laid out so that nothing is built
// at start; memory is used for the pages touched. The other tables are 1.8 MB of the program, are read beside each other at
// start in about 20 ms, and take 5 MB of memory. Light damage, which is most, is searched for first,
// with a small bound: names of about the same length that share the rarest three-letter pieces.
package match
