# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2034 # the tests use what is set here
# What the tests of flightmem check share: real programs from Debian's cross compilers, and what the command says about them.
set -u
src=$(cd "${top_srcdir:-.}" && pwd) build=$(cd "${top_builddir:-.}" && pwd)
command=$build/flightmem
[ -x "$command" ] || { echo "the command was not built: it needs jansson (apt-get install libjansson-dev)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0 script=$src/tests/check/program.ld

bad() { echo "$*"; status=1; }

# need COMPILER...
need()
{
	local compiler
	for compiler in "$@"; do
		command -v "$compiler" > /dev/null || { echo "$compiler is not installed: scripts/install-toolchain.sh cross"; exit 77; }
	done
}

# with_libelf: the command reads ELF files, or this test is skipped.
with_libelf()
{
	printf '\177ELF' > "$scratch/is-elf"
	! "$command" check "$scratch/is-elf" --profile gba 2>&1 | grep -q 'without libelf' || { echo "built without libelf (apt-get install libelf-dev)"; exit 77; }
}

with_jsonschema()
{
	python3 -c 'import jsonschema' 2> /dev/null || { echo "python3-jsonschema is not installed (apt-get install python3-jsonschema)"; exit 77; }
}

# link NAME PLATFORM OPTION...: $scratch/NAME.elf and NAME.map from program.c and $script for a console of that name; what ld says of its
# memory is in NAME.ld.
link()
{
	local name=$1 cc flags rom rom_bytes ram ram_bytes
	case $2 in
	gba) cc=arm-none-eabi-gcc flags="-mcpu=arm7tdmi -mthumb" rom=0x08000000 rom_bytes=32M ram=0x03000000 ram_bytes=0x7F00 ;;
	psx) cc=mipsel-linux-gnu-gcc flags="-march=r3000 -mfp32 -mno-abicalls -G0" rom=0x80010000 rom_bytes=64K ram=0x80020000 ram_bytes=1M ;;
	n64) cc=mips-linux-gnu-gcc flags="-mips3 -mabi=32 -mfp32 -mno-abicalls -G0" rom=0x80000400 rom_bytes=64K ram=0x80020000 ram_bytes=1M ;;
	megadrive) cc=m68k-linux-gnu-gcc flags=-m68000 rom=0 rom_bytes=4M ram=0xFFFF0000 ram_bytes=64K ;;
	dreamcast) cc=sh4-linux-gnu-gcc flags=-ml rom=0x8C010000 rom_bytes=64K ram=0x8C020000 ram_bytes=1M ;;
	stm32f407) cc=arm-none-eabi-gcc flags=-mcpu=cortex-m4 rom=0x08000000 rom_bytes=1M ram=0x20000000 ram_bytes=112K ;;
	riscv64) cc=riscv64-unknown-elf-gcc flags=-mcmodel=medany rom=0x80000000 rom_bytes=64K ram=0x80020000 ram_bytes=1M ;;
	esac
	shift 2
	# shellcheck disable=SC2086
	$cc $flags -O2 -ffreestanding -fno-pic -fno-pie -fno-stack-protector -nostdlib -static -Wl,--build-id=none,--no-warnings,--print-memory-usage,-z,max-page-size=64,-z,common-page-size=64 \
		-Wl,--defsym=ROM_AT=$rom,--defsym=ROM_BYTES=$rom_bytes,--defsym=RAM_AT=$ram,--defsym=RAM_BYTES=$ram_bytes -T "$script" \
		-Wl,-Map="$scratch/$name.map" -o "$scratch/$name.elf" "$src/tests/check/program.c" "$@" > "$scratch/$name.ld" 2> "$scratch/$name.err" ||
		{ cat "$scratch/$name.err"; bad "$name can't be linked"; }
}

# planted NAME SED: a copy of the linker script with a fault in it becomes $script.
planted()
{
	sed -e "$2" "$src/tests/check/program.ld" > "$scratch/$1.script"
	! cmp -s "$src/tests/check/program.ld" "$scratch/$1.script" || bad "$1: nothing was planted"
	script=$scratch/$1.script
}

# says EXIT PATTERN WORDS...: the exit status, and PATTERN in what is said on either stream, its lines joined.
says()
{
	local code=$1 pattern=$2 got
	shift 2
	"$command" "$@" > "$scratch/said" 2>&1 < /dev/null
	got=$?
	[ $got = "$code" ] || { bad "flightmem $*: exit $got, not $code"; cat "$scratch/said"; }
	tr '\n' ' ' < "$scratch/said" | grep -Eq -- "$pattern" || { bad "flightmem $*: does not say '$pattern' but:"; cat "$scratch/said"; }
	awk 'length($0) > 80' "$scratch/said" | grep -v -e '^flightmem:' -e '^  [a-z-]' -e '/' && bad "flightmem $*: more than 80 columns"
	return 0
}
