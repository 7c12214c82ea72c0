// SPDX-License-Identifier: MIT

package flightmem

import (
	"strconv"

	"github.com/flight-core/flight-memory-components/bindings/go/flightmem/internal/core"
)

func quoted(text string) string { return strconv.Quote(text) }

// ParseSize reads a size as people write it: "1.5 MiB", "64k", "0x1000", "1 228 800". The error says where the text is wrong.
func ParseSize(text string) (uint64, error) {
	reading := core.FmSizeRead(text)
	size := reading.GetValue()
	return size, unreadable(reading, text, "size")
}

// FormatSize writes a size for people: "1.17 MiB".
func FormatSize(bytes uint64) string { return FormatSizeAs(bytes, SizeStyleHuman) }

// FormatSizeAs writes a size in a style; "" iff there is no such style.
func FormatSizeAs(bytes uint64, style SizeStyle) string { return core.FmSizeWrite(bytes, uint(style)) }
