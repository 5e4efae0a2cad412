//go:build !cgo

package tesseract

import "exoscan/internal/ocr"

// Open says that this program was built without Tesseract.
func Open(ocr.Setup) (ocr.Reader, ocr.About, error) {
	return nil, ocr.About{}, &ocr.Error{
		Kind: ocr.NoEngine,
		Text: "exoscan was built without Tesseract (CGO_ENABLED=0): it reads text, not photos",
		Hint: "install what it needs and build with cgo: " + ocr.InstallEngine(),
	}
}
