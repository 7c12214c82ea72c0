#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes docs/performance.md from one run of bench/flightmem-bench and of scripts/count-instructions.sh.

Usage: bench-report.py TIMES.json INSTRUCTIONS.tsv SIZES.tsv > docs/performance.md

TIMES.json: --benchmark_format=json with repetitions and random interleaving. A ratio is the ratio of the medians of one run; its spread
is the smallest and largest ratio of single repetitions, paired in the order in which they ran."""
import json
import statistics
import sys

# (ours, peer, goal as text or None, at most): the rows of the design's table that exist.
ROWS = [
    ("pair_inline_slots", "pair_hand_written", 1.05),
    ("pair_pool_raw", "pair_glibc", 0.4),
    ("pair_pool_buffer", "pair_glibc", 0.6),
    ("pair_empty_calls", "pair_glibc", None),
    ("pair_empty_jumps", "pair_glibc", None),
    ("pair_pool_raw", "pair_boost_pool", None),
    ("eight_pool_raw", "eight_glibc", None),
    ("eight_pool_buffer", "eight_glibc", None),
    ("arena_inline", "arena_hand_written", 1.05),
    ("arena_inline", "arena_apr", 0.4),
    ("arena_inline", "arena_obstack", 0.4),
    ("arena_inline", "arena_pmr_monotonic", None),
    ("arena_pool", "arena_apr", None),
    ("stack_pool", "stack_by_hand", 1.1),
    ("double_stack_pool", "double_stack_by_hand", 1.1),
    ("ring_pool", "ring_by_hand", 1.1),
    ("planes_pool/1", "planes_glibc/1", None),
    ("planes_inline/4", "planes_tcmalloc/4", None),
    ("planes_pool/4", "planes_glibc/4", 0.1),
    ("planes_pool/4", "planes_tcmalloc/4", 0.1),
    ("planes_pool/4", "planes_mimalloc/4", 0.1),
    ("planes_pool/4", "planes_jemalloc/4", 0.1),
    ("planes_pool_buffer/4", "planes_tcmalloc/4", 0.1),
    ("check/spread/64", "walk/spread/64", 0.5),
    ("check/spread/64", "search/spread/64", 0.5),
    ("check/clustered/64", "search/clustered/64", 0.5),
    ("check/process/64", "search/process/64", 0.5),
    ("check/spread/4096", "search/spread/4096", 0.35),
    ("check/clustered/4096", "search/clustered/4096", 0.35),
    ("check/process/4096", "search/process/4096", 0.35),
    ("many/spread/64", "check/spread/64", None),
    ("wrapped_hand", "wrapped_bare", None),
    ("wrapped_call", "wrapped_hand", None),
    ("wrapped_without_code", "wrapped_hand", None),
] + [
    (f"pixels_{work}_{ours}/{width}", f"pixels_{work}_malloc/{width}", None)
    for work in ("blit", "convert", "dither", "smear")
    for ours, width in (("plane", 637), ("plane", 640), ("plane", 1024), ("spread", 1024))
]

# Why a goal is missed, for those that are.
REASONS = {
    ("stack_pool", "stack_by_hand"): "two exported calls and a jump in each (`pair_empty_jumps`), eight times, take more than that already; the strategy itself adds about 1.5 ns a pair",
    ("double_stack_pool", "double_stack_by_hand"): "as with the stack",
    ("ring_pool", "ring_by_hand"): "as with the stack",
    ("pair_pool_raw", "pair_glibc"): "two exported calls that do nothing (`pair_empty_calls`) take more than that already; below, what is left without them",
    ("pair_pool_buffer", "pair_glibc"): "two exported calls and a jump in each (`pair_empty_jumps`) take more than that already; below, what is left without the calls",
    ("planes_pool/4", "planes_glibc/4"): "glibc's figure is its lucky one: nothing else is freed between, so it neither trims nor faults; tcmalloc beside it is steady",
    ("planes_pool/4", "planes_tcmalloc/4"): "two exported calls that do nothing (`pair_empty_calls`) take more than a tenth of it already: tcmalloc takes 38 ns here, where the goal was set against 60; inline it is met",
    ("planes_pool_buffer/4", "planes_tcmalloc/4"): "as with raw planes",
}


def times(path):
    data = json.load(open(path))
    found = {}
    for row in data["benchmarks"]:
        if row.get("run_type") == "iteration":
            found.setdefault(row["name"], []).append(row["cpu_time"])
    return data["context"], found


def ratio_row(found, ours, peer, goal):
    if ours not in found or peer not in found:
        return f"| `{ours}` / `{peer}` | - | - | {goal or '-'} | not measured: the peer is not installed or could not be loaded |"
    ratio = statistics.median(found[ours]) / statistics.median(found[peer])
    each = [a / b for a, b in zip(found[ours], found[peer])]
    verdict = "-" if goal is None else "met" if ratio <= goal else f"**missed**: {REASONS.get((ours, peer), 'no reason is known')}"
    return f"| `{ours}` / `{peer}` | {ratio:.2f} | {min(each):.2f} .. {max(each):.2f} | {'-' if goal is None else f'<= {goal}'} | {verdict} |"


def without_calls(found, ours, peer, calls="pair_empty_calls"):
    """The ratio of the medians, once what the calls themselves take is off both."""
    empty = statistics.median(found[calls])
    return (statistics.median(found[ours]) - empty) / (statistics.median(found[peer]) - empty)


def main():
    context, found = times(sys.argv[1])
    counts = [line.split() for line in open(sys.argv[2])]
    sizes = [line.split() for line in open(sys.argv[3])]
    print("<!-- Written by scripts/bench-report.py: `make bench` makes it anew. -->")
    print("# Performance\n")
    print("Ratios are what counts: all ways were run in one process, in random order, with the same flags. Times depend on the machine and its")
    print(f"load ({context['num_cpus']} CPUs at {context['mhz_per_cpu']} MHz here, library {context.get('flightmem', '?')}); instruction counts do not, and gate.\n")
    print("## Ratios\n\n| ours / peer | ratio of medians | smallest .. largest | goal | |\n|---|---|---|---|---|")
    for row in ROWS:
        print(ratio_row(found, *row))
    if "pair_empty_calls" in found:
        print("\n`pair_empty_calls` is two exported calls that refuse at once, `pair_empty_jumps` two that go on into a strategy and refuse there:")
        print(f"what any pair costs that is called. Without the calls `pair_pool_raw` is {without_calls(found, 'pair_pool_raw', 'pair_glibc'):.2f} of "
              f"`pair_glibc`, `pair_pool_buffer` {without_calls(found, 'pair_pool_buffer', 'pair_glibc'):.2f}.")
        print("What was tried to shorten the way stands in architecture.md.")
    print("\n## Times\n\n| what | median ns | smallest | largest |\n|---|---|---|---|")
    for name in sorted(found):
        print(f"| `{name}` | {statistics.median(found[name]):.2f} | {min(found[name]):.2f} | {max(found[name]):.2f} |")
    print("\nAn `arena_` round is sixteen takes and a reset, an `eight_` round eight takes and eight gives. A `planes_` round is a take, one byte")
    print("written, a give, with 1 or 4 out at a time.")
    print("A `pixels_` round is 480 rows of that many 32-bit pixels: planes, planes with FM_PLANE_SPREAD, and rows from malloc without padding, the")
    print("same loops and flags. Where the ratio is 1, alignment does not pay: loops that reckon wait for their arithmetic, not for their loads.")
    print("A `check/` is one verdict on a random address of 64, 512 or 4,096 regions, `spread` over 4 GiB, with registers `clustered`, or the pages of a `process`; `many/` the same, 1,024 at once.")
    print("`walk/` and `search/` judge the same things after a walk through the list and a binary search.")
    print("A `wrapped_` round is a call of a function of two pointers: bare, behind two checks by hand, behind the same checks by a signature, and that")
    print("without executable memory; libffi's trampoline and its call are most of what the last two add.\n")
    print("## Instructions\n\nCounted by callgrind, loop included; the gate is `bench/instructions.gate`. `-16`: sixteen takes a round. `load`: what the library\nadds to the start of a program, once; 50,000 instructions are about 0.02 ms.\n")
    print("| path | instructions a round | gate |\n|---|---|---|")
    for name, each, gate in counts:
        print(f"| `{name}` | {each} | {gate} |")
    print("\n## Code size\n\nBytes of code and constants of the shared library's objects by rung; the gate is `bench/size.gate`.\n")
    print("| rung | code | constants | gate on code |\n|---|---|---|---|")
    for rung, code, constants, gate in sizes:
        print(f"| {rung} | {code} | {constants} | {gate} |")


main()
