#!/bin/sh
# Chromium, Node and axe-core for the browser tests: installed on Debian as root; elsewhere, one line says what is missing.
here=$(cd "$(dirname "$0")" && pwd)

missing() {
  command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || printf " chromium"
  command -v node >/dev/null || printf " nodejs"
  command -v npm >/dev/null || printf " npm"
  command -v pdftoppm >/dev/null || printf " poppler-utils"
}

# Without its windows Chromium is lighter to install, and draws a page for two thirds of the work.
lighter() {
  command -v chromium-headless-shell >/dev/null || apt-cache show chromium-headless-shell 2>/dev/null | sed -n "s/^Package:/ /p;q"
}

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && [ -n "$(missing)$(lighter)" ]; then
  apt-get update -q >/dev/null
  shell=$(lighter)
  apt-get install -y -q --no-install-recommends $shell $(missing | sed "s/ chromium/${shell:- chromium}/") fonts-noto-core >/dev/null
fi
if [ -n "$(missing)" ]; then
  echo "the browser tests need:$(missing) (on Debian: apt-get install$(missing))" >&2
  exit 2
fi
# The version stands in package.json; what npm fetches stays in node_modules, which git ignores.
# A network that does not answer is told after two minutes.
wanted=$(sed -n 's/.*"axe-core": "\(.*\)".*/\1/p' "$here/package.json")
grep -qs "\"version\": \"$wanted\"" "$here/node_modules/axe-core/package.json" && exit 0
(cd "$here" && npm install --no-package-lock --ignore-scripts --no-audit --no-fund --silent \
  --fetch-retries=1 --fetch-timeout=60000) && exit 0
echo "the tests of accessibility need axe-core $wanted, which npm could not fetch: cd tests/browser && npm install" >&2
exit 2
