# SPDX-License-Identifier: MIT
from types import TracebackType
from typing import Any, Callable, Optional, Tuple, Type, Union

from typing_extensions import Buffer as _Exporter

from ._base import FlightmemError
from ._names import PixelFormat

_Size = Union[int, str]

major: int
headers: str

class Buffer(_Exporter):
    """Memory of a pool. Shows its bytes through the buffer protocol; a live view holds it."""

    @property
    def nbytes(self) -> int: ...
    @property
    def address(self) -> int: ...
    @property
    def token(self) -> int: ...
    @property
    def released(self) -> bool: ...
    def release(self) -> None: ...
    def __len__(self) -> int: ...
    def __enter__(self) -> Buffer: ...
    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]) -> None: ...
    def __buffer__(self, flags: int, /) -> memoryview: ...

class Plane(_Exporter):
    """Pixels in a buffer of a pool: a strided array, height x width, and x channel where a channel is a byte."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def format(self) -> PixelFormat: ...
    @property
    def stride(self) -> int: ...
    @property
    def pixel_bits(self) -> int: ...
    @property
    def nbytes(self) -> int: ...
    @property
    def address(self) -> int: ...
    @property
    def token(self) -> int: ...
    @property
    def released(self) -> bool: ...
    def release(self) -> None: ...
    def __enter__(self) -> Plane: ...
    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]) -> None: ...
    def __buffer__(self, flags: int, /) -> memoryview: ...

class Window(_Exporter):
    def __buffer__(self, flags: int, /) -> memoryview: ...

class Space:
    def __init__(self, profile: Any) -> None: ...
    @property
    def closed(self) -> bool: ...
    def close(self) -> None: ...
    def read_usage(self, region: str, usage: region_usage) -> None: ...
    def window(self, value: int, space: int, size: _Size) -> Window: ...
    def guest(self, pointer: int) -> Tuple[int, int]: ...

class Pool:
    def __init__(self, strategy: Optional[str], name: Optional[str], capacity: _Size, block_size: _Size, alignment: _Size, max_buffers: int,
                 space: Optional[Space], region: Optional[str], wants: Optional[str]) -> None: ...
    @property
    def closed(self) -> bool: ...
    def close(self) -> None: ...
    def seal(self) -> None: ...
    def reset(self) -> None: ...
    def acquire(self, size: _Size) -> Buffer: ...
    def acquire_aligned(self, size: _Size, align: _Size) -> Buffer: ...
    def take_plane(self, width: int, height: int, format: int, row_align: _Size) -> Plane: ...
    def explain(self, size: _Size, align: _Size = ...) -> None: ...
    def read_usage(self, usage: pool_usage) -> None: ...
    def names(self) -> Tuple[str, str]: ...

class reading:
    status: int
    space: int
    value: int
    position: int

class profile_info:
    id: str
    name: str
    tier: int
    endian: int
    word_bits: int
    pointer_bits: int
    bus_bits: int
    cache_line_bytes: int
    page_bytes: int
    space_count: int
    region_count: int

class space_info:
    id: str
    width_bits: int
    style: int
    cpu_visible: int

class region:
    id: str
    name: str
    access_via: Optional[str]
    wait_states: Optional[str]
    note: Optional[str]
    base: int
    size: int
    bank_total_bytes: int
    index: int
    space: int
    kind: int
    has_base: int
    cpu_mapped: int
    read: int
    write: int
    execute: int
    cached_code: int
    cached_data: int
    dma: int
    is_volatile: int
    persistent: int
    optional: int
    read_widths: int
    write_widths: int
    bus_bits: int
    bank_count: int
    mirror_count: int
    reserved_count: int
    alias_of: int

class mirror:
    base: int
    size: int
    period: int
    stride: int
    region_offset: int
    count: int
    space: int
    cached_code: int
    cached_data: int

class range:
    base: int
    size: int

class reserved_area:
    what: str
    area: range

class location:
    offset: int
    left: int
    region: int
    mirror: int

class pool_usage:
    capacity: int
    used: int
    peak: int
    available: int
    largest: int
    blocks: int
    buffers: int
    granted: int
    refused: int
    control: int
    sealed: int

class region_usage:
    capacity: int
    used: int
    peak: int
    largest: int
    refused: int

def connect(maker: Callable[..., FlightmemError], formats: Type[PixelFormat]) -> None: ...
def version_string() -> str: ...
def status_name(status: int) -> str: ...
def status_text(status: int) -> str: ...
def status_remedy(status: int) -> str: ...
def status_get_kind(status: int) -> int: ...
def status_kind_name(kind: int) -> str: ...
def size_read(text: str) -> reading: ...
def size_write(bytes: _Size, style: int) -> str: ...
def tier_name(tier: int) -> str: ...
def region_kind_name(kind: int) -> str: ...
def profile_find(id: str) -> Any: ...
def profile_count() -> int: ...
def profile_at(index: int) -> Any: ...
def profile_get_info(profile: Any, out: profile_info) -> None: ...
def profile_space(profile: Any, index: int, out: space_info) -> None: ...
def profile_region(profile: Any, index: int, out: region) -> None: ...
def profile_mirror(profile: Any, region: int, index: int, out: mirror) -> None: ...
def profile_reserved(profile: Any, region: int, index: int, out: reserved_area) -> None: ...
def address_read(profile: Any, text: str) -> reading: ...
def address_write(profile: Any, value: int, space: int) -> Optional[str]: ...
def address_locate(profile: Any, value: int, space: int, out: location) -> None: ...
