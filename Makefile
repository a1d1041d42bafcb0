# The front door. Every target installs what it needs on a fresh Debian machine with Rust.

CARGO ?= cargo
# Where there is no Node, what needs it is left out, and that is said.
WITH_NODE := $(if $(shell command -v npm),,@echo left out since there is no Node:)

.PHONY: run test lint eval bench docs walk

# Walks the whole way on the sample; on a terminal the desk then opens in the browser.
run: ready page
	$(CARGO) run --release --quiet --package tearline -- demo
	@if [ -t 1 ]; then $(CARGO) run --release --quiet --package tearline -- serve --demo; \
		else echo "The desk opens in the browser with: tearline serve --demo"; fi

test: ready page nextest browser postgres
	$(CARGO) test --workspace --doc --quiet
	$(CARGO) nextest run --workspace --no-fail-fast
	tests/page/run.sh
	$(WITH_NODE) npm test --prefix web

# Walks the desk in a browser, and looks at every screen with axe.
walk: ready page browser
	$(CARGO) build --quiet --package tearline
	web/tests/run.sh

lint: ready page
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --quiet -- --deny warnings
	RUSTDOCFLAGS="--deny warnings" $(CARGO) doc --workspace --no-deps --quiet
	$(CARGO) run --quiet --package xtask -- tidy
	$(WITH_NODE) npm run check --prefix web

# Needs the corpora in ../shared.
eval: ready
	$(CARGO) run --release --quiet --package xtask -- eval all

# Needs the corpora in ../shared; skips the peer where Python or its packages cannot be had.
bench: ready nextest postgres
	$(CARGO) run --release --quiet --package xtask -- bench read
	$(CARGO) run --release --quiet --package xtask -- bench roots
	$(CARGO) run --release --quiet --package xtask -- bench weigh
	$(CARGO) run --release --quiet --package xtask -- bench packet
	$(CARGO) run --release --quiet --package xtask -- bench release
	$(CARGO) run --release --quiet --package xtask -- bench store --sizes 10000,200000
	TEARLINE_KILLS=500 $(CARGO) nextest run --workspace --profile bench --no-capture --filterset 'test(nothing_that_was_acknowledged)'

docs: ready
	$(CARGO) run --release --quiet --package xtask -- docs

# A C compiler builds SQLite.
.PHONY: ready page nextest browser postgres
# The screens of the desk, which the program carries.
page: web/dist/index.html web/node_modules
web/node_modules: web/package-lock.json
	$(WITH_NODE) npm ci --no-audit --no-fund --prefix web
	@if [ -d $@ ]; then touch $@; fi
web/dist/index.html: web/node_modules $(shell find web/src web/public web/index.html web/vite.config.ts -type f)
	$(WITH_NODE) npm run build --prefix web

ready:
	@command -v $(CARGO) >/dev/null || { echo "Rust is missing: see https://rustup.rs" >&2; exit 1; }
	@command -v cc >/dev/null || { apt-get update && apt-get install --yes build-essential; }

nextest:
	@$(CARGO) nextest --version >/dev/null 2>&1 || $(CARGO) install cargo-nextest --locked

# Both stores are tested; where no server can be had, its tests are skipped and say so.
postgres:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null \
		|| { apt-get update && apt-get install --yes postgresql; } || echo "PostgreSQL cannot be installed here" >&2

# Looks at the page of `tearline read`; where it cannot be had, that look is skipped and says so.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
		|| { apt-get update && apt-get install --yes chromium; } || echo "Chromium cannot be installed here" >&2
