#!/bin/bash
# SPDX-License-Identifier: MIT
# The WIT is valid and its checks can fail; the component builds, twice to the same bytes, and answers alike in wasmtime and in Node.
. "$(dirname "$0")/lib.sh"
folder=$FM_CHECK_DIR/component
component=$folder/wasm/flightmem-core.wasm
tests=$FM_ROOT/tests/component
FM_WIT_TOOL=$("$FM_ROOT/scripts/wit-tool.sh" 2> "$FM_CHECK_DIR/wit-tool.log") || { skip component "$(tail -n 1 "$FM_CHECK_DIR/wit-tool.log")"; exit $failed; }
export FM_WIT_TOOL

same_bytes() { cp "$component" "$folder/first.wasm" && rm "$component" && make -C "$folder" wasm && cmp "$folder/first.wasm" "$component"; }
in_wasmtime()
{
	[ -e "$folder/venv/.ready" ] || { python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" install -q -r "$tests/requirements.txt" && touch "$folder/venv/.ready"; } || return
	"$folder/venv/bin/python" "$tests/run.py" "$component" "$tests/scenario.ndjson"
}
in_node()
{
	command -v npm > /dev/null || { echo "npm is not installed: scripts/install-toolchain.sh wasm"; return 77; }
	mkdir -p "$folder/node" && cp "$tests/package.json" "$tests/package-lock.json" "$folder/node" || return
	[ -d "$folder/node/node_modules" ] || (cd "$folder/node" && npm ci --silent --no-audit --no-fund) || return
	"$folder/node/node_modules/.bin/jco" transpile "$component" -o "$folder/js" --name flightmem-core -q || return
	node "$tests/run.mjs" "$folder/js/flightmem-core.js" "$tests/scenario.ndjson"
}

try "WIT is valid" "$FM_ROOT/scripts/validate-wit.sh" --no-install
try "WIT: planted faults are refused" bash "$FM_ROOT/tests/wit/test_validate.sh"
try "component configure" configured component --disable-hosted || exit 1
try "component make wasm" make -C "$folder" wasm || exit 1
grep bytes "$FM_CHECK_DIR/log/component_make_wasm.log"
try "component: two builds are the same bytes" same_bytes
try "component in wasmtime" in_wasmtime
try "component in Node" in_node
exit $failed
