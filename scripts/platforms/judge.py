# SPDX-License-Identifier: MIT
"""What a compiler judges an access by: FM_ASSERT_ACCESS() and FM_ASSERT_DMA() look these macros up. As validators of the profile do.

An address may be one of any window of the region in its own space; what another region hides there is not judged, for the region is named."""
import math

from .budget import store_of
from .engines import engines, lane
from .tables import cache_line

ALL_WIDTHS = 0xF


def constant(value):
    return f"UINT64_C(0x{value:X})"


def windows(region):
    """Every run of addresses in the region's own space, the region's base first."""
    own = {"base": region["base"], "size": region["size"], "cached": region["cached"]}
    return [own] + [m for m in region.get("mirrors", []) if m.get("space", region["space"]) == region["space"]]


def from_base(window):
    return f"((uint64_t)(a) - {constant(window['base'])})"


def holds(window):
    """An address lies in the window."""
    stride, whole = window.get("stride"), window["size"] + (window.get("count", 1) - 1) * window.get("stride", 0)
    inside = f"{from_base(window)} < {constant(whole)}"
    return f"{inside} && {from_base(window)} % {constant(stride)} < {constant(window['size'])}" if stride else inside


def inside(window):
    """Bytes from the begin of the window, or of its slice, on."""
    return f"{from_base(window)} % {constant(window['stride'])}" if "stride" in window else from_base(window)


def left(window):
    """Bytes up to the next seam."""
    unit = window.get("inverted") or window.get("period")
    if not unit:
        return f"{constant(window['size'])} - {inside(window)}"
    to_seam = f"{constant(unit)} - {inside(window)} % {constant(unit)}"
    if window["size"] % unit == 0:
        return to_seam
    to_end = f"{constant(window['size'])} - {inside(window)}"
    return f"({to_seam} < {to_end} ? {to_seam} : {to_end})"


def byte(window):
    """The byte of the region that an address shows."""
    at = inside(window)
    if window.get("inverted"):
        unit = constant(window["inverted"])
        at = f"{constant(window['size'] - window['inverted'])} - {at} / {unit} * {unit} + {at} % {unit}"
    elif window.get("period"):
        at = f"{at} % {constant(window['period'])}"
    if window.get("offset"):
        at += f" + {constant(window['offset'])}"
    if window.get("advance"):
        at += f" + {from_base(window)} / {constant(window['stride'])} * {constant(window['advance'])}"
    return at


def chain(region, answer, otherwise):
    """The answer of the window that holds the address; it wins that comes first."""
    text = "".join(f"{holds(w)} ? {answer(w)} : " for w in windows(region))
    return f"({text}{otherwise})"


def line_of(platform, window):
    """Bytes of the cache lines that a transfer must keep whole through the window: 1: any, 0: unknown."""
    line = cache_line(platform)
    return 1 if line == "FM_NONE" or window["cached"]["data"] is False else line


def lines(platform, region):
    found = {line_of(platform, w) for w in windows(region)}
    return f"{found.pop()}u" if len(found) == 1 else chain(region, lambda w: f"{line_of(platform, w)}u", "0u")


def taken(platform, region):
    """Some of `n` bytes from `b` on is spoken for."""
    if region["kind"] == "reserved":
        return "1"
    store, begin = store_of(platform, region)
    areas = []
    for other in platform["regions"]:
        if other["size"] == "unknown" or not isinstance(other["base"], int):
            continue
        other_store, other_begin = store_of(platform, other)
        for area in other.get("reserved", []) if other_store == store else []:
            if area["size"] != "unknown":
                areas.append((area["base"] - other["base"] + other_begin - begin, area["size"]))
    near = [(max(0, low), low + size) for low, size in areas if low < region["size"] and low + size > 0]
    tests = [overlap(low, high, region["size"]) for low, high in near]
    return f"({' || '.join(tests)})" if tests else "0"


def overlap(low, high, size):
    """Some of `n` bytes from `b` on, all in the region, lies from `low` to `high`."""
    ends_behind, begins_before = f"(b) + ((n) - 1) >= {constant(low)}", f"(b) < {constant(high)}"
    if low > 0 and high < size:
        return f"({ends_behind} && {begins_before})"
    return ends_behind if low > 0 else begins_before if high < size else "1"


