#!/bin/sh
# SPDX-License-Identifier: MIT
# Draws docs/platforms/<id>.svg, the pictures of docs/platforms.md, with the built command: of every platform that has a region.
# usage: draw-platforms.sh COMMAND [--check]     --check draws nothing and fails iff a picture is missing, left over or another one
set -eu
command=${1:?usage: draw-platforms.sh COMMAND [--check]}
folder=$(dirname "$0")/../docs/platforms
drawn=$(mktemp -d)
trap 'rm -rf "$drawn"' EXIT

ids=$("$command" profile list --json | python3 -c 'import json, sys; print(*(p["id"] for p in json.load(sys.stdin)["profiles"] if p["region_count"]))')
[ -n "$ids" ] || { echo "the command has no platforms"; exit 1; }
for id in $ids; do
	"$command" profile map "$id" --output "$drawn/$id.svg"
done
case ${2:-} in
"")
	mkdir -p "$folder"
	rm -f "$folder"/*.svg
	cp "$drawn"/*.svg "$folder"
	;;
--check) diff -rq "$drawn" "$folder" || { echo "pictures are not what the command draws: run scripts/draw-platforms.sh $command and commit"; exit 1; } ;;
*) echo "usage: draw-platforms.sh COMMAND [--check]"; exit 2 ;;
esac
