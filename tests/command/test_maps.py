#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the picture of every platform: XML that parses, labels that meet neither each other nor the edge, letters of at least 11 pixels,
bars in the order of addresses, each region and mirror there. Widths are those of a monospaced font, 0.602 of the height a character.

usage: test_maps.py COMMAND"""
import json
import subprocess
import sys
import xml.etree.ElementTree as tree

SVG = "{http://www.w3.org/2000/svg}"
HEIGHTS = {"h": 16, "s": 13, "d": 11}


def boxes(root):
    for text in root.iter(SVG + "text"):
        words = text.get("class", "").split()
        height = next((HEIGHTS[w] for w in words if w in HEIGHTS), 12)
        width = 0.602 * height * len(text.text or "")
        left = float(text.get("x")) - (width if "e" in words else 0)
        base = float(text.get("y"))
        yield left, base - 0.8 * height, left + width, base + 0.22 * height, text.text


def faults(svg, regions):
    root = tree.fromstring(svg)
    width, height = float(root.get("width")), float(root.get("height"))
    labels = list(boxes(root))
    for i, (left, top, right, bottom, text) in enumerate(labels):
        if left < 0 or top < 0 or right > width or bottom > height:
            yield f"'{text}' leaves the picture"
        for other in labels[i + 1:]:
            if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                yield f"'{text}' and '{other[4]}' overlap"
    if width != 800:
        yield f"{width} pixels wide"
    for region in regions:
        said = [text for *_, text in labels if text.startswith(region["id"] + "  ")]
        if len(said) != 1:
            yield f"region {region['id']} has {len(said)} labels"
        said = [text for *_, text in labels if text.startswith(f"mirror of {region['id']}  ")]
        if len(said) != len(region["mirrors"]):
            yield f"region {region['id']}: {len(said)} of {len(region['mirrors'])} mirrors have a label"
    hatched = [r for r in root.iter(SVG + "rect") if r.get("class") == "x"]
    if len(hatched) != sum(len(r["mirrors"]) for r in regions):
        yield "mirrors are not all hatched"
    for bar in (r for r in root.iter(SVG + "rect") if r.get("class", "").startswith("k")):
        if float(bar.get("height")) < 4 or float(bar.get("y")) + float(bar.get("height")) > height:
            yield "a bar can't be seen"


def run(command, *words):
    return subprocess.run([command, *words], check=True, capture_output=True, text=True).stdout


def main(command):
    failed = 0
    profiles = json.loads(run(command, "profile", "list", "--json"))["profiles"]
    for profile in profiles:
        regions = json.loads(run(command, "profile", "show", profile["id"], "--json"))["regions"]
        for theme in ("viewer", "light", "dark"):
            svg = run(command, "profile", "map", profile["id"], "--theme", theme)
            for fault in faults(svg, regions):
                print(f"{profile['id']} {theme}: {fault}")
                failed = 1
    planted = svg.replace("</svg>", '<text x="280" y="60">' + "x" * 30 + '</text><text x="290" y="62">yyy</text></svg>')
    if not any("overlap" in fault for fault in faults(planted, regions)):
        print("a planted overlap passed")
        failed = 1
    print(f"{len(profiles)} platforms, each in three themes")
    return failed or not profiles


sys.exit(main(sys.argv[1]))
