# make help lists the targets. CGO_ENABLED=0 builds and tests without Tesseract: text mode only.

# nodynamic: HEIC is decoded in WebAssembly, not by whatever libheif the machine has.
TAGS    := nodynamic
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null)
LDFLAGS := -s -w -X main.version=$(VERSION)
PHOTO   ?= testdata/photos/label.jpg
SETUP   := .ci/setup $(if $(filter 0,$(CGO_ENABLED)),go)

# Homebrew's folders are not where the compiler looks.
ifeq ($(shell uname -s),Darwin)
BREW := $(shell brew --prefix 2>/dev/null)
export CPATH        := $(BREW)/include:$(CPATH)
export LIBRARY_PATH := $(BREW)/lib:$(LIBRARY_PATH)
endif

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: setup
setup: ## install what is missing: Tesseract, Leptonica, their headers, English
	@$(SETUP)

.PHONY: build
build: setup ## build bin/exoscan
	@go build -trimpath -tags $(TAGS) -ldflags '$(LDFLAGS)' -o bin/exoscan ./cmd/exoscan

.PHONY: scan
scan: build ## scan a label photo: one that comes with exoscan, or PHOTO=yours.jpg
	@bin/exoscan scan $(ARGS) "$(PHOTO)"

.PHONY: test
test: setup ## run all tests, those of the concurrent packages with the race detector too; fuzz for some seconds
	go test -tags $(TAGS) ./...
	go test -tags $(TAGS) -race -short ./internal/scan ./internal/journal ./internal/ocr
	@.ci/fuzz 500ms $(TAGS)

.PHONY: bench
bench: setup ## how fast and in how much memory: Go benchmarks, a folder beside GNU parallel, a growing one; PHOTOS=folder
	go test -tags $(TAGS) -run '^$$' -bench . -benchmem ./...
	go test -tags $(TAGS) ./internal/match -run TestPeers -peers 100 -v -timeout 30m
	EXOSCAN_BENCH=1 EXOSCAN_BENCH_PHOTOS='$(abspath $(PHOTOS))' go test -tags $(TAGS) -run 'TestThroughput|TestMemory' -v -timeout 60m ./cmd/exoscan

.PHONY: soak
soak: setup ## attack it for some minutes: mutated photos, fuzzing, kills
	EXOSCAN_SOAK=3000 go test -tags $(TAGS) -timeout 60m -run 'Soak|Killed' -v ./cmd/exoscan
	@for target in $$(grep -rho --include='*_test.go' '^func Fuzz[A-Za-z0-9]*' dictionary internal | cut -c6- | sort -u); do \
		dir=$$(grep -rl --include='*_test.go' "^func $$target(" dictionary internal | head -n 1 | xargs dirname); \
		go test -tags $(TAGS) -run '^$$' -fuzz "^$$target$$" -fuzztime 30s ./$$dir || exit 1; \
	done

.PHONY: packages
packages: build ## dist/: .deb, .rpm and a static text-only program
	@.ci/packages

.PHONY: packages-test
packages-test: packages ## install the .deb in a clean Debian root and scan there; needs root
	@.ci/packages-test

.PHONY: check
check: setup ## what a change must pass: format, vet, staticcheck, tidy, tests, known vulnerabilities
	@test -z "$$(gofmt -l cmd dictionary internal)" || { gofmt -l cmd dictionary internal; echo 'make update formats these'; exit 1; }
	go vet -tags $(TAGS) ./...
	CGO_ENABLED=0 go vet -tags $(TAGS) ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 -tags $(TAGS) ./...
	go mod tidy -diff
	$(MAKE) test
	@TAGS=$(TAGS) .ci/vuln --offline-ok

.PHONY: vuln
vuln: ## look for known vulnerabilities with govulncheck, which needs its database
	@TAGS=$(TAGS) .ci/vuln

# EACH labels of each condition are read. Times and CPU seconds are printed beside those of the tesseract program, and never kept.
EACH ?= 10
.PHONY: accuracy
accuracy: setup ## measure, and rewrite testdata/matching.txt and accuracy.txt; PHOTOS=folder, LISTS=folder measure yours
ifdef LISTS
	go test -tags $(TAGS) ./internal/match -run TestLists -v -lists '$(abspath $(LISTS))'
else
	$(if $(PHOTOS),,go test -tags $(TAGS) ./internal/match -run TestMatchingSheet -update -timeout 30m)
	OMP_THREAD_LIMIT=1 go test -tags $(TAGS) ./internal/reading -run TestAccuracy -v -timeout 2h -plain \
		$(if $(PHOTOS),-each-photo -photos '$(abspath $(PHOTOS))',-each $(EACH) -sheet '$(CURDIR)/testdata/accuracy.txt')
endif

.PHONY: pictures
pictures: build ## take the README's pictures of the report; needs Chromium
	@.ci/setup browser
	cd testdata/photos && ../../bin/exoscan scan --quiet --allow-unreadable --output ../../bin/report.html .
	go test -tags $(TAGS) ./internal/report -run TestPictures -pictured '$(CURDIR)/bin/report.html'

.PHONY: update
update: setup ## rewrite what check compares: format, go.mod, golden files; make accuracy has the figures
	gofmt -w cmd dictionary internal
	go mod tidy
	go test -tags $(TAGS) $$(grep -rl '"update", false' --include '*_test.go' . | xargs -n 1 dirname | sort -u | grep -v internal/match) -update
