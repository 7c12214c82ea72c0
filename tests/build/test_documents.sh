#!/bin/bash
# SPDX-License-Identifier: MIT
# Every link between the documents leads somewhere, and every path that docs/promises.md names as a proof is there.
set -u
cd "${top_srcdir:-.}" || exit 1
status=0 links=0

bad() { echo "$*"; status=1; }

# links_of FILE: the targets of its relative links and pictures, without the place inside.
links_of() { grep -o ']([^)]*)' "$1" | sed 's/^](//; s/)$//; s/#.*//' | grep -v '^[a-z]*:' | grep .; }

while IFS= read -r document; do
	while IFS= read -r link; do
		links=$((links + 1))
		[ -e "$(dirname "$document")/$link" ] || bad "$document links $link, which is not there"
	done < <(links_of "$document")
done < <(find . -maxdepth 3 -name '*.md' ! -path '*/node_modules/*' ! -path './build*' | sort)
[ $links -gt 20 ] || bad "only $links links were found"

paths=0
while IFS= read -r path; do
	paths=$((paths + 1))
	compgen -G "$path" > /dev/null || bad "docs/promises.md names $path, which is not there"
done < <(grep -o '`[a-zA-Z.]*/[^` ]*`' docs/promises.md | tr -d '`' | sort -u)
[ $paths -gt 10 ] || bad "only $paths paths were found in docs/promises.md"

printf '[a](nowhere.md)\n' > "${TMPDIR:-/tmp}/planted.$$"
[ "$(links_of "${TMPDIR:-/tmp}/planted.$$")" = nowhere.md ] || bad "a planted link is not seen"
rm -f "${TMPDIR:-/tmp}/planted.$$"
exit $status
