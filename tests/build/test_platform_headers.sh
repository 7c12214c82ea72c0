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

# refuses LANGUAGE STANDARD ASSERTION MESSAGE COMPILER...: the compiler refuses the assertion and says why
refuses()
{
	language=$1 standard=$2 assertion=$3 message=$4
	shift 4
	printf '#include <flightmem/platform/%s.h>\n' gba megadrive neogeo psx dreamcast rp2040 > "$scratch/program"
	printf '#include <flightmem/validator.h>\n%s;\n' "$assertion" >> "$scratch/program"
	if compiles "$language" "$standard" "$@"; then echo "$*: accepts $assertion"; status=1; fi
	grep -q -e "$message" "$scratch/said" || { echo "$*: $assertion: the message is not the one"; cat "$scratch/said"; status=1; }
}

# accesses LANGUAGE STANDARD COMPILER...: constant accesses and buffers of DMA are judged, each rule with its message
accesses()
{
	cat > "$scratch/program" <<- 'END'
		#include <flightmem/platform/dreamcast.h>
		#include <flightmem/platform/gba.h>
		#include <flightmem/platform/megadrive.h>
		#include <flightmem/platform/neogeo.h>
		#include <flightmem/platform/psx.h>
		#include <flightmem/validator.h>
		FM_ASSERT_ACCESS(gba, vram, 0x06000000, 240 * 160 * 2, FM_ACCESS_WRITE | FM_ACCESS_16);
		FM_ASSERT_ACCESS(gba, vram, 0x06018000, 0x8000, FM_ACCESS_READ | FM_ACCESS_DMA); /* the last 32 KiB again */
		FM_ASSERT_ACCESS(gba, iwram, FM_GBA_IWRAM_BASE, 0x7F00, FM_ACCESS_READ | FM_ACCESS_WRITE | FM_ACCESS_32);
		FM_ASSERT_ACCESS(megadrive, ram, 0xFF0002, 4, FM_ACCESS_READ | FM_ACCESS_32);
		FM_ASSERT_ACCESS(neogeo, memcard, 0x800001, 1, FM_ACCESS_READ | FM_ACCESS_8);
		FM_ASSERT_ACCESS(psx, main_ram, 0x80010000, 64, FM_ACCESS_READ | FM_ACCESS_DMA);
		FM_ASSERT_ACCESS(dreamcast, main_ram, 0xAC010000, 32, FM_ACCESS_READ | FM_ACCESS_DMA);
		FM_ASSERT_DMA(gba, ewram, 160, 4);
		FM_ASSERT_DMA(dreamcast, main_ram, 64, 32);
		int main(void) { FM_ASSERT_ACCESS(gba, oam, 0x07000000, 1024, FM_ACCESS_READ); FM_ASSERT_DMA(psx, main_ram, 4, 4); return 0; }
	END
	compiles "$@" || { echo "$*: what may be does not compile"; cat "$scratch/said"; status=1; }
	language=$1 standard=$2
	shift 2
	write='FM_ACCESS_WRITE | FM_ACCESS'
	refuses "$language" "$standard" 'FM_ASSERT_ACCESS(gba, iwram, 0x03007FFE, 4, FM_ACCESS_READ)' '0x03007FFE with 4 bytes is not inside iwram of gba' "$@"
	refuses "$language" "$standard" 'FM_ASSERT_ACCESS(gba, iwram, 0x02FFFFFF, 1, FM_ACCESS_READ)' 'is not inside iwram of gba' "$@"
	refuses "$language" "$standard" 'FM_ASSERT_ACCESS(gba, iwram, 0x03000000, 0, FM_ACCESS_READ)' 'is not inside iwram of gba' "$@"
	refuses "$language" "$standard" "FM_ASSERT_ACCESS(gba, iwram, 0x03000002, 4, ${write}_32)" "0x03000002 is not aligned for ${write}_32 on gba" "$@"
	refuses "$language" "$standard" "FM_ASSERT_ACCESS(megadrive, ram, 0xFF0001, 4, ${write}_32)" 'is not aligned for' "$@"
	refuses "$language" "$standard" "FM_ASSERT_ACCESS(gba, rom, 0x08000200, 2, ${write}_16)" "region rom of gba does not grant ${write}_16" "$@"
	refuses "$language" "$standard" 'FM_ASSERT_ACCESS(gba, iwram, 0x03000000, 4, FM_ACCESS_BANK(1))' 'does not grant FM_ACCESS_BANK(1)' "$@"
	refuses "$language" "$standard" "FM_ASSERT_ACCESS(gba, vram, 0x06000000, 1, ${write}_8)" "region vram of gba does not take 1 bytes by ${write}_8" "$@"
	refuses "$language" "$standard" "FM_ASSERT_ACCESS(gba, iwram, 0x03000000, 6, ${write}_32)" 'does not take 6 bytes by' "$@"
	refuses "$language" "$standard" 'FM_ASSERT_ACCESS(gba, sram, 0x0E000000, 4, FM_ACCESS_READ | FM_ACCESS_DMA)' 'region sram of gba: no DMA engine reaches it' "$@"
	refuses "$language" "$standard" 'FM_ASSERT_ACCESS(gba, ewram, 0x02000002, 4, FM_ACCESS_READ | FM_ACCESS_DMA)' \
		'DMA begins at a multiple of 4 and moves whole 4 bytes, unlike 4 bytes at 0x02000002' "$@"
	refuses "$language" "$standard" 'FM_ASSERT_ACCESS(megadrive, rom, 0x1FFFE, 4, FM_ACCESS_READ | FM_ACCESS_DMA)' 'does not cross 131072' "$@"
	refuses "$language" "$standard" 'FM_ASSERT_ACCESS(dreamcast, main_ram, 0x8C010010, 32, FM_ACCESS_READ | FM_ACCESS_DMA)' 'where it is cached, whole lines of 32' "$@"
	refuses "$language" "$standard" 'FM_ASSERT_ACCESS(neogeo, memcard, 0x800000, 1, FM_ACCESS_READ | FM_ACCESS_8)' 'some are reserved in memcard of neogeo, or not there' "$@"
	refuses "$language" "$standard" "FM_ASSERT_ACCESS(gba, iwram, 0x03007EFC, 8, ${write}_32)" 'some are reserved in iwram of gba' "$@"
	refuses "$language" "$standard" 'FM_ASSERT_DMA(gba, sram, 4, 4)' 'region sram of gba: no DMA engine reaches it, unlike 4 bytes' "$@"
	refuses "$language" "$standard" 'FM_ASSERT_DMA(gba, ewram, 160, 2)' 'DMA begins at a multiple of 4' "$@"
	refuses "$language" "$standard" 'FM_ASSERT_DMA(dreamcast, main_ram, 48, 32)' 'moves whole 32 bytes' "$@"
	refuses "$language" "$standard" 'FM_ASSERT_DMA(rp2040, sram, 4, 4)' 'no source says what transfers its engines take' "$@"
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
done

# across LANGUAGE COMPILER FLAGS...: every header, one after the other, for another machine; and what does not compile there
across()
{
	language=$1
	shift
	command -v "$1" > /dev/null || { missing="$missing $1"; return 0; }
	for header in "$src"/include/flightmem/platform/*.h; do printf '#include <flightmem/platform/%s>\n' "$(basename "$header")"; done > "$scratch/all"
	case $language in
	c) standards="c99 c17" ;;
	*) standards="c++11 c++20" ;;
	esac
	for standard in $standards; do
		cp "$scratch/all" "$scratch/program"
		compiles "$language" "$standard" "$@" || { echo "the headers do not compile as $standard with $*"; cat "$scratch/said"; status=1; }
	done
	misfits "$language" "${standards%% *}" "$@"
	accesses "$language" "${standards%% *}" "$@"
	case $language in c) placed "$@" ;; esac
}

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
for standard in c99 c17 gnu11; do misfits c $standard ${CC:-gcc} && accesses c $standard ${CC:-gcc}; done
# shellcheck disable=SC2086
for standard in c++11 c++20; do misfits c++ $standard ${CXX:-g++} && accesses c++ $standard ${CXX:-g++}; done
# shellcheck disable=SC2086
placed ${CC:-gcc}
for machine in "arm-none-eabi -mcpu=arm7tdmi -mthumb" "mipsel-linux-gnu -mfp32" m68k-linux-gnu sh4-linux-gnu riscv64-unknown-elf; do
	flags=${machine#* }
	[ "$flags" != "$machine" ] || flags=
	# shellcheck disable=SC2086
	across c "${machine%% *}-gcc" -ffreestanding $flags
	# shellcheck disable=SC2086
	across c++ "${machine%% *}-g++" -ffreestanding $flags
done
[ $status = 0 ] || exit $status
[ -z "$missing" ] || { echo "not installed:$missing (scripts/install-toolchain.sh cross)"; exit 77; }
