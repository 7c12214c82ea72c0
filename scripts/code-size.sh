#!/bin/sh
# SPDX-License-Identifier: MIT
# Bytes of code and of constants of each rung of lib/, from the objects of the shared library, held against bench/size.gate.
# Usage: code-size.sh BUILD_FOLDER   (an optimised build without instrumentation). Prints rung, code, constants, gate, by tabs.
set -eu
build=${1:?usage: code-size.sh BUILD_FOLDER}
gate=$(dirname "$0")/../bench/size.gate
status=0

for folder in "$build"/lib/*/; do
	rung=$(basename "$folder")
	objects=$(find "$folder" -path '*/.libs/*.o' -name 'libflightmem_internal*' | sort)
	[ -n "$objects" ] || continue
	# shellcheck disable=SC2086
	row=$(size -A $objects | awk '/^\.text/ { code += $2 } /^\.(rodata|data\.rel\.ro)/ { constants += $2 } END { print code + 0, constants + 0 }')
	code=${row% *} constants=${row#* }
	limit=$(awk -v rung="$rung" '$1 == rung { print $2 }' "$gate")
	facts=$(awk -v rung="$rung" '$1 == rung { print $3 }' "$gate")
	printf '%s\t%s\t%s\t%s\n' "$rung" "$code" "$constants" "${limit:--}"
	[ "$code" -le "${limit:-$code}" ] || { echo "lib/$rung: $code bytes of code, the gate is $limit" >&2; status=1; }
	[ "$constants" -le "${facts:-$constants}" ] || { echo "lib/$rung: $constants bytes of constants, the gate is $facts" >&2; status=1; }
done
exit $status
