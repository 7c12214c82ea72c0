#!/bin/sh
# SPDX-License-Identifier: MIT
# Every platform header compiles alone in C and C++, native and for a console; what does not fit a region refuses to compile and says why.
# Environment: CC, CXX, top_srcdir.
set -eu
src=${top_srcdir:-.}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
warn="-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wundef -Werror"
status=0 tried=0 missing=

# compiles LANGUAGE STANDARD COMPILER...: what stands in $scratch/program
compiles()
{
	language=$1 standard=$2
	shift 2
	# shellcheck disable=SC2086
	"$@" -std="$standard" $warn -I"$src/include" -fsyntax-only -x "$language" "$scratch/program" 2> "$scratch/said"
}

# alone HEADER LANGUAGE COMPILER...
alone()
{
	header=$1 language=$2
	shift 2
	case $language in
	c) standards="c99 c11 c17" ;;
	*) standards="c++11 c++14 c++17 c++20" ;;
	esac
	printf '#include <flightmem/platform/%s>\n#include <flightmem/platform/%s>\n' "$header" "$header" > "$scratch/program"
	for standard in $standards; do
		compiles "$language" "$standard" "$@" || { echo "$header: not alone as $standard with $*"; cat "$scratch/said"; status=1; }
		tried=$((tried + 1))
	done
}

# misfits LANGUAGE STANDARD COMPILER...: what fits compiles, one byte more does not, and the message names region and bytes
misfits()
{
	cat > "$scratch/program" <<- 'END'
		#include <flightmem/platform/gba.h>
		#include <flightmem/platform/psx.h>
		struct world { unsigned char bytes[32768]; };
		FM_ASSERT_FITS(gba, iwram, sizeof(struct world));
		FM_ASSERT_FITS(psx, scratchpad, FM_PSX_SCRATCHPAD_SIZE);
		FM_ASSERT_FITS(psx, vram, 1024 * 512 * 2);
		extern struct world world;
		FM_IN_REGION(gba, ewram) struct world world;
		#if FM_GBA_IWRAM_BASE != 0x03000000 || FM_GBA_IWRAM_SIZE != 32768 || FM_GBA_VRAM_MIRROR0_COUNT != 128
		#error "constants of the Game Boy Advance"
		#endif
		int main(void) { FM_ASSERT_FITS(gba, oam, 1024); return 0; }
	END
	compiles "$@" || { echo "$*: what fits does not compile"; cat "$scratch/said"; status=1; }
	printf '#include <flightmem/platform/gba.h>\nstruct big { char bytes[32769]; };\nFM_ASSERT_FITS(gba, iwram, sizeof(struct big));\n' > "$scratch/program"
	if compiles "$@"; then echo "$*: 32769 bytes fit 32768"; status=1; fi
	grep -q 'region iwram of gba has 32768 bytes, fewer than sizeof(struct big)' "$scratch/said" || { echo "$*: the message is not the one"; cat "$scratch/said"; status=1; }
	printf '#include <flightmem/platform/psx.h>\nFM_ASSERT_FITS(psx, scratchpad, 1025);\n' > "$scratch/program"
	if compiles "$@"; then echo "$*: 1025 bytes fit 1024"; status=1; fi
	grep -q 'region scratchpad of psx has 1024 bytes, fewer than 1025' "$scratch/said" || { echo "$*: the message is not the one"; cat "$scratch/said"; status=1; }
}

# placed: the section of FM_IN_REGION() is the region's
placed()
{
	printf '#include <flightmem/platform/gba.h>\nextern char map[64]; FM_IN_REGION(gba, iwram) char map[64];\n' > "$scratch/program"
	"$@" -I"$src/include" -x c -c -o "$scratch/placed.o" "$scratch/program"
	size -A "$scratch/placed.o" | grep -q '^\.iwram *64 ' || { echo "$*: FM_IN_REGION() did not place"; status=1; }
}

# shellcheck disable=SC2086
for header in "$src"/include/flightmem/platform/*.h; do
	header=$(basename "$header")
	grep -E '^#include' "$src/include/flightmem/platform/$header" | grep -v '<flightmem/compiler.h>' && { echo "$header: includes more than compiler.h"; status=1; }
	grep -q "include/flightmem/platform/$header" "$src/include/flightmem/platform/list.am" || { echo "$header: not in list.am, so it is not installed"; status=1; }
	alone "$header" c ${CC:-gcc}
	alone "$header" c++ ${CXX:-g++}
	for compiler in arm-none-eabi-gcc arm-none-eabi-g++; do
		command -v $compiler > /dev/null || { missing=$compiler; continue; }
		case $compiler in *g++) alone "$header" c++ $compiler -mcpu=arm7tdmi -mthumb ;; *) alone "$header" c $compiler -mcpu=arm7tdmi -mthumb ;; esac
	done
done
[ "$tried" -gt 0 ] || { echo "there is no platform header"; exit 1; }
# shellcheck disable=SC2086
for standard in c99 c17 gnu11; do misfits c $standard ${CC:-gcc}; done
# shellcheck disable=SC2086
for standard in c++11 c++20; do misfits c++ $standard ${CXX:-g++}; done
# shellcheck disable=SC2086
placed ${CC:-gcc}
if [ -z "$missing" ]; then
	misfits c c99 arm-none-eabi-gcc -mthumb
	misfits c++ c++11 arm-none-eabi-g++ -mthumb
	placed arm-none-eabi-gcc -mthumb
fi
[ $status = 0 ] || exit $status
[ -z "$missing" ] || { echo "$missing is not installed (scripts/install-toolchain.sh gba)"; exit 77; }
