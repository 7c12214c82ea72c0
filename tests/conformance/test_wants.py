# SPDX-License-Identifier: MIT
"""Holds what wants come to on every built-in platform against data/platforms: which one holds, its region and room, or why the last does not.

Each want is made as a text and as what it means; what it means is judged here, straight from the data, region by region and byte range
by byte range. usage: test_wants.py SOURCE_TREE PROGRAM"""
import pathlib
import random
import subprocess
import sys

import yaml
from test_platforms import fast
from test_validators import Reference

ROUNDS = 250  # lists of wants for each platform
KINDS = ("other", "main", "video", "audio", "scratchpad", "io", "rom", "save", "reserved", "code", "stack", "heap")
FACTS = ("address", "mapped", "read", "write", "execute", "cached_code", "cached", "dma", "volatile", "persistent", "presence", "fast")
SPELLED = {"address": "address", "mapped": "cpu-mapped", "read": "Read", "write": "writable", "execute": "execute", "cached_code": "cached code", "cached": "CACHED",
           "dma": "DMA-able", "volatile": "volatile", "persistent": "persistent", "fast": "fast"}
SIZES = (0, 0, 0, 1, 100, 1024, 16384, 65536, 1 << 20, 8 << 20, (1 << 64) - 1)
ALIGNS = (0, 0, 0, 1, 16, 4096, 65536, 1 << 20, 1 << 40)
CAPABILITIES = ("mmu", "mpu", "huge_pages", "executable_memory", "dma", "cache_control", "unaligned_access", "atomics_width", "simd_width", "threads", "shared_memory",
                "memory_growth", "protection", "bank_switching", "scratchpad", "persistent_ram", "pressure_signals")


def facts_of(region):
    """What the data says of each fact, in the order in which refusals name them."""
    base = {"none": False, "unknown": "unknown"}.get(region["base"], True) if isinstance(region["base"], str) else True
    access, cached = region["access"], region["cached"]
    values = (base, region["cpu_mapped"], access["read"], access["write"], access["execute"], cached["code"], cached["data"], region["dma"], region["volatile"],
              region["persistent"], region["optional"], fast(region))
    return dict(zip(FACTS, values))


def largest(reference, at, align):
    """The largest piece between reserved areas, in bytes of the region that owns them; each area is cut to the region that tells of it."""
    region = reference.regions[at]
    if region["size"] == "unknown":
        return 0
    store, begin = reference.owner(at, 0)
    spoken = []
    for owner, first, length, told, area in reference.areas:
        base, size = told["base"] if isinstance(told["base"], int) else 0, 0 if told["size"] == "unknown" else told["size"]
        low, high = max(area["base"], base), min(area["base"] + length, base + size)
        if owner == store and low < high:
            spoken.append((first + low - area["base"], first + high - area["base"]))
    best, free = 0, begin
    for low, high in sorted(spoken) + [(begin + region["size"],) * 2]:
        low = min(low, begin + region["size"])
        if low > free:
            address = (region["base"] if isinstance(region["base"], int) else 0) + free - begin
            best = max(best, low - free - -address % align)
        free = max(free, high)
    return best


