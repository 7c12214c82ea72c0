# SPDX-License-Identifier: MIT
"""lib/platform/tables.c: all platforms in the form of lib/platform/tables.h."""
import re

from .capabilities import IDS, capabilities
from .engines import engines, lane
from .speed import fast

FACTS = ("HAS_BASE", "CPU_MAPPED", "READ", "WRITE", "EXECUTE", "CACHED_CODE", "CACHED_DATA", "DMA", "VOLATILE", "PERSISTENT", "OPTIONAL", "FAST")
MISALIGNED = ("unknown", "allowed", "fault", "force_align", "rotate", "mixed")  # FM_MISALIGNED_... of profile.h
STYLES = {"hex": "FM_ADDRESS_HEX", "dollar": "FM_ADDRESS_DOLLAR", "banked": "FM_ADDRESS_BANKED"}


def number(value):
    """A count for a member where 0 is "unknown"."""
    return 0 if value == "unknown" else value


def constant(value):
    return f"UINT64_C(0x{value:X})"


def fact(value):
    return {True: "YES", False: "NO"}.get(value, "UNKNOWN")


def page_bytes(platform):
    pages = platform.get("pages", {})
    if pages.get("default", "unknown") != "unknown":
        return pages["default"]
    mmu = platform.get("mmu", {})
    least = min(pages.get("sizes", []) + mmu.get("page_bytes", []), default="FM_NONE" if mmu.get("kind") in ("none", "mpu") else 0)
    return 0 if isinstance(least, int) and least >= 0xFFFFFFFF else least


def cache_line(platform):
    line = platform.get("cache", {}).get("data_line_bytes", "unknown")
    return 0 if line == "unknown" else line or "FM_NONE"


def main_cpu(platform):
    """The main CPU; of an overlay that names none, one of which nothing is known."""
    unknown = {"role": "main", **dict.fromkeys(("endian", "word_bits", "pointer_bits", "address_bits"), "unknown")}
    return next((cpu for cpu in platform.get("cpus", []) if cpu["role"] == "main"), unknown)


class Texts:
    """The pool: each text once; offset 0 is the empty text, which means none."""

    def __init__(self):
        self.offsets, self.order, self.end = {"": 0}, [""], 1

    def at(self, text):
        """Offset of `text`; a list of names becomes one text with an empty name at its end."""
        text = "" if text is None else text
        if text not in self.offsets:
            self.offsets[text] = self.end
            self.order.append(text)
            self.end += len(text.encode()) + 1
        return self.offsets[text]

    def members(self):
        return "".join(f" t{at}[{len(text.encode()) + 1}];" if at == 0 else f"\n\t\tchar t{at}[{len(text.encode()) + 1}];" for at, text in enumerate(self.order))

    def values(self):
        return ",\n".join(f"\t\t{literal(text)}" for text in self.order)


def literal(text):
    """A C string; NULs in octal, so that a digit may follow."""
    return '"' + "".join({'"': '\\"', "\\": "\\\\", "\0": "\\000", "?": "\\?"}.get(c, c) for c in text) + '"'


