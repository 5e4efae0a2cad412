.PHONY: build
build:
	go build -o bin/exoscan ./cmd/exoscan
