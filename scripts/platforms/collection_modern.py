# SPDX-License-Identifier: MIT
"""Which keys of data/platforms/*.yaml hold which leaf of the collected JSON of the modern platforms and the overlays."""
from .collection import EMPTY, by, fact, inside, same, told, words


def section(key):
    """A part of the file; one that is not there says nothing."""
    return lambda value, data: data.get(key, {})


def of(part, key):
    """A leaf of the whole that lies in a part of the file."""
    return lambda value, _, data: value is None or data.get(part, {}).get(key) == value


def hexadecimal(value, found, _):
    return value is None or found == [int(value, 16)] if value is None or value.startswith("0x") else value in found


def overlay(value, found, _):
    return found == [{"environment-overlay": "overlay"}.get(value, value)]


def endian(value, _, data):
    return value is None or all(cpu["endian"] == value for cpu in data["cpus"])


def recorded(value, found, _):
    """A document; what is said of its revision stands with the revision."""
    return words(value) - EMPTY - words("revision not recorded confidence low") <= words(found)


def revision(value, found, _):
    return value in found or (value == "revision not recorded" and found == ["unknown"])


def first_space(value, data):
    return data.get("spaces", [{}])[0]


def limit(value, space):
    return next((entry for entry in space.get("limits", []) if entry["name"] == value.get("name", value.get("engine"))), None)


def source(value, data):
    """The sources that are a fact's references."""
    found = [s for s in data["sources"] if any(recorded(ref["ref"], [s["document"]], s) for ref in value["refs"])]
    return {"covers": [[s["covers"], s["document"]] for s in found], "sources": found} if found else None


def reference(value, entry):
    return next((s for s in entry["sources"] if recorded(value["ref"], [s["document"]], s) and revision(value.get("version", s["revision"]), [s["revision"]], s)), None)


def end_of(entry):
    return {**entry, "end": entry["base"] + entry["size"] if entry["size"] != "unknown" else "unknown"}


def region(value, data):
    """A region by its name; one that is another's alias is a mirror with the name as its note."""
    for entry in data["regions"]:
        if entry["name"].lower() == value["name"].lower():
            return end_of(entry)
    for entry in data["regions"]:
        for mirror in entry.get("mirrors", []):
            if value["name"] in mirror.get("note", ""):
                return end_of({"name": value["name"], "base": mirror["base"], "size": mirror["size"] * mirror.get("count", 1), "kind": "alias",
                               "attributes": entry["attributes"] + ["rx"], "alias_of": entry["name"]})
    return None


def named(value, found, _):
    return words(value) <= words(found)


def attribute(value, found, entry):
    """What the source says besides; or a fact of its own."""
    facts = entry.get("access", {})
    return any(value in f for f in found) or (value == "rw" and facts["read"] is True is facts["write"]) or (value == "noexec" and facts["execute"] is False)


def alias(value, entry):
    return next((mirror for mirror in entry.get("mirrors", []) if mirror["base"] == int(value["start"], 16)), None)


def region_kind(value, found, entry):
    """How the collection sorts memory; the file's kinds sort by use."""
    kinds = {"ram": ("main", "scratchpad", "save", "other"), "ram-external": ("main",), "rom": ("rom",), "flash": ("rom",), "otp": ("rom",), "eeprom": ("save",),
             "reserved": ("reserved",), "alias": ("alias",)}
    return found[0] in kinds[value]


def claims(value, found, data):
    """What was unknown and is not any more, or is told where sources disagree."""
    return value in found or words(value) - EMPTY <= words([data.get("unknown", []), data.get("disagreements", []), data.get("variants", [])])


OBJECTS = {
    "page": section("pages"), "cache": section("cache"), "cache.by_library": section("by_library"), "simd": section("simd"), "simd.alignments": section("alignments"),
    "huge_pages": section("huge_pages"), "overcommit": section("overcommit"), "memory_constraints": section("memory"), "address_space": first_space,
    "address_space.variants[]": limit, "pressure_signals[]": by("pressure", "signal"), "detection[]": by("detection", "what"), "sources[]": source,
    "sources[].refs[]": reference, "regions[]": region, "regions[].aliases[]": alias,
}

ABI = {"pointer_bytes": "pointer_bytes", "size_t_bytes": "size_t_bytes", "long_bytes": "long_bytes", "max_align_t": "max_align_bytes", "malloc_alignment": "malloc_align_bytes",
       "stack_alignment": "stack_align_bytes"}
