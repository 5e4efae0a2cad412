package scan

import (
	"fmt"
	"hash/fnv"
	"path/filepath"
	"strconv"
	"strings"
)

// Shard is one of Count parts of a listing, numbered from 1. The zero value is everything.
type Shard struct{ Index, Count int }

// ParseShard reads "i/n".
func ParseShard(s string) (Shard, error) {
	a, b, ok := strings.Cut(s, "/")
	i, errI := strconv.Atoi(a)
	n, errN := strconv.Atoi(b)
	if !ok || errI != nil || errN != nil || n < 1 || i < 1 || i > n {
		return Shard{}, fmt.Errorf("shard %q is not i/n with i from 1 to n, as in 1/4", s)
	}
	return Shard{i, n}, nil
}

func (s Shard) String() string {
	return fmt.Sprintf("%d/%d", s.Index, s.Count)
}

// Has says whether the shard reads the file. It goes by a hash of the path below the folder that was
// named, so that machines which mount the folder in different places, or see it grow, agree.
func (s Shard) Has(relative string) bool {
	if s.Count <= 1 {
		return true
	}
	h := fnv.New64a()
	h.Write([]byte(filepath.ToSlash(relative)))
	// The low bits of FNV follow the last byte closely, and file names end alike: mix before dividing.
	x := h.Sum64()
	x ^= x >> 32
	x *= 0x9e3779b97f4a7c15
	return int((x>>33)%uint64(s.Count))+1 == s.Index
}
