#!/bin/bash
# SPDX-License-Identifier: MIT
# Man page and completions come from the table: each command and option is in each, and the shells and man accept them.
set -u
build=${top_builddir:-.}
command=$build/flightmem
[ -x "$command" ] || { echo "the command was not built: it needs jansson (apt-get install libjansson-dev)"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

bad() { echo "$*"; status=1; }

for form in man bash zsh fish; do
	"$command" generate $form > "$scratch/$form" || bad "generate $form fails"
	sed 's/\\-/-/g' "$scratch/$form" > "$scratch/$form.plain"
	"$command" --help | sed -n '/^commands:/,/^$/p' | awk '/^  / { print $1; if ($2 ~ /^[a-z]+$/ && $1 == "profile") print $2 }' | sort -u | while read -r word; do
		grep -qw -- "$word" "$scratch/$form.plain" || { echo "$form lacks the command $word"; false; }
	done || status=1
	for option in help json schema version; do
		grep -qw -- "$option" "$scratch/$form.plain" || bad "$form lacks the option $option"
	done
done
"$command" generate tcsh 2> /dev/null && bad "generate tcsh pretends"

cat > "$scratch/try" <<'TRY'
PATH=$2:$PATH
. "$1"
complete_line() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _flightmem; echo "${COMPREPLY[*]}"; }
echo "1 $(complete_line flightmem pr)"
echo "2 $(complete_line flightmem profile sh)"
echo "3 $(complete_line flightmem profile show gb)"
echo "4 $(complete_line flightmem size --js)"
TRY
bash "$scratch/try" "$scratch/bash" "$(cd "$build" && pwd)" > "$scratch/completed" 2>&1
printf '1 profile\n2 show\n3 gba\n4 --json\n' | sed "s/^3 gba$/3 $("$command" profile list | cut -d' ' -f1 | grep '^gb' | paste -sd' ')/" > "$scratch/wanted"
diff "$scratch/wanted" "$scratch/completed" || bad "bash does not complete as it should"
if command -v zsh > /dev/null; then zsh -n "$scratch/zsh" || bad "zsh can't read its completion"; fi
if command -v fish > /dev/null; then fish -n "$scratch/fish" || bad "fish can't read its completion"; fi
if command -v groff > /dev/null; then
	groff -man -ww -Tutf8 -z "$scratch/man" 2> "$scratch/warned"
	[ ! -s "$scratch/warned" ] || { cat "$scratch/warned"; bad "troff warns of the man page"; }
fi
exit $status
