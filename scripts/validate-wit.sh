#!/bin/bash
# SPDX-License-Identifier: MIT
# Judges the WIT: it parses and resolves, has docs and kebab names everywhere, mirrors the public headers both ways through
# wit/mapping.yaml, and wasm/glue is what it says. Installs what that needs. Messages have file and line.
# usage: validate-wit.sh [--no-install] [--write] [TREE]     --write makes wasm/glue again; TREE: another checkout to judge
set -eu
here=$(cd "$(dirname "$0")" && pwd)
install=yes write=no tree=$here/..
for argument in "$@"; do
	case $argument in
	--no-install) install=no ;;
	--write) write=yes ;;
	-*) sed -n '5s/^# //p' "$0"; exit 2 ;;
	*) tree=$argument ;;
	esac
done
[ $install = no ] || "$here/install-toolchain.sh" wasm || exit 77
python3 -c 'import yaml' 2> /dev/null || { echo "python3-yaml is not installed: scripts/install-toolchain.sh wasm"; exit 77; }
tool=$("$here/wit-tool.sh")
cd "$tree"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

"$tool" json wit > "$scratch/wit.json" || exit 1
python3 "$here/validate-wit.py" "$scratch/wit.json" . || status=1
[ $write = no ] || "$tool" glue wasm/glue flightmem-core wit
"$tool" glue "$scratch/glue" flightmem-core wit
for file in "$scratch"/glue/*; do
	cmp -s "$file" "wasm/glue/${file##*/}" || { echo "wasm/glue/${file##*/}:1: is not what the WIT says: run scripts/validate-wit.sh --write and commit"; status=1; }
done
[ $status = 0 ] && echo "the WIT and its glue are valid"
exit $status
