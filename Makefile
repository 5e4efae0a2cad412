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
test: setup ## run all tests, those of the concurrent packages with the race detector too
	go test -tags $(TAGS) ./...

.PHONY: check
check: setup ## what a change must pass: format, vet, staticcheck, tidy, tests
	@test -z "$$(gofmt -l cmd dictionary internal)" || { gofmt -l cmd dictionary internal; echo 'make update formats these'; exit 1; }
	go vet -tags $(TAGS) ./...
	CGO_ENABLED=0 go vet -tags $(TAGS) ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 -tags $(TAGS) ./...
	go mod tidy -diff
	$(MAKE) test

.PHONY: update
update: setup ## rewrite what check compares: format, go.mod, golden files
	gofmt -w cmd dictionary internal
	go mod tidy
	go test -tags $(TAGS) $$(grep -rl '"update", false' --include '*_test.go' . | xargs -n 1 dirname | sort -u) -update
