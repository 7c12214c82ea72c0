#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the JSON of flightmem check against what binutils say of the same program.

usage: against_binutils.py FOLDER NAME TOOLS-PREFIX     FOLDER has NAME.elf, NAME.ld, NAME.json, NAME.map.json and schema"""
import json
import pathlib
import re
import subprocess
import sys

import jsonschema

folder, name, tools = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
program = folder / f"{name}.elf"
failed = 0


def same(what, ours, theirs):
    global failed
    if ours != theirs:
        print(f"{name}: {what}: flightmem says {ours}, binutils {theirs}")
        failed = 1


def tool(*words):
    return subprocess.run([tools + words[0], *words[1:], program], check=True, capture_output=True, text=True).stdout


report, of_map = (json.loads((folder / file).read_text()) for file in (f"{name}.json", f"{name}.map.json"))
for value in (report, of_map):
    jsonschema.validate(value, json.loads((folder / "schema").read_text()))

for region in report["regions"]:
    same(f"{region['id']}: parts of used", region["used"], sum(region[part] for part in ("sections", "copies", "stack", "heap", "platform")))
    same(f"{region['id']}: used + free", region["used"] + region["free"], region["size"])
    same(f"{region['id']}: slack", region["slack"], region["free"] - region["largest_free"])
same("the map's regions", of_map["regions"], report["regions"])

# Sections: sizes and addresses, which of them are stored, and the sum of it all.
sizes = {}
for line in tool("size", "-A").splitlines():
    words = line.split()
    if len(words) == 3 and words[0].startswith(".") and not words[0].startswith((".debug", ".comment", ".note")) and int(words[1]) > 0:
        sizes[words[0]] = (int(words[1]), int(words[2]) & 0xFFFFFFFF)  # size extends the sign of a MIPS address
linked = [s for s in report["sections"] if s["name"].startswith(".")]
attributes = {s for s in sizes if sizes[s][1] == 0 and "attributes" in s}
same("sections", {s["name"]: (s["size"], int(s["address"], 16)) for s in linked}, {k: v for k, v in sizes.items() if k not in attributes})
zeroed = {words[1] for line in tool("readelf", "-SW").splitlines() if (words := line.replace("[ ", "[").split()) and "NOBITS" in words}
same("sections without bytes", {s["name"] for s in linked if s["stored"] == 0}, zeroed)
same("bytes of sections", sum(r["sections"] for r in report["regions"]), sum(s["size"] for s in linked))
same("bytes of copies", sum(r["copies"] for r in report["regions"]), sum(s["stored"] for s in linked if s["copy_in"]))

# Loaded where readelf says that it is.
loads = [[int(word, 16) for word in line.split()[2:6]] for line in tool("readelf", "-lW").splitlines() if line.split()[:1] == ["LOAD"]]
for section in linked:
    at = int(section["address"], 16)
    copied = any(v <= at < v + m and v != p for v, p, f, m in loads)
    if section["stored"]:
        same(f"{section['name']} is stored elsewhere", section["copy_in"] is not None, copied)

# Symbols.
symbols = {}
for line in tool("nm", "-S").splitlines():
    words = line.split()
    if len(words) == 4:
        symbols[words[3]] = int(words[1], 16)
same("symbols", {s["name"]: s["size"] for s in report["symbols"]}, symbols)
# A map knows input sections: of functions they are rounded up to what the next one asks for.
same("symbols of the map", {s["name"]: s["size"] for s in of_map["symbols"] if s["name"] not in ("_start", "fast")},
     {k: v for k, v in symbols.items() if k not in ("_start", "fast")})

# What ld calls used: up to the end of the last section, gaps included. Where both of its regions lie in one of ours, it is a sum of ends.
used = dict(re.findall(r"^ *(rom|ram): +(\d+) B", (folder / f"{name}.ld").read_text(), re.M))
extents = [r["extent"] for r in report["regions"] if r["extent"]]
if len(extents) == 2:
    same("what ld calls used", sorted(extents), sorted(int(value) for value in used.values()))
elif len(extents) == 1:
    ends = max(int(s["address"], 16) + s["size"] for s in linked) & 0xFFFFFFFF
    ram = min(int(s["address"], 16) for s in linked if s["name"] == ".dma") & 0xFFFFFFFF
    same("what ld calls used of its RAM", ends - ram, int(used["ram"]))
else:
    same("regions of the program", len(extents), 2)
sys.exit(failed)
