// Tesseract's old engine knows some thousand confusions of letters, which take a quarter of the time in which
// a language is loaded. The network, which is all that reads here, never asks for them. This function
// comes before the library's, as pixWriteMem does.
namespace tesseract {

class UNICHARSET;

class UnicharAmbigs {
public:
  void LoadUniversal(const UNICHARSET &from, UNICHARSET *to);
};

void UnicharAmbigs::LoadUniversal(const UNICHARSET &, UNICHARSET *) {}

} // namespace tesseract
