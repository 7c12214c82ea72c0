#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pictures for the tests of examples/retro-graph, and what their result must be. No library but Python's own.

usage: pictures.py make FOLDER
       pictures.py check OUT.png WIDTH HEIGHT SCALED.png PSNR COLOURS
       pictures.py double IN.png OUT.png
       pictures.py is-double IN.png OUT.png
       pictures.py lit PICTURE.png WIDTH HEIGHT LEAST MOST

make: writes good and bad PNGs. check: OUT has that size; every channel is one of the 32 values that 5 bits show; it has at most COLOURS
colours; its distance from SCALED, the picture before it was dithered, is at least PSNR decibels, and where means over 4 x 4 pixels are
compared, as the eye does, six more. double: each pixel four times, as the documentation shows screens; is-double: OUT is that.
lit: PICTURE has that size, and from LEAST to MOST of its pixels are not black."""
import math
import pathlib
import struct
import sys
import zlib

MAGIC = b"\x89PNG\r\n\x1a\n"
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGBA: 4}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pack_row(samples, bits):
    if bits == 16:
        return b"".join(struct.pack(">H", s) for s in samples)
    if bits == 8:
        return bytes(samples)
    row, per = bytearray(), 8 // bits
    for i in range(0, len(samples), per):
        part = samples[i:i + per] + [0] * (per - len(samples[i:i + per]))
        byte = 0
        for s in part:
            byte = byte << bits | s
        row.append(byte)
    return bytes(row)


def png(width, height, kind, bits, pixel, extra=b"", interlaced=False):
    """A PNG whose pixel(x, y) gives a tuple of samples."""
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)] if interlaced else [(0, 0, 1, 1)]
    raw = bytearray()
    for x0, y0, dx, dy in passes:
        for y in range(y0, height, dy):
            samples = [s for x in range(x0, width, dx) for s in pixel(x, y)]
            if samples:
                raw += b"\0" + pack_row(samples, bits)
    head = struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, int(interlaced))
    return MAGIC + chunk(b"IHDR", head) + extra + chunk(b"IDAT", zlib.compress(bytes(raw), 6)) + chunk(b"IEND", b"")


def scene(width, height):
    """Sky, a sun, hills, something with fine lines: smooth and sharp parts, all hues."""
    def pixel(x, y):
        u, v = x / width, y / height
        sun = math.hypot(u - 0.7, (v - 0.3) * height / width)
        if sun < 0.08:
            return 255, 240, 170
        if v < 0.55 + 0.08 * math.sin(u * 9):
            glow = max(0.0, 1 - sun * 2)
            return int(70 + 120 * v + 60 * glow), int(120 + 90 * v), int(225 - 60 * v - 40 * glow)
        if int(u * 60) % 2 and v > 0.8:
            return 30, 25, 20
        return int(40 + 90 * u), int(150 - 90 * v + 20 * math.sin(u * 40) * math.sin(v * 60)), int(40 + 40 * (1 - u))
    return pixel


def good(folder):
    width, height = 402, 300
    pixel = scene(width, height)
    rgb = {(x, y): pixel(x, y) for y in range(height) for x in range(width)}
    grey = lambda x, y: (sum(rgb[x, y]) // 3,)
    palette = chunk(b"PLTE", bytes(c for i in range(256) for c in (i, 255 - i, i // 2)))
    files = {
        "rgb8": png(width, height, RGB, 8, lambda x, y: rgb[x, y]),
        "rgb8-interlaced": png(width, height, RGB, 8, lambda x, y: rgb[x, y], interlaced=True),
        "rgb16": png(width, height, RGB, 16, lambda x, y: tuple(c * 257 for c in rgb[x, y])),
        "rgba8-opaque": png(width, height, RGBA, 8, lambda x, y: rgb[x, y] + (255,)),
        "rgba8": png(width, height, RGBA, 8, lambda x, y: rgb[x, y] + (x * 255 // width,)),
        "rgba16": png(width, height, RGBA, 16, lambda x, y: tuple(c * 257 for c in rgb[x, y]) + (y * 65535 // height,)),
        "grey8": png(width, height, GREY, 8, grey),
        "grey-as-rgb8": png(width, height, RGB, 8, lambda x, y: grey(x, y) * 3),
        "grey16": png(width, height, GREY, 16, lambda x, y: (grey(x, y)[0] * 257,)),
        "grey-alpha8": png(width, height, GREY_ALPHA, 8, lambda x, y: grey(x, y) + (255 - y * 255 // height,)),
        "palette8": png(width, height, PALETTE, 8, lambda x, y: grey(x, y), palette),
        "palette8-transparent": png(width, height, PALETTE, 8, lambda x, y: grey(x, y), palette + chunk(b"tRNS", bytes(range(0, 250, 5)))),
        "one-pixel": png(1, 1, RGB, 8, lambda x, y: (200, 100, 50)),
        "one-column": png(1, 3000, RGB, 8, lambda x, y: (y % 256, 80, 160)),
        "one-row": png(3000, 1, RGB, 8, lambda x, y: (x % 256, 80, 160)),
        "prime": png(331, 241, RGB, 8, lambda x, y: rgb[x, y]),
    }
    for bits in (1, 2, 4):
        files[f"grey{bits}"] = png(61, 43, GREY, bits, lambda x, y: ((x * y) % (1 << bits),))
        files[f"palette{bits}"] = png(61, 43, PALETTE, bits, lambda x, y: ((x + y) % (1 << bits),), chunk(b"PLTE", bytes(range(0, 240, 5))[:3 << bits]))
    for name, data in files.items():
        (folder / f"good-{name}.png").write_bytes(data)
    return files["rgb8"]


def bad(folder, whole):
    head = lambda width, height: MAGIC + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, RGB, 0, 0, 0))
    tail = chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    broken = bytearray(whole)
    broken[len(whole) // 2] ^= 0x55
    files = {
        "empty": b"",
        "magic-only": MAGIC,
        "not-a-png": b"\xff\xd8\xff\xe0 this is no PNG, whatever its name says\n" * 20,
        "text": b"P6 3 3 255\n",
        "truncated-header": whole[:20],
        "truncated-early": whole[:200],
        "truncated-half": whole[:len(whole) // 2],
        "bit-flipped": bytes(broken),
        "no-data": head(100, 100) + chunk(b"IEND", b""),
        "too-little-data": head(100, 100) + tail,
        "zero-width": head(0, 100) + tail,
        "huge": head(60000, 60000) + tail,
        "wider-than-planes": head(200000, 2) + tail,
        "wider-than-libpng": head(2000000000, 2000000000) + tail,
        "negative": head(0xFFFFFFFF, 0xFFFFFFFF) + tail,
        "no-palette": png(10, 10, PALETTE, 8, lambda x, y: (1,)),
        "odd-depth": MAGIC + chunk(b"IHDR", struct.pack(">IIBBBBB", 10, 10, 7, RGB, 0, 0, 0)) + tail,
    }
    for name, data in files.items():
        (folder / f"bad-{name}.png").write_bytes(data)


def paeth(a, b, c):
    p = a + b - c
    return min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]


def read_rgb8(path):
    """Width, height and rows of a PNG with 8 bits of red, green and blue; alpha is left out."""
    data = pathlib.Path(path).read_bytes()
    assert data[:8] == MAGIC, f"{path}: no PNG"
    at, packed, width, height, n = 8, b"", 0, 0, 0
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0] == zlib.crc32(kind + body), f"{path}: a checksum is wrong"
        if kind == b"IHDR":
            width, height, bits, colour, _, _, interlaced = struct.unpack(">IIBBBBB", body)
            assert bits == 8 and colour in (RGB, RGBA) and not interlaced, f"{path}: not 8-bit RGB"
            n = CHANNELS[colour]
        packed += body if kind == b"IDAT" else b""
        at += 12 + length
    raw, rows, before, line = zlib.decompress(packed), [], bytes(width * n), width * n + 1
    for y in range(height):
        kind, row = raw[y * line], bytearray(raw[y * line + 1:(y + 1) * line])
        for i in range(width * n):
            a, b, c = row[i - n] if i >= n else 0, before[i], before[i - n] if i >= n else 0
            row[i] = (row[i] + (0, a, b, (a + b) // 2, paeth(a, b, c))[kind]) & 255
        before = bytes(row)
        rows.append(before if n == 3 else b"".join(before[x:x + 3] for x in range(0, width * n, n)))
    return width, height, rows


def psnr(squares, count):
    return 99.0 if squares == 0 else 10 * math.log10(255 * 255 * count / squares)


def distances(a, b, width, height):
    """PSNR of pixels, and of means over 4 x 4 pixels."""
    fine = sum((p - q) ** 2 for r, s in zip(a, b) for p, q in zip(r, s))
    coarse = blocks = 0
    for y in range(0, height - 3, 4):
        for x in range(0, width - 3, 4):
            for c in range(3):
                apart = sum(a[y + j][(x + i) * 3 + c] - b[y + j][(x + i) * 3 + c] for j in range(4) for i in range(4)) / 16
                coarse += apart * apart
                blocks += 1
    return psnr(fine, width * height * 3), psnr(coarse, blocks)


def check(out, width, height, scaled, least, colours):
    w, h, rows = read_rgb8(out)
    assert (w, h) == (width, height), f"{out} is {w} x {h}, not {width} x {height}"
    shown = {five << 3 | five >> 2 for five in range(32)}
    stray = set(b"".join(rows)) - shown
    assert not stray, f"{out} shows what 5 bits can't: {sorted(stray)}"
    used = len({row[x:x + 3] for row in rows for x in range(0, width * 3, 3)})
    assert used <= colours, f"{out} has {used} colours, more than {colours}"
    sw, sh, before = read_rgb8(scaled)
    assert (sw, sh) == (width, height), f"{scaled} is {sw} x {sh}"
    fine, coarse = distances(rows, before, width, height)
    print(f"{out}: {used} colours, {fine:.1f} dB from the scaled picture, {coarse:.1f} dB in means of 4 x 4")
    assert fine >= least and coarse >= least + 6, f"{out} is too far from the scaled picture: {least} and {least + 6} dB are asked"


def doubled(path):
    width, height, rows = read_rgb8(path)
    return width * 2, height * 2, [b"".join(row[x:x + 3] * 2 for x in range(0, width * 3, 3)) for row in rows for _ in range(2)]


def double(path, out):
    width, height, rows = doubled(path)
    pathlib.Path(out).write_bytes(png(width, height, RGB, 8, lambda x, y: rows[y][x * 3:x * 3 + 3]))


def lit(path, width, height, least, most):
    w, h, rows = read_rgb8(path)
    assert (w, h) == (width, height), f"{path} is {w} x {h}"
    found = sum(any(row[x:x + 3]) for row in rows for x in range(0, width * 3, 3))
    print(f"{path}: {found} pixels are lit")
    assert least <= found <= most, f"{path}: {found} pixels are lit, not {least} to {most}"


if len(sys.argv) == 3 and sys.argv[1] == "make":
    bad(pathlib.Path(sys.argv[2]), good(pathlib.Path(sys.argv[2])))
elif len(sys.argv) == 8 and sys.argv[1] == "check":
    check(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5], float(sys.argv[6]), int(sys.argv[7]))
elif len(sys.argv) == 4 and sys.argv[1] == "double":
    double(sys.argv[2], sys.argv[3])
elif len(sys.argv) == 4 and sys.argv[1] == "is-double":
    assert doubled(sys.argv[2]) == read_rgb8(sys.argv[3]), f"{sys.argv[3]} is not {sys.argv[2]}"
elif len(sys.argv) == 7 and sys.argv[1] == "lit":
    lit(sys.argv[2], *map(int, sys.argv[3:]))
else:
    sys.exit(__doc__)
