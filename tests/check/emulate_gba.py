#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the ROM of a GBA program in the Unicorn engine and writes each access that its CPU makes, in the form of docs/traces.md.

Only memory is there, and a line counter that runs as fast as it is looked at: no picture, no sound, no interrupts, no DMA. It is enough for programs
that start, compute and draw; and it is an emulator that writes a trace in ten lines.
usage: emulate_gba.py ROM INSTRUCTIONS > TRACE"""
import sys

import unicorn
from unicorn import arm_const

# What the CPU sees, in the engine's pages of 4 KiB. The trace says what it did there; whether it may, is not asked here.
MEMORY = {0x00000000: 0x4000, 0x02000000: 0x40000, 0x03000000: 0x8000, 0x04000000: 0x1000, 0x05000000: 0x1000, 0x06000000: 0x18000, 0x07000000: 0x1000}
ROM = 0x08000000
VCOUNT, LINES = 0x04000006, 228


def main():
    rom, limit = open(sys.argv[1], "rb").read(), int(sys.argv[2])
    engine = unicorn.Uc(unicorn.UC_ARCH_ARM, unicorn.UC_MODE_ARM)
    for base, size in MEMORY.items():
        engine.mem_map(base, size)
    engine.mem_map(ROM, (len(rom) + 0xFFF) & ~0xFFF)
    engine.mem_write(ROM, rom)
    write = sys.stdout.write
    line = 0

    def fetched(engine, address, size, _):
        write(f"x {address:08X},{size}\n")

    def accessed(engine, kind, address, size, value, _):
        nonlocal line
        if address == VCOUNT:
            line = (line + 1) % LINES
            engine.mem_write(VCOUNT, line.to_bytes(2, "little"))
        write(f"{'w' if kind == unicorn.UC_MEM_WRITE else 'r'} {address:08X},{size}\n")

    engine.hook_add(unicorn.UC_HOOK_CODE, fetched)
    engine.hook_add(unicorn.UC_HOOK_MEM_READ | unicorn.UC_HOOK_MEM_WRITE, accessed)
    write(f"# {sys.argv[1].rsplit('/', 1)[-1]}, the first {limit} instructions, in Unicorn {unicorn.__version__}\n")
    engine.reg_write(arm_const.UC_ARM_REG_CPSR, 0x1F)  # system mode, as the BIOS leaves it
    engine.emu_start(ROM, 0, 0, limit)


main()
