// SPDX-License-Identifier: MIT

package flightmem

import (
	"fmt"
	"runtime"
	"sync"

	"github.com/flight-core/flight-memory-components/bindings/go/flightmem/internal/core"
)

// PoolOptions says what a pool shall be; zero is the default of each.
type PoolOptions struct {
	Strategy   string // "arena", "slots", "tlsf" or "buddy"; "": slots iff BlockSize is set; else in a region what the platform is advised
	Name       string // shown in refusals
	Capacity   uint64 // bytes for blocks; 0 in a region: all that is left of it
	BlockSize  uint64 // slots: bytes of a block
	Alignment  uint64 // of each block, a power of two
	Space      *Space // where Region is, or what Wants are of
	Region     string // id of a region of Space, whose budget is charged
	Wants      string // instead of Region: "scratchpad, else main; dma" opens in the first region of Space that has room
	MaxBuffers uint32 // arena: buffers out at once
}

// Pool is storage and a strategy. It is safe for any number of goroutines. A pool that is dropped without Close is given back when the
// garbage collector finds it and no buffer is out. With a buffer out it stays for ever: nobody can tell whether its Bytes are still used.
type Pool struct {
	mu     sync.Mutex
	handle core.Handle
	space  *Space
	name   string
	kind   string
}

// NewPool is a pool of so many bytes, with buffers of any size: the simple case.
func NewPool(capacity uint64) (*Pool, error) { return OpenPool(PoolOptions{Capacity: capacity}) }

// OpenPool makes a pool.
func OpenPool(options PoolOptions) (*Pool, error) {
	var space, handle core.Handle // apart: C may be shown no memory of Go that holds pointers of Go
	if options.Space != nil {
		options.Space.mu.Lock()
		defer options.Space.mu.Unlock()
		if space = options.Space.handle; space == 0 {
			return nil, closedError("the space is closed")
		}
	}
	why := core.NewFmRefusal()
	status := core.FmPoolMake(options.Strategy, options.Name, options.Capacity, options.BlockSize, options.Alignment, uint(options.MaxBuffers), space,
		options.Region, options.Wants, &handle, why)
	if err := refused(Status(status), why); err != nil {
		return nil, err
	}
	p := &Pool{handle: handle, space: options.Space, name: core.FmPoolName(handle), kind: core.FmPoolStrategy(handle)}
	runtime.SetFinalizer(p, (*Pool).drop)
	return p, nil
}

// drop is for a pool that nobody holds any more.
func (p *Pool) drop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.inSpace(func() int { core.FmPoolUnref(p.handle); return 0 })
	p.handle = 0
}

// inSpace runs what begins or ends a pool: that is a call on its space too.
func (p *Pool) inSpace(call func() int) int {
	if p.space != nil {
		p.space.mu.Lock()
		defer p.space.mu.Unlock()
	}
	return call()
}

// Close gives the pool back. ErrBusy iff a buffer is out; then nothing changes. ErrClosed iff it is closed.
func (p *Pool) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.handle == 0 {
		return closedError("the pool is closed")
	}
	if status := p.inSpace(func() int { return core.FmPoolClose(p.handle) }); status != 0 {
		return failure(Status(status), "")
	}
	p.handle = 0
	runtime.SetFinalizer(p, nil)
	return nil
}

// Name is the name given at open; the strategy's where none was given.
func (p *Pool) Name() string { return p.name }

// Strategy is the name of the strategy.
func (p *Pool) Strategy() string { return p.kind }

// Acquire hands out a buffer of size bytes. What is refused says why: errors.As(err, &e) with e of type *Error.
func (p *Pool) Acquire(size int) (*Buffer, error) { return p.AcquireAligned(size, 0) }

// AcquireAligned is Acquire at a multiple of align, a power of two; 0 is the pool's alignment.
func (p *Pool) AcquireAligned(size int, align uint64) (*Buffer, error) {
	b := new(Buffer)
	if err := p.acquire(b, size, align); err != nil {
		return nil, err
	}
	return b, nil
}

// AcquireTo is Acquire into a Buffer that the caller has, the zero Buffer or a released one: nothing is allocated. ErrBusy iff it is out.
func (p *Pool) AcquireTo(b *Buffer, size int) error {
	if b.token != 0 {
		return failure(ErrBusy, "the buffer is out; release it first")
	}
	return p.acquire(b, size, 0)
}

func (p *Pool) acquire(b *Buffer, size int, align uint64) error {
	if size < 0 {
		return failure(ErrArgument, "a size is not negative")
	}
	p.mu.Lock()
	if p.handle == 0 {
		p.mu.Unlock()
		return closedError("the pool is closed")
	}
	data, token, status := core.Acquire(p.handle, uint64(size), align)
	if status != 0 {
		err := p.explain(Status(status), uint64(size), align)
		p.mu.Unlock()
		return err
	}
	p.mu.Unlock()
	*b = Buffer{pool: p, token: token, data: data, size: size}
	return nil
}

// explain makes the error of a request that was just refused.
func (p *Pool) explain(status Status, size, align uint64) error {
	why := core.NewFmRefusal()
	core.FmPoolExplain(p.handle, 0, size, align, why)
	return refused(status, why)
}

// Explain says what Acquire would: nil iff it would be granted now. Nothing changes.
func (p *Pool) Explain(size int) error {
	if size < 0 {
		return failure(ErrArgument, "a size is not negative")
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.handle == 0 {
		return closedError("the pool is closed")
	}
	why := core.NewFmRefusal()
	return refused(Status(core.FmPoolExplain(p.handle, 0, uint64(size), 0, why)), why)
}

func (p *Pool) release(token uint64) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return failure(Status(core.Release(p.handle, token)), "")
}

// do runs a call on an open pool.
func (p *Pool) do(call func(core.Handle) int) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.handle == 0 {
		return closedError("the pool is closed")
	}
	return failure(Status(call(p.handle)), "")
}

// Seal makes the pool ask no one for memory from now on; its pages are touched now, not later.
func (p *Pool) Seal() error { return p.do(core.FmPoolSeal) }

// PoolUsage is what a pool holds. Sizes in bytes.
type PoolUsage struct {
	Capacity  uint64 // for blocks
	Used      uint64 // out, what alignment and granule cost included
	Peak      uint64 // the most Used has been
	Available uint64 // Capacity - Used
	Largest   uint64 // the largest request that would be granted now
	Blocks    uint64 // blocks out, buffers included
	Buffers   uint64 // buffers out
	Granted   uint64 // requests granted since open
	Refused   uint64 // requests refused since open
	Control   uint64 // for the pool's own records
	Sealed    bool
}

// Usage says what the pool holds.
func (p *Pool) Usage() (PoolUsage, error) {
	one := core.NewFmPoolUsage()
	defer core.DeleteFmPoolUsage(one)
	if err := p.do(func(handle core.Handle) int { return core.FmPoolGetUsage(handle, one) }); err != nil {
		return PoolUsage{}, err
	}
	return PoolUsage{
		one.GetCapacity(), one.GetUsed(), one.GetPeak(), one.GetAvailable(), one.GetLargest(), one.GetBlocks(), one.GetBuffers(), one.GetGranted(),
		one.GetRefused(), one.GetControl(), one.GetSealed() != 0,
	}, nil
}

func (p *Pool) String() string {
	usage, err := p.Usage()
	if err != nil {
		return "pool " + p.name + ", closed"
	}
	return fmt.Sprintf("pool %s (%s): %s of %s used, %d buffers out", p.name, p.kind, FormatSize(usage.Used), FormatSize(usage.Capacity), usage.Buffers)
}
