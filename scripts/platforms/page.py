# SPDX-License-Identifier: MIT
"""docs/platforms.md: the facts of each platform as tables."""
from .capabilities import capabilities
from .engines import lane
from .speed import fast

FACT = {True: "yes", False: "no", "unknown": "?"}
UNITS = ((1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB"))


def size(value):
    if value == "unknown":
        return "?"
    for unit, name in UNITS:
        if value >= unit and value % unit == 0:
            return f"{value // unit} {name}"
    return f"{value} B"


def text(value):
    return str(FACT.get(value, value) if isinstance(value, (bool, str)) else value).replace("|", "\\|")


def table(head, rows):
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head)] + ["| " + " | ".join(map(str, row)) + " |" for row in rows])


def digits(platform, space):
    return (next(s for s in platform["spaces"] if s["id"] == space)["width_bits"] + 3) // 4


def address(platform, space, value):
    if not isinstance(value, int):
        return FACT.get(value, value)
    prefix = "" if space == platform["spaces"][0]["id"] else f"{space}:"
    return f"`{prefix}0x{value:0{digits(platform, space)}X}`"


def sources(entry):
    return " ".join(entry.get("source", []))


def access(region):
    return "".join(letter if region["access"][key] is True else "-" if region["access"][key] is False else "?" for letter, key in zip("rwx", ("read", "write", "execute")))


def cached(entry):
    code, data = entry["cached"]["code"], entry["cached"]["data"]
    if code == data:
        return {True: "code, data", False: "no"}.get(code, "?")
    return ", ".join(f"{name}{'' if value is True else ' ?'}" for name, value in (("code", code), ("data", data)) if value is not False)


def widths(region):
    pairs = [f"{letter} {'/'.join(map(str, region[key]))}" for letter, key in (("r", "read_widths"), ("w", "write_widths")) if key in region]
    return ", ".join(pairs)


def region_table(platform):
    rows = [(f"`{r['id']}`", text(r["name"]), r["kind"], address(platform, r["space"], r["base"]), size(r["size"]), access(r), cached(r), FACT[r["dma"]],
             text(r["bus_bits"]), widths(r), text(r.get("wait_states", "?")), r["confidence"], sources(r)) for r in platform["regions"]]
    return table(("id", "name", "kind", "base", "size", "access", "cached", "DMA", "bus", "widths", "wait states", "confidence", "sources"), rows)


def windows(platform):
    rows = []
    for region in platform["regions"]:
        for m in region.get("mirrors", []):
            repeats = [f"every {size(m['period'])}"] if "period" in m else []
            repeats += [f"{m['count']} slices, {size(m['stride'])} apart"] if "stride" in m else []
            shows = [f"from byte {m['offset']}"] if "offset" in m else []
            shows += [f"each {size(m['advance'])} further"] if "advance" in m else []
            shows += [f"units of {m['inverted']} bytes in opposite order"] if "inverted" in m else []
            rows.append((f"`{region['id']}`", address(platform, m.get("space", region["space"]), m["base"]), size(m["size"]), ", ".join(repeats) or "once",
                         ", ".join(shows), cached(m), text(m.get("note", ""))))
    return table(("mirror of", "base", "size", "repeats", "shows", "cached", "note"), rows) if rows else ""


def reserved(platform):
    rows = [(f"`{r['id']}`", address(platform, r["space"], a["base"]), size(a["size"]), text(a["what"])) for r in platform["regions"] for a in r.get("reserved", [])]
    return table(("reserved in", "base", "size", "by"), rows) if rows else ""


def region_notes(platform):
    lines = []
    for region in platform["regions"]:
        parts = [f"{label}{text(region[key])}" for key, label in (("note", ""), ("access_via", "reached by "), ("dma_note", "DMA: "), ("condition", "there if ")) if key in region]
        if "bank" in region:
            bank = region["bank"]
            parts.append(f"banked: {size(bank['total_bytes'])} behind the window in {text(bank['count'])} banks, selected by {text(bank['select'])}")
        if "byte_lane" in region:
            first, stride = lane(region)
            parts.append(f"only byte {first} of each {stride} is there")
        flags = [word for key, word in (("volatile", "changes by itself"), ("persistent", "keeps its content"), ("optional", "not in every machine")) if region[key] is True]
        flags += ["no access waits"] if fast(region) is True else []
        if parts or flags:
            lines.append(f"- `{region['id']}`: {'; '.join(parts + flags)}.")
    return "\n".join(lines)


