//go:build unix

package scan

import (
	"net"
	"os"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestListHostile lists what a folder can hold that must neither hang the listing nor be lost.
func TestListHostile(t *testing.T) {
	tree(t, "p/a.jpg", "p/loop -> .", "p/self.jpg -> self.jpg", "p/sub/up -> ../..", "p/gone.jpg -> nowhere",
		"p/gone -> nowhere", "p/secret.d/x.jpg", "p/new\nline.jpg", "p/bad\xff.jpg", `p/back\slash.jpg`, "p/\x1b[2Jclear.jpg")
	if err := syscall.Mkfifo("p/fifo", 0o644); err != nil {
		t.Fatal(err)
	}
	socket, err := net.Listen("unix", "p/socket")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	want := []string{
		`p/\x1b[2Jclear.jpg`, "p/a.jpg", `p/back\\slash.jpg`, `p/bad\xff.jpg`, "p/fifo not-a-file", "p/gone.jpg not-found",
		"p/loop symlink-loop", `p/new\nline.jpg`, "p/secret.d/x.jpg", "p/self.jpg symlink-loop", "p/socket not-a-file", "p/sub/up symlink-loop",
	}
	if os.Geteuid() != 0 { // root may read anything
		os.Chmod("p/secret.d", 0)
		defer os.Chmod("p/secret.d", 0o755)
		want[8] = "p/secret.d unreadable-file"
	}
	got, _ := listed(t, Inputs{Paths: []string{"p"}})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestHugeFile refuses a file by its size, without reading it.
func TestHugeFile(t *testing.T) {
	tree(t, "p/")
	if err := os.WriteFile("p/a.jpg", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate("p/a.jpg", 1<<40); err != nil {
		t.Skipf("no sparse files here: %v", err)
	}
	data, bad := readFile(t.Context(), "p/a.jpg", true, 1000)
	if data != nil || bad == nil || bad.Code != "too-large" {
		t.Errorf("got %d bytes, %+v", len(data), bad)
	}
}
