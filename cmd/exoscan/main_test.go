package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the golden output of the scripts")

func TestMain(m *testing.M) {
	// Workers are started by the path of the program, which here is that of the test binary.
	if len(os.Args) == 2 && os.Args[1] == "worker" {
		main()
	}
	testscript.Main(m, map[string]func(){"exoscan": main})
}

// TestScripts runs every testdata/script/<verb>-<case>.txtar with exoscan in a process of its own.
func TestScripts(t *testing.T) {
	photos, err := filepath.Abs("../../testdata/photos")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PHOTOS", photos)
			if cache, err := os.UserCacheDir(); err == nil {
				env.Setenv("XDG_CACHE_HOME", cache) // pdfium is compiled once, not in each script
			}
			env.Setenv("TESSDATA_PREFIX", os.Getenv("TESSDATA_PREFIX"))
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "tesseract" {
				return exec.Command("exoscan", "doctor").Run() == nil, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"code": code},
	})
}

// code checks the exit code of a command: code 3 exoscan scan missing.jpg
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N COMMAND...")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if want := args[0]; fmt.Sprint(got) != want {
		ts.Fatalf("exit code %d, want %s", got, want)
	}
}
