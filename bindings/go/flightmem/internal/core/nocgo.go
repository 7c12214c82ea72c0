// SPDX-License-Identifier: MIT

//go:build !cgo

// Package core is the C library behind flightmem. Without cgo there is none, and this file says so instead of compiling.
package core

var _ = flightmem_is_a_C_library__build_with_CGO_ENABLED_1_and_a_C_compiler
