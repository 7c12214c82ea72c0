#!/bin/bash
# SPDX-License-Identifier: MIT
# What the library says of this machine is what getconf, lscpu and the kernel's own files say. Environment: top_builddir.
set -eu
build=${top_builddir:-.}
command=$build/flightmem
[ -x "$command" ] || { echo "the command was not built: it needs jansson (apt-get install libjansson-dev)"; exit 77; }
for tool in getconf lscpu; do command -v $tool > /dev/null || { echo "$tool is not installed (libc-bin, util-linux)"; exit 77; }; done
[ -r /proc/meminfo ] || { echo "no /proc here: a system with one is needed"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0
"$command" host --json > "$scratch/host"
lscpu -B > "$scratch/lscpu"

# of ID: "state value" of a figure.
of() { python3 -c 'import json, sys
for figure in json.load(open(sys.argv[1]))["figures"]:
    if figure["id"] == sys.argv[2]:
        print(figure["state"], figure["value"], figure["meaning"] or "")' "$scratch/host" "$1"; }

# same ID WANTED WHO: compares where WHO knows.
same()
{
	case $2 in "" | 0 | undefined) return ;; esac
	[ "$(of "$1" | cut -d ' ' -f 1,2)" = "yes $2" ] || { echo "$1: flightmem says $(of "$1"), $3 says $2"; status=1; }
}

same page "$(getconf PAGESIZE)" "getconf PAGESIZE"
same cache_line "$(getconf LEVEL1_DCACHE_LINESIZE)" "getconf LEVEL1_DCACHE_LINESIZE"
same cache_l1 "$(getconf LEVEL1_DCACHE_SIZE)" "getconf LEVEL1_DCACHE_SIZE"
same cache_l2 "$(getconf LEVEL2_CACHE_SIZE)" "getconf LEVEL2_CACHE_SIZE"
same cpus "$(nproc)" nproc
same pointer "$(getconf LONG_BIT)" "getconf LONG_BIT"
same numa_nodes "$(sed -n 's/^NUMA node(s): *//p' "$scratch/lscpu")" "lscpu NUMA node(s)"
same physical "$(awk '$1 == "MemTotal:" { printf "%.0f", $2 * 1024 }' /proc/meminfo)" "/proc/meminfo"
[ "$(ulimit -s)" = unlimited ] || same limit_stack "$(($(ulimit -s) * 1024))" "ulimit -s"

wanted=$(sed -n 's/^Architecture: *//p' "$scratch/lscpu")
[ "$(of arch | cut -d ' ' -f 3)" = "$wanted" ] || { echo "arch: $(of arch), lscpu says $wanted"; status=1; }
wanted=$(sed -n 's/^Byte Order: *\([A-Za-z]*\).*/\1/p' "$scratch/lscpu" | tr BL bl)
[ "$(of endian | cut -d ' ' -f 3)" = "$wanted" ] || { echo "endian: $(of endian), lscpu says $wanted"; status=1; }
for feature in $(of cpu_features | cut -d ' ' -f 3- | tr -d ,); do
	grep -Eq "^Flags:.* $feature( |\$)" "$scratch/lscpu" || { echo "cpu_features: lscpu knows no $feature"; status=1; }
done
bits=$(sed -n 's/.* \([0-9]*\) bits virtual.*/\1/p' "$scratch/lscpu")
if [ "$(uname -m)" = x86_64 ] && [ "$bits" = 48 ]; then same address_end $((1 << 47)) "lscpu: 48 bits virtual, half of them the kernel's"; fi

# A limit that a program sets itself is one of the figures.
(ulimit -d 200000 && "$command" host --json) > "$scratch/host"
same limit_data $((200000 * 1024)) "ulimit -d"
[ "$(of limit | cut -d ' ' -f 2)" -le $((200000 * 1024)) ] || { echo "limit: $(of limit) is above ulimit -d"; status=1; }

# A real limit of a control group, where this user may make one: version 1's, and the one above is smaller.
groups=$(sed -n 's/^[0-9]*:memory:\(.*\)/\/sys\/fs\/cgroup\/memory\1/p' /proc/self/cgroup)
group=$groups/flightmem-test-$$
if [ -n "$groups" ] && mkdir "$group" "$group/inner" 2> /dev/null; then
	echo $((96 << 20)) > "$group/memory.limit_in_bytes"
	echo $((128 << 20)) > "$group/inner/memory.limit_in_bytes"
	(echo $BASHPID > "$group/inner/cgroup.procs" && "$command" host --json) > "$scratch/host"
	rmdir "$group/inner" "$group"
	same cgroup 1 "the group that was made"
	same cgroup_limit $((96 << 20)) "the group that was made"
	same cgroup_level 1 "the group that was made"
	same limit $((96 << 20)) "the group that was made"
	echo "a real group of version 1 was entered"
fi
exit $status
