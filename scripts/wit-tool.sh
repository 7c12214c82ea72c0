#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds scripts/wit-tool, once, and prints where it is. Environment: FM_WIT_TOOL, a ready one; FM_WIT_TOOL_DIR, where it is built.
set -eu
src=$(cd "$(dirname "$0")/.." && pwd)
[ -z "${FM_WIT_TOOL:-}" ] || { echo "$FM_WIT_TOOL"; exit; }
command -v cargo > /dev/null || { echo "cargo is not installed: scripts/install-toolchain.sh wasm" >&2; exit 77; }
found=$(cargo --version | cut -d ' ' -f 2)
[ "$(printf '%s\n' 1.88 "$found" | sort -V | head -n 1)" = 1.88 ] || { echo "cargo is $found, below 1.88: a later rustc-web, or rustup, has it" >&2; exit 77; }
target=${FM_WIT_TOOL_DIR:-$src/build-check/wit-tool}
tool=$target/release/wit-tool
if [ ! -x "$tool" ] || [ -n "$(find "$src/scripts/wit-tool" -type f -newer "$tool")" ]; then
	echo "building wit-tool: a minute or two, once" >&2
	cargo build --quiet --locked --release --manifest-path "$src/scripts/wit-tool/Cargo.toml" --target-dir "$target" >&2
	touch "$tool"
fi
echo "$tool"
