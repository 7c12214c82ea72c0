#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Judges the WIT: style, docs, and that it mirrors the public headers both ways through wit/mapping.yaml.

usage: validate-wit.py RESOLVED.json [TREE]     RESOLVED.json: what `wit-tool json wit` says. Messages have file and line."""
import json
import pathlib
import re
import sys

import yaml

KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*\Z")
RESULTS = {"out", "usage", "buffer", "capacity", "length", "why", "error_at"}
SCALARS = {"u64": {"uint64_t", "size_t"}, "u32": {"uint32_t"}, "s32": {"int32_t", "fm_status"}, "bool": {"uint32_t", "int"}, "string": {"const char *", "char"}}


def snake(name):
    return name.replace("-", "_")


class Problems:
    def __init__(self):
        self.lines = []

    def say(self, where, text):
        self.lines.append(f"{where}: {text}")


class Places:
    """Where each item of the WIT stands: `interface.type.member` -> file:line."""

    OPEN = re.compile(r"\s*(interface|world|record|enum|flags|variant|resource)\s+%?([\w-]+)\s*\{")
    MEMBER = re.compile(r"\s*(?:type\s+)?%?([\w-]+)\s*(?:[:,=]|$)")

    def __init__(self, root):
        self.at, self.root = {}, root
        for path in sorted((root / "wit").rglob("*.wit")):
            if "deps" not in path.relative_to(root).parts:
                self.scan(path)

    def scan(self, path):
        stack = []
        for number, line in enumerate(path.read_text().splitlines(), 1):
            line = line.split("//")[0]
            here = f"{path.relative_to(self.root)}:{number}"
            opened, member = self.OPEN.match(line), self.MEMBER.match(line)
            if opened:
                stack.append(opened.group(2))
                self.at[".".join(stack)] = here
            elif line.strip().startswith("}"):
                stack = stack[:-1]
            elif member and stack:
                self.at[".".join(stack + [member.group(1)])] = here

    def __call__(self, name):
        return self.at.get(name, f"wit/ ({name})")


class Wit:
    """The resolved WIT by names: `interface.type`, `interface.function`, `interface.resource.function`."""

    def __init__(self, path):
        self.raw = json.loads(pathlib.Path(path).read_text())
        self.types, self.functions, self.name_of = {}, {}, {}
        interfaces = self.raw["interfaces"]
        for index, item in enumerate(self.raw["types"]):
            owner = (item.get("owner") or {}).get("interface") if isinstance(item.get("owner"), dict) else None
            if item["name"] is None or owner is None or isinstance(item["kind"], dict) and isinstance(item["kind"].get("type"), int):
                continue
            self.name_of[index] = f"{interfaces[owner]['name']}.{item['name']}"
            self.types[self.name_of[index]] = item
        for interface in interfaces:
            for name, function in interface["functions"].items():
                plain = re.sub(r"^\[[a-z-]+\]", "", name)
                self.functions[f"{interface['name']}.{plain}"] = function

    def kind(self, item):
        kind = item["kind"]
        return (kind, None) if isinstance(kind, str) else next(iter(kind.items()))

    def members(self, name):
        """(name, type or None, docs) of a record's fields, an enum's cases, a flags' flags."""
        kind, body = self.kind(self.types[name])
        lists = {"record": "fields", "enum": "cases", "flags": "flags", "variant": "cases"}
        return [(m["name"], m.get("type"), m.get("docs", {}).get("contents")) for m in body[lists[kind]]] if kind in lists else []

    def spell(self, kind):
        """A type in words: a scalar, `interface.type`, or `option<...>` and the like."""
        if not isinstance(kind, int):
            return kind
        if kind in self.name_of:
            name = self.name_of[kind]
            sort, body = self.kind(self.types[name])
            return body if sort == "type" else name
        sort, body = self.kind(self.raw["types"][kind])
        if sort == "type":
            return self.spell(body)
        if sort == "result":
            return ("result", self.spell(body["ok"]), self.spell(body["err"]))
        if sort == "handle":
            return self.spell(next(iter(body.values())))
        return (sort, self.spell(body))


