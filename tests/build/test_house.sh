#!/bin/sh
# SPDX-License-Identifier: MIT
# The tree keeps the ladder and the sizes of the house.
set -eu
src=${top_srcdir:-.}
"$src/scripts/check-ladder" "$src"
exec "$src/scripts/check-style" "$src"
