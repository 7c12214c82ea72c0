// SPDX-License-Identifier: MIT

//go:build !flightmem_system

package core

// The library is compiled in and stays hidden: FM_API is empty, so a program that also links flightmem sees no name twice.

// #cgo CFLAGS: -DFM_API= -fvisibility=hidden
// #cgo LDFLAGS: -lpthread
import "C"
