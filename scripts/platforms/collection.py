# SPDX-License-Identifier: MIT
"""Which keys of data/platforms/*.yaml hold which leaf of the collected JSON of the retro platforms."""
import re

# Words without a meaning of their own, and those that a new wording may leave out.
EMPTY = set("a an and are as at be but by for from has in is it its of on or over that the their there this to vs with not does which when while can null".split())


def words(value):
    """The words of all texts in `value`, in lower case; numbers without their zeros in front."""
    if isinstance(value, dict):
        return set().union(*map(words, value.values())) if value else set()
    if isinstance(value, list):
        return set().union(*map(words, value)) if value else set()
    return {word.lstrip("0") or "0" for word in re.findall(r"[0-9a-z]+", str(value).lower())}


def same(value, found, _):
    """The value itself; what no source says is unknown, or was found since."""
    return value is None or value in found or any(isinstance(f, list) and value in f for f in found)


def fact(value, found, _):
    return value is None or found == [value]


def count(value, found, _):
    return value is None or found == [value] or (value == 0 and not found)


def address(value, found, _):
    return value is None or found == [int(value, 16)]


def told(value, found, _):
    """Every word of a text."""
    return value is None or words(str(value)) - EMPTY <= words(found)


def mostly_told(value, found, _):
    """Every number of a text, and half of its other words: it was taken apart into who says what."""
    wanted, have = words(value) - EMPTY, words(found)
    return all(word in have for word in wanted if re.search(r"\d", word)) and len(wanted & have) * 2 >= len(wanted)


def permissions(value, _, region):
    facts = {"r": True, "w": True, "x": True, "-": False, "?": "unknown"}
    return [facts[c] for c in value] == [region["access"][key] for key in ("read", "write", "execute")]


def cacheable(value, _, entry):
    """A region's or a mirror's: true iff one of the two kinds is."""
    cached = list(entry["cached"].values())
    return value is None or (True in cached if value else True not in cached)


def kind(value, _, region):
    return value is None or region["cached"][{"i": "code", "d": "data"}[value]] is True


def cpu(key):
    """A fact of the platform that is the main CPU's: its own, or told in its note where the two differ."""
    def holds(value, found, _):
        main = next(c for c in found[0] if c["role"] == "main")
        return value is None or main[key] == value or str(value) in words(main.get("note", ""))
    return holds


def bank(key):
    return lambda value, _, region: value is None or region.get("bank", {}).get(key) == value


def selects(value, _, region):
    return value is None or words(value) - EMPTY <= words([region.get("bank", {}), region.get("condition", "")])


def space(value, _, region):
    """A private memory that knows its addresses has a space of its own, named after the memory or the device."""
    return value is None or region["space"] == value or (value == "private" and not region["cpu_mapped"])


def region_base(value, found, region):
    return found == ["none"] if value is None and region["space"] == "private" else value is None or found == [int(value, 16)]


def change(key):
    return lambda value, found, variant: any(value in (c.get(key), *([] if key != "region" else [c["region"]])) for c in variant.get("changes", []))


def by(key, name):
    """Finds an entry of the list `key` by the leaf `name`."""
    return lambda value, data: next((entry for entry in data.get(key, []) if entry[name] == value[name]), None)


def by_base(key):
    """Of entries with the same base, the one of the same size."""
    def find(value, region):
        found = [entry for entry in region.get(key, []) if entry["base"] == int(value["base"], 16)]
        return next((entry for entry in found if entry["size"] == value["size"]), found[0] if found else None)
    return find


def level(name):
    return lambda value, cache: next((entry for entry in cache.get("levels", []) if entry["id"] == name), None)


def inside(key):
    return lambda value, data: data.get(key)


def around(value, entry):
    return entry


def variant_named(value, data):
    return next((v for v in data.get("variants", []) if v["id"] == value["name"]), None)


# Where the entry changes that leaves are looked for in.
OBJECTS = {
    "mmu": inside("mmu"), "cache": inside("cache"), "alignment": inside("alignment"), "totals": inside("totals"),
    "cache.l1d": level("l1d"), "cache.l1i": level("l1i"), "cache.l2": level("l2"),
    "sources[]": by("sources", "id"), "cpus[]": by("cpus", "name"), "regions[]": by("regions", "id"), "variant_overrides[]": variant_named,
    "regions[].mirrors[]": by_base("mirrors"), "regions[].reserved[]": by_base("reserved"), "regions[].byte_lane": inside("byte_lane"),
    "regions[].attributes": around, "regions[].access_widths_bits": around, "variant_overrides[].overrides[]": around,
}

