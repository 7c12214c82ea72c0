# SPDX-License-Identifier: MIT
"""flightmem: what memory a platform has, where things go in it, and who said no and why.

>>> import flightmem
>>> with flightmem.Pool("1 MiB") as pool, pool.acquire("64 KiB") as buffer:
...     memoryview(buffer)[:5] = b"hello"
>>> flightmem.profile("gba")["iwram"].size
32768
"""
from . import _core

__version__: str = _core.headers
if _core.version_string().split(".")[0] != str(_core.major):
    raise ImportError(f"flightmem {__version__} needs a library of major version {_core.major}; the one that was loaded is {_core.version_string()}")

from ._base import FlightmemError, Refusal  # noqa: E402
from ._core import Buffer, Plane  # noqa: E402
from ._errors import ClosedError, ViewsAliveError  # noqa: E402
from ._names import *  # noqa: E402,F401,F403
from ._names import BY_STATUS, Help, PixelFormat  # noqa: E402
from ._pool import Pool, RegionUsage, Space, Usage  # noqa: E402
from ._profile import AddressSpace, Location, Mirror, Profile, Region, ReservedArea, profile, profiles  # noqa: E402
from ._sizes import Size, format_size, parse_size  # noqa: E402

__all__ = [
    "AddressSpace", "Buffer", "ClosedError", "FlightmemError", "Help", "Location", "Mirror", "PixelFormat", "Plane", "Pool", "Profile", "Refusal",
    "Region", "RegionUsage", "ReservedArea", "Size", "Space", "Usage", "ViewsAliveError", "format_size", "library_version", "parse_size", "profile",
    "profiles", *(error.__name__ for error in BY_STATUS.values()),
]

for _error in (FlightmemError, ClosedError, ViewsAliveError, *BY_STATUS.values()):
    _error.__module__ = "flightmem"  # where it is found, and what a traceback shows


def library_version() -> str:
    """The version of the C library that runs; `__version__` is that of this package."""
    return _core.version_string()
