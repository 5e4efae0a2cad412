package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// job is what the Kubernetes manifest says that must agree with the program, the container and itself.
type job struct {
	Kind string
	Spec struct {
		CompletionMode string `yaml:"completionMode"`
		Completions    int
		Parallelism    int
		Template       struct {
			Spec struct {
				RestartPolicy string `yaml:"restartPolicy"`
				Containers    []struct {
					Image        string
					Command      []string
					Args         []string
					Resources    struct{ Requests struct{ CPU string } }
					VolumeMounts []struct {
						Name      string
						MountPath string `yaml:"mountPath"`
						ReadOnly  bool   `yaml:"readOnly"`
					} `yaml:"volumeMounts"`
				}
				Volumes []struct{ Name string }
			}
		}
	}
}

// TestKubernetesJob holds the manifest to itself and to the Dockerfile, and then does what its pods do, one after
// the other: together they must come to what one run of the whole folder writes.
func TestKubernetesJob(t *testing.T) {
	var j job
	if err := yaml.Unmarshal(read(t, "../../deploy/kubernetes-job.yaml"), &j); err != nil {
		t.Fatal(err)
	}
	pod := j.Spec.Template.Spec
	if j.Kind != "Job" || j.Spec.CompletionMode != "Indexed" || j.Spec.Completions < 2 || j.Spec.Parallelism != j.Spec.Completions || pod.RestartPolicy != "Never" || len(pod.Containers) != 1 {
		t.Fatalf("the manifest is %+v", j)
	}
	c := pod.Containers[0]
	dockerfile := string(read(t, "../../Dockerfile"))
	if name, _, _ := strings.Cut(c.Image, ":"); !strings.Contains(dockerfile, "docker build -t "+name+" ") || !strings.Contains(dockerfile, "/usr/bin/exoscan\n") {
		t.Errorf("image %q is not the one the Dockerfile makes", c.Image)
	}
	if !slices.Equal(c.Command, []string{"sh", "-c"}) || len(c.Args) != 1 {
		t.Fatalf("the pod runs %q %q", c.Command, c.Args)
	}
	line := c.Args[0]
	if !strings.Contains(line, fmt.Sprintf("--shard $((JOB_COMPLETION_INDEX + 1))/%d", j.Spec.Completions)) {
		t.Errorf("%q does not split by the %d completions", line, j.Spec.Completions)
	}
	// Without a limit of processors the default is all that the node has, and memory is for what was asked for.
	if !strings.Contains(line, "--jobs "+c.Resources.Requests.CPU+" ") && !strings.Contains(line, "--jobs "+c.Resources.Requests.CPU+"\n") {
		t.Errorf("%q: other jobs than the %s processors asked for", line, c.Resources.Requests.CPU)
	}
	lists(t, 60)
	want := whole(t, "in")
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	local := map[string]string{"photos": "in", "results": "out"} // what a mount is here
	for _, m := range c.VolumeMounts {
		if !slices.ContainsFunc(pod.Volumes, func(v struct{ Name string }) bool { return v.Name == m.Name }) {
			t.Errorf("there is no volume %q", m.Name)
		}
		if m.ReadOnly != (m.Name == "photos") || !strings.Contains(line, m.MountPath) {
			t.Errorf("mount %+v, in %q", m, line)
		}
		line = strings.ReplaceAll(line, m.MountPath, filepath.Join(here, local[m.Name]))
	}
	if err := os.Mkdir("out", 0o755); err != nil {
		t.Fatal(err)
	}
	// The same folder under the same name, so that the results can be compared.
	line = strings.ReplaceAll(line, filepath.Join(here, "in"), "in")
	for i := range j.Spec.Completions {
		cmd := exec.Command(c.Command[0], c.Command[1], line)
		cmd.Env = append(os.Environ(), fmt.Sprintf("JOB_COMPLETION_INDEX=%d", i))
		if code, stderr := run(t, cmd); code != 0 {
			t.Fatalf("pod %d: exit %d: %s", i, code, stderr)
		}
	}
	shards, err := filepath.Glob("out/shard-*.ndjson")
	if err != nil || len(shards) != j.Spec.Completions {
		t.Fatalf("the pods wrote %q, %v", shards, err)
	}
	if code, stderr := run(t, exoscan(append([]string{"merge", "--output", "all.ndjson"}, shards...)...)); code != 0 {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	if got := read(t, "all.ndjson"); !bytes.Equal(got, want) {
		t.Errorf("the results differ: %s", firstDifference(got, want))
	}
}

// TestGNUParallel runs the line of the README, and merges what it wrote.
func TestGNUParallel(t *testing.T) {
	line := regexp.MustCompile("`(parallel exoscan [^`]+)`").FindSubmatch(read(t, "../../README.md"))
	if line == nil {
		t.Fatal("the README has no line for GNU parallel")
	}
	if out, err := exec.Command("parallel", "--version").Output(); err != nil || !bytes.HasPrefix(out, []byte("GNU parallel")) {
		t.Skip("GNU parallel is not installed: apt-get install parallel")
	}
	lists(t, 60)
	if err := os.Rename("in", "photos"); err != nil {
		t.Fatal(err)
	}
	want := whole(t, "photos")
	// Some of the lists are not UTF-8, which is 3 here, and parallel counts the jobs that failed.
	cmd := exec.Command("bash", "-c", strings.ReplaceAll(string(line[1]), "--jobs", "-q --allow-unreadable --jobs"))
	cmd.Env = append(os.Environ(), "PARALLEL=--will-cite")
	if code, stderr := run(t, cmd); code != 0 {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	shards, err := filepath.Glob("[0-9]*.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	if code, stderr := run(t, exoscan(append([]string{"merge", "--output", "all.ndjson"}, shards...)...)); code != 0 {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	if got := read(t, "all.ndjson"); !bytes.Equal(got, want) {
		t.Errorf("the results differ: %s", firstDifference(got, want))
	}
}

// TestVulnerabilityCheck holds the script to its word: it passes where nothing was found, fails where something was,
// and never passes in silence where it could not look. Go and curl are stand-ins.
func TestVulnerabilityCheck(t *testing.T) {
	script, err := filepath.Abs("../../.ci/vuln")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name      string
		curl, gov int // their exit codes
		args      []string
		code      int
		says      string
	}{
		{"nothing found", 0, 0, nil, 0, ""},
		{"something found", 0, 1, nil, 1, ""},
		{"something found, in make check", 0, 1, []string{"--offline-ok"}, 1, ""},
		{"out of reach", 6, 0, nil, 2, "NOT CHECKED for known vulnerabilities: https://vuln.go.dev cannot be reached"},
		{"out of reach, in make check", 6, 0, []string{"--offline-ok"}, 0, "NOT CHECKED for known vulnerabilities: https://vuln.go.dev cannot be reached"},
	} {
		dir := t.TempDir()
		for name, code := range map[string]int{"curl": test.curl, "go": test.gov} {
			if err := os.WriteFile(filepath.Join(dir, name), fmt.Appendf(nil, "#!/bin/sh\necho \"$@\" >>%q\nexit %d\n", filepath.Join(dir, name+".ran"), code), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command(script, test.args...)
		cmd.Env = append(os.Environ(), "PATH="+dir+":"+os.Getenv("PATH"), "GOVULNDB=", "TAGS=")
		code, stderr := run(t, cmd)
		if code != test.code || !strings.Contains(stderr, test.says) || (stderr != "") != (test.says != "") {
			t.Errorf("%s: exit %d, %q", test.name, code, stderr)
		}
		ran, err := os.ReadFile(filepath.Join(dir, "go.ran"))
		if looked := err == nil; looked != (test.curl == 0) || looked && !strings.HasSuffix(string(ran), "-db https://vuln.go.dev -tags nodynamic ./...\n") {
			t.Errorf("%s: it ran go %q, %v", test.name, ran, err)
		}
	}
}
