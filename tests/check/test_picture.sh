#!/bin/bash
# SPDX-License-Identifier: MIT
# The picture of a program: XML that parses, labels that meet neither each other nor the edge, bars to scale, the budget where it is.
. "$(dirname "$0")/lib.sh"
need arm-none-eabi-gcc
with_libelf
cat > "$scratch/many.c" <<'C'
#define ONE(n) __attribute__((section(".a_section_with_a_name_that_is_far_too_long_for_its_column_" #n), used)) const char c##n[n] = { 1 };
ONE(1) ONE(2) ONE(3) ONE(4) ONE(5) ONE(6) ONE(7) ONE(8) ONE(9) ONE(10) ONE(11) ONE(12) ONE(13) ONE(14) ONE(15) ONE(16) ONE(17) ONE(18)
C
link game gba
link many gba "$scratch/many.c"
for name in game many; do
	"$command" check "$scratch/$name.elf" --profile gba --budget iwram=30KiB --budget ewram=50% --svg "$scratch/$name.svg" > /dev/null || bad "--svg fails"
	python3 "$src/tests/check/picture.py" "$scratch/$name.svg" || bad "$name.svg"
done
"$command" check "$scratch/game.elf" --profile gba --budget iwram=4k --svg "$scratch/over.svg" > /dev/null
[ $? = 1 ] && grep -q 'class="over"' "$scratch/over.svg" || bad "a broken budget has no colour of its own"
exit $status
