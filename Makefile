# Entente. `make brief` makes the worked example; `make test` checks everything that is quick.

SWIFT ?= swift
OUT ?= out
SOURCES = Package.swift Sources Tests

.PHONY: brief site build test check-full format lint docs starter install clean tools
.DEFAULT_GOAL := brief

## Build, and write the China-Russia brief of 2 September 2002 from the starter, offline.
brief: build
	@mkdir -p $(OUT)
	.build/release/entente brief CHN RUS --third USA --as-of 2002-09-02 --starter-only -o $(OUT)/china-russia-2002.html
	.build/release/entente brief CHN RUS --third USA --as-of 2002-09-02 --starter-only -o $(OUT)/china-russia-2002.md
	@echo "open $(OUT)/china-russia-2002.html"

## The insights as a site in out/site, from the starter, offline.
site: build
	.build/release/entente check insights --starter-only
	.build/release/entente publish $(OUT)/site --starter-only
	@echo "open $(OUT)/site/index.html"

build: tools
	$(SWIFT) build -c release --product entente

## Formatting, unit, property, golden and (with the datasets) data tests. One debug build.
test: tools lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

## The slow checks as well: 50 kills, full fits, long fuzzing.
check-full: tools lint
	$(SWIFT) build --build-tests
	ENTENTE_FULL=1 $(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive --parallel --configuration .swift-format $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive --parallel --configuration .swift-format $(SOURCES)

## The reference of the library as a static site, in .build/docs.
docs:
	./docs/build.sh

## Compute the starter's results again from the archive of all datasets.
starter: build
	.build/release/entente starter build --into Sources/Starter/Data/results

PREFIX ?= /usr/local
install: build
	install -d $(PREFIX)/bin $(PREFIX)/share/entente/starter
	install -m 755 .build/release/entente $(PREFIX)/bin/entente
	cp -R Sources/Starter/Data/. $(PREFIX)/share/entente/starter/

# Installs what is missing where that can be done without asking, and names it otherwise.
tools:
	@./.ci/tools

clean:
	rm -rf .build $(OUT)
