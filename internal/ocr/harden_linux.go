package ocr

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"unsafe"

	"github.com/landlock-lsm/go-landlock/landlock"
	ll "github.com/landlock-lsm/go-landlock/landlock/syscall"
	"golang.org/x/sys/unix"
)

// hardenSelf takes from this process what reading does not need. It comes after the engine has
// loaded its models; those of other languages stay readable.
func hardenSelf(dataPath string) Hardening {
	return Hardening{
		measure("core-dumps", "none are written", unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})),
		restrictFiles(dataPath),
		restrictCalls(),
	}
}

// restrictFiles leaves the language data to be read, and /dev/null, which gosseract opens to load a
// language. Networks are closed along with the files where the kernel can.
func restrictFiles(dataPath string) Measure {
	abi, err := ll.LandlockGetABIVersion()
	if err != nil || abi < 1 {
		return Measure{Name: "files", Detail: "this kernel has no landlock (Linux 5.13 and later, when switched on)"}
	}
	var rules []landlock.Rule
	if dataPath != "" {
		rules = append(rules, landlock.RODirs(dataPath))
		for _, f := range linkedModels(dataPath) {
			rules = append(rules, landlock.ROFiles(f))
		}
	}
	rules = append(rules, landlock.RWFiles(os.DevNull).IgnoreIfMissing())
	err = landlock.V7.BestEffort().Restrict(rules...)
	return measure("files", fmt.Sprintf("landlock %d: only the language data can be read", abi), err)
}

// linkedModels are the models that are links out of their folder: landlock judges where they lead.
func linkedModels(dataPath string) []string {
	var out []string
	for _, l := range languagesIn(dataPath) {
		name := filepath.Join(dataPath, l+".traineddata")
		if real, err := filepath.EvalSymlinks(name); err == nil && real != name {
			out = append(out, real)
		}
	}
	return out
}

// deniedCalls is what no reading makes: connecting, starting or touching other processes, and the
// ways around that.
func deniedCalls() []uint32 {
	return []uint32{
		unix.SYS_SOCKET, unix.SYS_SOCKETPAIR, unix.SYS_EXECVE, unix.SYS_EXECVEAT, unix.SYS_KILL, unix.SYS_PTRACE,
		unix.SYS_PROCESS_VM_READV, unix.SYS_PROCESS_VM_WRITEV, unix.SYS_PIDFD_GETFD, unix.SYS_IO_URING_SETUP,
		unix.SYS_BPF, unix.SYS_USERFAULTFD, unix.SYS_PERF_EVENT_OPEN, unix.SYS_KEYCTL, unix.SYS_ADD_KEY,
		unix.SYS_UNSHARE, unix.SYS_SETNS, unix.SYS_MOUNT,
	}
}

// auditArch is the kernel's name of the architecture the filter is for.
func auditArch() (uint32, error) {
	switch runtime.GOARCH {
	case "amd64":
		return unix.AUDIT_ARCH_X86_64, nil
	case "arm64":
		return unix.AUDIT_ARCH_AARCH64, nil
	}
	return 0, errors.New("no filter of system calls for " + runtime.GOARCH)
}

