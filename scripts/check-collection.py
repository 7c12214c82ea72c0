#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proves that nothing of a collected JSON of platforms was lost on its way into data/platforms/*.yaml.

Each leaf of the JSON has a path, such as regions[].mirrors[].period. scripts/platforms/collection.py (retro) and collection_modern.py say for
every path which keys of the YAML hold it; a path that it does not know is an error. Texts may be worded anew: every word of theirs that carries meaning must be
there. Where the YAML says otherwise on purpose, they name leaf and reason; a reason that nothing needs is an error too.
usage: check-collection.py COLLECTION.json...     by hand: the collection is no part of the project"""
import json
import pathlib
import sys

import yaml

from platforms import collection, collection_modern

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Judge:
    """The comparison of one platform with its file."""

    def __init__(self, name, data, rules):
        self.rules = rules
        self.name, self.data, self.problems, self.leaves, self.reasons = name, data, [], 0, set()

    def leaf(self, pattern, place, value, entry):
        """`entry` is the part of the YAML that stands for what is around the leaf."""
        self.leaves += 1
        if pattern not in self.rules.LEAVES:
            self.problems.append(f"{self.name}: {place}: no rule for {pattern}")
            return
        keys, holds = self.rules.LEAVES[pattern]
        found = entry is not None and holds(value, [entry[key] for key in keys if key in entry], entry)
        if found:
            return
        reason = self.reason(place)
        if reason:
            self.reasons.add(reason)
        else:
            self.problems.append(f"{self.name}: {place}: {value!r} is not in {' or '.join(keys)}: {[entry[k] for k in keys if k in entry] if entry else 'there is no such entry'}")

    def reason(self, place):
        """Why the file says otherwise at `place`, or around it; None iff it has to agree."""
        for name, told in self.rules.REASONS:
            if name == self.name and (place == told or place.startswith((told + ".", told + "["))):
                return name, told
        return None

    def walk(self, pattern, place, value, entry):
        if isinstance(value, dict) and pattern in self.rules.OBJECTS:
            entry = self.rules.OBJECTS[pattern](value, entry) if entry is not None else None
        if isinstance(value, dict):
            for key, inner in value.items():
                self.walk(f"{pattern}.{key}".lstrip("."), f"{place}.{key}".lstrip("."), inner, entry)
        elif isinstance(value, list):
            for at, inner in enumerate(value):
                name = next((inner[k] for k in ("id", "name", "base") if k in inner), at) if isinstance(inner, dict) else at
                self.walk(f"{pattern}[]", f"{place}[{name}]", inner, entry)
        else:
            self.leaf(pattern, place, value, entry)


def main(paths):
    if not paths or any(path.startswith("-") for path in paths):
        sys.exit(__doc__)
    problems, leaves, platforms, reasons, used = [], 0, 0, set(), []
    for path in paths:
        for collected in json.loads(pathlib.Path(path).read_text()):
            file = ROOT / "data/platforms" / f"{collected['id']}.yaml"
            if not file.exists():
                problems.append(f"{collected['id']}: there is no {file.relative_to(ROOT)}")
                continue
            rules = collection_modern if "facts_public" in collected else collection
            used.append(rules)
            judge = Judge(collected["id"], yaml.safe_load(file.read_text()), rules)
            judge.walk("", "", collected, judge.data)
            problems += judge.problems
            leaves, platforms, reasons = leaves + judge.leaves, platforms + 1, reasons | judge.reasons
    problems += [f"{name}: {place}: nothing needs its reason" for name, place in sorted({reason for rules in used for reason in rules.REASONS} - reasons)]
    print("\n".join(problems))
    print(f"{platforms} platforms, {leaves} leaves, {len(reasons)} told otherwise on purpose: {len(problems)} problems")
    return 1 if problems or not platforms else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
