# SPDX-License-Identifier: MIT
"""Holds what platforms can do against data/platforms: every answer of every platform, given or derived, with its value, unit and sources.

What a file does not say itself is derived here once more, each fact from what a file says for its own sake. usage: test_capabilities.py SOURCE_TREE PROGRAM"""
import pathlib
import subprocess
import sys

import yaml

# The unit of a value, where there is one; None: there never is.
UNITS = {"mmu": "bytes", "mpu": "count", "huge_pages": "bytes", "executable_memory": None, "dma": None, "cache_control": None, "unaligned_access": None,
         "atomics_width": "bits", "simd_width": "bits", "threads": None, "shared_memory": None, "memory_growth": "bytes", "protection": None, "bank_switching": "bytes",
         "scratchpad": "bytes", "persistent_ram": "bytes", "pressure_signals": "count"}
WORDS = {True: "yes", False: "no", "unknown": "unknown", "denied": "denied"}


def any_region(platform, facts):
    """yes with those that have all facts, no iff each lacks one, else unknown. A fact is True, False or "unknown"."""
    having = [r for r in platform["regions"] if all(f is True for f in facts(r))]
    if having:
        return "yes", having
    lacking = platform["regions"] and all(any(f is False for f in facts(r)) for r in platform["regions"])
    return ("no" if lacking else "unknown"), []


def total(sizes):
    return 0 if "unknown" in sizes else sum(sizes)


def of_unit(platform):
    """What the unit that translates or protects says."""
    unit = platform.get("mmu", {})
    kind = unit.get("kind", "unknown")
    known = kind != "unknown"
    translates = kind in ("tlb", "paged")
    pages = unit.get("page_bytes", []) if translates else []
    return {"mmu": (WORDS[translates] if known else "unknown", min(pages, default=0)), "mpu": (WORDS[kind == "mpu"] if known else "unknown", 0),
            "huge_pages": ("no" if known and not translates else "unknown", 0), "protection": (WORDS[unit.get("protection", "unknown")], 0)}


def derived(platform):
    answers = {name: ("unknown", 0) for name in UNITS} | of_unit(platform)
    for name, facts in (("executable_memory", lambda r: (r["access"]["write"], r["access"]["execute"])), ("dma", lambda r: (r["dma"],))):
        answers[name] = (any_region(platform, facts)[0], 0)
    for name, facts in (("scratchpad", lambda r: (r["kind"] == "scratchpad",)), ("persistent_ram", lambda r: (r["persistent"], r["access"]["write"]))):
        state, having = any_region(platform, facts)
        answers[name] = (state, total([r["size"] for r in having]))
    banked = [r["bank"]["total_bytes"] for r in platform["regions"] if "bank" in r]
    kind = platform.get("mmu", {}).get("kind", "unknown")
    by_unit = kind == "bank_registers" or "bank_switching" in platform.get("mmu", {})
    answers["bank_switching"] = ("yes" if banked or by_unit else "unknown" if kind == "unknown" else "no", total(banked))
    if platform.get("cache", {}).get("present") is False:
        answers["cache_control"] = ("no", 0)
    misaligned = platform.get("alignment", {}).get("misaligned_access", "unknown")
    answers["unaligned_access"] = ("yes" if misaligned == "allowed" else "no" if misaligned in ("fault", "force_align", "rotate") else "unknown", 0)
    signals = platform.get("pressure", [])
    if any("source" in signal for signal in signals):
        answers["pressure_signals"] = ("yes", len(signals))
    return answers


def said_by(program):
    """PLATFORM -> CAPABILITY -> what the library says of it. What has no source is not said."""
    said = {}
    for line in subprocess.run([program, "facts"], capture_output=True, text=True, check=True).stdout.splitlines():
        name, what, capability, _, key, value = line.split("\t")
        if what == "capability":
            said.setdefault(name, {}).setdefault(capability, {})[key] = value
    return said


def judge(platform, name, want, have):
    """What is wrong with one answer; None iff nothing."""
    state, value = have.get("state", "unknown"), int(have.get("value", 0))
    if (state, value) != want:
        return f"{state} {value}, the data says {want[0]} {want[1]}"
    if state != "unknown" and not have.get("source"):
        return f"{state} without a source"
    strange = set(have.get("source", "").split(", ")) - {s["id"] for s in platform["sources"]} - {""}
    if strange:
        return f"the file has no source {strange}"
    unit = have.get("unit", "none")
    if unit != (UNITS[name] if value else "none"):
        return f"a value of {value} in {unit}"
    return None


def main(tree, program):
    said, problems, counts = said_by(program), [], {}
    paths = sorted((pathlib.Path(tree) / "data/platforms").glob("*.yaml"))
    for path in paths:
        platform = yaml.load(path.read_text(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        own = {c["id"]: (WORDS[c["state"]], 0 if c.get("value", 0) == "unknown" else c.get("value", 0)) for c in platform.get("capabilities", [])}
        for name, want in (derived(platform) | own).items():
            have = said.get(platform["id"], {}).get(name, {})
            counts[want[0]] = counts.get(want[0], 0) + 1
            wrong = judge(platform, name, want, have)
            if wrong:
                problems.append(f"{platform['id']}: {name}: {wrong}")
    for problem in problems[:20]:
        print(problem)
    print(f"{len(paths)} platforms, {sum(counts.values())} answers {counts}: {len(problems)} problems")
    return 1 if problems or sorted(counts) != ["denied", "no", "unknown", "yes"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
