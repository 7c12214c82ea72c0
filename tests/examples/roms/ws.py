# SPDX-License-Identifier: MIT
"""Fills in the sum at the end of a WonderSwan cartridge: ws.py FILE."""
import sys

with open(sys.argv[1], "r+b") as file:
    image = file.read()
    file.seek(len(image) - 2)
    file.write((sum(image[:-2]) & 0xFFFF).to_bytes(2, "little"))