# Path of a leaf -> the keys that may hold it, and how.
LEAVES = {
    "id": (("id",), same), "name": (("name",), same), "family": (("family",), same), "confidence": (("confidence",), same),
    "variants[]": (("variants",), told), "word_bits": (("cpus",), cpu("word_bits")), "pointer_bits": (("cpus",), cpu("pointer_bits")),
    "endianness": (("cpus",), cpu("endian")), "address_bus_bits": (("cpus",), cpu("address_bits")),
    "gotchas[]": (("gotchas",), same), "disagreements[]": (("disagreements",), mostly_told),
    "sources[].id": (("id",), same), "sources[].repo": (("document",), told), "sources[].path": (("document",), told),
    "sources[].commit": (("revision",), same), "sources[].url": (("url",), same), "sources[].covers": (("covers",), same),
    "cpus[].name": (("name",), same), "cpus[].role": (("role",), same), "cpus[].isa": (("isa",), same), "cpus[].word_bits": (("word_bits",), same),
    "cpus[].pointer_bits": (("pointer_bits",), same), "cpus[].endianness": (("endian",), same), "cpus[].address_bits": (("address_bits",), same),
    "cpus[].clock_hz": (("clock_hz",), same), "cpus[].notes": (("note",), told),
    "mmu.kind": (("kind",), same), "mmu.page_bytes[]": (("page_bytes",), same), "mmu.protection": (("protection",), same),
    "mmu.bank_switching": (("bank_switching",), same), "mmu.notes": (("note",), told), "mmu.src[]": (("source",), same),
    "cache.present": (("present",), fact), "cache.dcache_line_bytes": (("data_line_bytes",), fact), "cache.icache_line_bytes": (("code_line_bytes",), fact),
    "cache.notes": (("note",), told), "cache.src[]": (("source",), same), "cache.l1d": (("levels",), same), "cache.l1i": (("levels",), same), "cache.l2": (("levels",), same),
    **{f"cache.{name}.{old}": ((new,), same) for name in ("l1d", "l1i", "l2") for old, new in (("size", "size"), ("ways", "ways"), ("line", "line_bytes"), ("policy", "policy"))},
    "alignment.natural_required": (("natural_required",), fact), "alignment.misaligned_access": (("misaligned_access",), same),
    "alignment.max_natural_bytes": (("max_natural_bytes",), same), "alignment.dma_base_bytes": (("dma_base_bytes",), same),
    "alignment.dma_length_granule_bytes": (("dma_length_bytes",), same), "alignment.notes": (("note",), told), "alignment.src[]": (("source",), same),
    **{f"totals.{name}": ((name,), fact) for name in ("main", "video", "audio", "rom", "save", "scratchpad", "flash", "hram", "ewram", "iwram", "tcm", "wram", "palette_oam",
                                                       "vu", "iop", "mem1", "mem2", "me_edram", "dsp", "axi_wram", "sram", "main_expanded", "main_debug", "main_new3ds", "slow_optional")},
    "variant_overrides[].name": (("id",), same), "variant_overrides[].src[]": (("source",), same), "variant_overrides[].overrides[].region": (("changes",), change("region")),
    "variant_overrides[].overrides[].size": (("changes",), change("size")), "variant_overrides[].overrides[].present": (("changes",), change("present")),
    "regions[].id": (("id",), same), "regions[].name": (("name",), same), "regions[].type": (("kind",), same), "regions[].address_space": (("space",), space),
    "regions[].base": (("base",), region_base), "regions[].local_base": (("base",), address), "regions[].size": (("size",), same), "regions[].cpu_mapped": (("cpu_mapped",), fact),
    "regions[].perms": (("access",), permissions), "regions[].attributes.cacheable": (("cached",), cacheable), "regions[].attributes.cacheable_kinds": (("cached",), same),
    "regions[].attributes.cacheable_kinds[]": (("cached",), kind), "regions[].attributes.dma_accessible": (("dma",), fact), "regions[].attributes.volatile": (("volatile",), fact),
    "regions[].attributes.persistent": (("persistent",), fact), "regions[].optional": (("optional",), fact), "regions[].bus_width_bits": (("bus_bits",), same),
    "regions[].access_widths_bits": (("read_widths",), same), "regions[].access_widths_bits.read[]": (("read_widths",), same), "regions[].access_widths_bits.write[]": (("write_widths",), same),
    "regions[].byte_lane": (("byte_lane",), same), "regions[].byte_lane.lane": (("lane",), same), "regions[].byte_lane.stride": (("stride",), same),
    "regions[].banked": (("bank",), selects), "regions[].bank_total_bytes": (("bank",), bank("total_bytes")), "regions[].bank_count": (("bank",), bank("count")),
    "regions[].overlays": (("overlays",), same), "regions[].visible_to": (("visible_to",), same), "regions[].visible_to[]": (("visible_to",), same),
    "regions[].phys_base": (("physical_base",), address), "regions[].access_via": (("access_via",), told), "regions[].wait_states": (("wait_states",), told),
    "regions[].dma_note": (("dma_note",), told), "regions[].notes": (("note", "remarks", "mirrors", "reserved"), told), "regions[].confidence": (("confidence",), same),
    "regions[].src[]": (("source",), same),
    "regions[].mirrors[].base": (("base",), address), "regions[].mirrors[].size": (("size",), same), "regions[].mirrors[].period": (("period",), count),
    "regions[].mirrors[].stride": (("stride",), count), "regions[].mirrors[].count": (("count",), count), "regions[].mirrors[].region_offset": (("offset",), count),
    "regions[].mirrors[].address_space": (("space",), same), "regions[].mirrors[].cacheable": (("cached",), cacheable), "regions[].mirrors[].note": (("note", "condition"), told),
    "regions[].reserved[].base": (("base",), address), "regions[].reserved[].size": (("size",), same), "regions[].reserved[].what": (("what",), told),
}

