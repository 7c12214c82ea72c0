#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes what is generated of the Go module: the wrapper (SWIG), the statuses and constants, and the library as two files that the module
# carries. Users need neither SWIG nor this.
set -eu
cd "$(dirname "$0")"
. ../swig.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
core=flightmem/internal/core

"$SWIG" -go -cgo -intgosize 64 -Wall -Werror -I../../include -I.. -outdir "$core" -o "$core/core_wrap.c" ../flightmem.i
python3 ../names.py go flightmem/names.go

# The module proxy and `go mod vendor` carry only what lies beside Go files, so the library lies there too; -tags flightmem_system leaves it out.
python3 ../../scripts/amalgamate.py --hosted "$scratch"
{
	echo "// SPDX-License-Identifier: MIT"
	echo "//go:build !flightmem_system"
	echo
	sed 's/^#include "flightmem.h"/#include "bundled.h"/' "$scratch/flightmem.c"
} > "$core/bundled.c"
cp "$scratch/flightmem.h" "$core/bundled.h"
