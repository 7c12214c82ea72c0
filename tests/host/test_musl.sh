#!/bin/sh
# SPDX-License-Identifier: MIT
# A static program with musl says of this machine what one with glibc says: no figure hangs on what only one of the two has.
# Environment: top_srcdir.
set -eu
src=${top_srcdir:-.}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
. "$src/tests/host/build.sh"
for tool in gcc musl-gcc; do
	command -v $tool > /dev/null || { echo "$tool is not installed (scripts/install-toolchain.sh host)"; exit 77; }
done
build_report "$scratch/musl" musl-gcc -static
build_report "$scratch/glibc" gcc
# What changes while it is read, or depends on how large the program is, is not compared.
moving='^(free|reclaimable|swap_free|committed|mapped|cgroup_used|available|pressure_|group_)'
for root in "" "$src/tests/unit/host/roots/cgroup-v2" "$src/tests/unit/host/roots/s390x"; do
	"$scratch/musl" ${root:+"$root"} | grep -Ev "$moving" > "$scratch/a"
	"$scratch/glibc" ${root:+"$root"} | grep -Ev "$moving" > "$scratch/b"
	diff "$scratch/a" "$scratch/b" || { echo "musl (<) and glibc (>) differ${root:+ about $root}"; exit 1; }
	[ "$(wc -l < "$scratch/a")" -gt 50 ] || { echo "too little was compared"; exit 1; }
done