# What the files say otherwise on purpose: (platform, place or what it is a part of) -> why.
REASONS = {
    ("3ds", "cache.notes"): "no inference any more: libn3ds names the line of the L1",
    ("3ds", "confidence"): "a second source agrees on the caches",
    ("atari2600", "regions[rom].mirrors[0xF000]"): "one of seven slices 8 KiB apart, the first at $3000",
    ("dreamcast", "regions[ta_yuv].confidence"): "a second source agrees",
    ("gamecube", "regions[efb].size"): "the window has 4 MiB of colour and 4 MiB of depth: libogc and Dolphin address pixels so",
    ("gba", "disagreements[0]"): "taken apart: DMA1-3 is DMA1 to DMA3",
    ("gba", "regions[vram].mirrors[0x06020000]"): "96 KiB do not fill the period of 128 KiB: the block is two sliced mirrors",
    ("megadrive", "regions[save_ram].confidence"): "a second source agrees",
    ("megadrive", "regions[vdp].mirrors[0xC00020]"): "the VDP answers only where bits 5-7 and 16-18 are 0: four sliced mirrors",
    ("megadrive", "regions[z80_ram].mirrors[0xA08000].size"): "the repeat has both halves of 8 KiB, as its note says",
    ("n64", "regions[cart_dom2_save].confidence"): "a second source agrees",
    ("n64", "regions[cart_dom2_save].mirrors[0xA8000000].size"): "a mirror is not larger than its region: 32 KiB of SRAM",
    ("n64", "regions[pi_dom1_a1].confidence"): "a second source agrees",
    ("nds", "regions[main_ram].reserved[0x027FF000]"): "the same bytes at the region's own addresses, 0x023FF000",
    ("nds", "regions[main_ram].reserved[0x02FF4000]"): "the same bytes at the region's own addresses, 0x023F4000",
    ("nes", "regions[apu_test].confidence"): "a second source agrees",
    ("playdate", "confidence"): "the reference manual agrees with the header, and the SRAM with what the maker says",
    ("playdate", "regions[dtcm].confidence"): "the reference manual agrees with the header",
    ("playdate", "regions[dtcm].perms"): "the manual of the core: both TCMs serve instructions and data",
    ("playdate", "regions[flash].confidence"): "the reference manual agrees with the header",
    ("playdate", "regions[itcm].confidence"): "the reference manual agrees with the header",
    ("playdate", "regions[itcm].perms"): "the manual of the core: both TCMs serve instructions and data",
    ("playdate", "regions[sram1].confidence"): "the reference manual agrees with the header",
    ("playdate", "regions[sram2].confidence"): "the reference manual agrees with the header",
    ("ps2", "cpus[Emotion Engine (R5900)].word_bits"): "64-bit integer registers; the 128 of the multimedia registers stand in the note",
    ("ps2", "regions[ee_ram].mirrors[0x30100000].region_offset"): "the window starts at 1 MiB, as its note says",
    ("psp", "regions[hw_io].confidence"): "other sources agree",
    ("psx", "disagreements[0]"): "taken apart: who links and who warns",
    ("psx", "regions[main_ram].mirrors[0x00200000].note"): "one mirror for each segment instead of a note",
    ("sms", "regions[bios].confidence"): "a second source names the sizes",
    ("sms", "regions[bios].notes"): "null is explained by the schema",
    ("snes", "regions[rom_lorom].address_space"): "the image is a space of its own: each bank shows another 32 KiB of it",
    ("snes", "regions[rom_lorom].base"): "bytes of the image; $008000 is the first mirror",
    ("snes", "regions[rom_lorom].mirrors[0x808000].count"): "$FE and $FF show 64 KiB that no bank below $80 does: Mesen2, and the map that bsnes announces",
    ("snes", "regions[rom_lorom].name"): "no longer a window per bank",
    ("snes", "regions[rom_lorom].size"): "128 banks of 32 KiB; one bank is a slice of the mirror",
    ("snes", "regions[sram_hirom].confidence"): "a second emulator agrees",
    ("snes", "regions[sram_lorom].confidence"): "a second emulator agrees",
    ("wii", "regions[efb].confidence"): "a second source agrees",
    ("wii", "regions[efb].size"): "the window has 4 MiB of colour and 4 MiB of depth: libogc and Dolphin address pixels so",
}
