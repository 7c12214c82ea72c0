#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds a picture of flightmem check. Widths are those of a monospaced font, 0.602 of the height a character.

usage: picture.py FILE"""
import sys
import xml.etree.ElementTree as tree

SVG = "{http://www.w3.org/2000/svg}"
HEIGHTS = {"h": 16, "s": 13, "d": 11}
root = tree.parse(sys.argv[1]).getroot()
width, height = float(root.get("width")), float(root.get("height"))


def boxes():
    for text in root.iter(SVG + "text"):
        words = text.get("class", "").split()
        size = next((HEIGHTS[w] for w in words if w in HEIGHTS), 12)
        wide = 0.602 * size * len(text.text or "")
        left = float(text.get("x")) - (wide if "e" in words else 0)
        base = float(text.get("y"))
        yield left, base - 0.8 * size, left + wide, base + 0.22 * size, text.text


def faults(labels):
    for i, (left, top, right, bottom, text) in enumerate(labels):
        if left < 0 or top < 0 or right > width or bottom > height:
            yield f"'{text}' leaves the picture"
        for other in labels[i + 1:]:
            if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                yield f"'{text}' and '{other[4]}' overlap"


labels = list(boxes())
found = list(faults(labels))
bars = [r for r in root.iter(SVG + "rect") if r.get("height") == "28"]
frames = [r for r in bars if r.get("class") == "o"]
if len(frames) != 3:
    found.append(f"{len(frames)} bars instead of 3: iwram, rom and ewram for its budget")
for bar in bars:
    x, wide = float(bar.get("x")), float(bar.get("width"))
    if x < 16 or x + wide > 784 or wide < 1:
        found.append(f"a part of a bar can't be seen: {bar.attrib}")
marks = [p.get("d") for p in root.iter(SVG + "path") if p.get("class") == "m"]
if [int(d[1:].split()[0]) for d in marks] != [16 + 768 // 2, 16 + 30720 * 768 // 32768]:
    found.append(f"budgets are not where they are: {marks}")
if not any(text.startswith("iwram") for *_, text in labels) or not any("budget 30 720" == text for *_, text in labels):
    found.append("a region or its budget has no label")
if not any("overlap" in fault for fault in faults(labels + [(*labels[0][:4], "planted")])):
    found.append("a planted overlap passed")
print("\n".join(found), end="\n" if found else "")
sys.exit(bool(found))
