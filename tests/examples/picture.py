# SPDX-License-Identifier: MIT
"""Holds a PNG of libretro-host against what the ROM draws: picture.py CONSOLE FILE.

The consoles of 16-bit colour are compared exactly, channel by channel; where the core chooses the colours, each of the four must be
one colour everywhere, no two alike, and in the right order of lightness or hue.
"""
import struct
import sys
import zlib


def unfilter(kind, row, above, step):
    """One row of a PNG, its filter undone."""
    for i in range(len(row)):
        left = row[i - step] if i >= step else 0
        up = above[i]
        corner = above[i - step] if i >= step else 0
        if kind == 1:
            row[i] = row[i] + left & 255
        elif kind == 2:
            row[i] = row[i] + up & 255
        elif kind == 3:
            row[i] = row[i] + (left + up) // 2 & 255
        elif kind == 4:
            guess = left + up - corner
            nearest = min((left, up, corner), key=lambda value: abs(guess - value))
            row[i] = row[i] + nearest & 255
    return row


def read_png(path):
    """Width, height and rows of (r, g, b, a)."""
    data = open(path, "rb").read()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        assert zlib.crc32(kind + body) == struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0], "a chunk is damaged"
        if kind == b"IHDR":
            width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", body)
            assert (depth, colour, interlaced) == (8, 6, 0), "not RGBA8888"
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    raw, rows, above = zlib.decompress(packed), [], bytearray(4 * width)
    for y in range(height):
        start = y * (4 * width + 1)
        above = unfilter(raw[start], bytearray(raw[start + 1:start + 1 + 4 * width]), above, 4)
        rows.append([tuple(above[4 * x:4 * x + 4]) for x in range(width)])
    return width, height, rows


def tile_colour(x, y):
    """What roms/tiles.h draws at a pixel: one of four colours."""
    tile = (x // 8 * 3 + y // 8 * 7) % 256
    return (y % 8 * (tile >> 2) + (tile >> 4) + x % 8 * tile) % 4


def each_pixel(rows):
    """The picture of gba.c and nds9.s: five bits of each channel."""
    for y, row in enumerate(rows):
        for x, (red, green, blue, _) in enumerate(row):
            want = (x & 31, y & 31, (x ^ y) >> 3 & 31)
            got = (red >> 3, green >> 3, blue >> 3)
            assert got == want, f"pixel {x}, {y}: {got} instead of {want}"


def gba(width, height, rows):
    assert (width, height) == (240, 160), f"{width} x {height}"
    each_pixel(rows)


def nds(width, height, rows):
    assert (width, height) == (256, 384), f"{width} x {height}"
    each_pixel(rows[:192])
    assert {pixel for row in rows[192:] for pixel in row} == {(255, 255, 255, 255)}, "the lower screen is not white"


def tiles(rows):
    """The four colours, once each pixel has been seen to have the one of its number."""
    colours = {}
    for y, row in enumerate(rows):
        for x, pixel in enumerate(row):
            number = tile_colour(x, y)
            assert colours.setdefault(number, pixel) == pixel, f"pixel {x}, {y}: {pixel}, but colour {number} was {colours[number]}"
    assert len(set(colours.values())) == 4, f"no four colours: {colours}"
    return [colours[number] for number in range(4)]


def shades(rows):
    lightness = [sum(colour[:3]) for colour in tiles(rows)]
    assert lightness == sorted(lightness, reverse=True), f"the shades are not from light to dark: {lightness}"


def gb(width, height, rows):
    assert (width, height) == (160, 144), f"{width} x {height}"
    shades(rows)


def ws(width, height, rows):
    assert (width, height) == (224, 144), f"{width} x {height}"
    shades(rows)


def four_colours(rows):
    colours = [colour[:3] for colour in tiles(rows)]
    assert colours == [(0, 0, 0), (255, 0, 0), (0, 255, 0), (255, 255, 255)], f"{colours}"


def nes(width, height, rows):
    assert (width, height) == (256, 240), f"{width} x {height}"
    black, red, green, white = tiles(rows)
    assert max(black[:3]) < 32 and min(white[:3]) > 200, f"black {black}, white {white}"
    assert red[0] == max(red[:3]) and green[1] == max(green[:3]), f"red {red}, green {green}"


def snes(width, height, rows):
    assert width in (256, 512) and height == 224, f"{width} x {height}"
    double = width // 256
    assert all(row[0::double] == row[double - 1::double] for row in rows), "the two halves of a pixel differ"
    four_colours([row[::double] for row in rows])


def pce(width, height, rows):
    """Three lines above the picture and one below belong to the border."""
    assert (width, height) == (256, 243), f"{width} x {height}"
    assert {pixel[:3] for row in rows[:3] + rows[242:] for pixel in row} == {(0, 0, 0)}, "the border is not black"
    four_colours(rows[3:242])


def fake(width, height, rows):
    want = [[(x, y, x ^ y) for x in range(32)] for y in range(32)]
    assert [[tuple(channel >> 3 for channel in pixel[:3]) for pixel in row] for row in rows] == want, "not the picture of fake_core.c"


if __name__ == "__main__":
    try:
        consoles = {check.__name__: check for check in (fake, gb, gba, nds, nes, pce, snes, ws)}
        consoles[sys.argv[1]](*read_png(sys.argv[2]))
    except AssertionError as wrong:
        sys.exit(f"{sys.argv[2]}: {wrong}")
