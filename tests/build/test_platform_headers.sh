#!/bin/sh
# SPDX-License-Identifier: MIT
# Every platform header compiles alone in C and C++, native and for a console; what does not fit a region refuses to compile and says why.
# The bytes that fit are those that a space of the platform grants. Environment: CC, CXX, top_srcdir, top_builddir.
set -eu
src=${top_srcdir:-.} build=${top_builddir:-.}
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
		struct world { unsigned char bytes[32512]; }; /* of 32768, 256 are the BIOS' */
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
	printf '#include <flightmem/platform/gba.h>\nstruct big { char bytes[32513]; };\nFM_ASSERT_FITS(gba, iwram, sizeof(struct big));\n' > "$scratch/program"
	if compiles "$@"; then echo "$*: 32513 bytes fit the 32512 that are not reserved"; status=1; fi
	grep -q 'region iwram of gba has 32 512 bytes (256 are reserved), fewer than sizeof(struct big)' "$scratch/said" || { echo "$*: the message is not the one"; cat "$scratch/said"; status=1; }
	printf '#include <flightmem/platform/psx.h>\nFM_ASSERT_FITS(psx, scratchpad, 1025);\n' > "$scratch/program"
	if compiles "$@"; then echo "$*: 1025 bytes fit 1024"; status=1; fi
	grep -q 'region scratchpad of psx has 1 024 bytes, fewer than 1025' "$scratch/said" || { echo "$*: the message is not the one"; cat "$scratch/said"; status=1; }
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
# budgets: FM_FITS of every region is what its space grants
budgets()
{
	printf '#include <flightmem.h>\n' > "$scratch/budgets.c"
	cat "$src"/include/flightmem/platform/*.h >> "$scratch/budgets.c"
	cat >> "$scratch/budgets.c" << 'END'
#include <stdio.h>
#include <stdlib.h>
static const struct { const char *platform; const char *region; uint64_t fits; } rows[] = {
END
	for header in "$src"/include/flightmem/platform/*.h; do
		platform=$(basename "$header" .h)
		id=$(sed -n 's,.* from data/platforms/\(.*\)\.yaml.*,\1,p' "$header")
		sed -n "s/^#define FM_FITS_${platform}_\([a-z0-9_]*\) UINT.*/{ \"$id\", \"\1\", FM_FITS_${platform}_\1 },/p" "$header"
	done >> "$scratch/budgets.c"
	cat >> "$scratch/budgets.c" << 'END'
};
int main(void)
{
	int compared = 0, wrong = 0;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		fm_space *space = NULL;
		fm_region_usage usage = FM_STRUCT(fm_region_usage);
		if (fm_space_open(fm_profile_find(rows[i].platform), NULL, &space, NULL) != FM_OK || fm_space_get_usage(space, rows[i].region, &usage) != FM_OK)
			return printf("%s %s: there is no such region\n", rows[i].platform, rows[i].region), EXIT_FAILURE;
		if (usage.capacity != 0 && usage.capacity != rows[i].fits) /* 0: not for programs, as ROM */
			wrong += printf("%s %s: the header has %lu, the space %lu\n", rows[i].platform, rows[i].region, (unsigned long)rows[i].fits, (unsigned long)usage.capacity);
		compared += usage.capacity != 0;
		fm_space_unref(space);
	}
	return wrong == 0 && compared > 100 ? EXIT_SUCCESS : EXIT_FAILURE;
}
END
	# shellcheck disable=SC2086
	"$build/libtool" --quiet --mode=link --tag=CC ${CC:-gcc} -std=c99 ${FM_INSTRUMENT:-} -I"$src/include" -o "$scratch/budgets" "$scratch/budgets.c" "$build/libflightmem.la" &&
		"$scratch/budgets" || { echo "a header's budget is not the space's"; status=1; }
}

budgets
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
