// SPDX-License-Identifier: MIT

package flightmem

import "github.com/flight-core/flight-memory-components/bindings/go/flightmem/internal/core"

// Buffer is memory with a name that goes stale when it is released. It keeps its pool. One goroutine uses a buffer at a time; buffers of
// one pool may be used by many.
type Buffer struct {
	pool  *Pool
	token uint64 // 0: released
	data  uintptr
	size  int
}

// Bytes is the buffer's memory, not a copy; nil once it is released. The slice must not be used after Release.
func (b *Buffer) Bytes() []byte {
	if b.token == 0 {
		return nil
	}
	return bytesAt(b.data, b.size)
}

// Len is how many bytes were asked for.
func (b *Buffer) Len() int { return b.size }

// Released is true iff the buffer is not out.
func (b *Buffer) Released() bool { return b.token == 0 }

// Release gives the memory back. ErrStale (and ErrClosed) iff it was released before.
func (b *Buffer) Release() error {
	if b.token == 0 {
		return closedError("the buffer was released before")
	}
	if err := b.pool.release(b.token); err != nil {
		return err
	}
	b.token, b.pool = 0, nil
	return nil
}

// Plane is a buffer that holds pixels. Rows begin Stride bytes apart.
type Plane struct {
	buffer    Buffer
	Width     int // pixels
	Height    int // rows
	Format    PixelFormat
	PixelBits int
	Stride    int // bytes from a row to the next
}

// PlaneOptions says what a plane shall be.
type PlaneOptions struct {
	Width, Height int
	Format        PixelFormat
	RowAlign      uint32 // bytes, a power of two; 0: a cache line; 1: rows touch, as display hardware wants
}

// AcquirePlane is a plane in a buffer of the pool; its content is unspecified.
func (p *Pool) AcquirePlane(options PlaneOptions) (*Plane, error) {
	if options.Width < 0 || options.Height < 0 || options.Width > None || options.Height > None {
		return nil, failure(ErrArgument, "a plane's sides are 1 to 65536 pixels")
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.handle == 0 {
		return nil, closedError("the pool is closed")
	}
	raw := core.AcquirePlane(p.handle, uint32(options.Width), uint32(options.Height), uint32(options.Format), options.RowAlign)
	switch {
	case raw.Status != 0 && raw.Len == 0:
		return nil, failure(Status(raw.Status), "")
	case raw.Status != 0:
		align := uint64(options.RowAlign)
		if align == 0 {
			align = planeRowAlign
		}
		return nil, p.explain(Status(raw.Status), raw.Len, align)
	}
	return &Plane{
		buffer: Buffer{pool: p, token: raw.Token, data: raw.Data, size: int(raw.Len)}, Width: options.Width, Height: options.Height,
		Format: options.Format, PixelBits: int(raw.PixelBits), Stride: int(raw.Stride),
	}, nil
}

// planeRowAlign is FM_PLANE_ROW_ALIGN.
const planeRowAlign = core.PlaneRowAlign

// Bytes is all of the plane's memory, Stride * Height bytes; nil once it is released.
func (p *Plane) Bytes() []byte { return p.buffer.Bytes() }

// Row is the pixels of row y; nil iff there is no such row or the plane is released.
func (p *Plane) Row(y int) []byte {
	bytes := p.buffer.Bytes()
	if bytes == nil || y < 0 || y >= p.Height {
		return nil
	}
	return bytes[y*p.Stride : y*p.Stride+(p.Width*p.PixelBits+7)/8]
}

// Released is true iff the plane is not out.
func (p *Plane) Released() bool { return p.buffer.Released() }

// Release gives the memory back, as Buffer.Release.
func (p *Plane) Release() error { return p.buffer.Release() }