def all_lines(platform, region):
    """Bytes of the cache lines that a transfer must keep whole through any window: 1: none, 0: unknown."""
    found = {line_of(platform, w) for w in windows(region)}
    return 0 if 0 in found else max(found)


def shape(platform, region):
    """Begin and length that suit each engine, 0 unknown; boundary, 0 none; bytes of the region within reach; and what a message says of it."""
    if region["dma"] is not True:
        return 0, 0, 0, 0, "no DMA engine reaches it" if region["dma"] is False else "no source says that DMA reaches it"
    mine = [e for e in engines(platform) if e.get("space", region["space"]) == region["space"]]

    def known(key):
        return [e[key] for e in mine if e.get(key, "unknown") != "unknown"]

    begin, length = known("begin_bytes"), known("length_bytes")
    if not begin or not length:
        return 0, 0, 0, 0, "no source says what transfers its engines take"
    boundary, limit, line = min(known("boundary_bytes"), default=0), 1 << min(known("address_bits"), default=64), all_lines(platform, region)
    reach = max(0, min(region["size"], limit - region["base"]))
    text = f"DMA begins at a multiple of {max(begin)} and moves whole {math.lcm(*length)} bytes"
    text += f", does not cross {boundary}" if boundary else ""
    text += f", reaches {reach} bytes of it" if reach < region["size"] else ""
    text += "; no source says how long a cache line is" if line == 0 else f"; where it is cached, whole lines of {line}" if line > 1 else ""
    return max(begin), math.lcm(*length), boundary, reach, text


def granted(region):
    return sum(bit for bit, name in ((1, "read"), (2, "write"), (4, "execute")) if region["access"][name] is True)


def widths(region):
    read, write = (sum(width // 8 for width in region[key]) if key in region else ALL_WIDTHS for key in ("read_widths", "write_widths"))
    return str(ALL_WIDTHS) if read == write == ALL_WIDTHS else f"(((access)&1u ? {read}u : 15u) & ((access)&2u ? {write}u : 15u))"


def natural(platform):
    """The widest alignment that the main CPU wants, 8 at most; what is not known is the most."""
    fact = platform.get("alignment", {})
    if fact.get("misaligned_access") == "allowed":
        return 1
    most = fact.get("max_natural_bytes", "unknown")
    return 8 if most == "unknown" else min(most, 8)


def macros(platform, region, joined):
    """(name and parameters, value, text) of each macro of a region that has a base and a size."""
    begin, length, boundary, reach, text = shape(platform, region)
    first, stride = lane(region)
    there = "1" if stride == 0 else f"((n) == 1 && (b) % {stride} == {first})"
    return [(f"FM_LEFT_{joined}(a)", chain(region, left, "0"), "bytes from address `a` on that follow each other without a seam; 0: it is not the region's"),
            (f"FM_BYTE_{joined}(a)", chain(region, byte, "0"), "byte of the region that address `a` shows"),
            (f"FM_RIGHTS_{joined}", f"{granted(region)}u", "rights that are granted, DMA apart"),
            (f"FM_WIDTHS_{joined}(access)", widths(region), "widths that are legal for all that an access does"),
            (f"FM_IS_THERE_{joined}(b, n)", there, "`n` bytes from byte `b` on are all there"),
            (f"FM_IS_TAKEN_{joined}(b, n)", taken(platform, region), "some of them is reserved"),
            (f"FM_DMA_ALIGN_{joined}", f"{begin}u", "of a transfer's begin, bytes; 0: none may be"),
            (f"FM_DMA_GRANULE_{joined}", f"{length}u", "of its length"),
            (f"FM_DMA_BOUNDARY_{joined}", constant(boundary), "that it does not cross; 0: it may"),
            (f"FM_DMA_REACH_{joined}", constant(reach), "bytes of the region that engines reach"),
            (f"FM_DMA_LINE_{joined}(a)", lines(platform, region), "lines that it keeps whole at address `a`, bytes; 0: unknown"),
            (f"FM_DMA_LINES_{joined}", f"{all_lines(platform, region)}u", "the same, at any address"),
            (f"FM_DMA_TEXT_{joined}", f'"{text}"', "of a message")]
