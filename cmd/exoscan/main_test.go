package main

import (
	"flag"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the golden output of the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"exoscan": main})
}

// TestScripts runs every testdata/script/<verb>-<case>.txtar with exoscan in a process of its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("TESSDATA_PREFIX", os.Getenv("TESSDATA_PREFIX"))
			return nil
		},
	})
}