class Headers:
    """Constants, structs and functions of the public headers, with their places."""

    def __init__(self, root, names):
        self.constants, self.structs, self.functions = {}, {}, {}
        for name in names:
            path = root / "include/flightmem" / name
            self.read(path.read_text(), path.relative_to(root))

    def read(self, text, path):
        def where(match):
            return f"{path}:{text.count(chr(10), 0, match.start()) + 1}"
        for m in re.finditer(r"^#define (FM_[A-Z0-9_]+) \(?(-?\d+|0x[0-9A-F]+)u?\)?(?=\s|$)", text, re.M):
            self.constants[m.group(1)] = (int(m.group(2), 0), where(m))
        bare = re.sub(r"/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m.group(0)), text, flags=re.S)
        for m in re.finditer(r"^typedef struct (fm_\w+) \{\n(.*?)^\}", bare, re.M | re.S):
            members = re.findall(r"^\t((?:const )?(?:struct )?\w+(?: \*)?)\s*(\w+)(?:\[[^\]]*\])?;", m.group(2), re.M)
            self.structs[m.group(1)] = ({member: kind for kind, member in members}, where(m))
        for m in re.finditer(r"^FM_API (?:FM_NODISCARD )?([\w ]+?[ *]+)(fm_\w+)\(([^;]*?)\);", bare, re.M | re.S):
            arguments = [] if m.group(3) == "void" else [re.fullmatch(r"\s*(.*?)(\w+)\s*", a, re.S).groups() for a in m.group(3).split(",")]
            self.functions[m.group(2)] = (m.group(1).strip(), [(kind.strip(), name) for kind, name in arguments], where(m))


class Validator:
    def __init__(self, root, resolved):
        self.problems, self.places, self.wit = Problems(), Places(root), Wit(resolved)
        self.map = yaml.safe_load((root / "wit/mapping.yaml").read_text())
        self.c = Headers(root, self.map["headers"])
        self.root = root

    def say(self, name, text):
        self.problems.say(self.places(name), text)

    # ---- style ----

    def item(self, name, docs):
        if not KEBAB.match(name.rsplit(".", 1)[-1]):
            self.say(name, f"{name}: names are lower-case words joined by hyphens")
        if not (docs or "").strip():
            self.say(name, f"{name}: has no doc comment")

    def style(self):
        def docs(of):
            return of.get("docs", {}).get("contents")
        for package in self.wit.raw["packages"]:
            if not docs(package):
                self.problems.say("wit", f"{package['name']}: the package has no doc comment")
        for sort in ("interfaces", "worlds"):
            for one in self.wit.raw[sort]:
                self.item(one["name"], docs(one))
        for name, item in self.wit.types.items():
            self.item(name, docs(item))
            for member, _, member_docs in self.wit.members(name):
                self.item(f"{name}.{member}", member_docs)
        for name, function in self.wit.functions.items():
            self.item(name, docs(function))
            for parameter in function["params"]:
                if not KEBAB.match(parameter["name"]):
                    self.say(name, f"{name}: parameter {parameter['name']}: names are lower-case words joined by hyphens")

    # ---- constants ----

    def values(self, name, entry):
        """{name in C: value} as the WIT has it."""
        kind, _ = self.wit.kind(self.wit.types[name])
        first = 1 if entry["c"] in ("FM_KIND_", "FM_ENDIAN_") else 0
        if kind == "enum":
            return {member: index + first for index, (member, _, _) in enumerate(self.wit.members(name))}
        listed = re.findall(r"^- (\d+) ([\w-]+):", self.wit.types[name]["docs"]["contents"], re.M)
        return {member: int(value) for value, member in listed}

    def constants(self):
        prefixes = {}
        for name, entry in self.map["constants"].items():
            if name not in self.wit.types:
                self.problems.say("wit/mapping.yaml", f"constants: the WIT has no {name}")
                continue
            prefixes[entry["c"]] = name
            wit = {entry["c"] + snake(member).upper(): (value, member) for member, value in self.values(name, entry).items() if member not in entry.get("extra", {})}
            here = {c: v for c, v in self.c.constants.items() if c.startswith(entry["c"]) and c not in entry.get("without", {})}
            for c, (value, member) in wit.items():
                place = f"{name}.{member}" if f"{name}.{member}" in self.places.at else name
                if c not in here:
                    self.say(place, f"{name} has {member}, but the headers have no {c}")
                elif here[c][0] != value:
                    self.say(place, f"{name}: {member} is {value}, but {c} is {here[c][0]} ({here[c][1]})")
            for c in here.keys() - wit.keys():
                self.problems.say(here[c][1], f"{c} is not in {name} ({self.places(name)})")
        self.stray_constants(prefixes)

    def stray_constants(self, prefixes):
        known = list(prefixes) + list(self.map["constants-without"])
        sets = {}
        for c in self.c.constants:
            sets.setdefault(re.match(r"FM_[A-Z]+_", c).group(0) if re.match(r"FM_[A-Z]+_", c) else c, []).append(c)
        for prefix, members in sets.items():
            if len(members) > 1 and prefix != "FM_E_" and not prefix.startswith(("FM_POOL_", "FM_ARENA_", "FM_NO")) and prefix not in known:
                self.problems.say(self.c.constants[members[0]][1], f"{prefix}... is a set of constants that wit/mapping.yaml does not name")
        for name, item in self.wit.types.items():
            if self.wit.kind(item)[0] == "enum" and name not in self.map["constants"]:
                self.say(name, f"the enum {name} is not in wit/mapping.yaml")

    # ---- records ----

    def leaves(self, name):
        """(field, type) of a record, with the fields of its parts in place of the parts."""
        for member, kind, _ in self.wit.members(name):
            spelt = self.wit.spell(kind)
            inner = spelt[1] if isinstance(spelt, tuple) and spelt[0] == "option" else spelt
            if isinstance(inner, str) and "part-of" in (self.map["records"].get(inner) or {}):
                yield from ((f"{inner}.{leaf.rsplit('.', 1)[1]}", leaf_kind) for leaf, leaf_kind in self.leaves(inner))
            else:
                yield f"{name}.{member}", inner

    def fits(self, wit, c):
        """Whether a value of WIT's type is what a C member or argument of type `c` holds."""
        if isinstance(wit, tuple):
            return wit[0] == "list" or self.fits(wit[1], c)
        if wit in SCALARS:
            return c in SCALARS[wit] or wit == "u32" and c.startswith("fm_") and c not in self.c.structs
        if wit in self.map["constants"]:
            return c == self.map["constants"][wit]["type"]
        if wit in self.map["flags"]:
            return c == "uint32_t"
        if wit in self.map["records"]:
            return c.replace("const ", "").rstrip(" *") == self.map["records"][wit].get("c")
        return False

    def record(self, name, entry):
        if entry["c"] not in self.c.structs:
            self.say(name, f"{name}: the headers have no struct {entry['c']}")
            return
        members, place = self.c.structs[entry["c"]]
        used = set()
        for leaf, kind in self.leaves(name):
            short = leaf.rsplit(".", 1)[1]
            if short in entry.get("extra", {}):
                continue
            c = entry.get("names", {}).get(short, snake(short))
            used.add(c)
            if c not in members:
                self.say(leaf, f"{leaf}: {entry['c']} has no member {c} ({place})")
            elif not self.fits(kind, members[c]):
                self.say(leaf, f"{leaf} is a {kind}, but {entry['c']}.{c} is a {members[c]} ({place})")
        left = members.keys() - used - set(entry.get("without", {})) - {"struct_size", "reserved"}
        for c in sorted(left) if "partial" not in entry else []:
            self.problems.say(place, f"{entry['c']}.{c} is not in {name} ({self.places(name)})")
        for c in set(entry.get("without", {})) - members.keys():
            self.problems.say("wit/mapping.yaml", f"{name}: {entry['c']} has no member {c}")

    def records(self):
        for name, entry in self.map["records"].items():
            if name not in self.wit.types:
                self.problems.say("wit/mapping.yaml", f"records: the WIT has no {name}")
            elif "c" in entry:
                self.record(name, entry)
        for name, item in self.wit.types.items():
            kind = self.wit.kind(item)[0]
            if kind == "record" and name not in self.map["records"] or kind == "flags" and name not in self.map["flags"]:
                self.say(name, f"the {kind} {name} is not in wit/mapping.yaml")
        mapped = {e.get("c") for e in self.map["records"].values()} | set(self.map["records-without"])
        for c, (_, place) in self.c.structs.items():
            if c not in mapped:
                self.problems.say(place, f"the struct {c} is not in wit/mapping.yaml")
        for name, entry in self.map["flags"].items():
            bits = {member: 1 << index for index, (member, _, _) in enumerate(self.wit.members(name))}
            if bits != entry["bits"]:
                self.say(name, f"{name}: the flags are {bits}, but {entry['c']} has {entry['bits']}")

    # ---- functions ----

    def function(self, name, c, entry):
        returns, arguments, place = self.c.functions[c]
        function = self.wit.functions[name]
        result = self.wit.spell(function["result"]) if function.get("result") is not None else None
        failure = result[2] if isinstance(result, tuple) and result[0] == "result" else None
        given = {argument for _, argument in arguments}
        wanted = "core.refusal" if "why" in given else "core.text-error" if "error_at" in given else "core.error"
        if (returns == "fm_status" and "total" not in entry) != (failure is not None):
            self.say(name, f"{name}: {c} returns {returns}, so the result {'has' if returns == 'fm_status' else 'has no'} error ({place})")
        elif failure and failure != wanted:
            self.say(name, f"{name}: fails with {failure}, but {c} tells a {wanted} ({place})")
        parameters = [(p["name"], self.wit.spell(p["type"])) for p in function["params"] if p["name"] != "self"]
        method = len(parameters) != len(function["params"])
        rest = [(kind, argument) for kind, argument in arguments[1 if method else 0:] if argument not in RESULTS and argument not in entry.get("fixed", {})]
        if [snake(p) for p, _ in parameters] != [argument for _, argument in rest]:
            self.say(name, f"{name} takes {[p for p, _ in parameters]}, but {c} takes {[a for _, a in rest]} ({place})")
            return
        for (parameter, kind), (c_kind, _) in zip(parameters, rest):
            if not self.fits(kind, c_kind):
                self.say(name, f"{name}: {parameter} is a {kind}, but in {c} a {c_kind} ({place})")

    def functions(self):
        without = {c for group in self.map["functions-without"].values() for c in group}
        used = set()
        for name, entry in self.map["functions"].items():
            entry = {"c": entry} if isinstance(entry, str) else entry
            used.add(entry["c"])
            if name not in self.wit.functions:
                self.problems.say("wit/mapping.yaml", f"functions: the WIT has no {name}")
            elif entry["c"] not in self.c.functions:
                self.say(name, f"{name}: the headers have no {entry['c']}()")
            elif "composed" not in entry:
                self.function(name, entry["c"], entry)
        for name in self.wit.functions.keys() - self.map["functions"].keys():
            self.say(name, f"the function {name} is not in wit/mapping.yaml")
        for c in sorted(self.c.functions.keys() - used - without):
            self.problems.say(self.c.functions[c][2], f"{c}() is not in wit/mapping.yaml")
        for c in sorted(without - self.c.functions.keys()):
            self.problems.say("wit/mapping.yaml", f"functions-without: the headers have no {c}()")
        there = {p.name for p in (self.root / "include/flightmem").glob("*.h")}
        for header in sorted(there ^ (set(self.map["headers"]) | set(self.map["headers-without"]))):
            self.problems.say("wit/mapping.yaml", f"headers: {header} is {'not listed' if header in there else 'not there'}")

    def run(self):
        self.style()
        self.constants()
        self.records()
        self.functions()
        return self.problems.lines


def main(arguments):
    if len(arguments) not in (1, 2):
        sys.exit(__doc__)
    root = pathlib.Path(arguments[1] if len(arguments) == 2 else pathlib.Path(__file__).parent.parent).resolve()
    validator = Validator(root, arguments[0])
    lines = validator.run()
    for line in lines:
        print(line)
    if lines:
        sys.exit(1)
    wit = validator.wit
    print(f"{len(wit.types)} types and {len(wit.functions)} functions have docs and mirror {len(validator.c.functions)} functions of {len(validator.map['headers'])} headers")


main(sys.argv[1:])
