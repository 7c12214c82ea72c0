# SPDX-License-Identifier: MIT
"""Reads data/platforms/*.yaml: each file with the line of each value, judged by data/schemas/platform.json."""
import json
import sys

import yaml

try:
    import jsonschema
except ImportError:
    sys.exit("scripts/generate-platforms.py needs the Python package jsonschema (Debian: apt-get install python3-jsonschema)")


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Broken(Exception):
    """A file that can't be used: its message names file and line."""


class Platform:
    """The data of a file, and where each value stands."""

    def __init__(self, path, shown):
        self.file = shown
        self.lines = {}
        self._loader = yaml.SafeLoader("") # turns scalars into values
        self.data = self._build(self._compose(path), ())

    def _compose(self, path):
        try:
            node = yaml.compose(path.read_text(), Loader=LOADER)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            raise Broken(f"{self.file}:{mark.line + 1 if mark else 1}: {getattr(error, 'problem', None) or error}") from error
        if not isinstance(node, yaml.MappingNode):
            raise Broken(f"{self.file}:1: a platform is a mapping")
        return node

    def _build(self, node, path):
        self.lines[path] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            found = {}
            for key, value in node.value:
                if key.value in found:
                    raise Broken(f"{self.file}:{key.start_mark.line + 1}: {key.value} is given twice")
                found[key.value] = self._build(value, path + (key.value,))
                self.lines[path + (key.value,)] = key.start_mark.line + 1
            return found
        if isinstance(node, yaml.SequenceNode):
            return [self._build(value, path + (at,)) for at, value in enumerate(node.value)]
        return self._loader.construct_object(node)

    def where(self, path):
        """`file:line: what` of the value at `path`, or of the nearest one around it."""
        path = tuple(path)
        known = path
        while known not in self.lines:
            known = known[:-1]
        return f"{self.file}:{self.lines[known]}: {'.'.join(map(str, path)) or 'the file'}"


def problems_of_form(platform, schema):
    """What the schema does not allow, one text each."""
    errors = sorted(jsonschema.Draft202012Validator(schema).iter_errors(platform.data), key=lambda e: list(map(str, e.absolute_path)))
    return [f"{platform.where(error.absolute_path)}: {clear(error)}" for error in errors]


def clear(error):
    """One short sentence of what is wrong."""
    if error.validator in ("anyOf", "oneOf"):
        wanted = " or ".join(dict.fromkeys(filter(None, map(wish, error.validator_value))))
        return f"{error.instance!r} is not {wanted}"
    return error.message if len(error.message) < 200 else f"{error.message[:200]}..."


def wish(schema):
    """What a branch of a choice wants, in words."""
    if "const" in schema:
        return repr(schema["const"])
    if "required" in schema:
        return f"something with {', '.join(schema['required'])}"
    if "enum" in schema:
        return f"one of {schema['enum']}"
    if "$ref" in schema:
        return f"a value of {schema['$ref'].rsplit('/', 1)[1]}"
    low = f" from {schema['minimum']} on" if "minimum" in schema else ""
    return f"an {schema['type']}{low}" if schema.get("type") == "integer" else f"a {schema.get('type', 'value')}"


def load_all(root):
    """Every platform, ordered by id. Raises Broken with all problems of form."""
    schema = json.loads((root / "data/schemas/platform.json").read_text())
    platforms = [Platform(path, path.relative_to(root).as_posix()) for path in sorted((root / "data/platforms").glob("*.yaml"))]
    problems = [problem for platform in platforms for problem in problems_of_form(platform, schema)]
    if problems:
        raise Broken("\n".join(problems))
    return sorted(platforms, key=lambda p: p.data["id"])
