# SPDX-License-Identifier: MIT
"""Holds the validators of all built-in platforms against data/platforms: every verdict at every edge and at random, in each address space.

The rules are evaluated here straight from the data, one after the other, with plain numbers of any size; nothing is compiled.
usage: test_validators.py SOURCE_TREE PROGRAM"""
import bisect
import pathlib
import random
import subprocess
import sys

import yaml
from test_platforms import NONE, Map, engines_of, lane_of, questions, windows_of

READ, WRITE, EXECUTE, DMA = 1, 2, 4, 8
WIDTHS = (0, 1, 2, 4, 8)
EDGE_SHARE = 12  # of the addresses that test_platforms.py asks for, one in so many, with edges always among them
BANKS = (0, 1, 2, 3, 9, 10, 512, 513, 65535)


class Reference:
    """One address space of one platform."""

    def __init__(self, platform, space):
        self.platform, self.space, self.chart = platform, space, Map(windows_of(platform, space))
        self.regions = platform["regions"]
        self.ids = [r["id"] for r in self.regions]
        self.engines = engines_of(platform)
        alignment = platform.get("alignment", {})
        self.natural = 1 if alignment.get("misaligned_access") == "allowed" else alignment.get("max_natural_bytes", "unknown")
        self.line = platform.get("cache", {}).get("data_line_bytes", "unknown")
        self.areas = [(*self.owner(at, area["base"] - (r["base"] if isinstance(r["base"], int) else 0)), area["size"], r, area)
                      for at, r in enumerate(self.regions) for area in r.get("reserved", []) if area["size"] != "unknown"]

    def owner(self, at, byte):
        """The region that owns a byte of region `at`, and which of its bytes that is."""
        for _ in self.regions:
            inner = self.regions[at]
            if "alias_of" not in inner:
                break
            outer_at = self.ids.index(inner["alias_of"])
            outer = self.regions[outer_at]
            offset, by_address = 0, all(isinstance(r["base"], int) for r in (inner, outer)) and inner["space"] == outer["space"]
            size, outer_size = (0 if r["size"] == "unknown" else r["size"] for r in (inner, outer))
            if by_address and outer["base"] <= inner["base"] < outer["base"] + outer_size:
                offset = inner["base"] - outer["base"]
            if size > outer_size - offset:
                break
            at, byte = outer_at, byte + offset
        return at, byte

    def find(self, address):
        """The window that wins at the address, and how many bytes follow each other in it."""
        edges, winners = self.chart.edges, self.chart.winners
        at = bisect.bisect_right(edges, address) - 1
        window = winners[at]
        if window is None or not window.base <= address < window.end:
            return None, 0
        while at + 1 < len(edges) and winners[at + 1] is window:
            at += 1
        end = min(edges[at + 1] if at + 1 < len(edges) else window.end, window.end)
        unit = window.inverted or window.period
        return window, min(end - address, unit - (address - window.base) % unit)

    def is_reserved(self, region, byte, size):
        store, first = self.owner(region, byte)
        for owner, begin, length, told, area in self.areas:
            base = told["base"] if isinstance(told["base"], int) else 0
            # What lies outside the region that it is told of is not of that region.
            low, high = max(area["base"], base), min(area["base"] + length, base + (0 if told["size"] == "unknown" else told["size"]))
            begin += low - area["base"]
            if owner == store and low < high and begin < first + size and first < begin + (high - low):
                return True
        return self.regions[region]["kind"] == "reserved"

    def suits(self, engine, own, address, size):
        """An engine takes a transfer of `size` bytes at `address`, which the region's own window shows at `own`."""
        if engine["address_bits"] and own + size > 1 << engine["address_bits"]:
            return False
        if address % (engine["begin_bytes"] or 1) or size % (engine["length_bytes"] or 1):
            return False
        return not engine["boundary_bytes"] or address // engine["boundary_bytes"] == (address + size - 1) // engine["boundary_bytes"]

    def dma(self, window, region, byte, address, size):
        if region["dma"] is not True:
            return False
        spaces = [s["id"] for s in self.platform["spaces"]]
        engines = [e for e in self.engines if e["space"] in (NONE, spaces.index(region["space"]))]
        if not any(e["begin_bytes"] for e in engines) or not any(e["length_bytes"] for e in engines):
            return False
        if not all(self.suits(e, region["base"] + byte, address, size) for e in engines):
            return False
        cached = region["cached"] if window.mirror == 0xFFFFFFFF else region["mirrors"][window.mirror]["cached"]
        if self.line == 0 or cached["data"] is False:
            return True
        return self.line != "unknown" and address % self.line == 0 and size % self.line == 0

    def judge(self, address, size, rights, width, bank):
        if size == 0:
            return "FM_E_ARGUMENT"
        window, left = self.find(address)
        if window is None or size > left:
            return "FM_E_ACCESS_BOUNDS"
        region, (at, _, byte) = self.regions[window.region], window.answer(address)
        if width and address % (width if rights & DMA or self.natural == "unknown" else min(width, self.natural)):
            return "FM_E_ACCESS_ALIGNMENT"
        for bit, name in ((READ, "read"), (WRITE, "write"), (EXECUTE, "execute")):
            if rights & bit and region["access"][name] is not True:
                return "FM_E_ACCESS_PERMISSION"
        for bit, name in ((READ, "read_widths"), (WRITE, "write_widths")):
            if width and rights & bit and name in region and width * 8 not in region[name]:
                return "FM_E_ACCESS_WIDTH"
        if width and size % width:
            return "FM_E_ACCESS_WIDTH"
        if rights & DMA and not self.dma(window, region, byte, address, size):
            return "FM_E_ACCESS_DMA"
        lane, stride = lane_of(region)
        if stride and any((byte + i) % stride != lane for i in range(min(size, 2))):
            return "FM_E_ACCESS_LANE"
        if self.is_reserved(at, byte, size):
            return "FM_E_ACCESS_RESERVED"
        count = region.get("bank", {}).get("count", 0)
        if bank and (count == "unknown" or bank > count):
            return "FM_E_ACCESS_BANK"
        return "FM_OK"


