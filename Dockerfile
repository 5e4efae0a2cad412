# Two stages: the compiler stays behind. Photos are mounted read-only and nothing needs the network:
#   docker build -t exoscan . && docker run --rm --network none -v "$PWD/photos:/photos:ro" exoscan scan /photos
FROM golang:1.26-bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends libtesseract-dev libleptonica-dev pkg-config \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=container
RUN go build -buildvcs=false -trimpath -tags nodynamic -ldflags "-s -w -X main.version=$VERSION" -o /exoscan ./cmd/exoscan

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends libtesseract5 liblept5 tesseract-ocr-eng \
      tesseract-ocr-kor tesseract-ocr-jpn tesseract-ocr-chi-sim tesseract-ocr-rus \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --no-create-home exoscan
COPY --from=build /exoscan /usr/bin/exoscan
USER exoscan
ENTRYPOINT ["exoscan"]
CMD ["--help"]
