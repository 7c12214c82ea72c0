#!/bin/bash
# SPDX-License-Identifier: MIT
# Tests the Go module: vet, the race detector, pointers to Go memory, no cgo, a vendored user, and the installed library where one was built.
# The last line is the result.
set -eu
cd "$(dirname "$0")"
found=$(go version 2> /dev/null | sed -n 's/^go version go\([0-9.]*\).*/\1/p')
if [ -z "$found" ] || [ "$(printf '%s\n' 1.21 "$found" | sort -V | head -n 1)" != 1.21 ]; then
	echo "needs Go 1.21 or later, found ${found:-none}: Debian 12 has 1.19; install golang-1.21 or later from bookworm-backports, or Go's own archive"
	exit 77
fi
. ../installed.sh
export GOFLAGS="-mod=mod -buildvcs=false ${GOFLAGS:-}" GOTOOLCHAIN=local GOWORK=off

unformatted=$(gofmt -l flightmem | grep -v '/core\.go$' || true)
[ -z "$unformatted" ] || { echo "gofmt would change $unformatted"; exit 1; }
go vet ./flightmem
go test -race -count 1 ./flightmem
GOEXPERIMENT=cgocheck2 go test -count 1 -v ./flightmem > "$FM_CHECK_DIR/go.log" || { tail -n 40 "$FM_CHECK_DIR/go.log"; exit 1; }
tests=$(grep -c '^ *--- PASS' "$FM_CHECK_DIR/go.log")

echo "without cgo the build says why"
CGO_ENABLED=0 go build ./... 2>&1 | grep -q 'is_a_C_library__build_with_CGO_ENABLED_1' || { echo "CGO_ENABLED=0 does not say why not"; exit 1; }

echo "a user with a vendor folder; the library's names stay inside"
user=$(mktemp -d)
trap 'chmod -R u+w "$user"; rm -rf "$user"' EXIT
here=$PWD
module=$(sed -n 's/^module //p' go.mod)
cat > "$user/main.go" << GO
package main

import "$module/flightmem"

func main() { println(flightmem.Version()) }
GO
(
	cd "$user"
	go mod init example.org/user > /dev/null 2>&1
	go mod edit -replace "$module=$here" -require "$module@v0.0.0"
	go mod vendor
	GOFLAGS=-buildvcs=false go build -mod=vendor -o user .
	./user 2>&1 | grep -qx "$(sed -n 's/.*FM_VERSION_STRING "\(.*\)"/\1/p' "$here/flightmem/internal/core/bundled.h")"
)
if nm -D --defined-only "$user/user" | grep -q ' fm_'; then
	echo "the library's names are exported again"
	exit 1
fi

if [ -n "$FM_INSTALLED" ]; then
	echo "with the installed library"
	LD_LIBRARY_PATH=$FM_INSTALLED/lib go test -count 1 -tags flightmem_system ./flightmem
fi
echo "result: $found, $tests tests"
