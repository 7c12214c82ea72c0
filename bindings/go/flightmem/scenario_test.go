// SPDX-License-Identifier: MIT

package flightmem

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/flight-core/flight-memory-components/bindings/go/flightmem/internal/core"
)

// A step of a scenario, with the members that any op takes.
type step struct {
	Scenario   string
	Format     int
	Op         string
	As         string
	Text       string
	Bytes      string
	Style      string
	Code       string
	ID         string
	Profile    string
	Index      int
	Address    string
	Space      string
	Byte       int
	Region     string
	Wants      string
	Pool       string
	Buffer     string
	Capacity   string
	Strategy   string
	BlockSize  string `json:"block_size"`
	Alignment  string
	MaxBuffers uint32 `json:"max_buffers"`
	Name       string
	Size       string
	Align      string
	Width      int
	Height     int
	PixelForm  uint32            `json:"-"`
	RowAlign   uint32            `json:"row_align"`
	Status     string            `json:"status"`
	Want       map[string]string `json:"want"`
	Refusal    map[string]string `json:"refusal"`
	At         *int              `json:"at"`
}

// memory is what Buffer and Plane have in common.
type memory interface {
	Bytes() []byte
	Release() error
}

// run holds the objects of one scenario.
type run struct {
	profiles map[string]*Profile
	spaces   map[string]*Space
	pools    map[string]*Pool
	buffers  map[string]memory
}

type answer map[string]any

func number(text string) uint64 {
	value, err := strconv.ParseUint(text, 10, 64)
	if err != nil && text != "" {
		panic(err)
	}
	return value
}

var styles = map[string]SizeStyle{"human": SizeStyleHuman, "exact": SizeStyleExact, "round-trip": SizeStyleRoundTrip}

