// SPDX-License-Identifier: MIT

// Package flightmem says what memory a platform has, puts things there, and explains every refusal.
//
// A Pool hands out Buffers, whose Bytes are memory of the library, not of Go: no copy, no garbage collection. A Profile is a platform's
// memory as data; a Space makes it real on this host and keeps the platform's budget. What is refused comes back as an *Error that
// carries the record of the refusal, and is a Status for errors.Is.
//
// The C library is compiled in. Build with -tags flightmem_system to link the installed one through pkg-config.
package flightmem

import (
	"fmt"
	"strings"

	"github.com/flight-core/flight-memory-components/bindings/go/flightmem/internal/core"
)

// HeaderVersion is the version of the library that this package was built for.
const HeaderVersion = core.HeaderVersion

// Sizes in bytes.
const (
	KiB = 1 << 10
	MiB = 1 << 20
	GiB = 1 << 30
)

func init() {
	if running := Version(); !strings.HasPrefix(running, fmt.Sprint(core.HeaderMajor, ".")) {
		panic("flightmem: this program was built for version " + HeaderVersion + " of the library, and the one that was loaded is " + running)
	}
}

// Version is the version of the library that runs.
func Version() string { return core.FmVersionString() }
