# SPDX-License-Identifier: MIT
"""Spaces and pools; their buffers and planes are types of the C part."""
import dataclasses
from types import TracebackType
from typing import Optional, Type, Union

from . import _core
from ._names import BusyError, PixelFormat
from ._profile import Address, Profile, profile
from ._sizes import Size, format_size


@dataclasses.dataclass(frozen=True)
class Usage:
    """What a pool holds. Sizes in bytes."""

    capacity: int  #: for blocks
    used: int  #: out, what alignment and granule cost included
    peak: int  #: the most `used` has been
    available: int  #: capacity - used
    largest: int  #: the largest request that would be granted now
    blocks: int  #: blocks out, buffers included
    buffers: int  #: buffers out
    granted: int  #: requests granted since open
    refused: int  #: requests refused since open
    control: int  #: for the pool's own records
    sealed: bool  #: asks no one for memory any more


@dataclasses.dataclass(frozen=True)
class RegionUsage:
    """How much of a region is taken. Sizes in bytes."""

    capacity: int
    used: int
    peak: int
    largest: int
    refused: int


class _Closing:
    """`with` closes. An exception inside is not hidden by what is still out because of it."""

    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]) -> None:
        try:
            self.close()  # type: ignore[attr-defined]
        except BusyError:
            if error is None:
                raise


class Space(_core.Space, _Closing):
    """A profile's memory made real on this host: guest addresses lead to host memory, and the platform's budget is enforced."""

    def __init__(self, platform: Union[Profile, str]):
        #: the profile it was made of
        self.profile = profile(platform) if isinstance(platform, str) else platform
        super().__init__(self.profile._handle)

    def __enter__(self) -> "Space":
        return self

    def usage(self, region: str) -> RegionUsage:
        """How much of a region is taken."""
        one = _core.region_usage()
        self.read_usage(region, one)
        return RegionUsage(one.capacity, one.used, one.peak, one.largest, one.refused)

    def view(self, address: Address, size: Size) -> memoryview:
        """The host memory of `size` bytes at a guest address, mirrors resolved. The space can't be closed while the view lives."""
        value, space = self.profile.address(address)
        return memoryview(self.window(value, space, size))

    def address_of(self, memory: Union["_core.Buffer", "_core.Plane"]) -> str:
        """The guest address of a buffer or plane, in the platform's own way."""
        return self.profile.format_address(*self.guest(memory.address))

    def __repr__(self) -> str:
        return f"<flightmem.Space of {self.profile.id}{', closed' if self.closed else ''}>"


class Pool(_core.Pool, _Closing):
    """Storage and a strategy behind one handle: Pool("1 MiB"), Pool(block_size=64, capacity="4k"), Pool(space=space, region="iwram"),
    Pool("4k", space=space, wants="scratchpad, else main; dma"): the first region with room.

    Buffers come out of acquire() and planes out of plane(). A pool that is closed while something is out raises BusyError and stays
    open; a pool that is dropped lives on until the last buffer is released."""

    def __init__(self, capacity: Size = 0, *, strategy: Optional[str] = None, block_size: Size = 0, alignment: Size = 0,
                 space: Optional[Space] = None, region: Optional[str] = None, max_buffers: int = 0, name: Optional[str] = None,
                 wants: Optional[str] = None):
        super().__init__(strategy, name, capacity, block_size, alignment, max_buffers, space, region, wants)
        self.name, self.strategy = self.names()
        self.space = space

    def __enter__(self) -> "Pool":
        return self

    @property
    def usage(self) -> Usage:
        """What it holds."""
        one = _core.pool_usage()
        self.read_usage(one)
        return Usage(one.capacity, one.used, one.peak, one.available, one.largest, one.blocks, one.buffers, one.granted, one.refused,
                     one.control, bool(one.sealed))

    def plane(self, width: int, height: int, format: PixelFormat = PixelFormat.RGBA8888, *, row_align: Size = 0) -> "_core.Plane":
        """Pixels in a buffer of the pool. Rows begin at multiples of `row_align` (0: a cache line; 1: they touch)."""
        return self.take_plane(width, height, format, row_align)

    def __repr__(self) -> str:
        if self.closed:
            return f"<flightmem.Pool {self.name}, closed>"
        usage = self.usage
        return f"<flightmem.Pool {self.name} ({self.strategy}): {format_size(usage.used)} of {format_size(usage.capacity)} used, {usage.buffers} buffers out>"