// restrictCalls denies, for every thread, the calls of deniedCalls, and all of another architecture
// or calling convention, whose numbers mean something else.
func restrictCalls() Measure {
	const name = "network and programs"
	arch, err := auditArch()
	if err != nil {
		return measure(name, "", err)
	}
	const (
		load  = unix.BPF_LD | unix.BPF_W | unix.BPF_ABS
		equal = unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K
		atNR  = 0 // offsets in struct seccomp_data
		atArc = 4
		x32   = 0x40000000 // set in the numbers of x32 calls, of which amd64 kernels may have some
	)
	denied := deniedCalls()
	n := uint8(len(denied))
	filter := []unix.SockFilter{
		{Code: load, K: atArc},
		{Code: equal, K: arch, Jf: n + 3},
		{Code: load, K: atNR},
		{Code: unix.BPF_JMP | unix.BPF_JGE | unix.BPF_K, K: x32, Jt: n + 1},
	}
	for i, call := range denied {
		filter = append(filter, unix.SockFilter{Code: equal, K: call, Jt: n - uint8(i)})
	}
	filter = append(filter,
		unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_ALLOW},
		unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_ERRNO | uint32(unix.EPERM)})
	program := unix.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return measure(name, "", fmt.Errorf("giving up privileges: %w", err))
	}
	_, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC, uintptr(unsafe.Pointer(&program)))
	if errno != 0 {
		return measure(name, "", fmt.Errorf("installing filter of system calls: %w", errno))
	}
	return measure(name, "seccomp: no sockets, no other programs, no other processes", nil)
}

// closeInherited closes what this process was born with beyond its three streams: whoever started
// the parent may have left files open. What Go's own scheduler has opened is not a file.
func closeInherited(keep ...int) Measure {
	const dir = "/proc/self/fd"
	entries, err := os.ReadDir(dir)
	if err != nil {
		return measure("descriptors", "", err)
	}
	for _, e := range entries {
		fd, err := strconv.Atoi(e.Name())
		if err != nil || fd < 3 {
			continue
		}
		kept := false
		for _, k := range keep {
			kept = kept || fd == k
		}
		if to, err := os.Readlink(filepath.Join(dir, e.Name())); err != nil || kept || strings.HasPrefix(to, "anon_inode:") {
			continue
		}
		unix.Close(fd)
	}
	return measure("descriptors", "none but its two pipes and standard error", nil)
}

// limitMemory bounds the address space of a worker that has loaded its engine: what it has, and so
// much more. The parent sets it, so that the worker cannot forget to.
func limitMemory(pid int, more int64) Measure {
	statm, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return measure("memory", "", err)
	}
	var pages int64
	if _, err := fmt.Sscan(string(statm), &pages); err != nil {
		return measure("memory", "", fmt.Errorf("reading size of worker: %w", err))
	}
	limit := uint64(min(pages*int64(os.Getpagesize()), math.MaxInt64-more) + more)
	err = unix.Prlimit(pid, unix.RLIMIT_AS, &unix.Rlimit{Cur: limit, Max: limit}, nil)
	return measure("memory", fmt.Sprintf("%d MB for each photo", more>>20), err)
}

// resident is the memory the process really uses, in bytes; 0 when that is not known.
func resident(pid int) int64 {
	statm, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0
	}
	var size, pages int64
	if _, err := fmt.Sscan(string(statm), &size, &pages); err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}

// oomKills counts the processes the kernel has killed for want of memory since it started; -1 when
// it does not say.
func oomKills() int64 {
	data, err := os.ReadFile("/proc/vmstat")
	if err != nil {
		return -1
	}
	for l := range strings.Lines(string(data)) {
		if v, ok := strings.CutPrefix(l, "oom_kill "); ok {
			n, err := strconv.ParseInt(strings.TrimSpace(v), 10, 64)
			if err != nil {
				return -1
			}
			return n
		}
	}
	return -1
}

// processAttributes: a group of its own, and death when the parent's thread that started it dies. Go
// ends threads only along with goroutines locked to them, so that is when the parent dies; should a
// worker go early it is a crash like others, and tried again.
func processAttributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

func orphans() Measure {
	return measure("orphans", "a worker is killed when its parent dies", nil)
}

// widen makes a pipe hold a megabyte, so that a photo goes through in a dozen turns and not in two
// hundred. Where the user's share of pipe memory is used up it stays as it is.
func widen(pipe *os.File) {
	if c, err := pipe.SyscallConn(); err == nil {
		_ = c.Control(func(fd uintptr) { _, _ = unix.FcntlInt(fd, unix.F_SETPIPE_SZ, 1<<20) })
	}
}
