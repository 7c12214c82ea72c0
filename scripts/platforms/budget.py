# SPDX-License-Identifier: MIT
"""What of a region is a program's: its bytes less the reserved areas, under whatever name those are stated. As lib/space/map.c counts."""


def first_byte(outer, inner):
    """The byte of `outer` that `inner` begins with: where its address lies inside, else the first."""
    bases = outer["base"], inner["base"]
    if all(isinstance(base, int) for base in bases) and outer["space"] == inner["space"] and 0 <= bases[1] - bases[0] < outer["size"]:
        return bases[1] - bases[0]
    return 0


def store_of(platform, region):
    """The region that owns the bytes, and the byte of it that `region` begins with. An alias that does not fit inside owns its bytes."""
    regions = {r["id"]: r for r in platform["regions"]}
    store, begin, steps = region, 0, len(regions)
    while "alias_of" in store and steps > 0:
        outer = regions[store["alias_of"]]
        at = first_byte(outer, store)
        if outer["size"] == "unknown" or store["size"] > outer["size"] - at:
            break
        store, begin, steps = outer, begin + at, steps - 1
    return store["id"], begin


def reserved_bytes(platform, region):
    """How many bytes of a region, whose size is known, are reserved."""
    store, begin = store_of(platform, region)
    areas = []
    for other in platform["regions"]:
        if other["size"] == "unknown" or "reserved" not in other:
            continue
        other_store, other_begin = store_of(platform, other)
        if other_store == store:
            areas += [(a["base"] - other["base"] + other_begin, a["size"]) for a in other["reserved"] if a["size"] != "unknown"]
    total, at, end = 0, begin, begin + region["size"]
    for base, size in sorted(areas):
        base, top = max(base, at), min(base + size, end)
        if top > base:
            total, at = total + top - base, top
    return total
