# Everything the project does, by name. `make serve` and `make test` are all that a newcomer needs; each finds the tools
# it needs, installs those it may, pinned, into .tools/ and www/node_modules, and says which others are missing.

SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8080
HALF ?= dev
BASE ?= HEAD
PARTS ?= unseen --write
export PATH := $(CURDIR)/.tools/bin:$(HOME)/.cargo/bin:$(PATH)
export CARGO_TERM_COLOR ?= auto
# a backtrace names its lines; what else a debugger wants only makes compiling and linking slower
export CARGO_PROFILE_DEV_DEBUG ?= line-tables-only
TOOLS := bash .tools.sh
# a hook that fails or never ends leaves a server or a browser behind it: the run ends all the same, and says why
NODE_TEST := node --test --test-timeout=900000 --test-force-exit
NODE_MODULES := www/node_modules/.package-lock.json
WASM := www/pkg/langkinh_bg.wasm
RUST_SOURCES := $(shell find src Cargo.toml Cargo.lock -type f 2>/dev/null)
OLDEST := $(shell sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)

.PHONY: help build build-tools serve test test-beside test-in-browsers test-tools test-rust test-work test-wasm test-package test-page test-articles test-all test-hosts test-supply test-spark test-fresh fuzz check site release bench bench-many lighthouse package articles score rules same gained errors peers fixtures pictures lint format test-payloads clean

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

build: build-tools $(WASM) ## the module and the page, ready to serve from www/
	node www/tools/build.mjs
	-@node www/tools/size.mjs

build-tools: # no more than the page itself needs
	$(TOOLS) cc rust node

$(NODE_MODULES): www/package.json www/package-lock.json
	$(TOOLS) node
	cd www && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
	touch $@

$(WASM): $(RUST_SOURCES) $(NODE_MODULES) www/tools/glue.mjs www/tools/optimize.mjs
	$(TOOLS) cc rust wasm-bindgen
	cargo build --locked --profile module --lib --target wasm32-unknown-unknown
	wasm-bindgen --target web --experimental-reset-state-function --out-dir www/pkg \
	  target/wasm32-unknown-unknown/module/langkinh.wasm
	node www/tools/glue.mjs
	node www/tools/optimize.mjs $@

serve: build ## the page on localhost (PORT=8080)
	node www/tools/serve.mjs --port $(PORT) --open

# what drives browsers waits much of the time, and a compiler fills it: side by side they take less; a failure of one lets the other end
test: test-tools ## every test
	$(MAKE) --no-print-directory test-beside & beside=$$!; \
	  $(MAKE) --no-print-directory test-in-browsers; in_browsers=$$?; \
	  wait $$beside && exit $$in_browsers

test-beside: test-rust test-work test-articles test-wasm

test-in-browsers: lint test-package test-page

test-tools: # whatever is missing is said at once, not after minutes of work, and nothing is installed twice side by side
	$(TOOLS) cc python rust node ruff browser firefox wasm-bindgen wasm-pack

lint: $(NODE_MODULES) ## format and lints of JavaScript, CSS and Python
	cd www && npm run --silent lint
	$(TOOLS) ruff
	.tools/ruff/bin/ruff check --quiet tests examples
	.tools/ruff/bin/ruff format --quiet --check tests examples

format: $(NODE_MODULES) ## writes JavaScript, CSS, Python and Rust as `make test` wants them
	cd www && npm run --silent format
	$(TOOLS) ruff
	.tools/ruff/bin/ruff check --quiet --fix tests examples
	.tools/ruff/bin/ruff format --quiet tests examples
	cargo fmt

check: ## what a change of a rule or a table should pass before anything else, in under three minutes
	$(TOOLS) cc rust
	cargo fmt --check
	cargo clippy --locked --lib --bins --tests -- -D warnings
	cargo test --locked --quiet --lib --test gold $(if $(wildcard tests/rules.rs),--test rules)

test-rust: ## format, lints, documentation, units, gold articles, properties, the command
	$(TOOLS) cc rust
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked --lib --target wasm32-unknown-unknown -- -D warnings
	cargo test --locked
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps

# a pass of the compiler that makes every edge of the control flow call a counter (tests/work/count.rs)
WORK_FLAGS := -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 -Cllvm-args=-sanitizer-coverage-trace-pc