class Tables:
    """Rows of all platforms, in one array each."""

    def __init__(self, platforms, can=True):
        """`can`: with what the platforms can do, and what is advised."""
        self.can = can
        self.texts = Texts()
        self.profiles, self.spaces, self.regions, self.mirrors, self.reserved = [], [], [], [], []
        self.capabilities, self.engines, self.advice = [], [], []
        for platform in platforms:
            self.platform(platform)

    def platform(self, platform):
        first = {name: len(getattr(self, name)) for name in ("spaces", "regions", "mirrors", "reserved", "capabilities", "engines", "advice")}
        spaces = [space["id"] for space in platform.get("spaces", [])]
        regions = [region["id"] for region in platform["regions"]]
        for space in platform.get("spaces", []):
            self.spaces.append(f"\t\t{{ {self.texts.at(space['id'])}, {space['width_bits']}, {STYLES[space['style']]}, {int(space['cpu_visible'])} }}")
        for region in platform["regions"]:
            self.region(region, spaces, regions, first)
        for fact in capabilities(platform) if self.can else []:
            self.capability(fact)
        for engine in engines(platform):
            self.engine(engine, spaces)
        for entry in platform.get("strategies", []) if self.can else []:
            if "strategy" in entry:
                self.advice.append(f"\t\t{{ {self.texts.at(entry['use'])}, {self.texts.at(entry['strategy'])}, {self.texts.at(entry['why'])} }}")
        cpu, at = main_cpu(platform), len(self.profiles)
        values = [f"SIZE_FROM({at})", f"FROM({at}, texts)"]
        values += [f"FROM({at}, {name}[{first[name]}])" for name in first]
        values += [len(getattr(self, name)) - first[name] for name in first]
        aliases = "\0".join(platform.get("aliases", []))
        values += [self.texts.at(platform["id"]), self.texts.at(platform["name"]), self.texts.at(aliases + "\0" if aliases else None)]
        endian = {"little": "FM_ENDIAN_LITTLE", "big": "FM_ENDIAN_BIG"}.get(cpu["endian"], 0)
        values += [f"FM_TIER_{platform['tier'].upper()}", endian, 0]
        values += [number(cpu["word_bits"]), number(cpu["pointer_bits"]), number(cpu["address_bits"]), cache_line(platform), page_bytes(platform)]
        alignment = platform.get("alignment", {})
        values += [MISALIGNED.index(alignment.get("misaligned_access", "unknown")), number(alignment.get("max_natural_bytes", "unknown"))]
        self.profiles.append(f"\t\t{{ {', '.join(map(str, values))} }}")

    def region(self, region, spaces, regions, first):
        known = isinstance(region["base"], int)
        facts = [True if known else False if region["base"] == "none" else "unknown", region["cpu_mapped"]]
        facts += [region["access"][k] for k in ("read", "write", "execute")] + [region["cached"][k] for k in ("code", "data")]
        facts += [region[k] for k in ("dma", "volatile", "persistent", "optional")] + [fast(region)]
        packed = " | ".join(f"{fact(value)}({name})" for name, value in zip(FACTS, facts) if value != "unknown") or "0"
        bank, mirrors, reserved = region.get("bank", {}), region.get("mirrors", []), region.get("reserved", [])
        texts = [self.texts.at(region.get(k)) for k in ("id", "name", "access_via", "wait_states", "note")]
        alias = regions.index(region["alias_of"]) if "alias_of" in region else "FM_NONE"
        values = [constant(region["base"] if known else 0), constant(number(region["size"])), constant(number(bank.get("total_bytes", 0)))]
        values += texts + [packed, number(bank.get("count", 0)), alias]
        values += [len(self.mirrors) - first["mirrors"], len(mirrors), len(self.reserved) - first["reserved"], len(reserved), *lane(region)]
        values += [number(region["bus_bits"]), spaces.index(region["space"]), f"FM_REGION_{region['kind'].upper()}"]
        values += [sum({width // 8 for width in region.get(k, [])}) for k in ("read_widths", "write_widths")]
        self.regions.append(f"\t\t{{ {', '.join(map(str, values))} }}")
        for mirror in mirrors:
            self.mirror(mirror, spaces.index(mirror.get("space", region["space"])))
        for area in reserved:
            self.reserved.append(f"\t\t{{ {constant(area['base'])}, {constant(number(area['size']))}, {self.texts.at(area['what'])}, 0 }}")

    def mirror(self, mirror, space):
        numbers = [mirror["base"], mirror["size"], mirror.get("period", 0), mirror.get("stride", 0), mirror.get("offset", 0), mirror.get("advance", 0)]
        cached = {"CACHED_CODE": mirror["cached"]["code"], "CACHED_DATA": mirror["cached"]["data"]}
        packed = " | ".join(f"{fact(value)}({name})" for name, value in cached.items() if value != "unknown") or "0"
        self.mirrors.append(f"\t\t{{ {', '.join(map(constant, numbers))}, {mirror.get('count', 0)}, {space}, {mirror.get('inverted', 0)}, {packed} }}")

    def capability(self, fact):
        state = {True: "YES", False: "NO", "denied": "DENIED"}.get(fact["state"], "UNKNOWN")
        value = number(fact.get("value", 0))
        unit = f"FM_UNIT_{fact['unit'].upper()}" if value else "FM_UNIT_NONE"
        values = [constant(value), self.texts.at(", ".join(fact["source"])), self.texts.at(fact.get("note")), IDS.index(fact["id"]) + 1, f"FM_CAPABILITY_{state}", unit]
        self.capabilities.append(f"\t\t{{ {', '.join(map(str, values))} }}")

    def engine(self, engine, spaces):
        values = [self.texts.at(engine["id"]), self.texts.at(", ".join(engine["source"]))]
        values += [number(engine.get(key, "unknown")) for key in ("begin_bytes", "length_bytes", "boundary_bytes")]
        values += [spaces.index(engine["space"]) if "space" in engine else "FM_TABLE_ANY_SPACE", number(engine.get("address_bits", "unknown"))]
        self.engines.append(f"\t\t{{ {', '.join(map(str, values))} }}")

    def source(self, note):
        newline = ",\n"
        arrays = [("profiles", "fm_profile"), ("spaces", "fm_table_space"), ("regions", "fm_table_region"), ("mirrors", "fm_table_mirror"), ("reserved", "fm_table_reserved"),
                  ("capabilities", "fm_table_capability"), ("engines", "fm_table_engine"), ("advice", "fm_table_advice")]
        members = "\n".join(f"\tstruct {kind} {name}[{max(1, len(getattr(self, name)))}];" for name, kind in arrays)
        rows = ",\n".join(f"\t.{name} = {{\n{newline.join(getattr(self, name)) or '{ 0 }'}\n\t}}" for name, _ in arrays)
        return f"""/* SPDX-License-Identifier: MIT */
/** @file
 * The built-in platforms, as rows and offsets: no relocation, no work at load. {note}. */
#include "platform/tables.h"

struct fm_tables {{
	struct fm_tables_head head;
{members}
	struct {{
		char{self.texts.members()}
	}} texts;
}};

/** Bytes from profile `index` to `member`. */
#define FROM(index, member) (uint32_t)(offsetof(struct fm_tables, member) - offsetof(struct fm_tables, profiles) - (index) * sizeof(struct fm_profile))
/** Bytes from profile `index` to the end. */
#define SIZE_FROM(index) (uint32_t)(sizeof(struct fm_tables) - offsetof(struct fm_tables, profiles) - (index) * sizeof(struct fm_profile))
#define YES(fact) (FM_FACT_YES << FM_TABLE_##fact)
#define NO(fact) (FM_FACT_NO << FM_TABLE_##fact)

const struct fm_tables fm_builtin_tables = {{
	.head = {{ {len(self.profiles)}, (uint32_t)offsetof(struct fm_tables, profiles) }},
{rows},
	.texts = {{
{self.texts.values()}
	}}
}};
"""


def kinds_of_header(text, prefix):
    """The names that a public header gives to the numbers of an open set."""
    return [name.lower() for name in re.findall(rf"^#define {prefix}_(\w+) \d+u", text, re.M)]
