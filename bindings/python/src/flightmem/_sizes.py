# SPDX-License-Identifier: MIT
"""Sizes in bytes as people write them."""
from typing import Union

from . import _core
from ._errors import of_reading

Size = Union[int, str]  #: bytes, or text such as "64 KiB"

_STYLES = {"human": 0, "exact": 1, "round-trip": 2}


def parse_size(text: str) -> int:
    """Bytes of a text: "1.5 MiB", "64k", "0x1000", "1 228 800". Raises ParseError or RangeError with `position`."""
    reading = _core.size_read(text)
    if reading.status:
        raise of_reading(reading, text, "size")
    return reading.value


def format_size(size: int, style: str = "human") -> str:
    """A size as text: "human" 1.17 MiB, "exact" 1 228 800 B, "round-trip" 1200 KiB (parses to the same value)."""
    if style not in _STYLES:
        raise ValueError(f"style is one of {', '.join(_STYLES)}, not {style!r}")
    return _core.size_write(size, _STYLES[style])
