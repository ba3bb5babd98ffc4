#!/bin/sh
# Runs the command $1; if it fails, installs the Debian packages named after it where that is allowed, else says which command does it.
set -eu
check=$1
shift
if sh -c "$check" >/dev/null 2>&1; then exit 0; fi
if command -v apt-get >/dev/null 2>&1; then
  run=
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then run="sudo -n"; else run=no; fi
  fi
  if [ "$run" != no ]; then
    echo "Installing system packages: $* …"
    if $run apt-get update -qq >/dev/null &&
      $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null &&
      sh -c "$check" >/dev/null 2>&1; then exit 0; fi
  fi
  echo "Something is missing on this computer. Please run: sudo apt-get install --no-install-recommends $*" >&2
  echo "and then the same make command again." >&2
else
  echo "Something is missing on this computer: the libraries or tools that Debian calls $*." >&2
  echo "The README says how to install them on macOS and Windows." >&2
fi
exit 1
