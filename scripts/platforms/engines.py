# SPDX-License-Identifier: MIT
"""What DMA engines want of a transfer, and which bytes of a region are there.

A file lists the engines of which more is known than what holds for all; without a list `alignment` says what holds for all of them."""


def engines(platform):
    """The engines, each with its id, source and what is known of begin_bytes, length_bytes, boundary_bytes, address_bits, space."""
    if "dma" in platform:
        return platform["dma"]
    fact = platform.get("alignment", {})
    known = {key: fact[name] for key, name in (("begin_bytes", "dma_base_bytes"), ("length_bytes", "dma_length_bytes")) if fact.get(name, "unknown") != "unknown"}
    return [{"id": "dma", **known, "source": fact["source"]}] if known else []


def lane(region):
    """(byte of each stride that is there, stride), counted from the region's first byte; (0, 0): all are."""
    told = region.get("byte_lane")
    if told is None:
        return 0, 0
    if isinstance(told["lane"], int):
        return told["lane"], told["stride"]
    return (region["base"] + (told["lane"] == "odd")) % 2, told["stride"]
