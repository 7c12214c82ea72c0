# SPDX-License-Identifier: MIT
"""Profiles: what memory a platform has. Facts with sources; what no source says is None."""
import dataclasses
from typing import Any, Iterator, List, Optional, Tuple, Union

from . import _core
from ._errors import of_reading
from ._names import NotFoundError
from ._sizes import format_size

_NONE = 0xFFFFFFFF
_FACTS = {1: False, 2: True}
Address = Union[int, str]  #: a number in the main CPU's space, or text in the platform's own way


@dataclasses.dataclass(frozen=True)
class AddressSpace:
    """An address space of a platform."""

    index: int
    id: str
    width_bits: int
    cpu_visible: bool


@dataclasses.dataclass(frozen=True)
class Mirror:
    """Other addresses of a region's bytes."""

    base: int
    size: int
    period: int  #: the bytes repeat at this distance inside the window; 0: once
    stride: int  #: the window reappears at this distance; 0: no
    region_offset: int  #: byte of the region that the window begins with
    count: int  #: how many windows, `stride` apart
    space: int
    cached_code: Optional[bool]
    cached_data: Optional[bool]


@dataclasses.dataclass(frozen=True)
class ReservedArea:
    """Bytes of a region that are spoken for."""

    base: int
    size: int
    what: str  #: by whom


@dataclasses.dataclass(frozen=True)
class Region:
    """A region of a platform's memory. Facts are True, False, or None where no source says."""

    index: int
    id: str
    name: str
    kind: str
    base: Optional[int]  #: first address in `space`; None: it has none, or no source says
    size: Optional[int]  #: bytes; None: no source says, or no fixed number
    space: int
    address: Optional[str]  #: `base` as the platform's people write it, with its space
    read: Optional[bool]
    write: Optional[bool]
    execute: Optional[bool]
    cached_code: Optional[bool]
    cached_data: Optional[bool]
    cpu_mapped: Optional[bool]
    dma: Optional[bool]
    volatile: Optional[bool]
    persistent: Optional[bool]
    optional: Optional[bool]
    read_widths: Tuple[int, ...]  #: legal loads in bytes; empty: no limit documented
    write_widths: Tuple[int, ...]
    bus_bits: Optional[int]
    wait_states: Optional[str]
    access_via: Optional[str]  #: how memory without a CPU address is reached
    bank_count: int  #: 0: not banked
    bank_total_bytes: int
    alias_of: Optional[int]  #: index of the region whose bytes these are
    note: Optional[str]
    mirrors: Tuple[Mirror, ...]
    reserved: Tuple[ReservedArea, ...]

    def __repr__(self) -> str:
        size = "unknown size" if self.size is None else format_size(self.size)
        return f"<flightmem.Region {self.id}: {size} {self.kind}" + (">" if self.address is None else f" at {self.address}>")


@dataclasses.dataclass(frozen=True)
class Location:
    """Where an address leads."""

    region: Region
    offset: int  #: byte of the region
    left: int  #: bytes from here on without a seam
    mirror: Optional[int]  #: index of the mirror it came through; None: the region's own base


def _widths(bits: int) -> Tuple[int, ...]:
    return tuple(width for width in (1, 2, 4, 8) if bits & width)


def _known(number: int) -> Optional[int]:
    """0 is unknown and FM_NONE is none in C; None and 0 here."""
    return 0 if number == _NONE else number or None


