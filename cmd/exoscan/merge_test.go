package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestShardsMerge joins shards into what one run writes, and refuses what would not be that.
func TestShardsMerge(t *testing.T) {
	lists(t, 120)
	want := whole(t, "in")
	for i := 1; i <= 3; i++ {
		shard := fmt.Sprintf("%d/3", i)
		if code, stderr := run(t, exoscan("scan", "-q", "--allow-unreadable", "--shard", shard, "--output", fmt.Sprintf("%d.ndjson", i), "in")); code != 0 {
			t.Fatalf("shard %s: exit %d: %s", shard, code, stderr)
		}
	}
	if code, stderr := run(t, exoscan("merge", "3.ndjson", "1.ndjson", "2.ndjson", "--output", "all.ndjson")); code != 0 {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	if got := read(t, "all.ndjson"); !bytes.Equal(got, want) {
		t.Errorf("the results differ: %s", firstDifference(got, want))
	}
	copyShard := func(from, to string) {
		t.Helper()
		if err := errors.Join(os.WriteFile(to, read(t, from), 0o644), os.WriteFile(to+".shard", read(t, from+".shard"), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	copyShard("2.ndjson", "copy.ndjson")
	copyShard("2.ndjson", "short.ndjson")
	data := read(t, "short.ndjson")
	if err := os.WriteFile("short.ndjson", data[:bytes.LastIndexByte(data[:len(data)-1], '\n')+1], 0o644); err != nil {
		t.Fatal(err)
	}
	if code, stderr := run(t, exoscan("scan", "-q", "--allow-unreadable", "--timeout", "59s", "--shard", "2/3", "--output", "other.ndjson", "in")); code != 0 {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	if err := os.WriteFile("in/0/new.txt", []byte("Aqua"), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, stderr := run(t, exoscan("scan", "-q", "--allow-unreadable", "--shard", "2/3", "--output", "later.ndjson", "in")); code != 0 {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	for _, c := range []struct{ second, says string }{
		{"copy.ndjson 2.ndjson", "overlap"},
		{"", "shard 2/3 is missing"},
		{"short.ndjson", "has changed since"},
		{"other.ndjson", "different settings"},
		{"later.ndjson", "different files"},
		{"whole.ndjson", "whole.ndjson.shard is missing"},
	} {
		args := append([]string{"merge", "1.ndjson", "3.ndjson", "--output", "bad.ndjson"}, strings.Fields(c.second)...)
		code, stderr := run(t, exoscan(args...))
		if code != exitCannotRun || !strings.Contains(stderr, c.says) {
			t.Errorf("%q: exit %d, %q; want %q", c.second, code, stderr, c.says)
		}
		if _, err := os.Stat("bad.ndjson"); err == nil {
			t.Errorf("%q: results were written", c.second)
		}
	}
}
