// SPDX-License-Identifier: MIT

//go:build flightmem_system

package core

// #cgo CFLAGS: -DFLIGHTMEM_SYSTEM
// #cgo pkg-config: flightmem
import "C"
