# SPDX-License-Identifier: MIT
"""Joins the programs of the two processors of a Nintendo DS to a cartridge: nds.py MAIN OTHER OUT."""
import struct
import sys


def crc16(data):
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


main, other = (open(path, "rb").read() for path in sys.argv[1:3])
main_at, other_at, size = 0x4000, 0x6000, 0x8000
header = bytearray(0x200)
header[0:16] = b"FLIGHTMEM\0\0\0FLTM"
struct.pack_into("<4I", header, 0x20, main_at, 0x02000000, 0x02000000, len(main))
struct.pack_into("<4I", header, 0x30, other_at, 0x02380000, 0x02380000, len(other))
struct.pack_into("<2I", header, 0x80, size, 0x4000)
struct.pack_into("<H", header, 0x15E, crc16(header[:0x15E]))
image = bytearray(size)
image[:0x200] = header
image[main_at:main_at + len(main)] = main
image[other_at:other_at + len(other)] = other
open(sys.argv[3], "wb").write(image)
