# SPDX-License-Identifier: MIT
"""What a schema can't say of a platform: names lead somewhere, windows stay where they belong, overlaps are declared."""
import pathlib
import re

HEX_ONLY = re.compile(r"^[0-9a-f]+$")
WINDOWS_MAX = 1 << 20  # of a platform: every region, every slice of a mirror


class Window:
    """One run of addresses at which a region's bytes appear."""

    def __init__(self, path, region, space, base, size, what):
        self.path, self.region, self.space, self.base, self.size, self.what = path, region, space, base, size, what


class Check:
    """The judgement of one platform: `problems` names file and line of each."""

    def __init__(self, platform):
        self.platform, self.data, self.problems = platform, platform.data, []
        self.window_count = 0
        self.regions = {region["id"]: region for region in self.data["regions"]}
        self.spaces = {space["id"]: space for space in self.data.get("spaces", [])}
        self.overlay = self.data.get("kind") == "overlay"

    def say(self, path, text):
        self.problems.append(f"{self.platform.where(path)}: {text}")

    def run(self):
        self.names()
        self.sources()
        windows = []
        for at, region in enumerate(self.data["regions"]):
            windows += self.region(("regions", at), region)
        self.overlaps(windows)
        self.engines()
        return self.problems

    def engines(self):
        for at, engine in enumerate(self.data.get("dma", [])):
            if "space" in engine and engine["space"] not in self.spaces:
                self.say(("dma", at, "space"), f"there is no space {engine['space']}")
            for key in ("begin_bytes", "boundary_bytes"):
                if engine.get(key, 1) & (engine.get(key, 1) - 1):
                    self.say(("dma", at, key), f"{engine[key]} is no power of two")
        fact = self.data.get("alignment", {})
        for key, most in (("dma_base_bytes", 1 << 31), ("max_natural_bytes", 1 << 31)):
            value = fact.get(key, "unknown")
            if value != "unknown" and (value == 0 or value > most or value & (value - 1)):
                self.say(("alignment", key), f"{value} is no power of two")

    def names(self):
        if pathlib.PurePath(self.platform.file).stem != self.data["id"]:
            self.say(("id",), f"the file of {self.data['id']} is called {self.data['id']}.yaml")
        for kind in ("regions", "spaces", "sources", "variants", "capabilities", "dma"):
            seen = set()
            for at, entry in enumerate(self.data.get(kind, [])):
                name = entry["id"].replace("-", "_")
                if name in seen:
                    self.say((kind, at, "id"), f"{entry['id']} is given twice (in C - is _)")
                seen.add(name)
        uses = [entry["use"] for entry in self.data.get("strategies", [])]
        for at, use in enumerate(uses):
            if use in uses[:at]:
                self.say(("strategies", at, "use"), f"{use} is advised twice")
        for at, space in enumerate(self.data.get("spaces", [])):
            if not space["id"][0].isalpha() or HEX_ONLY.match(space["id"]):
                self.say(("spaces", at, "id"), "a space is not called as a number: 7E:0000 has none")
        if not self.overlay and not self.data["spaces"][0]["cpu_visible"]:
            self.say(("spaces", 0), "the first space is what the main CPU sees")
        if "cpus" in self.data and [cpu["role"] for cpu in self.data["cpus"]].count("main") != 1:
            self.say(("cpus",), "exactly one CPU has the role main")
        for path, region in self.mentioned():
            if region not in self.regions:
                self.say(path, f"there is no region {region}")
        for at, region in enumerate(self.data["regions"]):
            if self.goes_round(region):
                self.say(("regions", at, "alias_of"), "whose bytes these are goes round in a circle")

    def goes_round(self, region):
        steps, owner = len(self.regions), region
        while owner and "alias_of" in owner and steps >= 0:
            steps, owner = steps - 1, self.regions.get(owner["alias_of"])
        return steps < 0

    def mentioned(self):
        """Every place that names a region."""
        for kind in ("constraints", "disagreements"):
            for at, entry in enumerate(self.data.get(kind, [])):
                yield from (((kind, at, "regions", i), name) for i, name in enumerate(entry.get("regions", [])))
        for at, variant in enumerate(self.data.get("variants", [])):
            yield from ((("variants", at, "changes", i, "region"), change["region"]) for i, change in enumerate(variant.get("changes", [])))
        for at, region in enumerate(self.data["regions"]):
            yield from ((("regions", at, "overlays", i), name) for i, name in enumerate(region.get("overlays", [])))
            if "alias_of" in region:
                yield ("regions", at, "alias_of"), region["alias_of"]

    def sources(self):
        known = {source["id"] for source in self.data["sources"]}
        used = set()

        def walk(value, path):
            if isinstance(value, dict):
                for key, inner in value.items():
                    if key == "source":
                        used.update(inner)
                        for at, name in enumerate(inner):
                            if name not in known:
                                self.say(path + (key, at), f"there is no source {name}")
                    walk(inner, path + (key,))
            elif isinstance(value, list):
                for at, inner in enumerate(value):
                    walk(inner, path + (at,))

        walk(self.data, ())
        for at, source in enumerate(self.data["sources"]):
            if source["id"] not in used:
                self.say(("sources", at), f"nothing names the source {source['id']}")

    def region(self, path, region):
        """Judges a region. Returns its windows, as far as they are sound."""
        if region["space"] not in self.spaces:
            self.say(path + ("space",), f"there is no space {region['space']}")
            return []
        if region["cpu_mapped"] is False and region["base"] == "none" and "access_via" not in region:
            self.say(path, "has no address: access_via says how it is reached")
        if not isinstance(region["base"], int):
            for key in ("mirrors", "reserved"):
                if key in region:
                    self.say(path + (key,), "a region without an address has none")
            return []
        windows = []
        told = region.get("byte_lane")
        if told and not (told["stride"] < 1 << 16 and (isinstance(told["lane"], str) or told["lane"] < told["stride"])):
            self.say(path + ("byte_lane",), f"there is no byte {told['lane']} of each {told['stride']}")
        size = region["size"]
        if size != "unknown" and self.fits(path + ("size",), region["space"], region["base"], size):
            windows.append(Window(path, region["id"], region["space"], region["base"], size, f"region {region['id']}"))
        for at, area in enumerate(region.get("reserved", [])):
            self.reserved(path + ("reserved", at), region, area)
        for at, mirror in enumerate(region.get("mirrors", [])):
            windows += self.mirror(path + ("mirrors", at), region, mirror)
        return windows

    def fits(self, path, space, base, size):
        top = 1 << self.spaces[space]["width_bits"]
        if base + size > top:
            self.say(path, f"0x{base:X} and {size} bytes pass the end of the space {space}, 0x{top:X}")
        return base + size <= top

    def reserved(self, path, region, area):
        if "unknown" in (region["size"], area["size"]):
            return
        if area["base"] < region["base"] or area["base"] + area["size"] > region["base"] + region["size"]:
            self.say(path, f"lies outside of the region {region['id']}")

    def mirror(self, path, region, mirror):
        """Judges a mirror. Returns its windows, one for each slice."""
        if region["size"] == "unknown":
            self.say(path, f"the region {region['id']} has no size to mirror")
            return []
        space = mirror.get("space", region["space"])
        if space not in self.spaces:
            self.say(path + ("space",), f"there is no space {space}")
            return []
        size, period = mirror["size"], mirror.get("period", mirror["size"])
        if period >= size and "period" in mirror:
            self.say(path + ("period",), f"a window of {size} bytes does not repeat every {period}")
        stride, count = mirror.get("stride", size), mirror.get("count", 1)
        shown = mirror.get("offset", 0) + (count - 1) * mirror.get("advance", 0) + min(size, period)
        if shown > region["size"]:
            self.say(path, f"shows bytes {mirror.get('offset', 0)} to {shown - 1}, the region {region['id']} has {region['size']}")
        unit = mirror.get("inverted", 1)
        if mirror["base"] % unit or size % unit or mirror.get("offset", 0) % unit or region["base"] % unit:
            self.say(path + ("inverted",), f"units of {unit} bytes do not fill the window, or lie askew in the region")
        if mirror.get("advance") == stride == size:
            self.say(path + ("advance",), "slices that touch and go on in the region are one window")
        if stride < size:
            self.say(path + ("stride",), f"slices of {size} bytes overlap every {stride} bytes")
            return []
        if not self.fits(path, space, mirror["base"], (count - 1) * stride + size):
            return []
        if count > WINDOWS_MAX - self.window_count:
            self.say(path, f"a platform has at most {WINDOWS_MAX} windows, each slice one")
            return []
        self.window_count += count
        return [Window(path, region["id"], space, mirror["base"] + i * stride, size, f"mirror of {region['id']}") for i in range(count)]

    def overlaps(self, windows):
        """Windows of one space share no address, unless the regions say so."""
        windows = sorted(windows, key=lambda w: (w.space, w.base))
        told, open_windows = set(), []
        for window in windows:
            open_windows = [w for w in open_windows if w.space == window.space and w.base + w.size > window.base]
            for other in open_windows:
                pair = (other.path, window.path)
                if pair not in told and not self.declared(other.region, window.region):
                    told.add(pair)
                    self.say(window.path, f"{window.what} at 0x{window.base:X} overlaps {other.what} at 0x{other.base:X}: one of them names the other in overlays or alias_of")
            open_windows.append(window)

    def declared(self, one, other):
        a, b = self.regions[one], self.regions[other]
        if one == other:
            return False
        named = other in a.get("overlays", []) or one in b.get("overlays", []) or a.get("alias_of") == other or b.get("alias_of") == one
        apart = "visible_to" in a and "visible_to" in b and not set(a["visible_to"]) & set(b["visible_to"])
        return named or apart


def problems_together(platforms):
    """Names that lead to two platforms."""
    owner, problems = {}, []
    for platform in platforms:
        for at, name in enumerate([platform.data["id"]] + platform.data.get("aliases", [])):
            joined = name.replace("-", "_")
            if joined in owner:
                path = ("id",) if at == 0 else ("aliases", at - 1)
                problems.append(f"{platform.where(path)}: {name} is a name of {owner[joined]} already")
            owner[joined] = platform.data["id"]
    return problems
