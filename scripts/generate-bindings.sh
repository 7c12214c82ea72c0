#!/bin/bash
# SPDX-License-Identifier: MIT
# Makes everything that is generated and committed: each scripts/generate-*.py, then each bindings/*/generate.sh.
# usage: generate-bindings.sh [--check]     --check works on a copy and fails iff making it again changes a file
set -eu
cd "$(dirname "$0")/.."

generate()
{
	for generator in scripts/generate-*.py; do
		case $generator in
		*/generate-api.py) continue ;;
		esac
		echo "generate: $generator"
		python3 "$generator"
	done
	echo "generate: scripts/generate-api.py"
	python3 scripts/generate-api.py # last: it reads the headers that the others make
	for generator in bindings/*/generate.sh; do
		[ -e "$generator" ] || continue
		echo "generate: $generator"
		sh "$generator"
	done
}

case ${1:-} in
"") generate ;;
--check)
	copy=$(mktemp -d)
	trap 'rm -rf "$copy"' EXIT
	git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do [ -e "$file" ] && printf '%s\0' "$file"; done |
		tar -cf - --null -T - | tar -xf - -C "$copy"
	cd "$copy"
	git init -q .
	git add -A -f
	generate
	git add -A -N -f .
	git diff --exit-code --stat || { echo "generated files are not what their sources say: run scripts/generate-bindings.sh and commit"; exit 1; }
	;;
*) sed -n '3,4s/^# //p' "$0"; exit 2 ;;
esac
