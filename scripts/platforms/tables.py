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


def hidden_from(region, processors):
    """A bit for each processor that does not see the region, the main one first."""
    seen = region.get("visible_to", processors)
    return sum(1 << place for place, name in enumerate(processors) if name not in seen)


def main_cpu(platform):
    """The main CPU; of an overlay that names none, one of which nothing is known."""
    unknown = {"role": "main", **dict.fromkeys(("endian", "word_bits", "pointer_bits", "address_bits"), "unknown")}
    return next((cpu for cpu in platform.get("cpus", []) if cpu["role"] == "main"), unknown)


class Texts:
    """The pool: each text once; number 0 is the empty text, which means none. Who uses a text decides in which builds it is."""

    def __init__(self):
        self.numbers, self.users = {"": 0}, {"": []}

    def at(self, text, user):
        """Where `text` is, as an expression in C; a list of names becomes one text with an empty name at its end."""
        text = "" if text is None else text
        number = self.numbers.setdefault(text, len(self.numbers))
        users = self.users.setdefault(text, [])
        if user not in users:
            users.append(user)
        return f"TEXT_AT({number})" if number else "0"

    def grouped(self):
        """(platform or None, texts): first those that more than one platform uses."""
        groups = {None: []}
        for text, users in self.users.items():
            groups.setdefault(users[0] if len(users) == 1 else None, []).append(text)
        return groups.items()

    def members(self):
        lines = [guarded(user, [f"\t\tchar t{self.numbers[text]}[{len(text.encode()) + 1}];" for text in texts]) for user, texts in self.grouped()]
        return "\n".join(lines)

    def values(self):
        return "\n".join(guarded(user, [f"\t\t{literal(text)}," for text in texts]) for user, texts in self.grouped())


def guarded(platform, lines):
    """Lines that are there in builds that have the platform; in all of them where it is None."""
    return "\n".join(lines if platform is None else [f"#ifdef {choice(platform)}", *lines, "#endif"])


def choice(platform):
    """The macro that chooses a platform."""
    return f"FM_TABLES_{token(platform).upper()}"


def token(platform):
    """A member of C that is called after a platform; some begin with a digit."""
    return platform.replace("-", "_")


def literal(text):
    """A C string; NULs in octal, so that a digit may follow."""
    return '"' + "".join({'"': '\\"', "\\": "\\\\", "\0": "\\000", "?": "\\?"}.get(c, c) for c in text) + '"'


ARRAYS = {"spaces": "fm_table_space", "regions": "fm_table_region", "mirrors": "fm_table_mirror", "reserved": "fm_table_reserved",
          "capabilities": "fm_table_capability", "engines": "fm_table_engine", "advice": "fm_table_advice"}


