// SPDX-License-Identifier: MIT

package flightmem

import (
	"fmt"

	"github.com/flight-core/flight-memory-components/bindings/go/flightmem/internal/core"
)

// None is the index of what is none.
const None = 0xFFFFFFFF

// Known says whether a source states the fact, and Yes whether it is so.
func (f Fact) Known() bool { return f == FactYes || f == FactNo }

// Yes is true iff a source says yes.
func (f Fact) Yes() bool { return f == FactYes }

func (f Fact) String() string {
	switch f {
	case FactYes:
		return "yes"
	case FactNo:
		return "no"
	}
	return "unknown"
}

func (k RegionKind) String() string { return core.FmRegionKindName(uint(k)) }

func (t Tier) String() string { return core.FmTierName(uint(t)) }

// Address is an address in an address space of a profile; space 0 is what the main CPU sees.
type Address struct {
	Value uint64
	Space uint32
}

// AddressSpace is an address space of a platform.
type AddressSpace struct {
	ID         string
	WidthBits  uint32
	CPUVisible bool
}

// Mirror is other addresses of a region's bytes.
type Mirror struct {
	Base         uint64 // first address of the window
	Size         uint64 // bytes of the whole window
	Period       uint64 // the bytes repeat at this distance inside the window; 0: once
	Stride       uint64 // the window reappears at this distance; 0: no
	RegionOffset uint64 // byte of the region that the window begins with
	Count        uint32 // how many windows, Stride apart
	Space        uint32
	CachedCode   Fact
	CachedData   Fact
}

// ReservedArea is bytes of a region that are spoken for.
type ReservedArea struct {
	Base, Size uint64
	What       string // by whom
}

// Region is a region of a platform's memory. What no source says is unknown, never guessed.
type Region struct {
	Index          uint32
	ID             string // "iwram"
	Name           string
	Kind           RegionKind
	Base           uint64 // first address in Space; 0 unless HasBase
	HasBase        Fact
	Size           uint64 // bytes; 0: unknown or no fixed number
	Space          uint32
	Address        string // Base as the platform's people write it, with its space; "" unless HasBase
	CPUMapped      Fact
	Read           Fact
	Write          Fact
	Execute        Fact
	CachedCode     Fact
	CachedData     Fact
	DMA            Fact
	Volatile       Fact
	Persistent     Fact
	Optional       Fact
	ReadWidths     uint32 // legal loads, bits 1, 2, 4, 8 for that many bytes; 0: no limit documented
	WriteWidths    uint32 // legal stores, the same
	BusBits        uint32 // 0: unknown
	WaitStates     string // "": unknown
	AccessVia      string // how memory without a CPU address is reached
	BankCount      uint32 // 0: not banked
	BankTotalBytes uint64
	AliasOf        uint32 // index of the region whose bytes these are; None: its own
	Note           string
	Mirrors        []Mirror
	Reserved       []ReservedArea
}

func (r *Region) String() string {
	text := r.ID + ": unknown size " + r.Kind.String()
	if r.Size != 0 {
		text = r.ID + ": " + FormatSize(r.Size) + " " + r.Kind.String()
	}
	if r.Address != "" {
		text += " at " + r.Address
	}
	return text
}

// Location is where an address leads.
type Location struct {
	Region *Region
	Offset uint64 // byte of the region
	Left   uint64 // bytes from here on without a seam
	Mirror uint32 // index of the mirror it came through; None: the region's own base
}

// Profile is a platform; immutable, and safe for any number of goroutines.
type Profile struct {
	ID             string
	Name           string
	Tier           Tier
	BigEndian      bool
	WordBits       uint32 // 0: unknown
	PointerBits    uint32 // 0: unknown
	BusBits        uint32 // 0: unknown
	CacheLineBytes uint32 // 0: unknown, None: there is none
	PageBytes      uint32 // 0: unknown, None: there are none
	Spaces         []AddressSpace
	Regions        []Region
	handle         core.Handle // built in: there for ever
}

// Profiles are the ids of the built-in platforms, in order.
func Profiles() []string {
	info := core.NewFmProfileInfo()
	defer core.DeleteFmProfileInfo(info)
	ids := make([]string, 0, core.FmProfileCount())
	for i := uint(0); i < core.FmProfileCount(); i++ {
		if core.FmProfileGetInfo(core.FmProfileAt(i), info) == 0 {
			ids = append(ids, info.GetId())
		}
	}
	return ids
}

// FindProfile is a built-in platform by its id or an alias, "gba". ErrNotFound iff there is none.
func FindProfile(id string) (*Profile, error) {
	handle := core.FmProfileFind(id)
	if handle == 0 {
		return nil, failure(ErrNotFound, fmt.Sprintf("there is no profile %q; there are %v", id, Profiles()))
	}
	info := core.NewFmProfileInfo()
	defer core.DeleteFmProfileInfo(info)
	if status := core.FmProfileGetInfo(handle, info); status != 0 {
		return nil, failure(Status(status), "")
	}
	p := &Profile{
		ID: info.GetId(), Name: info.GetName(), Tier: Tier(info.GetTier()), BigEndian: info.GetEndian() == 2, WordBits: uint32(info.GetWordBits()),
		PointerBits: uint32(info.GetPointerBits()), BusBits: uint32(info.GetBusBits()), CacheLineBytes: uint32(info.GetCacheLineBytes()),
		PageBytes: uint32(info.GetPageBytes()), handle: handle,
	}
	for i := uint(0); i < info.GetSpaceCount(); i++ {
		p.Spaces = append(p.Spaces, readSpace(handle, i))
	}
	for i := uint(0); i < info.GetRegionCount(); i++ {
		p.Regions = append(p.Regions, readRegion(handle, i))
	}
	return p, nil
}