var ops = map[string]func(*run, *step) (answer, error){
	"status_show": func(_ *run, s *step) (answer, error) {
		code, _ := strconv.Atoi(s.Code)
		status := Status(code)
		return answer{"name": status.Name(), "kind": status.Kind(), "text": core.FmStatusText(code), "remedy": status.Remedy()}, nil
	},
	"size_parse": func(_ *run, s *step) (answer, error) {
		bytes, err := ParseSize(s.Text)
		return answer{"bytes": bytes}, err
	},
	"size_format": func(_ *run, s *step) (answer, error) {
		return answer{"text": FormatSizeAs(number(s.Bytes), styles[s.Style])}, nil
	},
	"profile_find": func(r *run, s *step) (answer, error) {
		p, err := FindProfile(s.ID)
		if err != nil {
			return nil, err
		}
		r.profiles[s.As] = p
		return answer{"id": p.ID, "name": p.Name, "tier": p.Tier, "regions": len(p.Regions)}, nil
	},
	"region": func(r *run, s *step) (answer, error) {
		p := r.profiles[s.Profile]
		if s.Index >= len(p.Regions) {
			return nil, ErrNotFound
		}
		one := &p.Regions[s.Index]
		return answer{"id": one.ID, "kind": one.Kind, "base": one.Base, "size": one.Size, "read": one.Read, "write": one.Write, "execute": one.Execute,
			"mirrors": len(one.Mirrors)}, nil
	},
	"locate": func(r *run, s *step) (answer, error) {
		address, err := r.profiles[s.Profile].ParseAddress(s.Address)
		if err != nil {
			return nil, err
		}
		found, err := r.profiles[s.Profile].Locate(address)
		if err != nil {
			return nil, err
		}
		mirror := "none"
		if found.Mirror != None {
			mirror = fmt.Sprint(found.Mirror)
		}
		return answer{"region": found.Region.ID, "offset": found.Offset, "left": found.Left, "mirror": mirror}, nil
	},
	"address_format": func(r *run, s *step) (answer, error) {
		address, err := r.profiles[s.Profile].ParseAddress(s.Address)
		return answer{"text": r.profiles[s.Profile].FormatAddress(address)}, err
	},
	"space_open": func(r *run, s *step) (answer, error) {
		space, err := OpenSpace(r.profiles[s.Profile])
		r.spaces[s.As] = space
		return nil, err
	},
	"space_close": func(r *run, s *step) (answer, error) { return nil, r.spaces[s.Space].Close() },
	"poke": func(r *run, s *step) (answer, error) {
		bytes, err := r.bytes(s)
		if err == nil {
			bytes[0] = byte(s.Byte)
		}
		return nil, err
	},
	"peek": func(r *run, s *step) (answer, error) {
		bytes, err := r.bytes(s)
		if err != nil {
			return nil, err
		}
		return answer{"byte": bytes[0]}, nil
	},
	"region_usage": func(r *run, s *step) (answer, error) {
		u, err := r.spaces[s.Space].Usage(s.Region)
		return answer{"capacity": u.Capacity, "used": u.Used, "peak": u.Peak, "largest": u.Largest, "refused": u.Refused}, err
	},
	"pool_open": func(r *run, s *step) (answer, error) {
		p, err := OpenPool(PoolOptions{Strategy: s.Strategy, Name: s.Name, Capacity: number(s.Capacity), BlockSize: number(s.BlockSize),
			Alignment: number(s.Alignment), Space: r.spaces[s.Space], Region: s.Region, Wants: s.Wants, MaxBuffers: s.MaxBuffers})
		if err != nil {
			return nil, err
		}
		r.pools[s.As] = p
		return answer{"name": p.Name(), "strategy": p.Strategy()}, nil
	},
	"pool_close": func(r *run, s *step) (answer, error) { return nil, r.pools[s.Pool].Close() },
	"seal":       func(r *run, s *step) (answer, error) { return nil, r.pools[s.Pool].Seal() },
	"usage": func(r *run, s *step) (answer, error) {
		u, err := r.pools[s.Pool].Usage()
		sealed := 0
		if u.Sealed {
			sealed = 1
		}
		return answer{"capacity": u.Capacity, "used": u.Used, "peak": u.Peak, "available": u.Available, "largest": u.Largest, "blocks": u.Blocks,
			"buffers": u.Buffers, "granted": u.Granted, "refused": u.Refused, "sealed": sealed}, err
	},
	"acquire": func(r *run, s *step) (answer, error) {
		b, err := r.pools[s.Pool].AcquireAligned(int(number(s.Size)), number(s.Align))
		if err != nil {
			return nil, err
		}
		r.buffers[s.As] = b
		return answer{"len": b.Len()}, nil
	},
	"explain": func(r *run, s *step) (answer, error) { return nil, r.pools[s.Pool].Explain(int(number(s.Size))) },
	"plane": func(r *run, s *step) (answer, error) {
		p, err := r.pools[s.Pool].AcquirePlane(PlaneOptions{Width: s.Width, Height: s.Height, Format: PixelFormat(s.PixelForm), RowAlign: s.RowAlign})
		if err != nil {
			return nil, err
		}
		r.buffers[s.As] = p
		return answer{"len": len(p.Bytes()), "stride": p.Stride, "pixel_bits": p.PixelBits}, nil
	},
	"fill": func(r *run, s *step) (answer, error) {
		bytes := r.buffers[s.Buffer].Bytes()
		for i := range bytes {
			bytes[i] = byte(s.Byte)
		}
		return nil, nil
	},
	"sum": func(r *run, s *step) (answer, error) {
		sum := 0
		for _, b := range r.buffers[s.Buffer].Bytes() {
			sum += int(b)
		}
		return answer{"sum": sum}, nil
	},
	"guest": func(r *run, s *step) (answer, error) {
		space := r.spaces[s.Space]
		address, err := space.AddressOf(r.buffers[s.Buffer])
		return answer{"text": space.Profile().FormatAddress(address)}, err
	},
	"release": func(r *run, s *step) (answer, error) { return nil, r.buffers[s.Buffer].Release() },
}

