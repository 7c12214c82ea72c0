#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the library as two files, flightmem.c and flightmem.h, and platform/<id>.h beside them.

usage: amalgamate.py [--hosted] FOLDER

Without --hosted: the freestanding rungs, for consoles, modules and kernels. With it: all of the library but its exported inlines, for
programs and bindings that carry the library inside. What to take is read from the lists of Makefile.am, in the order of the ladder."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LADDER = ["base", "platform", "validate", "strategy", "quota", "space", "pool", "layout", "os", "host", "monitor", "api"]
NOT_INSIDE = {"lib/api/inlines.c"}
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"].*\n', re.M)
FEATURE = re.compile(r"^#define (_[A-Z_]+_SOURCE)\b.*\n", re.M)


def names(variable):
    text = (ROOT / "Makefile.am").read_text()
    found = re.search(rf"^{variable} =((?:.*\\\n)*.*)$", text, re.M)
    if not found:
        sys.exit(f"Makefile.am: no list {variable}")
    return found.group(1).replace("\\\n", " ").split()


def sources(hosted):
    lists = ["FM_CORE_SOURCES", "FM_HOSTED_SOURCES"] if hosted else ["FM_CORE_SOURCES", "FM_CORE_ONLY_SOURCES"]
    files = {f for one in lists for f in names(one) if f.endswith(".c")} - NOT_INSIDE
    return sorted(files, key=lambda f: (LADDER.index(f.split("/")[1]), f))


class Writer:
    """Puts each file in once, where it is first included."""

    def __init__(self, done=()):
        self.done = set(done)

    def public(self, name):
        if name in self.done:
            return ""
        self.done.add(name)
        return self.expand((ROOT / "include" / name).read_text())

    def private(self, name):
        if name in self.done:
            return ""
        self.done.add(name)
        return self.expand((ROOT / "lib" / name).read_text())

    def expand(self, text):
        def one(match):
            bracket, name = match.groups()
            if bracket == '"':
                return self.private(name)
            if name == "flightmem.h" or name.startswith("flightmem/"):
                return self.public(name)
            return match.group(0) # again, too: the first may stand behind an #if that another compiler sees otherwise
        return INCLUDE.sub(one, text)


def without_spdx(text):
    return re.sub(r"^/\* SPDX-License-Identifier: MIT \*/\n", "", text, flags=re.M)


def head(what):
    return f"/* SPDX-License-Identifier: MIT */\n/* {what} of flightmem {version()}, made by scripts/amalgamate.py: edit the sources, not this. */\n"


def version():
    return re.search(r'FM_VERSION_STRING "(.*)"', (ROOT / "include/flightmem/version.h").read_text()).group(1)


def squeeze(text):
    return re.sub(r"\n{3,}", "\n\n", text)


def main(arguments):
    hosted = "--hosted" in arguments
    folders = [a for a in arguments if not a.startswith("-")]
    if len(folders) != 1 or set(arguments) - set(folders) - {"--hosted"}:
        sys.exit(__doc__)
    out = pathlib.Path(folders[0])
    platforms = sorted(p.name for p in (ROOT / "include/flightmem/platform").glob("*.h"))

    header = Writer()
    text = header.public("flightmem.h")
    (out / "platform").mkdir(parents=True, exist_ok=True)
    (out / "flightmem.h").write_text(squeeze(head("The headers") + without_spdx(text)))

    body, features = [], {}
    writer = Writer(done=header.done)
    for name in sources(hosted):
        source = (ROOT / name).read_text()
        features.update({m.group(1): m.group(0) for m in FEATURE.finditer(source)})
        source = FEATURE.sub("", source)
        macros = re.findall(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", source, re.M)
        undefined = "".join(f"#undef {macro}\n" for macro in dict.fromkeys(macros))
        body.append(f"\n/* ==== {name} ==== */\n{writer.expand(source)}{undefined}")
    wanted = "".join(features[f] for f in sorted(features))
    (out / "flightmem.c").write_text(squeeze(head("The sources") + wanted + '#include "flightmem.h"\n' + without_spdx("".join(body))))

    for name in platforms:
        alone = (ROOT / "include/flightmem/platform" / name).read_text()
        alone = re.sub(r"^#include <flightmem(/[\w/]+)?\.h>\n", '#include "../flightmem.h"\n', alone, count=1, flags=re.M)
        (out / "platform" / name).write_text(re.sub(r"^#include <flightmem(/[\w/]+)?\.h>\n", "", alone, flags=re.M))


main(sys.argv[1:])
