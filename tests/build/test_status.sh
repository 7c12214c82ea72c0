#!/bin/sh
# SPDX-License-Identifier: MIT
# The registry of statuses can't be renumbered: scripts/generate-status.py refuses each fault, names it, and writes nothing.
set -eu
src=$(cd "${top_srcdir:-.}" && pwd)
python3 -c 'import yaml' 2> /dev/null || { echo "python3 with yaml is not installed (apt-get install python3-yaml)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

fresh()
{
	rm -rf "$scratch/tree"
	mkdir -p "$scratch/tree/data" "$scratch/tree/scripts" "$scratch/tree/include/flightmem" "$scratch/tree/lib/base" "$scratch/tree/docs"
	cat "$src/data/status.yaml" > "$scratch/tree/data/status.yaml"
	cat "$src/data/status.frozen" > "$scratch/tree/data/status.frozen"
	cp "$src/scripts/generate-status.py" "$scratch/tree/scripts/"
}

outputs()
{
	find "$scratch/tree/include" "$scratch/tree/lib" "$scratch/tree/docs" -type f
}

# refuses WHAT SED_SCRIPT MESSAGE
refuses()
{
	fresh
	echo 'FM_E_BUSY -8' >> "$scratch/tree/data/status.frozen"
	sed -i "$2" "$scratch/tree/data/status.yaml"
	! cmp -s "$scratch/tree/data/status.yaml" "$src/data/status.yaml" || { echo "$1: nothing was planted"; status=1; }
	if python3 "$scratch/tree/scripts/generate-status.py" > "$scratch/out" 2>&1 || ! grep -q -- "$3" "$scratch/out"; then
		echo "generate-status.py lets pass: $1"
		cat "$scratch/out"
		status=1
	fi
	[ -z "$(outputs)" ] || { echo "generate-status.py writes although it refuses: $1"; status=1; }
}

refuses "a released status is renamed" 's/name: FM_E_BUSY/name: FM_E_IN_USE/' 'FM_E_BUSY is -8 for ever'
refuses "two released statuses are swapped" 's/FM_E_BUSY/FM_E_X/; s/FM_E_DOUBLE/FM_E_BUSY/; s/FM_E_X/FM_E_DOUBLE/' 'FM_E_BUSY is -8 for ever'
refuses "a status before it is removed" '/code: -7,/d; s/code: -8,/code: -7,/' 'without a gap'
refuses "a code is given twice" 's/code: -7,/code: -8,/' 'without a gap'
refuses "the last status moves" 's/code: -20,/code: -21,/' 'without a gap'
refuses "a name is given twice" 's/FM_E_STALE/FM_E_DOUBLE/' 'a name is given twice'
refuses "a kind that is none" 's/name: FM_E_STALE, kind: misuse/name: FM_E_STALE, kind: odd/' 'kind is one of'
refuses "an empty text" 's/text: "an argument is missing or outside its range"/text: ""/' 'text and remedy'

fresh
echo 'FM_E_BUSY -8' >> "$scratch/tree/data/status.frozen"
python3 "$scratch/tree/scripts/generate-status.py"
for file in include/flightmem/status.h lib/base/status.c docs/status.md; do
	cmp "$src/$file" "$scratch/tree/$file" || { echo "$file is not what data/status.yaml says: scripts/generate-bindings.sh"; status=1; }
done
exit $status
