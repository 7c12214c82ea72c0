# SPDX-License-Identifier: MIT
"""Holds what emulator cores announce of their console's memory against our profile of it: two descriptions that know nothing of each other.

A core announces descriptors (SET_MEMORY_MAPS): which addresses show which bytes of which buffer, and whether they are constant; and the
sizes of some memories (retro_get_memory_size). Addresses of each descriptor, at its edges, in its mirrors and at random, are asked of
`flightmem profile locate`, and the windows of the region that it is found to be (`flightmem profile show`) are asked of the descriptors.
A difference fails unless the table has it with its reason; an entry of the table that no core differs in any more fails too. What a core does
not announce is not judged; a descriptor of a space of its own name, which no core here has, wants an entry too.

Then each planted change of a report must be told: a comparison that can't fail shows nothing.

usage: test_libretro.py FLIGHTMEM TABLE.yaml CORE:PROFILE:REPORT.json..."""
import copy
import json
import random
import subprocess
import sys

import yaml

RANDOM_ADDRESSES = 12
WINDOW_REPEATS = 3  # of a mirror, at each end

# (core, profile, where in the report, what stands there instead, how the difference begins)
PLANTED = [
    ("mgba", "gba", ["memory_map", 0, "bytes"], "0x4000", "0x3000000: size"),
    ("mgba", "gba", ["memory_map", 0, "address_space"], "vram", "0x3000000: space"),
    ("mgba", "gba", ["memory_map", 1, "constant"], True, "0x2000000: constant"),
    ("mgba", "gba", ["memory_map", 6, "constant"], False, "0x0: constant"),
    ("mgba", "gba", ["memory_map", 0, "start"], "0x1000000", "0x1000000: region"),
    ("mgba", "gba", ["memory_map", 8, "select"], "0xFE000000", "0x5000000: unmapped"),
    ("mgba", "gba", ["memory_map", 4, "offset"], "0x10", "0x8000000: byte at 0xa"),
    ("mgba", "gba", ["memory_map", 7], {"start": "0x6000000", "bytes": "0x400", "select": "0xFF000000", "disconnect": "0x0", "offset": "0x0",
                                        "address_space": None, "constant": False, "has_memory": True, "store": 7}, "0x6000000: size"),
    ("gambatte", "gb", ["memory", "system_ram"], 4096, "system_ram: size"),
    ("gambatte", "gb", ["memory_map", 0, "bytes"], "0x800", "0xc000: size"),
    ("gambatte", "gb", ["memory_map", 1, "start"], "0xC800", "0xc800: region"),
    ("gambatte", "gbc", ["memory", "system_ram"], 16384, "system_ram: size"),
    ("nestopia", "nes", ["memory", "system_ram"], 1024, "system_ram: size"),
    ("mednafen_pce_fast", "pc_engine", ["memory", "save_ram"], 4096, "save_ram: size"),
    ("bsnes_mercury_balanced", "snes", ["memory_map", 4, "select"], "0xFC0000", "0x7e0000: unmapped"),
    ("bsnes_mercury_balanced", "snes", ["memory_map", 5, "select"], "0x80E000", "0x7e0000: unmapped at 0xc"),
    ("bsnes_mercury_balanced", "snes", ["memory_map", 5, "store"], 5, "0x7e0000: mirror at 0xb"),
    ("bsnes_mercury_balanced", "snes", ["memory_map", 6], {"start": "0x0", "bytes": "0x2000", "select": "0xC0E000", "disconnect": "0x0", "offset": "0x0",
                                                           "address_space": None, "constant": True, "has_memory": False, "store": 0}, "0x0: memory"),
    ("bsnes_mercury_balanced", "snes", ["memory", "video_ram"], 32768, "video_ram: size"),
]


def number(value):
    return int(value, 16) if isinstance(value, str) else value


