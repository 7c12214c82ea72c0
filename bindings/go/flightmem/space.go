// SPDX-License-Identifier: MIT

package flightmem

import (
	"runtime"
	"sync"
	"unsafe"

	"github.com/flight-core/flight-memory-components/bindings/go/flightmem/internal/core"
)

// Space is a profile's memory made real on this host: guest addresses lead to host memory, and the platform's budget is kept.
// It is safe for any number of goroutines.
type Space struct {
	mu      sync.Mutex // also taken where a pool of the space begins or ends
	handle  core.Handle
	profile *Profile
	shown   bool // Bytes handed memory out
}

// OpenSpace makes a profile's memory real. Each region gets its memory when it is first used.
func OpenSpace(profile *Profile) (*Space, error) {
	if profile == nil {
		return nil, failure(ErrArgument, "a space is made of a profile")
	}
	var handle core.Handle // apart: C may be shown no memory of Go that holds pointers of Go
	why := core.NewFmRefusal()
	status := Status(core.FmSpaceMake(profile.handle, &handle, why))
	if err := refused(status, why); err != nil {
		return nil, err
	}
	s := &Space{profile: profile, handle: handle}
	runtime.SetFinalizer(s, (*Space).drop)
	return s, nil
}

// drop is for a space that nobody holds any more. What Bytes handed out may still be used, so then the space stays.
func (s *Space) drop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.shown {
		core.FmSpaceUnref(s.handle)
	}
	s.handle = 0
}

// Close gives the memory back. ErrBusy iff a pool lies in the space; then nothing changes. ErrClosed iff it is closed.
func (s *Space) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.handle == 0 {
		return closedError("the space is closed")
	}
	if status := core.FmSpaceClose(s.handle); status != 0 {
		return failure(Status(status), "")
	}
	s.handle = 0
	runtime.SetFinalizer(s, nil)
	return nil
}

// Profile is what the space was made of.
func (s *Space) Profile() *Profile { return s.profile }

// RegionUsage is how much of a region is taken. Sizes in bytes.
type RegionUsage struct {
	Capacity uint64 // may be taken: the region less its reserved areas
	Used     uint64
	Peak     uint64
	Largest  uint64 // the largest piece that would be granted now
	Refused  uint64 // requests refused
}

// Usage says how much of a region is taken.
func (s *Space) Usage(region string) (RegionUsage, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.handle == 0 {
		return RegionUsage{}, closedError("the space is closed")
	}
	one := core.NewFmRegionUsage()
	defer core.DeleteFmRegionUsage(one)
	if status := core.FmSpaceGetUsage(s.handle, region, one); status != 0 {
		return RegionUsage{}, failure(Status(status), "")
	}
	return RegionUsage{one.GetCapacity(), one.GetUsed(), one.GetPeak(), one.GetLargest(), one.GetRefused()}, nil
}

// Bytes is the host memory of size bytes at a guest address, mirrors resolved. It is good until the space is closed.
func (s *Space) Bytes(address Address, size int) ([]byte, error) {
	if size < 0 {
		return nil, failure(ErrArgument, "a size is not negative")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.handle == 0 {
		return nil, closedError("the space is closed")
	}
	data, status := core.SpaceBytes(s.handle, address.Value, address.Space, uint64(size))
	if status != 0 {
		return nil, failure(Status(status), "")
	}
	s.shown = true
	return bytesAt(data, size), nil
}

// AddressOf is the guest address of a buffer or plane of a pool in the space.
func (s *Space) AddressOf(memory interface{ Bytes() []byte }) (Address, error) {
	bytes := memory.Bytes()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.handle == 0 {
		return Address{}, closedError("the space is closed")
	}
	value, space, status := core.SpaceGuest(s.handle, uintptr(unsafe.Pointer(unsafe.SliceData(bytes))))
	runtime.KeepAlive(memory)
	return Address{value, space}, failure(Status(status), "")
}

// bytesAt is memory of the library as a slice. The address is no Go pointer, so nothing moves it or frees it under us.
func bytesAt(data uintptr, size int) []byte {
	return unsafe.Slice(*(**byte)(unsafe.Pointer(&data)), size)
}
