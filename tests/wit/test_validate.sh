#!/bin/bash
# SPDX-License-Identifier: MIT
# Each check of scripts/validate-wit.sh can fail, and says file and line: a copy of the tree with one planted fault at a time.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0
"$root/scripts/wit-tool.sh" > "$scratch/tool" || exit
FM_WIT_TOOL=$(cat "$scratch/tool")
export FM_WIT_TOOL

# refuses MESSAGE FILE SED: validate-wit.sh says MESSAGE of a tree whose FILE went through SED.
refuses()
{
	rm -rf "$scratch/tree"
	mkdir -p "$scratch/tree/wasm" "$scratch/tree/include"
	cp -R "$root/wit" "$scratch/tree/wit"
	cp -R "$root/wasm/glue" "$scratch/tree/wasm/glue"
	cp -R "$root/include/flightmem" "$scratch/tree/include/flightmem"
	[ -z "$2" ] || sed -i "$3" "$scratch/tree/$2"
	if [ -n "$2" ] && cmp -s "$root/$2" "$scratch/tree/$2"; then
		echo "the fault was not planted: $2: $3"
		status=1
	elif "$root/scripts/validate-wit.sh" --no-install "$scratch/tree" > "$scratch/said" 2>&1 || ! grep -qE -- "$1" "$scratch/said"; then
		echo "lets pass, or does not say '$1': $2: $3"
		sed 's/^/  | /' "$scratch/said"
		status=1
	fi
}

refuses 'wit/.*sizes.wit:[0-9]+:[0-9]+' wit/types/sizes.wit 's/-> string;/-> string/'
refuses 'sizes.wit:[0-9]+:[0-9]+' wit/types/sizes.wit 's/style: size-style/style: no-such/'
refuses 'types/core.wit:[0-9]+: core.memory-address.space: has no doc comment' wit/types/core.wit '/Index of the address space/d'
refuses 'types/sizes.wit:[0-9]+: sizes.format: has no doc comment' wit/types/sizes.wit '/Writes `bytes` in/d'
refuses 'sizes.HUMAN: names are lower-case|sizes.size-style.HUMAN: names are lower-case' wit/types/sizes.wit 's/^    human,/    HUMAN,/'
refuses 'regions.wit:[0-9]+: regions.region-kind: (io|rom) is .*, but FM_REGION_' wit/types/regions.wit '/^    io,/{N;N;s/io,\n\(.*\)\n    rom,/rom,\n\1\n    io,/}'
refuses 'profile.h:[0-9]+: FM_REGION_PLUG is not in regions.region-kind' include/flightmem/profile.h 's/^#define FM_REGION_HEAP.*/&\n#define FM_REGION_PLUG 12u/'
refuses 'core.wit:[0-9]+: core.help: release is 7, but FM_HELP_RELEASE is 1' wit/types/core.wit 's/- 1 release/- 7 release/'
refuses 'core.wit:[0-9]+: core.help has buffer, but the headers have no FM_HELP_BUFFER' wit/types/core.wit 's/- 5 buffers/- 5 buffer/'
refuses 'platforms.wit:[0-9]+: platforms.location.seam: fm_location has no member seam' wit/types/platforms.wit 's/^    left: u64/    seam: u64/'
refuses 'platforms.location.region is a string, but fm_location.region is a uint32_t' wit/types/platforms.wit '/Index of the region\./{n;s/u32/string/}'
refuses 'profile.h:[0-9]+: fm_location.plug is not in platforms.location' include/flightmem/profile.h 's/^} fm_location;/\tuint32_t plug;\n&/'
refuses 'pools.pool.seal: the headers have no fm_pool_seal' include/flightmem/pool.h 's/fm_pool_seal(/fm_pool_plug(/'
refuses 'pool.h:[0-9]+: fm_pool_plug\(\) is not in wit/mapping.yaml' include/flightmem/pool.h 's/fm_pool_seal(/fm_pool_plug(/'
refuses 'pools.pool.acquire takes .*, but fm_pool_acquire takes' wit/pools/pools.wit 's/acquire: func(size: memory-size, align: memory-size)/acquire: func(align: memory-size, size: memory-size)/'
refuses 'pools.pool.acquire: align is a bool, but in fm_pool_acquire a size_t' wit/pools/pools.wit 's/acquire: func(size: memory-size, align: memory-size)/acquire: func(size: memory-size, align: bool)/'
refuses 'pools.pool.acquire: fails with core.error, but fm_pool_acquire tells a core.refusal' wit/pools/pools.wit 's/result<memory-buffer, refusal>/result<memory-buffer, error>/'
refuses 'pools.pool.seal: fm_pool_seal returns fm_status, so the result has error' wit/pools/pools.wit 's/seal: func() -> result<_, error>/seal: func()/'
refuses 'the function pools.pool.melt is not in wit/mapping.yaml' wit/pools/pools.wit 's/^    seal: func/    melt: func() -> u64;\n    \/\/\/ x\n&/'
refuses 'regions.access-widths: the flags are' wit/types/regions.wit 's/^    bits64,/    bits128,/'
refuses 'mapping.yaml: headers: size.h is not listed' wit/mapping.yaml 's/refusal.h, size.h/refusal.h/'
refuses 'wasm/glue/flightmem_core.c:1: is not what the WIT says' wasm/glue/flightmem_core.c 's/free(/free (/'
refuses 'wasm/glue/flightmem_core.h:1: is not what the WIT says' wit/types/core.wit 's/People write them/People spell them/'
exit $status
