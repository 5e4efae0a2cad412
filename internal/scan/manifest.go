package scan

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// manifestVersion is the version of the Manifest schema.
const manifestVersion = 1

// Manifest says which part of a listing the results of one shard are. It lies beside them, in
// ManifestName: with it, joining shards needs no guess about order, and nothing can be missing or
// there twice without being noticed.
type Manifest struct {
	V        int    `json:"v"`
	Shard    string `json:"shard"`    // "1/4"
	Settings string `json:"settings"` // hash of all that results depend on beside the inputs
	Inputs   int    `json:"inputs"`   // in the whole listing
	Listing  string `json:"listing"`  // hash of the whole listing's relative paths
	Results  string `json:"results"`  // hash of the results file
	Places   []int  `json:"places"`   // place of each result in the whole listing, ascending
}

// NewManifest is the manifest of a shard, of which every input was answered. Places and Results are
// the caller's to fill.
func NewManifest(shard Shard, settings string, passed *Passed) Manifest {
	return Manifest{
		V: manifestVersion, Shard: shard.String(), Settings: fmt.Sprintf("%x", sha256.Sum256([]byte(settings))),
		Inputs: passed.Seen, Listing: passed.digest(), Places: []int{},
	}
}

// ManifestName is where the manifest of a results file lies.
func ManifestName(results string) string { return results + ".shard" }

// part is one shard's results with its manifest.
type part struct {
	Manifest
	path  string
	index Shard
	lines *bufio.Reader
	next  int // in Places
}

// Merge joins the results of all shards of one listing into its order. It refuses shards that overlap,
// that leave a gap, or that were made from different listings or with different settings, before it
// writes anything.
func Merge(w io.Writer, paths []string) error {
	parts, err := readParts(paths)
	if err != nil {
		return err
	}
	if err := complete(parts); err != nil {
		return err
	}
	for _, p := range parts {
		f, err := os.Open(p.path)
		if err != nil {
			return fmt.Errorf("merging: %w", err)
		}
		defer f.Close()
		p.lines = bufio.NewReaderSize(f, 1<<16)
	}
	out := bufio.NewWriterSize(w, 1<<16)
	for place := range parts[0].Inputs {
		i := slices.IndexFunc(parts, func(p *part) bool { return p.next < len(p.Places) && p.Places[p.next] == place })
		if i < 0 {
			return fmt.Errorf("merging: no shard holds result %d of %d", place+1, parts[0].Inputs)
		}
		p := parts[i]
		p.next++
		line, err := p.lines.ReadBytes('\n')
		if err != nil {
			return fmt.Errorf("merging: %q ends before its manifest does: %w", p.path, err)
		}
		if _, err := out.Write(line); err != nil {
			return fmt.Errorf("writing results: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing results: %w", err)
	}
	return nil
}

// readParts reads the manifests and holds each results file against its own.
func readParts(paths []string) ([]*part, error) {
	var parts []*part
	var faults []error
	for _, path := range paths {
		p, err := readPart(path)
		if err != nil {
			faults = append(faults, fmt.Errorf("merging: %w", err))
		}
		parts = append(parts, p)
	}
	return parts, errors.Join(faults...)
}

func readPart(path string) (*part, error) {
	p := &part{path: path}
	data, err := os.ReadFile(ManifestName(path))
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%s is missing: scan --shard writes it beside its results when it has read everything, and both are needed", ManifestName(path))
	}
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&p.Manifest); err != nil {
		return nil, fmt.Errorf("%s: %w", ManifestName(path), err)
	}
	if p.V != manifestVersion {
		return nil, fmt.Errorf("%s is of version %d, this exoscan knows %d", ManifestName(path), p.V, manifestVersion)
	}
	if p.index, err = ParseShard(p.Shard); err != nil {
		return nil, fmt.Errorf("%s: %w", ManifestName(path), err)
	}
	sum, err := fileSum(path)
	if err == nil && sum != p.Results {
		err = fmt.Errorf("%s is not the file that %s was written for: it has changed since", path, ManifestName(path))
	}
	return p, err
}

func fileSum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

// complete checks that the parts are all the shards of one listing, each once.
func complete(parts []*part) error {
	first := parts[0]
	held := map[int]string{}
	for _, p := range parts {
		switch {
		case p.index.Count != first.index.Count:
			return fmt.Errorf("merging: %s is shard %s and %s is shard %s: they are of different splits", first.path, first.Shard, p.path, p.Shard)
		case p.Listing != first.Listing || p.Inputs != first.Inputs:
			return fmt.Errorf("merging: %s and %s were made from different files: of %d and of %d", first.path, p.path, first.Inputs, p.Inputs)
		case p.Settings != first.Settings:
			return fmt.Errorf("merging: %s and %s were made with different settings, or by different versions of exoscan", first.path, p.path)
		case held[p.index.Index] != "":
			return fmt.Errorf("merging: %s and %s overlap: both are shard %s", held[p.index.Index], p.path, p.Shard)
		}
		held[p.index.Index] = p.path
	}
	var missing []error
	for i := 1; i <= first.index.Count; i++ {
		if held[i] == "" {
			missing = append(missing, fmt.Errorf("merging: shard %d/%d is missing", i, first.index.Count))
		}
	}
	return errors.Join(missing...)
}