class Tables:
    """Rows of all platforms. Each has its arrays for itself, so that a build can have some platforms only."""

    def __init__(self, platforms, can=True):
        """`can`: with what the platforms can do, and what is advised."""
        self.can = can
        self.texts = Texts()
        self.heads, self.arrays = {}, {}
        for platform in platforms:
            self.platform(platform)

    def text(self, text):
        return self.texts.at(text, self.id)

    def platform(self, platform):
        self.id = platform["id"]
        self.processors = [cpu["name"] for cpu in platform.get("cpus", [])]
        self.spaces, self.regions, self.mirrors, self.reserved = [], [], [], []
        self.capabilities, self.engines, self.advice = [], [], []
        spaces = [space["id"] for space in platform.get("spaces", [])]
        regions = [region["id"] for region in platform["regions"]]
        for space in platform.get("spaces", []):
            self.spaces.append(f"\t\t{{ {self.text(space['id'])}, {space['width_bits']}, {STYLES[space['style']]}, {int(space['cpu_visible'])} }}")
        for region in platform["regions"]:
            self.region(region, spaces, regions)
        for fact in capabilities(platform) if self.can else []:
            self.capability(fact)
        for engine in engines(platform):
            self.engine(engine, spaces)
        for entry in platform.get("strategies", []) if self.can else []:
            if "strategy" in entry:
                self.advice.append(f"\t\t{{ {self.text(entry['use'])}, {self.text(entry['strategy'])}, {self.text(entry['why'])} }}")
        cpu, at = main_cpu(platform), f"p_{token(self.id)}"
        self.arrays[self.id] = {name: getattr(self, name) for name in ARRAYS}
        values = [f"SIZE_FROM({at})", f"FROM({at}, texts)"]
        values += [f"FROM({at}, {name}_{token(self.id)})" if rows else 0 for name, rows in self.arrays[self.id].items()]
        values += [len(rows) for rows in self.arrays[self.id].values()]
        aliases = "\0".join(platform.get("aliases", []))
        values += [self.text(platform["id"]), self.text(platform["name"]), self.text(aliases + "\0" if aliases else None)]
        endian = {"little": "FM_ENDIAN_LITTLE", "big": "FM_ENDIAN_BIG"}.get(cpu["endian"], 0)
        values += [f"FM_TIER_{platform['tier'].upper()}", endian, 0]
        values += [number(cpu["word_bits"]), number(cpu["pointer_bits"]), number(cpu["address_bits"]), cache_line(platform), page_bytes(platform)]
        alignment = platform.get("alignment", {})
        values += [MISALIGNED.index(alignment.get("misaligned_access", "unknown")), number(alignment.get("max_natural_bytes", "unknown"))]
        self.heads[self.id] = f"{{ {', '.join(map(str, values))} }}"

    def region(self, region, spaces, regions):
        known = isinstance(region["base"], int)
        facts = [True if known else False if region["base"] == "none" else "unknown", region["cpu_mapped"]]
        facts += [region["access"][k] for k in ("read", "write", "execute")] + [region["cached"][k] for k in ("code", "data")]
        facts += [region[k] for k in ("dma", "volatile", "persistent", "optional")] + [fast(region)]
        packed = " | ".join(f"{fact(value)}({name})" for name, value in zip(FACTS, facts) if value != "unknown") or "0"
        hidden = hidden_from(region, self.processors)
        packed = " | ".join(([packed] if packed != "0" else []) + ([f"{hidden}u << FM_TABLE_HIDDEN"] if hidden else [])) or "0"
        bank, mirrors, reserved = region.get("bank", {}), region.get("mirrors", []), region.get("reserved", [])
        texts = [self.text(region.get(k)) for k in ("id", "name", "access_via", "wait_states", "note")]
        alias = regions.index(region["alias_of"]) if "alias_of" in region else "FM_NONE"
        values = [constant(region["base"] if known else 0), constant(number(region["size"])), constant(number(bank.get("total_bytes", 0)))]
        values += texts + [packed, number(bank.get("count", 0)), alias]
        values += [len(self.mirrors), len(mirrors), len(self.reserved), len(reserved), *lane(region)]
        values += [number(region["bus_bits"]), spaces.index(region["space"]), f"FM_REGION_{region['kind'].upper()}"]
        values += [sum({width // 8 for width in region.get(k, [])}) for k in ("read_widths", "write_widths")]
        self.regions.append(f"\t\t{{ {', '.join(map(str, values))} }}")
        for mirror in mirrors:
            self.mirror(mirror, spaces.index(mirror.get("space", region["space"])))
        for area in reserved:
            self.reserved.append(f"\t\t{{ {constant(area['base'])}, {constant(number(area['size']))}, {self.text(area['what'])}, 0 }}")

    def mirror(self, mirror, space):
        numbers = [mirror["base"], mirror["size"], mirror.get("period", 0), mirror.get("stride", 0), mirror.get("offset", 0), mirror.get("advance", 0)]
        cached = {"CACHED_CODE": mirror["cached"]["code"], "CACHED_DATA": mirror["cached"]["data"]}
        packed = " | ".join(f"{fact(value)}({name})" for name, value in cached.items() if value != "unknown") or "0"
        self.mirrors.append(f"\t\t{{ {', '.join(map(constant, numbers))}, {mirror.get('count', 0)}, {space}, {mirror.get('inverted', 0)}, {packed} }}")

    def capability(self, fact):
        state = {True: "YES", False: "NO", "denied": "DENIED"}.get(fact["state"], "UNKNOWN")
        value = number(fact.get("value", 0))
        unit = f"FM_UNIT_{fact['unit'].upper()}" if value else "FM_UNIT_NONE"
        values = [constant(value), self.text(", ".join(fact["source"])), self.text(fact.get("note")), IDS.index(fact["id"]) + 1, f"FM_CAPABILITY_{state}", unit]
        self.capabilities.append(f"\t\t{{ {', '.join(map(str, values))} }}")

    def engine(self, engine, spaces):
        values = [self.text(engine["id"]), self.text(", ".join(engine["source"]))]
        values += [number(engine.get(key, "unknown")) for key in ("begin_bytes", "length_bytes", "boundary_bytes")]
        values += [spaces.index(engine["space"]) if "space" in engine else "FM_TABLE_ANY_SPACE", number(engine.get("address_bits", "unknown"))]
        self.engines.append(f"\t\t{{ {', '.join(map(str, values))} }}")

    def each_array(self, line):
        """`line(name, kind, member, rows)` of each array that is not empty; rows that are not a multiple of 8 bytes come last."""
        blocks = []
        for names in ([name for name in ARRAYS if name != "advice"], ["advice"]):
            for platform, arrays in self.arrays.items():
                lines = [line(ARRAYS[name], f"{name}_{token(platform)}", arrays[name]) for name in names if arrays[name]]
                blocks += [guarded(platform, lines)] if lines else []
        return "\n".join(blocks)

    def source(self, note):
        newline = ",\n"
        members = self.each_array(lambda kind, member, rows: f"\tstruct {kind} {member}[{len(rows)}];")
        rows = self.each_array(lambda kind, member, rows: f"\t.{member} = {{\n{newline.join(rows)}\n\t}},")
        all_of_them = "\n".join(f"#define {choice(platform)}" for platform in self.heads)
        heads = "\n".join(guarded(platform, [f"\t\tstruct fm_profile p_{token(platform)};"]) for platform in self.heads)
        values = "\n".join(guarded(platform, [f"\t\t.p_{token(platform)} = {head},"]) for platform, head in self.heads.items())
        return f"""/* SPDX-License-Identifier: MIT */
/** @file
 * The built-in platforms, as rows and offsets: no relocation, no work at load. A build has them all, or with FM_TABLES_CHOSEN those of
 * which FM_TABLES_<ID> is defined. {note}. */
#include "platform/tables.h"

#ifndef FM_TABLES_CHOSEN
{all_of_them}
#endif

struct fm_tables {{
	struct fm_tables_head head;
	struct {{
{heads}
	}} profiles;
{members}
	struct {{
{self.texts.members()}
	}} texts;
}};

/** Bytes from a profile to `member`. */
#define FROM(profile, member) (uint32_t)(offsetof(struct fm_tables, member) - offsetof(struct fm_tables, profiles.profile))
/** Bytes from a profile to the end. */
#define SIZE_FROM(profile) (uint32_t)(sizeof(struct fm_tables) - offsetof(struct fm_tables, profiles.profile))
#define TEXT_AT(number) (uint32_t)(offsetof(struct fm_tables, texts.t##number) - offsetof(struct fm_tables, texts))
#define YES(fact) (FM_FACT_YES << FM_TABLE_##fact)
#define NO(fact) (FM_FACT_NO << FM_TABLE_##fact)

const struct fm_tables fm_builtin_tables = {{
	.head = {{ sizeof fm_builtin_tables.profiles / sizeof(struct fm_profile), (uint32_t)offsetof(struct fm_tables, profiles) }},
	.profiles = {{
{values}
	}},
{rows}
	.texts = {{
{self.texts.values()}
	}}
}};

#undef FROM
#undef SIZE_FROM
#undef TEXT_AT
#undef YES
#undef NO
"""


def kinds_of_header(text, prefix):
    """The names that a public header gives to the numbers of an open set."""
    return [name.lower() for name in re.findall(rf"^#define {prefix}_(\w+) \d+u", text, re.M)]
