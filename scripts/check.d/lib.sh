# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2034 # the parts use `failed`
# What every part of scripts/check.sh says and needs. A part is an executable NN-name.sh here that sources this file first; it can be run
# alone. It prints `pass NAME`, `fail NAME why`, `skip NAME why` and ends with `exit $failed`.
set -u
FM_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
FM_CHECK_DIR=${FM_CHECK_DIR:-$FM_ROOT/build-check} # everything that is built goes here
FM_UNIT_BUILD=$FM_CHECK_DIR/unit                   # the plain build, which 10-unit makes
FM_JOBS=${FM_JOBS:-$(nproc)}
FM_LONG=${FM_LONG:-}                               # not empty: check.sh --long
export FM_ROOT FM_CHECK_DIR FM_UNIT_BUILD FM_JOBS FM_LONG
failed=0
mkdir -p "$FM_CHECK_DIR"

pass() { echo "pass $1"; }
fail() { echo "fail $*"; failed=1; }
# In CI nothing may be skipped: the toolchain is there, or the run says what it could not show.
skip() { if [ "${CI:-}" = true ]; then fail "$1: skipped, and CI allows no skip:" "${@:2}"; else echo "skip $*"; fi; }

# watch_over JOB NAME LOG: says every ten seconds, where a person looks on, that NAME goes on.
watch_over()
{
	local ticks=0
	while kill -0 "$1" 2> /dev/null; do
		sleep 0.1
		ticks=$((ticks + 1))
		[ $((ticks % 100)) != 0 ] || echo "  ... $2: $((ticks / 10)) s, $(wc -l < "$3") lines of output" >&2
	done
}

# try NAME COMMAND...: passes iff the command ends with 0; 77 is a skip, whose reason is the last line said. A failure shows its end.
try()
{
	local name=$1 log status=0
	shift
	log=$FM_CHECK_DIR/log/${name//[^a-zA-Z0-9._-]/_}.log
	mkdir -p "$FM_CHECK_DIR/log"
	"$@" > "$log" 2>&1 < /dev/null &
	watch_over $! "$name" "$log"
	wait $! || status=$?
	case $status in
	0) pass "$name" ;;
	77) skip "$name" "$(tail -n 1 "$log")" ;;
	*)
		tail -n 40 "$log" | sed 's/^/  | /'
		fail "$name" "exit $status; all of it: $log"
		;;
	esac
	return $((status == 0 || status == 77 ? 0 : 1))
}

# configured FOLDER ARGUMENT...: FOLDER of FM_CHECK_DIR holds a build made with these arguments; bootstraps a checkout first.
configured()
{
	local folder=$FM_CHECK_DIR/$1
	shift
	if [ ! -e "$FM_ROOT/configure" ] || [ "$FM_ROOT/configure.ac" -nt "$FM_ROOT/configure" ]; then
		"$FM_ROOT/bootstrap" || return
	fi
	mkdir -p "$folder"
	cd "$folder" || return
	[ -e Makefile ] && [ "$(cat .arguments 2> /dev/null)" = "$*" ] && [ config.status -nt "$FM_ROOT/configure" ] && return
	"$FM_ROOT/configure" "$@" && echo "$*" > .arguments
}

# results NAME FOLDER: one line for each result that `make check` left in FOLDER.
results()
{
	local trs test line
	while IFS= read -r trs; do
		test=${trs#"$2"/}
		test=${test%.trs}
		while IFS= read -r line; do
			line=${line#:test-result: }
			case $line in
			PASS* | XFAIL*) pass "$1 $test${line#* }" ;;
			SKIP*) skip "$1 $test" "$(tail -n 2 "${trs%.trs}.log" | head -n 1)" ;;
			*)
				tail -n 40 "${trs%.trs}.log" | sed 's/^/  | /'
				fail "$1 $test" "$line"
				;;
			esac
		done < <(grep '^:test-result:' "$trs")
	done < <(find "$2" -name '*.trs' | sort)
}

# checked FOLDER TARGET: makes TARGET in FOLDER of FM_CHECK_DIR, with one line for each result, and a failure if make fails without one.
checked()
{
	local folder=$FM_CHECK_DIR/$1 log=$FM_CHECK_DIR/log/$1-check.log made=yes
	find "$folder" -name '*.trs' -delete
	make -C "$folder" -j"$FM_JOBS" "$2" > "$log" 2>&1 &
	watch_over $! "$1 make $2" "$log"
	wait $! || made=no
	results "$1" "$folder"
	[ $made = yes ] || [ $failed = 1 ] || { tail -n 40 "$log"; fail "$1 make $2" "$log"; }
}
