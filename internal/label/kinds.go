package label

// kind is what a token can do in a list.
type kind uint8

const (
	word      kind = iota // letters and digits, with what belongs inside a name: 1,2-Hexanediol
	comma                 // always parts two ingredients
	stop                  // a full stop: parts sentences, and ingredients where it was a comma
	colon                 // ends a heading
	slash                 // belongs to names: Water/Aqua/Eau
	opening               // opens a bracket
	closing               // closes a bracket
	quote                 // CSV, JSON and Python quoting
	bullet                // stands before an item: a separator where nothing better parts the list
	dash                  // a hyphen or dash that stands alone
	ampersand             // joins blends, and the last two items
	mark                  // footnote and trade marks, and what OCR makes of specks
	newline               // one line break
	paragraph             // an empty line: the end of a block
	none                  // white space; makes no token
)

// endsLine says whether a line of the label ends there.
func (k kind) endsLine() bool { return k == newline || k == paragraph }

// numbered are the numbers that lists are counted with in circles or brackets, each one sign.
const numbered = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿" +
	"❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"

// symbols says what the characters of labels are. Characters that are not listed and are neither
// letters, digits nor white space are marks.
var symbols = [...]struct {
	kind  kind
	runes string
}{
	{comma, ",;，、；،؛﹐﹑﹔|¦│｜•·‧∙●▪■◦▶►◆◇★・･ㆍᆞ‣⁃…\ufffc" + numbered},
	{stop, ".。．｡"},
	{colon, ":：﹕︰"},
	{slash, "/／⁄∕"},
	{opening, "([{（［｛〔【〈《「『"},
	{closing, ")]}）］｝〕】〉》」』"},
	{quote, "\"'`‘’“”„‟′″"},
	{bullet, "@*°«»©¢¤§©®º○◯¥€¬"},
	{dash, "-–—―−‐‑‒~＝=_"},
	{ampersand, "&＆+＋"},
	{mark, "†‡¶¹²³⁴⁵⁶⁷⁸⁹⁰™℠№#!?^<>\\%$£\u00ad\ufeff\u200b\ufffd"},
}
