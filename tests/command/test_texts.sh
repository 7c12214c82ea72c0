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
echo "5 $(complete_line flightmem --json profile lo)"
echo "6 $(complete_line flightmem profile map --theme da)"
echo "7 $(complete_line flightmem profile map --theme dark psx ps)"
echo "8 $(complete_line flightmem status bus)"
TRY
bash "$scratch/try" "$scratch/bash" "$(cd "$build" && pwd)" > "$scratch/completed" 2>&1
printf '1 profile\n2 show\n3 gba\n4 --json\n5 locate\n6 dark\n7 \n8 busy\n' | sed "s/^3 gba$/3 $("$command" profile list | cut -d' ' -f1 | grep '^gb' | paste -sd' ')/" > "$scratch/wanted"
diff "$scratch/wanted" "$scratch/completed" || bad "bash does not complete as it should"

# zsh completes in a terminal of its own: what stands on the line after a tab.
cat > "$scratch/zsh-try" <<'TRY'
zmodload zsh/zpty
mkdir -p $1/functions && cp $1/zsh $1/functions/_flightmem
zpty -b shell 'PATH='$2':$PATH PS1="> " TERM=dumb zsh -f -i'
zpty -w shell "fpath=($1/functions \$fpath); autoload -Uz compinit; compinit -u -d $1/dump; unsetopt automenu autolist beep"
for line in 'flightmem profile sh' 'flightmem size --js' 'flightmem profile map --theme da' 'flightmem status bus'; do
	zpty -w -n shell "$line"$'\t'
	sleep 1.5
	zpty -w -n shell $'\x15'
done
sleep 0.5
zpty -r -t shell said; print -r -- "$said"
while zpty -r -t shell said; do print -r -- "$said"; done
TRY
missing=
if command -v zsh > /dev/null; then
	zsh -n "$scratch/zsh" || bad "zsh can't read its completion"
	timeout 60 zsh -f "$scratch/zsh-try" "$scratch" "$(cd "$build" && pwd)" > "$scratch/zsh-said" 2>&1
	for wanted in 'profile show' 'size --json' '--theme dark' 'status busy'; do
		grep -q -- "$wanted" "$scratch/zsh-said" || { bad "zsh does not complete to '$wanted'"; cat -v "$scratch/zsh-said"; }
	done
else
	missing="$missing zsh"
fi
if command -v fish > /dev/null; then
	fish -n "$scratch/fish" || bad "fish can't read its completion"
	# offers LINE WANTED UNWANTED: the first words of what fish offers for LINE.
	offers()
	{
		PATH=$(cd "$build" && pwd):$PATH HOME=$scratch fish --no-config -c "source $scratch/fish; complete -C '$1'" 2>&1 | cut -f1 > "$scratch/offered"
		grep -qx -- "$2" "$scratch/offered" || { bad "fish does not offer $2 for '$1' but:"; cat "$scratch/offered"; }
		[ -z "${3:-}" ] || ! grep -qx -- "$3" "$scratch/offered" || bad "fish offers $3 for '$1'"
	}
	offers 'flightmem pro' profile
	offers 'flightmem profile ' map gba
	offers 'flightmem profile show ' gba
	offers 'flightmem profile map gba --' --theme gba
	offers 'flightmem profile map --theme ' dark gba
	offers 'flightmem status b' busy
else
	missing="$missing fish"
fi
if command -v groff > /dev/null; then
	groff -man -ww -Tutf8 -z "$scratch/man" 2> "$scratch/warned"
	[ ! -s "$scratch/warned" ] || { cat "$scratch/warned"; bad "troff warns of the man page"; }
else
	missing="$missing groff"
fi
[ -z "$missing" ] || [ $status != 0 ] || { echo "not tried, since not installed (scripts/install-toolchain.sh core):$missing"; exit 77; }
exit $status