def sizes(dice, left):
    """Sizes around what is left, and some that say too much."""
    return dice.choice((1, 1, 2, 4, 8, 32, left, left + 1, max(left - 1, 0), left // 2 or 1, 160, 256, (1 << 64) - 2, dice.getrandbits(6), dice.getrandbits(64), (1 << 64) - 1, 0))


def ask(reference, dice):
    """Accesses: the edges, each with each kind of access at least once in a while, and random ones."""
    bits = reference.platform["spaces"][reference.space]["width_bits"]
    edges = {e + d for w in reference.chart.windows for e in (w.base, w.end) for d in (-2, -1, 0, 1, 4)} | {a["base"] + d for *_, a in reference.areas for d in (-4, 0)}
    edges |= {n + d for n in (0, 1 << bits, 1 << 32, 1 << 63, 1 << 64) for d in (-2, -1, 0, 1)}
    wanted = [a for a in edges if 0 <= a < 1 << 64] * 2 + dice.sample(questions(reference.space, bits, reference.chart), 100000 // EDGE_SHARE)
    for address in wanted:
        if dice.randrange(4) == 0:
            address &= -256  # where most engines begin
        _, left = reference.find(address)
        yield address, min(sizes(dice, left), (1 << 64) - 1), dice.randrange(16), dice.choice(WIDTHS), dice.choice(BANKS) if dice.randrange(4) == 0 else 0


def main(tree, program):
    files = sorted((pathlib.Path(tree) / "data/platforms").glob("*.yaml"))
    asked, dice = [], random.Random(5)
    for platform in (yaml.safe_load(f.read_text()) for f in files):
        for space in range(len(platform.get("spaces", []))):
            reference = Reference(platform, space)
            asked += [(platform["id"], space, q, reference.judge(*q)) for q in ask(reference, dice)]
    text = "".join(f"{name} {space} {a} {size} {rights | width << 4 | bank << 16}\n" for name, space, (a, size, rights, width, bank), _ in asked)
    answers = subprocess.run([program, "validate"], input=text, capture_output=True, text=True, check=True).stdout.split()
    problems, seen = [], {}
    if len(answers) != len(asked):
        problems.append(f"{len(asked)} accesses were asked for, {len(answers)} answers came")
    for (name, space, (a, size, rights, width, bank), want), said in zip(asked, answers):
        seen[want] = seen.get(want, 0) + 1
        if said != want:
            problems.append(f"{name}: space {space}, 0x{a:X}, {size} bytes, rights {rights}, width {width}, bank {bank}: {said}, the data says {want}")
    print(f"{len(files)} platforms, {len(asked)} accesses: {len(problems)} problems; verdicts {dict(sorted(seen.items()))}")
    print("\n".join(problems[:40]))
    verdicts = {"FM_OK", "FM_E_ARGUMENT"} | {f"FM_E_ACCESS_{rule}" for rule in ("BOUNDS", "ALIGNMENT", "PERMISSION", "WIDTH", "DMA", "LANE", "RESERVED", "BANK")}
    return 1 if problems or set(seen) != verdicts else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
