# SPDX-License-Identifier: MIT
"""include/flightmem/platform/<id>.h: what a compiler can know of a platform."""
from .budget import reserved_bytes
from .judge import macros, natural
from .tables import cache_line, main_cpu, page_bytes


def macro_name(name):
    return name.replace("-", "_").upper()


def token(name):
    return name.replace("-", "_")


def constant(value):
    """An address or a number of bytes: it can stand in #if, and has an unsigned type that holds it."""
    return f"UINT32_C(0x{value:X})" if value < 1 << 32 else f"UINT64_C(0x{value:X})"


def grouped(number):
    """1 228 800."""
    return f"{number:,}".replace(",", " ")


def define(name, value, text):
    return f"#define {name} {value} /**< {text} */"


def platform_lines(platform, prefix):
    cpu = main_cpu(platform)
    numbers = [("WORD_BITS", cpu["word_bits"], "of the main CPU"), ("POINTER_BITS", cpu["pointer_bits"], "of the main CPU"),
               ("BUS_BITS", cpu["address_bits"], "address lines of the main CPU"), ("CACHE_LINE_BYTES", cache_line(platform) or "unknown", "of the data cache"),
               ("PAGE_BYTES", page_bytes(platform) or "unknown", "of memory"),
               ("DMA_ALIGN_BYTES", platform.get("alignment", {}).get("dma_base_bytes", "unknown"), "of a DMA transfer's begin"),
               ("DMA_GRANULE_BYTES", platform.get("alignment", {}).get("dma_length_bytes", "unknown"), "of a DMA transfer's length")]
    lines = [define(f"{prefix}_{name}", value, text) for name, value, text in numbers if value not in ("unknown", "FM_NONE")]
    if cpu["endian"] != "unknown":
        lines.insert(0, define(f"{prefix}_BIG_ENDIAN", int(cpu["endian"] == "big"), "byte order of the main CPU"))
    if "spaces" in platform:
        lines.append(define(f"FM_NATURAL_{token(platform['id'])}", f"{natural(platform)}u", "for FM_ASSERT_ACCESS(): widest alignment that the CPU wants, bytes"))
    return lines


def wrapped(name, value, text):
    """A definition whose value may be long: as many lines as it takes."""
    if len(value) < 90:
        return define(name, value, text)
    lines, line = [], f"#define {name}"
    for word in value.split(" "):
        if len(line) + len(word) > 140:
            lines.append(line)
            line = "\t"
        line += word if line == "\t" else " " + word
    return f"/** {text[0].upper()}{text[1:]}. */\n" + " \\\n".join(lines + [line])


def window_lines(prefix, window, what):
    lines = [define(f"{prefix}_BASE", constant(window["base"]), f"first address of {what}")]
    if window["size"] != "unknown":
        lines.append(define(f"{prefix}_SIZE", constant(window["size"]), "bytes"))
    for key, text in (("period", "distance at which the bytes repeat"), ("stride", "distance of the slices, bytes"), ("offset", "byte of the region that it begins with"),
                      ("advance", "bytes of the region from a slice to the next"), ("inverted", "units of so many bytes lie in opposite order")):
        if key in window:
            lines.append(define(f"{prefix}_{key.upper()}", constant(window[key]), text))
    if "count" in window:
        lines.append(define(f"{prefix}_COUNT", window["count"], "slices"))
    return lines


def region_lines(platform, region, prefix):
    name = f"{prefix}_{macro_name(region['id'])}"
    lines = []
    if isinstance(region["base"], int):
        lines.append(define(f"{name}_BASE", constant(region["base"]), "first address"))
    if region["size"] != "unknown":
        lines.append(define(f"{name}_SIZE", constant(region["size"]), "bytes"))
    if region["bus_bits"] != "unknown":
        lines.append(define(f"{name}_BUS_BITS", region["bus_bits"], "width of its bus"))
    for key in ("read_widths", "write_widths"):
        if key in region:
            lines.append(define(f"{name}_{key.upper()}", sum({width // 8 for width in region[key]}), "legal widths: bits 1, 2, 4, 8 for that many bytes"))
    for at, mirror in enumerate(region.get("mirrors", [])):
        lines += window_lines(f"{name}_MIRROR{at}", mirror, "a mirror")
    for at, area in enumerate(region.get("reserved", [])):
        lines += window_lines(f"{name}_RESERVED{at}", area, "what is reserved")
    return lines + for_macros(platform, region)


def for_macros(platform, region):
    """What FM_ASSERT_FITS(), FM_IN_REGION(), FM_ASSERT_ACCESS() and FM_ASSERT_DMA() look up."""
    joined, lines = f"{token(platform['id'])}_{token(region['id'])}", []
    if region["size"] != "unknown" and region["kind"] not in ("io", "reserved"):
        reserved = reserved_bytes(platform, region)
        free = region["size"] - reserved
        said = f"{grouped(free)} bytes" + (f" ({grouped(reserved)} are reserved)" if reserved else "")
        lines += [define(f"FM_FITS_{joined}", constant(free), "for FM_ASSERT_FITS(): bytes that are not reserved" if reserved else "for FM_ASSERT_FITS()"),
                  define(f"FM_FITS_TEXT_{joined}", f'"{said}"', "for FM_ASSERT_FITS()")]
        if region["cpu_mapped"] is True and isinstance(region["base"], int):
            lines.append(define(f"FM_SECTION_{joined}", f'".{region["id"]}"', "for FM_IN_REGION()"))
    if region["size"] != "unknown" and isinstance(region["base"], int):
        lines += [wrapped(*macro) for macro in macros(platform, region, joined)]
    return lines


def comment(region):
    facts = [f"{key} {'yes' if region['access'][key] is True else 'no' if region['access'][key] is False else 'unknown'}" for key in ("read", "write", "execute")]
    text = f"{region['id']}: {region['name']}. {', '.join(facts)}."
    return f"/* ---- {text.replace('*/', '* /')} ---- */"


def header(platform, note):
    prefix = f"FM_{macro_name(platform['id'])}"
    guard = f"FLIGHTMEM_PLATFORM_{macro_name(platform['id'])}_H"
    blocks = ["\n".join(platform_lines(platform, prefix))]
    blocks += ["\n".join([comment(region)] + region_lines(platform, region, prefix)) for region in platform["regions"]]
    body = "\n\n".join(blocks)
    return f"""/* SPDX-License-Identifier: MIT */
/** @file
 * {platform['name']} at compile time: addresses, sizes, sections. What is not here is unknown. {note}. */
#ifndef {guard}
#define {guard}

#include <flightmem/compiler.h>

{body}

#endif
"""
