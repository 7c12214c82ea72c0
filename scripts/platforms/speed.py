# SPDX-License-Identifier: MIT
"""Whether the main CPU's loads and stores to a region wait: what its file says, else what its kind or its wait states already say."""


def fast(region):
    """True: no access waits; False: a source says that it does; else "unknown"."""
    if "fast" in region:
        return region["fast"]
    if region["kind"] == "scratchpad" or region.get("wait_states", "").split(" ")[0] == "0":
        return True
    return "unknown"