LIBRARIES = ("abseil", "folly", "folly_without_std_constant", "crossbeam", "seastar", "kernel L1_CACHE_BYTES", "apple_clang_17_std")
VECTORS = ("SSE", "AVX", "AVX2", "AVX-512", "NEON", "SVE", "RVV", "VMX", "VSX", "VX", "v128")
LEAVES = {
    **{key: ((key,), same) for key in ("id", "name", "tier", "facts_public", "arch", "os")}, "kind": (("kind",), overlay), "endianness": (("cpus",), endian),
    **{old: ((), of("abi", new)) for old, new in ABI.items()}, "allocation_granularity": ((), of("pages", "granularity")),
    "page.base_sizes[]": (("sizes",), same), "page.default": (("default",), same), "page.max_possible": (("max_possible",), same), "page.runtime_query": (("query",), same),
    "page.notes": (("note",), told),
    "cache.l1d_line": (("data_line_bytes",), same), "cache.coherency_line": (("coherency_line_bytes",), same), "cache.destructive": (("destructive_bytes",), same),
    "cache.constructive": (("constructive_bytes",), same), "cache.compiler_destructive": (("compiler_destructive_bytes",), same), "cache.runtime_query": (("query",), same),
    "cache.notes": (("note",), told), **{f"cache.by_library.{name}": ((name,), fact) for name in LIBRARIES},
    "simd.recommended": (("recommended_bytes",), same), "simd.runtime_query": (("query",), same), "simd.notes": (("note",), told),
    **{f"simd.alignments.{name}": ((name,), fact) for name in VECTORS},
    "address_space.user_min": (("user_min",), hexadecimal), "address_space.user_max_inclusive": (("user_max",), hexadecimal), "address_space.default_bits": (("default_bits",), same),
    "address_space.tag_bits": (("tag_bits",), same), "address_space.notes": (("note",), told),
    **{f"address_space.variants[].{old}": ((new,), same) for old, new in (("name", "name"), ("engine", "name"), ("bits", "bits"), ("bytes", "bytes"), ("max_pages", "max_pages"),
                                                                          ("max_memories", "max_memories"), ("opt_in", "opt_in"), ("note", "note"))},
    "address_space.variants[].user_max_inclusive": (("user_max",), hexadecimal), "address_space.variants[].user_end_exclusive": (("user_end",), hexadecimal),
    "address_space.variants[].user_min": (("user_min",), hexadecimal),
    "huge_pages.sizes[]": (("sizes",), same), "huge_pages.transparent": (("transparent",), same), "huge_pages.runtime_query": (("query",), same), "huge_pages.notes": (("note",), told),
    "overcommit.model": (("model",), same), "overcommit.default_mode": (("default_mode",), same), "overcommit.detail": (("detail",), told), "overcommit.runtime_query": (("query",), same),
    "memory_constraints.physical_bytes": (("physical_bytes",), same), "memory_constraints.app_budget_bytes": (("app_budget_bytes",), same),
    "memory_constraints.app_budget_approx_bytes": (("app_budget_approx_bytes",), same), "memory_constraints.notes": (("note",), told),
    **{f"pressure_signals[].{key}": ((key,), told) for key in ("signal", "how", "limits")}, **{f"detection[].{key}": ((key,), told) for key in ("what", "how", "pitfall")},
    "recommended_strategy[]": (("strategies",), told), "pitfalls[]": (("gotchas",), told), "unknown[]": (("unknown",), claims),
    "sources[].fact": (("covers",), told), "sources[].confidence": (("sources",), lambda value, found, _: any(s["confidence"] in (value, "low") for s in found[0])),
    "sources[].refs[].ref": (("document",), recorded), "sources[].refs[].version": (("revision",), revision),
    "regions[].name": (("name",), named), "regions[].start": (("base",), hexadecimal), "regions[].end_exclusive": (("end",), hexadecimal), "regions[].size": (("size",), same),
    "regions[].kind": (("kind",), region_kind), "regions[].attributes[]": (("attributes",), attribute), "regions[].alias_of": (("alias_of",), named), "regions[].alias": (("mirrors",), told),
    "regions[].aliases[].start": (("base",), hexadecimal), "regions[].aliases[].note": (("note",), told), "regions[].note": (("note",), told), "regions[].use": (("use",), same),
    "regions[].condition": (("condition",), same),
}

# What the files say otherwise on purpose: (platform, place or what it is a part of) -> why.
REASONS = {
    ("nintendo-switch", "memory_constraints.app_budget_approx_bytes"): "Atmosphere has the exact number",
    ("linux-x86_64", "cache.notes"): "reworded: a file reports nothing",
    ("esp32", "unknown[1]"): "the alignment of the stack was found since",
    ("wasm32", "cache.constructive"): "a guess, as the note says: the host hides its line",
    ("wasm32", "cache.destructive"): "a guess, as the note says: the host hides its line",
    ("wasm32", "memory_constraints.notes"): "the alignments of emscripten stand at the ABI and among the disagreements",
    ("wasm32-wasi", "memory_constraints.notes"): "whose belief it was does not matter",
}
