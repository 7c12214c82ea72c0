#!/bin/sh
# SPDX-License-Identifier: MIT
# Bytes of code and of constants of each rung of lib/, from the objects of the shared libraries, held against bench/size.gate: each rung has
# a line there. Those of libflightmem.so without layout together have at most 96 KiB of code, platform facts at most 96 KiB of constants.
# Usage: code-size.sh BUILD_FOLDER   (an optimised build without instrumentation). Prints rung, code, constants, gate, by tabs.
# Environment: FM_SIZE_GATE, another file of gates.
set -eu
build=${1:?usage: code-size.sh BUILD_FOLDER}
gate=${FM_SIZE_GATE:-$(dirname "$0")/../bench/size.gate}
status=0 sum=0

for folder in "$build"/lib/*/; do
	rung=$(basename "$folder")
	objects=$(find "$folder" -path '*/.libs/*.o' \( -name 'libflightmem_internal*' -o -name 'libflightmem_ffi_internal*' \) | sort)
	[ -n "$objects" ] || continue
	# shellcheck disable=SC2086
	row=$(size -A $objects | awk '/^\.text/ { code += $2 } /^\.(rodata|data\.rel\.ro)/ { constants += $2 } END { print code + 0, constants + 0 }')
	code=${row% *} constants=${row#* }
	limit=$(awk -v rung="$rung" '$1 == rung { print $2 }' "$gate")
	facts=$(awk -v rung="$rung" '$1 == rung { print $3 }' "$gate")
	printf '%s\t%s\t%s\t%s\n' "$rung" "$code" "$constants" "${limit:--}"
	if [ -z "$limit" ] || [ -z "$facts" ]; then
		echo "lib/$rung: no line in bench/size.gate" >&2
		status=1
		continue
	fi
	[ "$code" -le "$limit" ] || { echo "lib/$rung: $code bytes of code, the gate is $limit" >&2; status=1; }
	[ "$constants" -le "$facts" ] || { echo "lib/$rung: $constants bytes of constants, the gate is $facts" >&2; status=1; }
	[ "$rung" = layout ] || [ "$rung" = ffi ] || sum=$((sum + code))
	[ "$rung" != platform ] || [ "$constants" -le 98304 ] || { echo "platform facts: $constants bytes, 98304 are allowed" >&2; status=1; }
done
[ "$sum" -gt 0 ] || { echo "no object of a rung was found in $build" >&2; status=1; }
[ "$sum" -le 98304 ] || { echo "run-time rungs: $sum bytes of code together, 98304 are allowed" >&2; status=1; }
exit $status
