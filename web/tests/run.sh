#!/bin/sh
# Walks the desk in a browser on the real program. Skipped, and said so, where there is no Node or no Chromium.
# TEARLINE_BIN names the program (target/debug/tearline where not given); TEARLINE_STORE a store to copy, else the sample is made.
set -eu
cd "$(dirname "$0")/.."
if ! command -v node >/dev/null 2>&1; then echo "SKIPPED: the desk was not walked, there is no Node here"; exit 0; fi
if [ -z "${CHROMIUM:-}" ] && ! [ -x /usr/bin/chromium ] && ! [ -x /usr/bin/chromium-browser ] && ! [ -x /usr/bin/google-chrome ]; then
  echo "SKIPPED: the desk was not walked, there is no Chromium here (CHROMIUM names one)"; exit 0
fi
[ -d node_modules ] || npm ci --no-audit --no-fund
[ -f dist/index.html ] || npm run build
TEARLINE_BIN="${TEARLINE_BIN:-$(cd .. && pwd)/target/debug/tearline}"
export TEARLINE_BIN
mkdir -p tests/seen
node tests/journeys.mjs "$@"
[ $# -gt 0 ] || node tests/look.mjs
