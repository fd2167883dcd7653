#!/bin/sh
# Chromium and Node for the browser tests: installed on Debian as root; elsewhere, one line says what is missing.
missing=""
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing="chromium"
command -v node >/dev/null || missing="$missing nodejs"
command -v pdftoppm >/dev/null || missing="$missing poppler-utils"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -q >/dev/null && apt-get install -y -q --no-install-recommends $missing fonts-noto-core >/dev/null && exit 0
fi
echo "the browser tests need: $missing (on Debian: apt-get install $missing)" >&2
exit 2
