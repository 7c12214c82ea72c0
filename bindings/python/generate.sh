#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes what is generated of the Python package: the wrapper (SWIG) and the statuses. Users need neither SWIG nor this.
set -eu
cd "$(dirname "$0")"
. ../swig.sh
python3 ../names.py python src/flightmem/_names.py
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$SWIG" -python -builtin -Wall -Werror -I../../include -I.. -outdir "$scratch" -o src/flightmem/_core_wrap.c ../flightmem.i
