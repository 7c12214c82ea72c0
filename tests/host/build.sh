# shellcheck shell=sh disable=SC2154 # the scripts set src
# SPDX-License-Identifier: MIT
# Read by the scripts here. build_report OUTPUT COMPILER FLAG...: the program report.c with those parts of the library that read a host; the
# others ask the system for nothing and need no second compiler here.
build_report()
{
	output=$1
	shift
	# shellcheck disable=SC2046
	"$@" -std=gnu11 -O1 -Wall -Wextra -Werror -I"$src/include" -I"$src/lib" "$src/tests/host/report.c" "$src"/lib/base/*.c "$src"/lib/platform/*.c \
		$(find "$src/lib/host" -name '*.c' ! -name 'process_*') "$src/lib/os/cpu.c" "$src/lib/os/file.c" "$src/lib/os/process.c" -pthread -o "$output"
}

# figure FILE NAME: its state and value in a report.
figure() { awk -v name="$2" '$1 == name { print $2, $3 }' "$1"; }
