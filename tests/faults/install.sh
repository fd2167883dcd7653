#!/bin/sh
# strace for the campaign of faults: installed on Debian as root; elsewhere, one line says what is missing.
command -v strace >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -q >/dev/null && apt-get install -y -q --no-install-recommends strace >/dev/null && exit 0
fi
echo "the faults of the system are left out: strace is missing (on Debian: apt-get install strace)" >&2
exit 0
