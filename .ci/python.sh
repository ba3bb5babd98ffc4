#!/bin/sh
# Makes the virtual environment named as $1, or says exactly what is missing.
set -eu
folder=$1
if [ -x "$folder/bin/python" ]; then exit 0; fi
found=
# The plain python3 first: the package python3-venv belongs to it.
for name in python3 python3.14 python3.13 python3.12 python3.11; do
  if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    found=$name
    break
  fi
done
if [ -z "$found" ]; then
  echo "Kokko needs Python 3.11 or newer. On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2
  exit 1
fi
if ! "$found" -c 'import ensurepip, venv' >/dev/null 2>&1; then
  sh .ci/system.sh "$found -c 'import ensurepip, venv'" python3-venv
fi
echo "Making $folder with $($found --version) …"
"$found" -m venv "$folder"