func (r *run) bytes(s *step) ([]byte, error) {
	space := r.spaces[s.Space]
	address, err := space.Profile().ParseAddress(s.Address)
	if err != nil {
		return nil, err
	}
	return space.Bytes(address, 1)
}

func short(status Status) string {
	if status == 0 {
		return "OK"
	}
	return strings.TrimPrefix(status.Name(), "FM_E_")
}

// judge compares what a step gave with what it wants.
func judge(s *step, got answer, err error) error {
	var status Status
	var failed *Error
	errors.As(err, &status)
	errors.As(err, &failed)
	want := s.Status
	if want == "" {
		want = "OK"
	}
	if short(status) != want {
		return fmt.Errorf("status %s, want %s (%v)", short(status), want, err)
	}
	for name, value := range s.Want {
		if found, ok := got[name]; !ok || fmt.Sprint(found) != value {
			return fmt.Errorf("%s is %v, want %s", name, found, value)
		}
	}
	if len(s.Refusal) > 0 && (failed == nil || failed.Refusal == nil) {
		return errors.New("no record of the refusal")
	}
	for name, value := range s.Refusal {
		r := failed.Refusal
		record := answer{"status": short(r.Status), "asked": r.Asked, "align": r.Align, "capacity": r.Capacity, "available": r.Available,
			"largest": r.Largest, "help": uint32(r.Help), "help_bytes": r.HelpBytes, "subject": r.Subject}
		if found, ok := record[name]; !ok || fmt.Sprint(found) != value {
			return fmt.Errorf("refusal.%s is %v, want %s", name, found, value)
		}
	}
	if s.At != nil && (failed == nil || failed.Position != *s.At) {
		return fmt.Errorf("at %v, want %d", failed, *s.At)
	}
	return nil
}

func parse(t *testing.T, line []byte) *step {
	s := new(step)
	decoder := json.NewDecoder(strings.NewReader(string(line)))
	var all map[string]json.RawMessage
	if err := json.Unmarshal(line, &all); err != nil {
		t.Fatal(err)
	}
	_, isStep := all["op"]
	if isStep { // "format" is a pixel format in a step, and the version of the file else
		if raw, ok := all["format"]; ok {
			if err := json.Unmarshal(raw, &s.PixelForm); err != nil {
				t.Fatal(err)
			}
		}
	}
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(s); err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	return s
}

// TestScenarios runs what every language runs: tests/bindings of the repository.
func TestScenarios(t *testing.T) {
	folder := os.Getenv("FLIGHTMEM_SCENARIOS")
	if folder == "" {
		folder = "../../../tests/bindings"
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*.ndjson"))
	if len(files) == 0 {
		t.Skip("no scenarios: they are in the repository, tests/bindings; FLIGHTMEM_SCENARIOS names the folder")
	}
	scenarios, steps := 0, 0
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var todo []*step
		for _, line := range bytes.Split(bytes.TrimSpace(text), []byte("\n")) {
			s := parse(t, line)
			if s.Scenario != "" {
				scenarios += play(t, todo)
				todo = nil
			}
			todo = append(todo, s)
			steps++
		}
		scenarios += play(t, todo)
	}
	t.Logf("go: %d scenarios, %d steps", scenarios, steps-scenarios)
}

// play runs one scenario: its title, then its steps.
func play(t *testing.T, todo []*step) int {
	if len(todo) == 0 {
		return 0
	}
	t.Run(todo[0].Scenario, func(t *testing.T) {
		if todo[0].Format != 1 {
			t.Fatalf("format %d", todo[0].Format)
		}
		r := &run{map[string]*Profile{}, map[string]*Space{}, map[string]*Pool{}, map[string]memory{}}
		for _, s := range todo[1:] {
			op := ops[s.Op]
			if op == nil {
				t.Fatalf("no op %q", s.Op)
			}
			got, err := op(r, s)
			if wrong := judge(s, got, err); wrong != nil {
				t.Fatalf("%v in %+v", wrong, *s)
			}
		}
	})
	return 1
}
