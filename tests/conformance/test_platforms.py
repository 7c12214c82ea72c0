# SPDX-License-Identifier: MIT
"""Holds the built-in profiles against data/platforms: every fact, and where addresses lead.

A map of each space is made from the data alone, as the sorted edges of all windows with the winner between two of them, and the
library is asked at every edge, around it, and at random. usage: test_platforms.py SOURCE_TREE PROGRAM"""
import bisect
import heapq
import pathlib
import random
import subprocess
import sys

import yaml

RANDOM_ADDRESSES = 20000
REPEATS = 3  # of a period, at each end of its window
NONE = 0xFFFFFFFF
MISALIGNED = ("unknown", "allowed", "fault", "force_align", "rotate", "mixed")
ENDIANS = {"little": 1, "big": 2}
STYLES = {"hex": 0, "dollar": 1, "banked": 2}


class Window:
    """A run of addresses that shows a region's bytes."""

    def __init__(self, base, size, region, mirror, offset=0, period=None, inverted=None):
        self.base, self.end, self.region, self.mirror, self.offset, self.period = base, base + size, region, mirror, offset, period or size
        self.inverted = inverted

    def edges(self):
        repeats = (self.end - self.base - 1) // self.period
        begins = {self.base + i * self.period for i in range(min(REPEATS, repeats + 1))}
        begins |= {self.base + i * self.period for i in range(max(0, repeats - REPEATS), repeats + 1)}
        return begins | {self.end}

    def answer(self, address):
        inside = (address - self.base) % self.period
        if self.inverted:
            units, at = divmod(inside, self.inverted)
            inside = ((self.end - self.base) // self.inverted - 1 - units) * self.inverted + at
        return self.region, self.mirror, self.offset + inside


def windows_of(platform, space):
    """The windows in the order in which they win."""
    own, mirrors = [], []
    ids = [s["id"] for s in platform["spaces"]]
    for at, region in enumerate(platform["regions"]):
        if region["space"] == ids[space] and isinstance(region["base"], int) and region["size"] != "unknown":
            own.append(Window(region["base"], region["size"], at, NONE))
        for index, m in enumerate(region.get("mirrors", [])):
            if m.get("space", region["space"]) == ids[space]:
                for i in range(m.get("count", 1)):
                    mirrors.append(Window(m["base"] + i * m.get("stride", 0), m["size"], at, index, m.get("offset", 0) + i * m.get("advance", 0), m.get("period"), m.get("inverted")))
    return own + mirrors


class Map:
    """Who wins between two edges."""

    def __init__(self, windows):
        self.windows = windows
        self.edges = sorted({edge for w in windows for edge in (w.base, w.end)} | {0})
        self.winners = self.sweep(sorted(range(len(windows)), key=lambda at: windows[at].base))

    def sweep(self, begins):
        """The winner from each edge on; `begins` are the windows as they begin."""
        winners, open_windows, following = [], [], 0
        for edge in self.edges:
            while following < len(begins) and self.windows[begins[following]].base <= edge:
                heapq.heappush(open_windows, begins[following])
                following += 1
            while open_windows and self.windows[open_windows[0]].end <= edge:
                heapq.heappop(open_windows)
            winners.append(self.windows[open_windows[0]] if open_windows else None)
        return winners

    def at(self, address):
        winner = self.winners[bisect.bisect_right(self.edges, address) - 1]
        return winner.answer(address) if winner else None

    def between(self, low, high):
        return self.edges[bisect.bisect_right(self.edges, low):bisect.bisect_left(self.edges, high)]


def questions(space, bits, chart):
    """Every edge with what lies beside it, the ends of the numbers, and random ones."""
    edges = {edge for w in chart.windows for edge in w.edges()} | {0, 1 << bits, 1 << 32, 1 << 63, 1 << 64}
    wanted = {address for edge in edges for address in (edge - 2, edge - 1, edge, edge + 1) if 0 <= address < 1 << 64}
    dice = random.Random(space)
    spread = sorted(edges)
    for i in range(RANDOM_ADDRESSES):
        where = (dice.getrandbits(64), dice.getrandbits(bits), dice.choice(spread) + dice.randrange(-70000, 70000), dice.choice(spread) ^ dice.getrandbits(20))[i % 4]
        wanted.add(where % (1 << 64))
    return sorted(wanted)


def judge_location(chart, address, words):
    """What is wrong with an answer; None iff nothing."""
    want = chart.at(address)
    if want is None:
        return None if words == ["FM_E_UNMAPPED"] else "nothing is there"
    if words[0] != "FM_OK" or tuple(map(int, words[1:4])) != want:
        return f"it is region {want[0]}, mirror {want[1]}, byte {want[2]}"
    region, mirror, offset = want
    left = int(words[4])
    inside = [address + left - 1] + [edge for edge in chart.between(address, address + left)]
    for probe in inside:
        if left == 0 or chart.at(probe) != (region, mirror, offset + probe - address):
            return f"0x{probe:X} does not follow, but {left} bytes are said to be left"
    after = address + left
    if after < 1 << 64 and chart.at(after) == (region, mirror, offset + left):
        return f"0x{after:X} follows too, but only {left} bytes are said to be left"
    return None


def check_locations(program, platforms):
    asked = []
    for platform in platforms:
        for space, entry in enumerate(platform.get("spaces", [])):
            chart = Map(windows_of(platform, space))
            asked += [(platform["id"], space, address, chart) for address in questions(space, entry["width_bits"], chart)]
    text = "".join(f"{name} {space} {address}\n" for name, space, address, _ in asked)
    answers = subprocess.run([program, "locate"], input=text, capture_output=True, text=True, check=True).stdout.splitlines()
    problems = []
    if len(answers) != len(asked):
        problems.append(f"{len(asked)} addresses were asked for, {len(answers)} answers came")
    for (name, space, address, chart), line in zip(asked, answers):
        problem = judge_location(chart, address, line.split())
        if problem:
            problems.append(f"{name}: space {space}, 0x{address:X}: {line}: {problem}")
    last = [(p["id"], len(p.get("spaces", []))) for p in platforms] + [(p["id"], NONE) for p in platforms]
    text = "".join(f"{name} {space} 0\n" for name, space in last)
    answers = subprocess.run([program, "locate"], input=text, capture_output=True, text=True, check=True).stdout.split()
    if answers != ["FM_E_NOT_FOUND"] * len(last):
        problems.append(f"a space that is none: {answers}")
    return len(asked), problems


def known(value):
    return 0 if value == "unknown" else value


def word(value):
    return {True: "yes", False: "no"}.get(value, value)


def engines_of(platform):
    """What each DMA engine wants, 0 where no source says; of a platform without a list what holds for all of them, if anything does."""
    alignment, ids = platform.get("alignment", {}), [s["id"] for s in platform.get("spaces", [])]
    all_of_them = {"id": "dma", "begin_bytes": alignment.get("dma_base_bytes", 0), "length_bytes": alignment.get("dma_length_bytes", 0), "source": alignment.get("source", [])}
    engines = [{key: known(e.get(key, 0)) for key in ("begin_bytes", "length_bytes", "boundary_bytes", "address_bits")} |
               {"id": e["id"], "source": e["source"], "space": ids.index(e["space"]) if "space" in e else NONE} for e in platform.get("dma", [all_of_them])]
    return [e for e in engines if any(e[key] for key in ("begin_bytes", "length_bytes", "boundary_bytes", "address_bits"))]


def hidden_from(platform, region):
    """A bit for each processor, as the file lists them, that is not among those that see the region."""
    names = [cpu["name"] for cpu in platform.get("cpus", [])]
    return sum(2**place for place in range(len(names)) if "visible_to" in region and names[place] not in region["visible_to"])


def lane_of(region):
    """The byte of each stride that is there, from the region's first byte on, and the stride; both 0 where all are."""
    if "byte_lane" not in region:
        return 0, 0
    lane, stride = region["byte_lane"]["lane"], region["byte_lane"]["stride"]
    if lane in ("odd", "even"):
        lane = next(byte for byte in (0, 1) if (region["base"] + byte) % 2 == (lane == "odd"))
    return lane, stride


def fast(region):
    """Whether no access waits: what the file says, else its kind or the number of wait states."""
    waits = region.get("wait_states", "")
    return region.get("fast", region["kind"] == "scratchpad" or waits == "0" or waits.startswith("0 ") or "unknown")


def facts_of(platform):
    """Every fact that the library exposes, from the data: (what, a, b, name) -> value."""
    facts = {}

    def put(kind_of_row, a, b, **values):
        facts.update({(kind_of_row, str(a), str(b), name): str(value) for name, value in values.items() if value is not None})

    unknown = dict.fromkeys(("endian", "word_bits", "pointer_bits", "address_bits"), "unknown")
    cpu = ([c for c in platform.get("cpus", []) if c["role"] == "main"] or [unknown])[0]
    line = platform.get("cache", {}).get("data_line_bytes", "unknown")
    pages, mmu = platform.get("pages", {"default": "unknown", "sizes": []}), platform.get("mmu", {"kind": "unknown"})
    sizes = [pages["default"]] if pages["default"] != "unknown" else pages["sizes"] + mmu.get("page_bytes", [])
    page = min(sizes) if sizes else NONE if mmu["kind"] in ("none", "mpu") else 0
    put("platform", 0, 0, name=platform["name"], tier=platform["tier"], endian=ENDIANS.get(cpu["endian"], 0), word_bits=known(cpu["word_bits"]),
        pointer_bits=known(cpu["pointer_bits"]), bus_bits=known(cpu["address_bits"]), cache_line_bytes=NONE if line == 0 else known(line), page_bytes=page)
    alignment = platform.get("alignment", {})
    put("platform", 0, 0, misaligned=MISALIGNED.index(alignment.get("misaligned_access", "unknown")), natural_bytes=known(alignment.get("max_natural_bytes", 0)),
        engine_count=len(engines_of(platform)))
    for at, e in enumerate(engines_of(platform)):
        put("engine", at, 0, id=e["id"], source=", ".join(e["source"]), align=e["begin_bytes"], granule=e["length_bytes"], boundary=e["boundary_bytes"],
            limit=1 << e["address_bits"] if e["address_bits"] else 0, space=e["space"])
    for at, s in enumerate(platform.get("spaces", [])):
        put("space", at, 0, id=s["id"], width_bits=s["width_bits"], style=STYLES[s["style"]], cpu_visible=int(s["cpu_visible"]))
    spaces, regions = [s["id"] for s in platform.get("spaces", [])], [r["id"] for r in platform["regions"]]
    for at, r in enumerate(platform["regions"]):
        bank, has_base = r.get("bank", {}), isinstance(r["base"], int)
        put("region", at, 0, id=r["id"], name=r["name"], access_via=r.get("access_via"), wait_states=r.get("wait_states"), note=r.get("note"), kind=r["kind"],
            base=r["base"] if has_base else 0, size=known(r["size"]), bank_total_bytes=known(bank.get("total_bytes", 0)), bank_count=known(bank.get("count", 0)),
            space=spaces.index(r["space"]), bus_bits=known(r["bus_bits"]), read_widths=sum(r.get("read_widths", [])) // 8, write_widths=sum(r.get("write_widths", [])) // 8,
            alias_of=regions.index(r["alias_of"]) if "alias_of" in r else NONE, has_base="yes" if has_base else {"none": "no"}.get(r["base"], "unknown"),
            cpu_mapped=word(r["cpu_mapped"]), read=word(r["access"]["read"]), write=word(r["access"]["write"]), execute=word(r["access"]["execute"]),
            cached_code=word(r["cached"]["code"]), cached_data=word(r["cached"]["data"]), dma=word(r["dma"]), volatile=word(r["volatile"]),
            persistent=word(r["persistent"]), optional=word(r["optional"]), fast=word(fast(r)), hidden_from=hidden_from(platform, r),
            **dict(zip(("lane", "lane_stride"), lane_of(r))))
        for index, m in enumerate(r.get("mirrors", [])):
            put("mirror", at, index, base=m["base"], size=m["size"], period=m.get("period", 0), stride=m.get("stride", 0), count=m.get("count", 0), offset=m.get("offset", 0),
                advance=m.get("advance", 0), inverted=m.get("inverted", 0), space=spaces.index(m.get("space", r["space"])), cached_code=word(m["cached"]["code"]), cached_data=word(m["cached"]["data"]))
        for index, a in enumerate(r.get("reserved", [])):
            put("reserved", at, index, base=a["base"], size=known(a["size"]), what=a["what"])
    for at, advice in enumerate(a for a in platform.get("strategies", []) if "strategy" in a):
        put("advice", at, 0, use=advice["use"], strategy=advice["strategy"], reason=advice["why"])
    for c in platform.get("capabilities", []):
        put("capability", c["id"], 0, state=word(c["state"]), value=known(c.get("value", 0)), source=", ".join(c["source"]), note=c.get("note"),
            unit=c["unit"] if known(c.get("value", 0)) else "none")
    return facts


def check_facts(program, platforms):
    said = {}
    for line in subprocess.run([program, "facts"], capture_output=True, text=True, check=True).stdout.splitlines():
        name, what, a, b, key, value = line.split("\t")
        said.setdefault(name, {})[(what, a, b, key)] = value
    problems, count = [], 0
    if list(said) != [p["id"] for p in platforms]:
        problems.append(f"the library has {list(said)}, the data {[p['id'] for p in platforms]}")
    for platform in platforms:
        want, have = facts_of(platform), said.get(platform["id"], {})
        count += len(want)
        own = {key[:3] for key in want}
        derived = {key for key in have if key[0] == "capability" and key[:3] not in own}  # tests/unit/platform/test_capability.c judges those
        for key in sorted((set(want) | set(have)) - derived):
            if want.get(key) != have.get(key):
                problems.append(f"{platform['id']}: {' '.join(key)}: the data says {want.get(key)}, the library {have.get(key)}")
    return count, problems


def main(tree, program):
    files = sorted((pathlib.Path(tree) / "data/platforms").glob("*.yaml"))
    platforms = sorted((yaml.safe_load(f.read_text()) for f in files), key=lambda p: p["id"])
    facts, problems = check_facts(program, platforms)
    addresses, more = check_locations(program, platforms)
    problems += more
    print(f"{len(platforms)} platforms, {facts} facts, {addresses} addresses: {len(problems)} problems")
    print("\n".join(problems[:40]))
    return 1 if problems or not platforms else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
