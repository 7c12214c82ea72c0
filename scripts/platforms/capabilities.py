# SPDX-License-Identifier: MIT
"""What a platform can do: the answer of its file, or what other facts of the file already say.

A rule reads facts that are there for their own sake, so that none is written down twice, and takes over their sources. A file's own
entry wins over the rule. Where neither says anything the state is unknown.

mmu                addresses are translated by page; the value is the smallest page
mpu                regions are protected without translation; the value is how many
huge_pages         pages above the usual size; the value is the usual size of one
executable_memory  a program may write code and run it
dma                an engine beside the CPU reads or writes memory
cache_control      a program can flush or invalidate caches
unaligned_access   plain loads and stores need no natural alignment
atomics_width      the widest access that is atomic; the value is its bits
simd_width         vector registers that every machine has; the value is their bits
threads            programs run in more than one thread
shared_memory      processes or threads can share memory
memory_growth      a program gets more memory while it runs; the value is the step
protection         access rights are enforced
bank_switching     memory behind a window is exchanged; the value is the bytes behind windows
scratchpad         small and fast memory beside the CPU; the value is its bytes
persistent_ram     writable memory that keeps its content; the value is its bytes
pressure_signals   the system warns before memory ends; the value is how many ways it has"""

# Numbers of include/flightmem/capability.h, from 1 on. For ever: new ones go to the end.
IDS = ("mmu", "mpu", "huge_pages", "executable_memory", "dma", "cache_control", "unaligned_access", "atomics_width", "simd_width", "threads", "shared_memory", "memory_growth",
       "protection", "bank_switching", "scratchpad", "persistent_ram", "pressure_signals")
TRANSLATES = {"tlb": True, "paged": True, "none": False, "bank_registers": False, "mpu": False, "segment": False}
PROTECTS_REGIONS = {"mpu": True, "none": False, "bank_registers": False, "tlb": False, "paged": False, "segment": False}
NO_BANKS = ("none", "tlb", "paged", "mpu", "segment")


def entry(name, state, source, value=None, unit=None, note=None):
    found = {"id": name, "state": state, "source": list(dict.fromkeys(source))}
    if value is not None:
        found.update(value=value, unit=unit)
    if note:
        found["note"] = note
    return found


def sources_of(regions):
    return [source for region in regions for source in region["source"]]


def bytes_of(regions, key=lambda region: region["size"]):
    """The sum; None where one of them is unknown, or 64 bits do not hold it."""
    sizes = [key(region) for region in regions]
    return sum(sizes) if sizes and "unknown" not in sizes and sum(sizes) < 1 << 64 else None


def by_any(name, platform, holds, measured=False):
    """yes iff a region has it, no iff every region says that it has not."""
    answers = [(region, holds(region)) for region in platform["regions"]]
    having = [region for region, answer in answers if answer is True]
    if having:
        value = bytes_of(having) if measured else None
        return entry(name, True, sources_of(having), value, "bytes" if value is not None else None, "regions: " + ", ".join(r["id"] for r in having))
    if answers and all(answer is False for _, answer in answers):
        return entry(name, False, sources_of(platform["regions"]), note="no region has it")
    return None


def both(one, other):
    """Two facts joined by "and"."""
    return False if False in (one, other) else True if one is True and other is True else "unknown"


def mmu(platform):
    fact = platform.get("mmu", {})
    if fact.get("kind") in TRANSLATES:
        translates = TRANSLATES[fact["kind"]]
        page = min(fact.get("page_bytes", []), default=None) if translates else None
        return entry("mmu", translates, fact["source"], page, "bytes" if page else None, f"mmu: {fact['kind']}")
    return None


def mpu(platform):
    fact = platform.get("mmu", {})
    return entry("mpu", PROTECTS_REGIONS[fact["kind"]], fact["source"], note=f"mmu: {fact['kind']}") if fact.get("kind") in PROTECTS_REGIONS else None


def huge_pages(platform):
    fact = platform.get("mmu", {})
    return entry("huge_pages", False, fact["source"], note="no pages") if TRANSLATES.get(fact.get("kind")) is False else None


def executable_memory(platform):
    return by_any("executable_memory", platform, lambda r: both(r["access"]["write"], r["access"]["execute"]))


def dma(platform):
    return by_any("dma", platform, lambda r: r["dma"])


def cache_control(platform):
    fact = platform.get("cache", {})
    return entry("cache_control", False, fact["source"], note="there is no cache") if fact.get("present") is False else None


def unaligned_access(platform):
    fact = platform.get("alignment", {})
    state = {"allowed": True, "fault": False, "force_align": False, "rotate": False}.get(fact.get("misaligned_access"))
    return None if state is None else entry("unaligned_access", state, fact["source"], note=f"misaligned access: {fact['misaligned_access'].replace('_', ' ')}")


def protection(platform):
    fact = platform.get("mmu", {})
    return entry("protection", fact["protection"], fact["source"], note=f"mmu: {fact['kind']}") if fact.get("protection", "unknown") != "unknown" else None


def bank_switching(platform):
    banked = [region for region in platform["regions"] if "bank" in region]
    fact = platform.get("mmu", {})
    if banked:
        value = bytes_of(banked, lambda region: region["bank"]["total_bytes"])
        return entry("bank_switching", True, sources_of(banked), value, "bytes" if value is not None else None, "regions: " + ", ".join(r["id"] for r in banked))
    if "bank_switching" in fact or fact.get("kind") == "bank_registers":
        return entry("bank_switching", True, fact["source"], note=fact.get("bank_switching"))
    return entry("bank_switching", False, fact["source"], note=f"mmu: {fact['kind']}, and no region is banked") if fact.get("kind") in NO_BANKS else None


def scratchpad(platform):
    return by_any("scratchpad", platform, lambda r: r["kind"] == "scratchpad", measured=True)


def persistent_ram(platform):
    return by_any("persistent_ram", platform, lambda r: both(r["persistent"], r["access"]["write"]), measured=True)


def pressure_signals(platform):
    signals = platform.get("pressure", [])
    source = [name for signal in signals for name in signal.get("source", [])]
    if not source:
        return None
    return entry("pressure_signals", True, source, len(signals), "count", "; ".join(signal["signal"] for signal in signals))


RULES = (mmu, mpu, huge_pages, executable_memory, dma, cache_control, unaligned_access, protection, bank_switching, scratchpad, persistent_ram, pressure_signals)


def capabilities(platform):
    """Every capability of which something is said, in the order of IDS."""
    own = {fact["id"]: fact for fact in platform.get("capabilities", [])}
    for rule in RULES:
        found = None if rule.__name__ in own else rule(platform)
        if found:
            own[found["id"]] = found
    return [own[name] for name in IDS if name in own]
