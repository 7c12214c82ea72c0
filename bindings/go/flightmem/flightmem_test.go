// SPDX-License-Identifier: MIT

package flightmem

import (
	"errors"
	"math/rand"
	"runtime"
	"sync"
	"testing"
)

func pool(t *testing.T, options PoolOptions) *Pool {
	t.Helper()
	p, err := OpenPool(options)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestRefusalIsAnErrorWithData(t *testing.T) {
	p := pool(t, PoolOptions{Capacity: MiB, Name: "frames"})
	defer p.Close()
	_, err := p.Acquire(640 * 480 * 4)
	if !errors.Is(err, ErrTooLarge) || errors.Is(err, ErrBusy) {
		t.Fatal(err)
	}
	var failed *Error
	if !errors.As(err, &failed) || failed.Refusal == nil {
		t.Fatal(err)
	}
	if r := failed.Refusal; r.Asked != 1228800 || r.Largest != MiB || r.Subject != "frames" || r.Sentence == "" {
		t.Fatalf("%+v", *r)
	}
	if ErrTooLarge.Name() != "FM_E_TOO_LARGE" || ErrTooLarge.Kind() != "refused" || ErrTooLarge.Remedy() == "" {
		t.Fatal(ErrTooLarge)
	}
}

func TestUseAfterTheEndIsATypedError(t *testing.T) {
	p := pool(t, PoolOptions{Capacity: 4 * KiB})
	b, err := p.Acquire(64)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); !errors.Is(err, ErrBusy) {
		t.Fatal("closed with a buffer out:", err)
	}
	if err := b.Release(); err != nil || b.Bytes() != nil || !b.Released() {
		t.Fatal(err)
	}
	if err := b.Release(); !errors.Is(err, ErrStale) || !errors.Is(err, ErrClosed) {
		t.Fatal("released twice:", err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	for name, call := range map[string]func() error{
		"close":   p.Close,
		"seal":    p.Seal,
		"acquire": func() error { _, err := p.Acquire(1); return err },
		"explain": func() error { return p.Explain(1) },
		"plane": func() error {
			_, err := p.AcquirePlane(PlaneOptions{Width: 1, Height: 1, Format: PixelFormatIndex8})
			return err
		},
		"usage": func() error { _, err := p.Usage(); return err },
		"zero":  new(Buffer).Release,
	} {
		if err := call(); !errors.Is(err, ErrClosed) {
			t.Error(name, err)
		}
	}
}

func TestWrongArgumentsAreTypedErrors(t *testing.T) {
	p := pool(t, PoolOptions{Capacity: 4 * KiB})
	defer p.Close()
	for name, call := range map[string]func() error{
		"negative size": func() error { _, err := p.Acquire(-1); return err },
		"negative side": func() error {
			_, err := p.AcquirePlane(PlaneOptions{Width: -1, Height: 1, Format: PixelFormatIndex8})
			return err
		},
		"huge side": func() error {
			_, err := p.AcquirePlane(PlaneOptions{Width: 1 << 40, Height: 1, Format: PixelFormatIndex8})
			return err
		},
		"no profile":     func() error { _, err := OpenSpace(nil); return err },
		"nothing at all": func() error { _, err := OpenPool(PoolOptions{}); return err },
	} {
		if err := call(); !errors.Is(err, ErrArgument) {
			t.Error(name, err)
		}
	}
}

func TestAcquireToAllocatesNothing(t *testing.T) {
	p := pool(t, PoolOptions{Capacity: 64 * KiB, BlockSize: 4 * KiB})
	defer p.Close()
	var b Buffer
	allocations := testing.AllocsPerRun(1000, func() {
		if p.AcquireTo(&b, 4096) != nil || b.Release() != nil {
			t.Fatal("refused")
		}
	})
	if allocations != 0 {
		t.Fatal(allocations, "allocations a pair")
	}
	if err := p.AcquireTo(&b, 1); err != nil {
		t.Fatal(err)
	}
	if err := p.AcquireTo(&b, 1); !errors.Is(err, ErrBusy) {
		t.Fatal("took a buffer that is out:", err)
	}
	b.Release()
}

func TestRowsOfAPlane(t *testing.T) {
	p := pool(t, PoolOptions{Capacity: MiB})
	defer p.Close()
	plane, err := p.AcquirePlane(PlaneOptions{Width: 241, Height: 4, Format: PixelFormatRGB555})
	if err != nil {
		t.Fatal(err)
	}
	row := plane.Row(3)
	if len(row) != 482 || plane.Stride != 512 || &row[0] != &plane.Bytes()[3*512] || plane.Row(4) != nil || plane.Row(-1) != nil {
		t.Fatal(len(row), plane.Stride)
	}
	if err := plane.Release(); err != nil || plane.Row(0) != nil || plane.Bytes() != nil {
		t.Fatal(err)
	}
}

// What is dropped in any order goes back by itself; what is still out keeps its memory.
func TestFinalizersInAnyOrder(t *testing.T) {
	gba, err := FindProfile("gba")
	if err != nil {
		t.Fatal(err)
	}
	kept := make([]*Buffer, 0, 64)
	for i := 0; i < 64; i++ {
		space, err := OpenSpace(gba)
		if err != nil {
			t.Fatal(err)
		}
		p := pool(t, PoolOptions{Capacity: 4 * KiB, Space: space, Region: "iwram"})
		bytes, err := space.Bytes(Address{Value: 0x03000000}, 16)
		if err != nil {
			t.Fatal(err)
		}
		bytes[0] = byte(i)
		b, err := p.Acquire(100)
		if err != nil {
			t.Fatal(err)
		}
		switch i % 3 {
		case 0:
			kept = append(kept, b)
		case 1:
			b.Release()
		}
		if i%8 == 0 {
			runtime.GC()
		}
	}
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	for _, b := range kept {
		for i := range b.Bytes() {
			b.Bytes()[i] = 7
		}
		if err := b.Release(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSpaceKeepsTheBudget(t *testing.T) {
	gba, err := FindProfile("gba")
	if err != nil {
		t.Fatal(err)
	}
	space, err := OpenSpace(gba)
	if err != nil {
		t.Fatal(err)
	}
	p := pool(t, PoolOptions{Capacity: 80 * KiB, Space: space, Region: "vram"})
	screen, err := p.AcquirePlane(PlaneOptions{Width: 240, Height: 160, Format: PixelFormatRGB555, RowAlign: 1})
	if err != nil {
		t.Fatal(err)
	}
	if address, err := space.AddressOf(screen); err != nil || gba.FormatAddress(address) != "0x06000000" {
		t.Fatal(address, err)
	}
	if _, err := OpenPool(PoolOptions{Capacity: 20 * KiB, Space: space, Region: "vram"}); !errors.Is(err, ErrExhausted) {
		t.Fatal(err)
	}
	if err := space.Close(); !errors.Is(err, ErrBusy) {
		t.Fatal("closed under a pool:", err)
	}
	if usage, err := space.Usage("vram"); err != nil || usage.Used != 80*KiB {
		t.Fatal(usage, err)
	}
	for _, end := range []func() error{screen.Release, p.Close, space.Close} {
		if err := end(); err != nil {
			t.Fatal(err)
		}
	}
	if err := space.Close(); !errors.Is(err, ErrClosed) {
		t.Fatal(err)
	}
	if _, err := OpenPool(PoolOptions{Space: space, Region: "vram"}); !errors.Is(err, ErrClosed) {
		t.Fatal(err)
	}
}

func TestGoroutinesShareAPool(t *testing.T) {
	p := pool(t, PoolOptions{Capacity: MiB, BlockSize: KiB})
	var all sync.WaitGroup
	for g := 0; g < 8; g++ {
		all.Add(1)
		go func(g int) {
			defer all.Done()
			for i := 0; i < 2000; i++ {
				b, err := p.Acquire(KiB)
				if err != nil {
					t.Error(err)
					return
				}
				b.Bytes()[0] = byte(g)
				if b.Bytes()[0] != byte(g) {
					t.Error("two goroutines have one buffer")
				}
				if err := b.Release(); err != nil {
					t.Error(err)
				}
			}
		}(g)
	}
	all.Wait()
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}

// Whatever the order of calls: an error of the package or success, and the figures of the pool agree with what is out.
func TestRandomSteps(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for round := 0; round < 20; round++ {
		options := PoolOptions{Capacity: 8 * KiB}
		if round%2 == 1 {
			options.BlockSize = 256
		}
		p := pool(t, options)
		var buffers []*Buffer
		out := uint64(0)
		closed := false
		for i := 0; i < 500; i++ {
			var err error
			switch random.Intn(8) {
			case 0, 1, 2:
				var b *Buffer
				if b, err = p.AcquireAligned(random.Intn(600)-2, uint64(random.Intn(40))); err == nil {
					buffers = append(buffers, b)
					out++
				}
			case 3, 4:
				if len(buffers) > 0 {
					b := buffers[random.Intn(len(buffers))] // also one that was released
					for j := range b.Bytes() {
						b.Bytes()[j] = byte(j)
					}
					if err = b.Release(); err == nil {
						out--
					}
				}
			case 5:
				if err = p.Close(); err == nil {
					closed = true
				}
				if (err == nil) != (out == 0) && !errors.Is(err, ErrClosed) {
					t.Fatal("close with", out, "out:", err)
				}
			case 6:
				err = p.Explain(random.Intn(600))
			case 7:
				var usage PoolUsage
				if usage, err = p.Usage(); err == nil && usage.Buffers != out {
					t.Fatalf("%d out, the pool says %d", out, usage.Buffers)
				}
			}
			var failed *Error
			if err != nil && !errors.As(err, &failed) {
				t.Fatal("not an error of the package:", err)
			}
			if closed {
				p, closed = pool(t, options), false
			}
		}
	}
}

func TestVersions(t *testing.T) {
	if Version() != HeaderVersion {
		t.Fatal(Version(), HeaderVersion)
	}
}

func BenchmarkPair(b *testing.B) {
	p, err := OpenPool(PoolOptions{Capacity: MiB, BlockSize: 4 * KiB})
	if err != nil {
		b.Fatal(err)
	}
	defer p.Close()
	b.Run("Acquire", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; i < b.N; i++ {
			buffer, _ := p.Acquire(4096)
			buffer.Release()
		}
	})
	b.Run("AcquireTo", func(b *testing.B) {
		b.ReportAllocs()
		var buffer Buffer
		for i := 0; i < b.N; i++ {
			p.AcquireTo(&buffer, 4096)
			buffer.Release()
		}
	})
}
