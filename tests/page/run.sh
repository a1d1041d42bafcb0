#!/bin/sh
# Looks at the pages of `tearline read --format html`, `tearline weigh --format html` and of packets with a browser; says so where there is none to look with, which where
# CI is set is a failure.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
skip() {
	echo "SKIPPED the look at the page: $1" >&2
	[ -z "${CI:-}" ] || exit 1
	exit 0
}
command -v node >/dev/null && command -v npm >/dev/null || skip "Node is not installed"
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip "Chromium is not installed"
[ -d "$here/node_modules/playwright-core" ] || (cd "$here" && npm ci --silent) || skip "its packages cannot be had"
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
cd "$root"
tearline() { "${CARGO:-cargo}" run --quiet --package tearline -- "$@"; }
tearline read --format html --out "$pages/one.html" tests/page/strait.html
tearline read --format html --out "$pages/many.html" tests/page/strait.html examples/walk
tearline demo "$pages/demo" >/dev/null
tearline --case "$pages/demo/lethal-aid.tearline" weigh --format html >"$pages/judgement.html"
# The page of a packet with everything in it, as a test of the program holds it.
awk 'parts >= 2 { print } /^---$/ { parts++ }' crates/disclose/src/packet/suite/snapshots/*looks__html_full.snap >"$pages/packet.html"
cd "$here"
node check.mjs "$chromium" "$pages/one.html" "$pages/many.html" "$pages/judgement.html" "$pages/demo/packet/packet.html" "$pages/packet.html"
