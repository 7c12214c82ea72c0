# SPDX-License-Identifier: MIT
"""Reads data/platforms/*.yaml: each file with the line of each value, judged by data/schemas/platform.json."""
import json
import re
import sys

import yaml

try:
    import jsonschema
except ImportError:
    sys.exit("scripts/generate-platforms.py needs the Python package jsonschema (Debian: apt-get install python3-jsonschema)")


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# Limits and words of a file: tools/compiler/read.c and words.c have the same.
FILE_BYTES_MAX, DEPTH_MAX, ENTRIES_MAX = 262144, 32, 4096
TRUTHS = {"yes": True, "true": True, "no": False, "false": False}
NUMBER = re.compile(r"-?(0|[1-9][0-9]*|0x[0-9a-fA-F]+)")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Broken(Exception):
    """A file that can't be used: its message names file and line."""


class Platform:
    """The data of a file, and where each value stands."""

    def __init__(self, path, shown):
        self.file = shown
        self.lines = {}
        self.data = self._build(self._compose(path), ())

    def _broken(self, mark, text):
        return Broken(f"{self.file}:{mark.line + 1 if mark else 1}:{mark.column + 1 if mark else 1}: {text}")

    def _compose(self, path):
        text = path.read_bytes()
        if len(text) > FILE_BYTES_MAX:
            raise self._broken(None, "the file has more than 256 KiB; a platform is a few")
        try:
            text = text.decode()
            self._judge_events(text)
            node = yaml.compose(text, Loader=LOADER)
        except UnicodeDecodeError as error:
            raise self._broken(None, f"byte {error.start}: a file is UTF-8 text") from error
        except yaml.YAMLError as error:
            raise self._broken(getattr(error, "problem_mark", None), getattr(error, "problem", None) or error) from error
        if not isinstance(node, yaml.MappingNode):
            raise self._broken(None, "a platform is a mapping")
        return node

    def _judge_events(self, text):
        """Refuses what a file of a platform has no use for, before anything is built of it."""
        depth = 0
        for event in yaml.parse(text, Loader=LOADER):
            if getattr(event, "anchor", None) or getattr(event, "tag", None):
                raise self._broken(event.start_mark, "anchors (&x), aliases (*x) and tags (!x) are not used here: write the value out")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEPTH_MAX:
                raise self._broken(event.start_mark, "values are nested more than 32 deep")
            if isinstance(event, yaml.ScalarEvent) and CONTROL.search(event.value):
                raise self._broken(event.start_mark, "a text is one line without control characters")

    def _scalar(self, node):
        """The value of a scalar. Words that YAML's versions read in different ways are refused."""
        tag, word = node.tag.rsplit(":", 1)[1], node.value
        if tag == "str":
            return word
        if tag == "bool" and word in TRUTHS:
            return TRUTHS[word]
        if tag == "int" and NUMBER.fullmatch(word):
            return int(word, 0)
        raise self._broken(node.start_mark, f"{word!r} is no text, no whole number such as 10 or 0x1F, and neither yes nor no; quote it where a text is meant")

    def _build(self, node, path):
        self.lines[path] = node.start_mark.line + 1
        if len(getattr(node, "value", "")) > ENTRIES_MAX and not isinstance(node, yaml.ScalarNode):
            raise self._broken(node.start_mark, "has more than 4096 values")
        if isinstance(node, yaml.MappingNode):
            found = {}
            for key, value in node.value:
                if not isinstance(key, yaml.ScalarNode) or not isinstance(self._scalar(key), str):
                    raise self._broken(key.start_mark, "a key is a text")
                if key.value in found:
                    raise self._broken(key.start_mark, f"{key.value} is given twice")
                found[key.value] = self._build(value, path + (key.value,))
                self.lines[path + (key.value,)] = key.start_mark.line + 1
            return found
        if isinstance(node, yaml.SequenceNode):
            return [self._build(value, path + (at,)) for at, value in enumerate(node.value)]
        return self._scalar(node)

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