func readSpace(profile core.Handle, index uint) AddressSpace {
	one := core.NewFmSpaceInfo()
	defer core.DeleteFmSpaceInfo(one)
	core.FmProfileSpace(profile, index, one)
	return AddressSpace{ID: one.GetId(), WidthBits: uint32(one.GetWidthBits()), CPUVisible: one.GetCpuVisible() != 0}
}

func readRegion(profile core.Handle, index uint) Region {
	one := core.NewFmRegion()
	defer core.DeleteFmRegion(one)
	core.FmProfileRegion(profile, index, one)
	r := Region{
		Index: uint32(index), ID: one.GetId(), Name: one.GetName(), Kind: RegionKind(one.GetKind()), Base: one.GetBase(), HasBase: Fact(one.GetHasBase()),
		Size: one.GetSize(), Space: uint32(one.GetSpace()), CPUMapped: Fact(one.GetCpuMapped()), Read: Fact(one.GetRead()), Write: Fact(one.GetWrite()),
		Execute: Fact(one.GetExecute()), CachedCode: Fact(one.GetCachedCode()), CachedData: Fact(one.GetCachedData()), DMA: Fact(one.GetDma()),
		Volatile: Fact(one.GetIsVolatile()), Persistent: Fact(one.GetPersistent()), Optional: Fact(one.GetOptional()),
		ReadWidths: uint32(one.GetReadWidths()), WriteWidths: uint32(one.GetWriteWidths()), BusBits: uint32(one.GetBusBits()),
		WaitStates: one.GetWaitStates(), AccessVia: one.GetAccessVia(), BankCount: uint32(one.GetBankCount()), BankTotalBytes: one.GetBankTotalBytes(),
		AliasOf: uint32(one.GetAliasOf()), Note: one.GetNote(),
	}
	if r.HasBase.Yes() {
		r.Address = core.FmAddressWrite(profile, r.Base, uint(r.Space))
	}
	for i := uint(0); i < one.GetMirrorCount(); i++ {
		r.Mirrors = append(r.Mirrors, readMirror(profile, index, i))
	}
	for i := uint(0); i < one.GetReservedCount(); i++ {
		r.Reserved = append(r.Reserved, readReserved(profile, index, i))
	}
	return r
}

func readMirror(profile core.Handle, region, index uint) Mirror {
	one := core.NewFmMirror()
	defer core.DeleteFmMirror(one)
	core.FmProfileMirror(profile, region, index, one)
	m := Mirror{one.GetBase(), one.GetSize(), one.GetPeriod(), one.GetStride(), one.GetRegionOffset(), uint32(one.GetCount()), uint32(one.GetSpace()),
		Fact(one.GetCachedCode()), Fact(one.GetCachedData())}
	if m.Count == 0 {
		m.Count = 1
	}
	return m
}

func readReserved(profile core.Handle, region, index uint) ReservedArea {
	one := core.NewFmReservedArea()
	defer core.DeleteFmReservedArea(one)
	core.FmProfileReserved(profile, region, index, one)
	return ReservedArea{one.GetArea().GetBase(), one.GetArea().GetSize(), one.GetWhat()}
}

// Region is a region by its id; nil iff there is none.
func (p *Profile) Region(id string) *Region {
	for i := range p.Regions {
		if p.Regions[i].ID == id {
			return &p.Regions[i]
		}
	}
	return nil
}

// ParseAddress reads an address in any platform's way: "0x06000000", "$2000", "ppu:$2000", "7E:0000".
func (p *Profile) ParseAddress(text string) (Address, error) {
	reading := core.FmAddressRead(p.handle, text)
	address := Address{reading.GetValue(), uint32(reading.GetSpace())}
	return address, unreadable(reading, text, "address")
}

// FormatAddress writes an address as the platform's people do; "" iff the platform has no such address.
func (p *Profile) FormatAddress(address Address) string {
	return core.FmAddressWrite(p.handle, address.Value, uint(address.Space))
}

// Locate says where an address leads, mirrors resolved. ErrUnmapped iff nothing is there.
func (p *Profile) Locate(address Address) (Location, error) {
	one := core.NewFmLocation()
	defer core.DeleteFmLocation(one)
	if status := core.FmAddressLocate(p.handle, address.Value, uint(address.Space), one); status != 0 {
		return Location{}, failure(Status(status), "")
	}
	return Location{&p.Regions[one.GetRegion()], one.GetOffset(), one.GetLeft(), uint32(one.GetMirror())}, nil
}

func (p *Profile) String() string {
	return fmt.Sprintf("%s: %s, %d regions", p.ID, p.Name, len(p.Regions))
}
