// SPDX-License-Identifier: MIT

package flightmem_test

import (
	"errors"
	"fmt"

	"github.com/flight-core/flight-memory-components/bindings/go/flightmem"
)

func Example() {
	pool, err := flightmem.NewPool(1 * flightmem.MiB)
	if err != nil {
		panic(err)
	}
	defer pool.Close()
	buffer, err := pool.Acquire(64 * flightmem.KiB)
	if err != nil {
		panic(err)
	}
	defer buffer.Release()
	copy(buffer.Bytes(), "hello")
	fmt.Println(string(buffer.Bytes()[:5]), buffer.Len())
	// Output: hello 65536
}

func ExamplePool_Acquire_refused() {
	pool, _ := flightmem.NewPool(1 * flightmem.MiB)
	defer pool.Close()
	_, err := pool.Acquire(640 * 480 * 4)
	var failed *flightmem.Error
	if errors.Is(err, flightmem.ErrTooLarge) && errors.As(err, &failed) {
		fmt.Println(failed.Refusal.Asked, "of", failed.Refusal.Largest)
	}
	// Output: 1228800 of 1048576
}

func ExampleFindProfile() {
	gba, _ := flightmem.FindProfile("gba")
	fmt.Println(gba.Region("iwram"))
	address, _ := gba.ParseAddress("0x03008010")
	found, _ := gba.Locate(address)
	fmt.Println(found.Region.ID, found.Offset)
	// Output:
	// iwram: 32 KiB main at 0x03000000
	// iwram 16
}

func ExampleParseSize() {
	_, err := flightmem.ParseSize("12 apples")
	var failed *flightmem.Error
	errors.As(err, &failed)
	fmt.Println(errors.Is(err, flightmem.ErrSyntax), failed.Position)
	fmt.Println(flightmem.FormatSize(1228800))
	// Output:
	// true 3
	// 1.17 MiB
}
