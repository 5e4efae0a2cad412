package main

import (
	"fmt"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"exoscan/internal/report"
	"exoscan/internal/scan"
)

// annotate writes the photo of an answer upright, with its boxes and verdict, into the folder dir. It
// is called by the workers, which have the photo in memory.
func annotate(dir string, s *scan.Steps) error {
	if s.Result.Kind != "photo" || s.Result.Error != nil {
		return nil
	}
	img, err := s.Picture()
	if err != nil || img == nil {
		return err // a page that exoscan words has read has no photo
	}
	path := filepath.Join(dir, annotatedName(s.Input))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return fmt.Errorf("writing annotated photo: %w", err)
	}
	out := &output{path: path, cleanup: func() error { return nil }}
	w, err := out.openPending()
	if err != nil {
		return err
	}
	defer out.discard()
	if err := jpeg.Encode(w, report.Annotate(img.Color, s.Result), &jpeg.Options{Quality: 90}); err != nil {
		return fmt.Errorf("writing annotated photo %q: %w", path, err)
	}
	return out.commit()
}

// annotatedName is the photo's own path, below the folder for annotated ones and never outside it.
func annotatedName(in scan.Input) string {
	path := in.Path
	if path == "" {
		path = "stdin"
	}
	path = strings.TrimPrefix(filepath.Join(string(filepath.Separator), path), string(filepath.Separator))
	if slices.Contains([]string{".jpg", ".jpeg"}, strings.ToLower(filepath.Ext(path))) {
		return path
	}
	return path + ".jpg"
}
