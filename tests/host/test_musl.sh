#!/bin/bash
# SPDX-License-Identifier: MIT
# A static program with musl says of this machine what one with glibc says: no figure hangs on what only one of the two has. In a folder
# without /proc and /sys it says what the kernel and the CPU hand to every program, and of the rest that it is unknown. Environment: top_srcdir.
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

[ "$(id -u)" = 0 ] || { echo "only root may enter a folder without /proc (chroot)"; exit 77; }
"$scratch/musl" > "$scratch/whole"
mkdir "$scratch/bare"
cp "$scratch/musl" "$scratch/bare/report"
chroot "$scratch/bare" /report > "$scratch/out"
for name in arch endian pointer page page_max granularity address_end cpu_features simd limit_stack limit_locked has_atomics_width has_threads; do
	[ "$(figure "$scratch/out" $name)" = "$(figure "$scratch/whole" $name)" ] || { echo "without /proc: $name is $(figure "$scratch/out" $name)"; exit 1; }
done
for name in mmu physical reclaimable cgroup cgroup_limit numa_nodes huge_transparent executable cpus pressure_some has_huge_pages has_executable_memory; do
	[ "$(figure "$scratch/out" $name)" = "unknown 0" ] || { echo "without /proc: $name is $(figure "$scratch/out" $name)"; exit 1; }
done