class Descriptor:
    """One line of an announced map, by the rules of libretro.h."""

    def __init__(self, index, raw, bits):
        self.index, self.store, self.constant, self.has_memory = index, raw["store"], raw["constant"], raw["has_memory"]
        self.start, self.length, self.offset = number(raw["start"]), number(raw["bytes"]), number(raw["offset"])
        self.space = raw["address_space"]
        self.select, self.disconnect, self.all = number(raw["select"]), number(raw["disconnect"]), (1 << bits) - 1

    def claims(self, address):
        if self.space is not None:
            return False
        if self.select == 0:
            return self.start <= address < self.start + self.length
        return (address ^ self.start) & self.select == 0

    def byte(self, address):
        """Subtract the start, take out the bits that are not wired, clear the highest bit until it is below the length."""
        at, wires = (address - self.start) & self.all, self.disconnect
        while wires:
            below = (wires & -wires) - 1
            at, wires = (at & below) | (at >> 1 & ~below), (wires & (wires - 1)) >> 1
        while at >= self.length:
            at -= 1 << (at.bit_length() - 1)
        return self.offset + at

    def samples(self, dice):
        if self.select == 0:
            inside = [0, 1, self.length // 2 - 1, self.length // 2, self.length - 1]
            return {self.start + at for at in inside + [dice.randrange(self.length) for _ in range(RANDOM_ADDRESSES)] if at < self.length}
        free = [1 << bit for bit in range(self.all.bit_length()) if not self.select >> bit & 1]
        chosen = [0, sum(free)] + free + [sum(free) - bit for bit in free]
        chosen += [sum(bit for bit in free if dice.random() < 0.5) for _ in range(RANDOM_ADDRESSES)]
        return {(self.start & self.select) + at for at in chosen}


class Profile:
    """What the command says of a platform."""

    def __init__(self, flightmem, name):
        self.flightmem, self.name, self.found = flightmem, name, {}
        shown = json.loads(subprocess.run([flightmem, "profile", "show", name, "--json"], check=True, capture_output=True, text=True).stdout)
        self.space = shown["address_spaces"][0]["id"]
        self.bits = shown["address_spaces"][0]["width_bits"]
        self.regions = {region["id"]: region for region in shown["regions"]}

    def locate(self, address):
        """(region, byte) of who wins at the address; None: nobody."""
        if address not in self.found:
            ran = subprocess.run([self.flightmem, "profile", "locate", self.name, hex(address), "--json"], capture_output=True, text=True)
            if ran.returncode not in (0, 1):
                sys.exit(f"{self.name}: locate {address:#x}: {ran.stderr}")
            said = json.loads(ran.stdout)
            self.found[address] = (said["region"], said["offset"]) if said["mapped"] else None
        return self.found[address]

    def windows(self, region):
        """(first, size, period, byte) of each run of addresses that shows the region in the CPU's space."""
        shown = self.regions[region]
        if shown["address_space"] == self.space and shown["base"] is not None and shown["size"]:
            yield number(shown["base"]), shown["size"], shown["size"], 0
        for mirror in shown["mirrors"]:
            if mirror["address_space"] == self.space:
                for i in range(mirror["count"] or 1):
                    yield (number(mirror["base"]) + i * (mirror["stride"] or 0), mirror["size"], mirror["period"] or mirror["size"],
                           mirror["region_offset"] + i * mirror["region_advance"])

    def bytes_at(self, region, address):
        """Every byte of the region that the address shows, whoever wins there."""
        return {byte + (address - first) % period for first, size, period, byte in self.windows(region) if first <= address < first + size}

    def samples(self, region):
        windows = list(self.windows(region))
        for first, size, period, _ in windows[:WINDOW_REPEATS] + windows[-WINDOW_REPEATS:]:
            last = (size - 1) // period
            for i in {*range(min(WINDOW_REPEATS, last + 1)), *range(max(0, last - WINDOW_REPEATS), last + 1)}:
                yield from {first + i * period, first + min(i * period + period, size) - 1}


class Comparison:
    """One core, with one game, and one profile."""

    def __init__(self, core, profile, report):
        self.core, self.profile, self.report = core, profile, report
        self.descriptors = [Descriptor(i, raw, profile.bits) for i, raw in enumerate(report["memory_map"])]
        self.asked, self.differences = 0, []
        dice = random.Random(profile.name)
        self.claimed = {}  # store -> {address: descriptor} of what is really the descriptor's
        for descriptor in self.descriptors:
            for address in descriptor.samples(dice):
                if self.owner(address) is descriptor:
                    self.claimed.setdefault(descriptor.store, {})[address] = descriptor

    def owner(self, address):
        return next((d for d in self.descriptors if d.claims(address)), None)

    def differ(self, what, at, address, text):
        self.differences.append({"core": self.core, "profile": self.profile.name, "what": what, "at": at, "address": address, "text": text})

    def region_of(self, addresses):
        """The region that most of a store's addresses show the right byte of. One that the console has always comes before one that it may have."""
        agree = {}
        for address, descriptor in addresses.items():
            for region in self.profile.regions:
                if any(byte % descriptor.length == descriptor.byte(address) for byte in self.profile.bytes_at(region, address)):
                    agree[region] = agree.get(region, 0) + 1
        always = {region for region in agree if not self.profile.regions[region]["attributes"]["optional"] and agree[region] * 2 > len(addresses)}
        return max(always or agree, key=agree.get, default=None)

    def is_cartridge(self, region):
        return self.profile.regions[region]["type"] in ("rom", "save")

    def compare_store(self, addresses):
        first = self.descriptors[min(d.index for d in addresses.values())]
        at = hex(first.start)
        region = self.region_of(addresses)
        if region is None:
            self.differ("region", at, first.start, "no region of the profile shows these bytes")
            return
        shown = self.profile.regions[region]
        # A cartridge has what it has: the region says the most, and repeats what there is.
        if not (first.length <= shown["size"] if self.is_cartridge(region) else first.length == shown["size"]):
            self.differ("size", at, first.start, f"{first.length} bytes, of {region} we have {shown['size']}")
        if first.constant == (shown["perms"][1] == "w"):
            self.differ("constant", at, first.start, f"constant is {first.constant}, {region} is {shown['perms']}")
        for address, descriptor in sorted(addresses.items()):
            self.compare_byte(region, address, descriptor, at)
        for address in set(self.profile.samples(region)):
            owner = self.owner(address)
            self.asked += 1
            if owner is not None and owner.store != first.store:
                self.differ("mirror", at, address, f"{region} for us, {hex(owner.start)} for the core")

    def compare_byte(self, region, address, descriptor, at):
        self.asked += 1
        want, ours, winner = descriptor.byte(address), self.profile.bytes_at(region, address), self.profile.locate(address)
        if not ours:
            self.differ("unmapped", at, address, f"byte {want} of {region} for the core, not shown there for us")
        elif not any((byte % descriptor.length if self.is_cartridge(region) else byte) == want for byte in ours):
            self.differ("byte", at, address, f"byte {want} of {region} for the core, {sorted(ours)} for us")
        elif winner is None or winner[0] != region:
            self.differ("winner", at, address, f"{region} for the core, for us {winner} wins")

    def compare_nothing(self, addresses):
        """Where the core says that no memory is, registers may be, or what a console or cartridge can do without."""
        for address, descriptor in sorted(addresses.items()):
            self.asked += 1
            winner = self.profile.locate(address)
            shown = self.profile.regions[winner[0]] if winner else None
            if shown is not None and shown["type"] != "io" and not shown["attributes"]["optional"]:
                self.differ("memory", hex(descriptor.start), address, f"no memory for the core, {winner} for us")

    def bytes_of(self, kind):
        return sum(r["bank_total_bytes"] or r["size"] for r in self.profile.regions.values() if r["type"] == kind and (kind == "save" or not r["attributes"]["optional"]))

    def compare_memories(self):
        said = self.report["memory"]
        video = self.profile.regions.get("vram")
        ours = {"system_ram": self.bytes_of("main"), "video_ram": video["bank_total_bytes"] or video["size"] if video else 0, "save_ram": self.bytes_of("save")}
        for name, size in ours.items():
            if said[name] != 0:
                self.asked += 1
                if not (said[name] <= size if name == "save_ram" else said[name] == size):
                    self.differ("size", name, None, f"{said[name]} bytes for the core, {size} for us")

    def run(self):
        for addresses in self.claimed.values():
            if next(iter(addresses.values())).has_memory:
                self.compare_store(addresses)
            else:
                self.compare_nothing(addresses)
        for descriptor in self.descriptors:
            if descriptor.space is not None:
                self.differ("space", hex(descriptor.start), descriptor.start, f"the core counts these in '{descriptor.space}'")
        self.compare_memories()


def is_known(entry, difference):
    """True iff the table's entry is about this difference, its address included."""
    if difference["core"] not in entry["cores"] or any(str(entry[key]) != str(difference[key]) for key in ("profile", "what", "at")):
        return False
    only = entry.get("only")
    return only is None or difference["address"] & only["mask"] == only["equals"]


def unknown(comparison, entries, used):
    """The differences that no entry of the table is about."""
    comparison.run()
    for difference in comparison.differences:
        matches = [i for i, entry in enumerate(entries) if is_known(entry, difference)]
        for i in matches[:1]:
            used[i] += 1
        if not matches:
            yield difference


def say(difference):
    where = "" if difference["address"] is None else f" at {difference['address']:#x}"
    return f"{difference['at']}: {difference['what']}{where}: {difference['text']}"


def is_told(planted, profile, report, entries):
    core, _, path, value, wanted = planted
    changed = copy.deepcopy(report)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    told = [say(d) for d in unknown(Comparison(core, profile, changed), entries, [0] * len(entries))]
    if any(text.startswith(wanted) for text in told):
        return True
    print(f"planted {path} = {value} of {core} is not told as '{wanted}', but as {sorted(set(told))[:5]}")
    return False


def main(flightmem, table, *runs):
    entries, bad, profiles, reports = yaml.safe_load(open(table)), 0, {}, {}
    used = [0] * len(entries)
    for run in runs:
        core, name, path = run.split(":", 2)
        profile = profiles.setdefault(name, Profile(flightmem, name))
        report = reports[core, name] = json.load(open(path))
        comparison = Comparison(core, profile, report)
        for difference in unknown(comparison, entries, used):
            print(f"{core}, {name}, {say(difference)}")
            bad += 1
        print(f"{core}: {name}: {len(comparison.descriptors)} descriptors, {comparison.asked} questions, {len(comparison.differences)} differences")
    for entry, count in zip(entries, used):
        if count == 0:
            print(f"{table}: nobody differs like this any more: {entry['profile']} {entry['at']} {entry['what']}")
            bad += 1
    bad += sum(not is_told(planted, profiles[planted[1]], reports[planted[:2]], entries) for planted in PLANTED)
    return bad != 0


sys.exit(main(*sys.argv[1:]))
