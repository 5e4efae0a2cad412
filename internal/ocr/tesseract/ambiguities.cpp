// Tesseract's old engine knows some thousand confusions of letters, which take a quarter of the time in which
// a language is loaded. The network, which is all that Debian's and Homebrew's data has, never asks for
// them. Data that has the old engine, too, is read without them. This function comes before the
// library's, as pixWriteMem does; Tesseract 4 has another one, and loads them.
namespace tesseract {

class UNICHARSET;

class UnicharAmbigs {
public:
  void LoadUniversal(const UNICHARSET &from, UNICHARSET *to);
};

void UnicharAmbigs::LoadUniversal(const UNICHARSET &, UNICHARSET *) {}

} // namespace tesseract