class Profile:
    """A platform. Made by flightmem.profile()."""

    def __init__(self, handle: Any):
        info = _core.profile_info()
        _core.profile_get_info(handle, info)
        self._handle = handle
        self.id: str = info.id
        self.name: str = info.name
        self.tier: str = _core.tier_name(info.tier)
        self.endian: str = {1: "little", 2: "big"}.get(info.endian, "?")
        self.word_bits: Optional[int] = info.word_bits or None
        self.pointer_bits: Optional[int] = info.pointer_bits or None
        self.bus_bits: Optional[int] = info.bus_bits or None
        self.cache_line_bytes: Optional[int] = _known(info.cache_line_bytes)  #: 0: it has no data cache
        self.page_bytes: Optional[int] = _known(info.page_bytes)  #: of the smallest page; 0: it has none
        self.spaces: Tuple[AddressSpace, ...] = tuple(self._space(i) for i in range(info.space_count))
        self.regions: Tuple[Region, ...] = tuple(self._region(i) for i in range(info.region_count))

    def _space(self, index: int) -> AddressSpace:
        one = _core.space_info()
        _core.profile_space(self._handle, index, one)
        return AddressSpace(index, one.id, one.width_bits, bool(one.cpu_visible))

    def _mirror(self, region: int, index: int) -> Mirror:
        one = _core.mirror()
        _core.profile_mirror(self._handle, region, index, one)
        return Mirror(one.base, one.size, one.period, one.stride, one.region_offset, max(one.count, 1), one.space,
                      _FACTS.get(one.cached_code), _FACTS.get(one.cached_data))

    def _area(self, region: int, index: int) -> ReservedArea:
        one = _core.reserved_area()
        _core.profile_reserved(self._handle, region, index, one)
        return ReservedArea(one.area.base, one.area.size, one.what)

    def _region(self, index: int) -> Region:
        one = _core.region()
        _core.profile_region(self._handle, index, one)
        fact = _FACTS.get
        return Region(
            index=index, id=one.id, name=one.name, kind=_core.region_kind_name(one.kind), base=one.base if one.has_base == 2 else None,
            size=one.size or None, space=one.space,
            address=_core.address_write(self._handle, one.base, one.space) if one.has_base == 2 else None, read=fact(one.read), write=fact(one.write), execute=fact(one.execute),
            cached_code=fact(one.cached_code), cached_data=fact(one.cached_data), cpu_mapped=fact(one.cpu_mapped), dma=fact(one.dma),
            volatile=fact(one.is_volatile), persistent=fact(one.persistent), optional=fact(one.optional), read_widths=_widths(one.read_widths),
            write_widths=_widths(one.write_widths), bus_bits=one.bus_bits or None, wait_states=one.wait_states, access_via=one.access_via,
            bank_count=one.bank_count, bank_total_bytes=one.bank_total_bytes, alias_of=None if one.alias_of == _NONE else one.alias_of,
            note=one.note, mirrors=tuple(self._mirror(index, i) for i in range(one.mirror_count)),
            reserved=tuple(self._area(index, i) for i in range(one.reserved_count)))

    def __getitem__(self, id: str) -> Region:
        for region in self.regions:
            if region.id == id:
                return region
        raise NotFoundError(f"{self.id} has no region {id!r}; it has {', '.join(r.id for r in self.regions)}")

    def __iter__(self) -> Iterator[Region]:
        return iter(self.regions)

    def __contains__(self, id: object) -> bool:
        return any(region.id == id for region in self.regions)

    def __len__(self) -> int:
        return len(self.regions)

    def address(self, address: Address) -> Tuple[int, int]:
        """The number and the index of the address space of an address in the platform's own way ("$2000", "ppu:$2000")."""
        if not isinstance(address, str):
            return address, 0
        reading = _core.address_read(self._handle, address)
        if reading.status:
            raise of_reading(reading, address, "address")
        return reading.value, reading.space

    def format_address(self, value: int, space: int = 0) -> str:
        """An address as the platform's people write it."""
        text = _core.address_write(self._handle, value, space)
        if text is None:
            raise ValueError(f"{self.id} has no address {value:#x} in space {space}")
        return text

    def locate(self, address: Address, space: int = 0) -> Location:
        """Where an address leads, mirrors resolved. Raises UnmappedError iff nothing is there."""
        value, named = self.address(address)
        found = _core.location()
        _core.address_locate(self._handle, value, named or space, found)
        return Location(self.regions[found.region], found.offset, found.left, None if found.mirror == _NONE else found.mirror)

    def __repr__(self) -> str:
        return f"<flightmem.Profile {self.id}: {self.name}, {len(self.regions)} regions>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Profile) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)


def profiles() -> List[str]:
    """The ids of the built-in profiles, in order."""
    found = []
    for index in range(_core.profile_count()):
        info = _core.profile_info()
        _core.profile_get_info(_core.profile_at(index), info)
        found.append(info.id)
    return found


def profile(id: str) -> Profile:
    """A built-in platform by its id or an alias: flightmem.profile("gba")."""
    handle = _core.profile_find(id)
    if handle is None:
        raise NotFoundError(f"there is no profile {id!r}; there are {', '.join(profiles())}")
    return Profile(handle)