test-work: ## the work of the analysis is linear in the text, whatever the text repeats: counted, not timed
	$(TOOLS) cc rust
	RUSTFLAGS="$(WORK_FLAGS)" cargo run --quiet --locked --manifest-path tests/work/Cargo.toml \
	  --target-dir target/work --target "$$(rustc -vV | sed -n 's/^host: //p')"

test-articles: ## what stores, rebuilds and compares the articles of the development set
	$(TOOLS) python
	python3 -m unittest discover --quiet -s tests/articles
	python3 -m unittest discover --quiet -s tests/peers

test-wasm: $(NODE_MODULES) ## wasm-pack test in Node and in headless Chromium
	$(TOOLS) rust wasm-pack wasm-bindgen browser
	bash tests/wasm.sh

test-package: package ## module and first load within their sizes, the archive installed into an empty project, panics survived
	$(TOOLS) rust browser
	node www/tools/size.mjs
	$(NODE_TEST) --test-concurrency=2 tests/package/*.test.mjs

test-page: build ## types of the page's code; the page in Chromium, its flows and the element in other pages in Firefox too
	$(TOOLS) browser firefox
	cd www && npm run --silent types
	BUNDLED=1 $(NODE_TEST) --test-concurrency=1 tests/page/*.test.mjs
	BUNDLED=1 $(NODE_TEST) --test-concurrency=2 tests/page/flows/*.test.mjs tests/embed/*.test.mjs

test-payloads: build ## thousands of hostile texts in the real page, four ways in (PAYLOADS=200 for about so many)
	$(TOOLS) python browser firefox
	bash tests/page/payloads/fetch.sh
	node --test --test-timeout=3600000 tests/page/payloads/*.test.mjs

test-all: test test-payloads test-hosts test-supply test-spark test-fresh fuzz ## also what is heavy: hostile texts, other hosts of the package, licenses, the oldest Rust, Spark, a bare machine, fuzzing

test-hosts: package ## the archive in webpack, Parcel, Next.js, Deno, Bun and vitest
	$(TOOLS) rust browser
	cd www/tools/hosts && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
	$(NODE_TEST) tests/package/hosts/*.test.mjs

test-supply: ## licenses, duplicates and sources of what we build on, and the oldest Rust that we promise
	$(TOOLS) rust cargo-deny
	cargo deny check licenses bans sources
	rustup toolchain install --profile minimal $(OLDEST)
	cargo +$(OLDEST) check --locked --lib --bins --target-dir target/oldest

.tools/spark/installed: examples/spark/requirements.txt
	$(TOOLS) python
	python3 -m venv .tools/spark
	.tools/spark/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

test-spark: .tools/spark/installed ## the example for Spark, in its local mode
	$(TOOLS) cc rust java
	cargo build --locked --release --bin langkinh
	PYSPARK_PYTHON=$(CURDIR)/.tools/spark/bin/python SPARK_LOCAL_IP=127.0.0.1 .tools/spark/bin/python -m unittest examples/spark/test_spark.py

test-fresh: ## both commands of the README on a bare machine, where root and debootstrap are at hand
	@if [ "$$(id -u)" = 0 ] && type -P debootstrap >/dev/null; then bash tests/fresh.sh; else echo "left out: tests/fresh.sh wants root and debootstrap"; fi

# each in fuzz/fuzz_targets; what they find new is kept in target/fuzz, what they begin with is in fuzz/corpus
FUZZ_TARGETS := analyze assembled mutated offsets around jsonl

fuzz: $(NODE_MODULES) ## new random texts for the properties and for the page's readers, then each target of fuzz/ (SECONDS=60 each)
	$(TOOLS) rust cargo-fuzz
	PROPERTIES=20000 cargo test --release --locked --test properties
	DRAWN=20000 $(NODE_TEST) tests/page/drawn.test.mjs
	rustup toolchain install --profile minimal nightly
	set -e; for target in $(FUZZ_TARGETS); do mkdir -p target/fuzz/$$target fuzz/corpus/$$target; \
	  cargo +nightly fuzz run --sanitizer none $$target target/fuzz/$$target fuzz/corpus/$$target -- \
	    -max_total_time=$(or $(SECONDS),60) -dict=fuzz/vietnamese.dict -max_len=4096 -timeout=30 -print_final_stats=1; done

articles: ## the texts of the development set, from their sources; says which are missing (MIRROR=, TEXTS=)
	python3 tests/articles/rebuild.py $(if $(MIRROR),--mirror "$(MIRROR)") $(if $(TEXTS),--texts "$(TEXTS)")

score: ## precision, recall and F1 on the development set, by kind of news (HALF=unseen for the half only measured)
	ARTICLES=$(HALF) cargo test --quiet --locked --test articles -- --nocapture

rules: ## what each rule contributes on the development half, written into tests/articles/RULES.md
	python3 tests/articles/rules.py

same: ## what differs between the analyses of a commit and those of now (BASE=commit, TEXTS=folder of more texts)
	python3 tests/articles/same.py "$(BASE)" $(if $(TEXTS),--texts "$(TEXTS)")

gained: ## spans and facts gained and lost since a commit on the development half (BASE=commit)
	python3 tests/articles/same.py "$(BASE)" --gained

errors: ## target/errors.html: gold and found side by side, with the rule of each span
	python3 tests/articles/errors.py

.tools/peers/installed: tests/peers/requirements.txt
	python3 -m venv .tools/peers
	.tools/peers/bin/pip install --quiet --disable-pip-version-check --no-deps --requirement $<
	touch $@

peers: .tools/peers/installed ## beside underthesea's NER on the same articles; the table goes into tests/ACCURACY.md
	python3 tests/peers/compare.py .tools/peers/bin/python $(PARTS)

bench: build ## speed of the analyzer, beside the floor; what the page feels like with a text of 5 MB
	cargo bench --locked --bench analyze
	node www/tools/bench.mjs
	node www/tools/responsive.mjs

bench-many: build ## a thousand articles in the page: time, memory, tables (ARTICLES=)
	node www/tools/bench-many.mjs $(ARTICLES)

lighthouse: build ## what Lighthouse says of the page, as a phone and as a desktop
	$(TOOLS) browser
	node www/tools/lighthouse.mjs

package: build ## langkinh-VERSION.tgz
	node www/tools/package.mjs

site: build ## the page as files for a static host, in target/site (examples/hosting says how)
	node www/tools/site.mjs target/site

# the platforms that this machine can link for: its own, and Linux without any library of the system's
STATIC := x86_64-unknown-linux-musl aarch64-unknown-linux-musl
RELEASE := target/langkinh-$(VERSION)

release: package site ## everything that would be published, in target/langkinh-VERSION; publishes nothing
	rm -rf $(RELEASE)
	mkdir -p $(RELEASE)
	cargo package --locked
	cp target/package/langkinh-$(VERSION).crate langkinh-$(VERSION).tgz $(RELEASE)/
	tar -C target/site --owner=0 --group=0 --sort=name -czf $(RELEASE)/langkinh-page-$(VERSION).tar.gz .
	cargo build --locked --release --bin langkinh
	tar -C target/release --owner=0 --group=0 -czf $(RELEASE)/langkinh-$(VERSION)-$$(rustc --print host-tuple).tar.gz langkinh
	for target in $(STATIC); do \
	  rustup --quiet target add $$target && \
	  cargo rustc --locked --release --bin langkinh --target $$target -- -C linker=rust-lld && \
	  tar -C target/$$target/release --owner=0 --group=0 -czf $(RELEASE)/langkinh-$(VERSION)-$$target.tar.gz langkinh || exit 1; \
	done
	cd $(RELEASE) && sha256sum * > SHA256SUMS && cat SHA256SUMS

fixtures: $(NODE_MODULES) ## the files that the tests of the formats read (LibreOffice), the floors of the annotated articles and the tables of tests/ACCURACY.md
	node tests/page/fixtures/make.mjs
	GOLD_FLOORS=write cargo test --quiet --locked --test gold --test articles
	bash tests/accuracy.sh

pictures: build ## the pictures of the README
	$(TOOLS) browser
	node www/tools/pictures.mjs

clean: ## what builds made
	rm -rf target www/pkg www/dist www/sw.js www/lang-kinh.min.js langkinh-*.tgz