def scalar(value):
    if isinstance(value, dict):
        return ", ".join(f"{key} {f'0x{inner:08X}' if key == 'base' and isinstance(inner, int) else scalar(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return "; ".join(scalar(inner) for inner in value) or "none"
    return text(value)


def sections(platform):
    """The sections of one entry each: every key with its value."""
    rows = []
    for name in ("mmu", "cache", "alignment", "abi", "pages", "simd", "huge_pages", "overcommit", "memory"):
        for key, value in platform.get(name, {}).items():
            if key != "source":
                rows.append((name.replace("_", " "), key.replace("_", " "), scalar(value), sources(platform[name])))
    return table(("about", "fact", "value", "sources"), rows) if rows else ""


def can(platform):
    """What the platform can do, with the rules' answers."""
    rows = [(f"`{c['id']}`", {"denied": "denied"}.get(c["state"], FACT.get(c["state"])), f"{text(c['value'])} {c['unit']}" if "value" in c else "", text(c.get("note", "")), sources(c))
            for c in capabilities(platform)]
    return table(("capability", "state", "value", "note", "sources"), rows) if rows else ""


def entries(platform, name, title):
    lines = [f"- {sentence(entry)}{brackets(entry)}" for entry in platform.get(name, [])]
    return f"{title}\n\n" + "\n".join(lines) if lines else ""


def sentence(entry):
    """The first value, then what the others are."""
    first, *rest = ((key, value) for key, value in entry.items() if key != "source")
    others = "; ".join(f"{key.replace('_', ' ')}: {scalar(value)}" for key, value in rest)
    return f"{scalar(first[1])} ({others})" if others else scalar(first[1])


def brackets(entry):
    return f" [{sources(entry)}]" if "source" in entry else ""


def disagreements(platform):
    lines = []
    for entry in platform.get("disagreements", []):
        lines.append(f"- {text(entry['about'])}:")
        lines += [f"  - {text(claim['says'])} [{sources(claim) or claim.get('who')}]" for claim in entry["claims"]]
        if "followed" in entry:
            lines.append(f"  - followed here: {text(entry['followed'])}")
    return "Where sources disagree:\n\n" + "\n".join(lines) if lines else ""


def plain(platform, key, title):
    return f"{title}\n\n" + "\n".join(f"- {text(line)}" for line in platform[key]) if key in platform else ""


def source_list(platform):
    lines = []
    for source in platform["sources"]:
        link = f"[{source['document']}]({source['url']})" if "url" in source else source["document"]
        revision = "" if source["revision"] == "unknown" else f" at {source['revision']}"
        lines.append(f"- {source['id']}: {link}{revision}: {source['covers']}")
    return "Sources:\n\n" + "\n".join(lines)


def chapter(platform):
    cpus = table(("CPU", "role", "ISA", "word", "pointer", "address lines", "endian", "clock, Hz", "note", "sources"),
                 [(text(c["name"]), c["role"], text(c.get("isa", "?")), text(c["word_bits"]), text(c["pointer_bits"]), text(c["address_bits"]), text(c["endian"]),
                   text(c.get("clock_hz", "unknown")), text(c.get("note", "")), sources(c)) for c in platform["cpus"]]) if "cpus" in platform else ""
    spaces = table(("space", "bits", "main CPU", "note", "sources"),
                   [(f"`{s['id']}`", s["width_bits"], FACT[s["cpu_visible"]], text(s.get("note", "")), sources(s)) for s in platform["spaces"]]) if "spaces" in platform else ""
    also = f" Also called {', '.join('`' + a + '`' for a in platform['aliases'])}." if "aliases" in platform else ""
    overlay = platform.get("kind") == "overlay"
    use = "An overlay: facts for the platform that it lies upon." if overlay else f"Compile time: `flightmem/platform/{platform['id'].replace('-', '_')}.h`."
    head = f"## {platform['id']}: {platform['name']}\n\nTier {platform['tier']}, confidence {platform['confidence']}.{also} {use}"
    picture = f"![Memory map of {platform['name']}](platforms/{platform['id']}.svg)" if platform["regions"] else ""
    blocks = [head, picture, cpus, spaces]
    blocks += [region_table(platform), windows(platform), reserved(platform), region_notes(platform)] if platform["regions"] else [] if overlay else ["No region has a fixed place."]
    blocks += [sections(platform), entries(platform, "dma", "DMA engines:"), entries(platform, "variants", "Variants:"), can(platform), entries(platform, "constraints", "Constraints:"),
               entries(platform, "strategies", "Advice:"), entries(platform, "pressure", "Signs of pressure:"), entries(platform, "detection", "Detection:"),
               plain(platform, "gotchas", "Beware:"), disagreements(platform), plain(platform, "unknown", "Looked for and not found:"), source_list(platform)]
    return "\n\n".join(block for block in blocks if block)


def page(platforms, note):
    rows = [(f"[`{p['id']}`](#{p['id']}-{anchor(p['name'])})", text(p["name"]), p["tier"], len(p.get("spaces", [])), len(p["regions"]), p["confidence"]) for p in platforms]
    index = table(("id", "name", "tier", "spaces", "regions", "confidence"), rows)
    chapters = "\n\n".join(map(chapter, platforms))
    return f"""<!-- {note}. -->
# Platforms

Facts with their sources; `?` is a fact that no source states. Sizes are bytes, buses bits.

{index}

{chapters}
"""


def anchor(name):
    kept = "".join(c for c in name.lower() if c.isalnum() or c in " -_")
    return kept.replace(" ", "-")
