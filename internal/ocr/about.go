package ocr

// Setup is what an engine needs to know to start.
type Setup struct {
	Lang     string `json:"lang,omitempty"`      // loaded before the first image; "" is "eng"
	DataPath string `json:"data_path,omitempty"` // folder of *.traineddata; "" is where they are found
}

// About says which engine reads.
type About struct {
	Tesseract string `json:"tesseract"` // version
	Leptonica string `json:"leptonica"` // version
	Data      Data   `json:"data"`
}