class Want:
    """A want, made at random: what it means, and a text that says so."""

    def __init__(self, dice, platform, common):
        self.region, self.kinds, self.must, self.must_not, self.optional, self.bytes, self.align, self.has = None, set(), set(), set(), False, 0, 0, []
        self.words = []
        if not common:
            self.place(dice, platform)
        for fact in dice.sample(sorted(SPELLED), dice.choice((0, 0, 1, 1, 2))):
            no = dice.random() < 0.3
            (self.must_not if no else self.must).add(fact)
            self.words.append(("not " if no else "") + SPELLED[fact])
        self.numbers(dice)
        if not self.words:
            self.bytes, self.words = 1, ["1"]

    def place(self, dice, platform):
        how = dice.random()
        if how < 0.25 and platform["regions"]:
            self.region = dice.choice(platform["regions"])["id"]
            self.words.append(f"region {self.region}")
        elif how < 0.3:
            self.region = "nowhere"
            self.words.append("region nowhere")
        elif how < 0.7:
            self.kinds = set(dice.sample(KINDS[:9], dice.choice((1, 1, 2))))
            self.words += sorted(self.kinds)
        elif how < 0.8:
            self.must = {"read", "write"}
            self.words.append("RAM")

    def numbers(self, dice):
        self.bytes, self.align, self.optional = dice.choice(SIZES), dice.choice(ALIGNS), dice.random() < 0.2
        if self.bytes:
            self.words.append(f"at least {self.bytes}" if dice.random() < 0.5 else f"0x{self.bytes:x}")
        if self.align:
            self.words.append(f"aligned to {self.align}")
        if self.optional:
            self.words.append("optional")
        if dice.random() < 0.2:
            self.has = [(dice.choice(CAPABILITIES), dice.choice((0, 0, 1, 64, 128, 4096)))]
            self.words += [f"has {name.replace('_', dice.choice('_- '))}" + (f" at least {least} bits" if least else "") for name, least in self.has]
        dice.shuffle(self.words) if not any(word.startswith("has") for word in self.words) else None

    def with_common(self, common):
        """What this want and what is asked of every one ask together."""
        self.must, self.must_not = self.must | common.must, self.must_not | common.must_not
        self.bytes, self.align, self.optional = max(self.bytes, common.bytes), max(self.align, common.align), self.optional or common.optional
        self.has = self.has + common.has

    def asks_for_region(self):
        return bool(self.region or self.kinds or self.must or self.must_not or self.optional or self.bytes or self.align)

    def means(self, region):
        if self.region and region["id"] != self.region:
            return False
        if self.kinds:
            return region["kind"] in self.kinds
        return bool(self.region) or region["kind"] not in ("io", "reserved")

    def judge_region(self, reference, at):
        """(nearness, answer): the answer is OK with the room, or a status with its subject."""
        region = reference.regions[at]
        facts = facts_of(region)
        wrong = [f for f in FACTS if f != "presence" and ((f in self.must and facts[f] is False) or (f in self.must_not and facts[f] is True))]
        unknown = [f for f in FACTS if (f in self.must | self.must_not and facts[f] == "unknown") or
                   (f == "presence" and facts[f] is not False and not self.optional and not self.region)]
        if wrong:
            return 1, 0, ("FM_E_PERMISSION", f"{wrong[0]} of {region['id']}")
        if unknown:
            return 2, 0, ("FM_E_FACT_UNKNOWN", f"{unknown[0]} of {region['id']}")
        room = largest(reference, at, self.align or 1)
        if self.bytes <= room:
            return 4, room, ("FM_OK", region["id"], str(room))
        if region["size"] == "unknown":
            return 3, room, ("FM_E_FACT_UNKNOWN", f"size of {region['id']}")
        return 3, room, ("FM_E_TOO_LARGE", region["id"])

    def judge_capabilities(self, can):
        for name, least in self.has:
            state, value = can.get(name, ("unknown", 0))
            if state in ("unknown", "denied", "no"):
                return {"unknown": "FM_E_FACT_UNKNOWN", "denied": "FM_E_PERMISSION", "no": "FM_E_UNSUPPORTED"}[state], f"has {name}"
            if value < least:
                return "FM_E_UNSUPPORTED" if value else "FM_E_FACT_UNKNOWN", f"has {name}"
        return None

    def judge(self, reference, can):
        refused = self.judge_capabilities(can)
        if refused or not self.asks_for_region():
            return refused or ("FM_OK", "-", "0")
        nearest = (0, 0, None)
        for at, region in enumerate(reference.regions if reference else []):
            if not self.means(region):
                continue
            found = self.judge_region(reference, at)
            if found[0] == 4:
                return found[2]
            if found[:2] > nearest[:2]:
                nearest = found
        if nearest[2]:
            return nearest[2]
        kind = next((k for k in KINDS if k in self.kinds), None)
        return "FM_E_NOT_FOUND", f"region '{self.region}'" if self.region else f"kind '{kind}'" if kind else "region"


def capabilities_of(program):
    """What the library says that platforms can do: test_platforms.py and tests/unit/platform/test_capability.c judge that."""
    can = {}
    for line in subprocess.run([program, "facts"], capture_output=True, text=True, check=True).stdout.splitlines():
        name, what, capability, _, key, value = line.split("\t")
        if what == "capability" and key in ("state", "value"):
            state, number = can.setdefault(name, {}).get(capability, ("unknown", 0))
            can[name][capability] = (value, number) if key == "state" else (state, int(value))
    return can


def answer(wants, reference, can):
    """The line that the program must say."""
    last = None
    for at, want in enumerate(wants):
        last = want.judge(reference, can)
        if last[0] == "FM_OK":
            return "\t".join(("FM_OK", str(at), *last[1:]))
    return f"{last[0]}\t{last[1][:31]}"


def main(tree, program):
    platforms = [yaml.load(path.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) for path in sorted((pathlib.Path(tree) / "data/platforms").glob("*.yaml"))]
    can, dice, asked = capabilities_of(program), random.Random(53), []
    for platform in platforms:
        reference = Reference(platform, 0) if platform.get("spaces") else None
        for _ in range(ROUNDS):
            wants = [Want(dice, platform, False) for _ in range(dice.choice((1, 1, 2, 3, 5)))]
            text = dice.choice((", else ", " else ", ",  ELSE ")).join(" ".join(want.words) for want in wants)
            if dice.random() < 0.4:
                common = Want(dice, platform, True)
                text += dice.choice(("; ", ", ")) + dice.choice((" ", "; ", ", ")).join(common.words)
                for want in wants:
                    want.with_common(common)
            asked.append((platform["id"], text, answer(wants, reference, can.get(platform["id"], {}))))
    lines = "".join(f"{name}\t{text}\n" for name, text, _ in asked)
    said = subprocess.run([program, "resolve"], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    problems = [] if len(said) == len(asked) else [f"{len(asked)} lists of wants, {len(said)} answers"]
    problems += [f"{name}: {text}: {line}, the data says {want}" for (name, text, want), line in zip(asked, said) if line != want]
    statuses = {line.split("\t")[0] for line in said}
    missing = {"FM_OK", "FM_E_NOT_FOUND", "FM_E_PERMISSION", "FM_E_FACT_UNKNOWN", "FM_E_TOO_LARGE", "FM_E_UNSUPPORTED"} - statuses
    problems += [f"no want came to {status}: the test asks too little" for status in sorted(missing)]
    for problem in problems[:20]:
        print(problem)
    print(f"{len(platforms)} platforms, {len(asked)} lists of wants: {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
