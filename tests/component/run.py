# SPDX-License-Identifier: MIT
"""Runs the scenario through the component in wasmtime, then calls it with random values: every call answers, none traps.

usage: run.py COMPONENT.wasm SCENARIO.ndjson"""
import json
import random
import sys

from wasmtime import Engine, Store
from wasmtime.component import Component, Linker, Record, ResourceAny, Variant

PACKAGES = {"pools": "flight:pools/pools@0.1.0"}


class Host:
    """The component's functions by their names in the scenario."""

    def __init__(self, path):
        engine = Engine()
        self.store = Store(engine)
        component = Component.from_file(engine, path)
        imports = component.type.imports(engine)
        assert not list(imports), f"the component imports {list(imports)}"
        self.instance = Linker(engine).instantiate(self.store, component)
        self.found = {}

    def find(self, name):
        if name not in self.found:
            interface, *rest = name.split(".")
            package = PACKAGES.get(interface, f"flight:types/{interface}@0.1.0")
            at = self.instance.get_export_index(self.store, package)
            spellings = [".".join(rest), f"[static]{'.'.join(rest)}", f"[method]{'.'.join(rest)}"]
            index = next(i for i in (self.instance.get_export_index(self.store, s, at) for s in spellings) if i)
            self.found[name] = self.instance.get_func(self.store, index)
        return self.found[name]

    def call(self, name, arguments):
        function = self.find(name)
        result = function(self.store, *arguments)
        function.post_return(self.store)
        return result


def argument(value, kept, options):
    if isinstance(value, str) and value.startswith("@"):
        return kept[value[1:]]
    if isinstance(value, str) and value[:-1].isdigit() and value.endswith("n"):
        return int(value[:-1])
    if isinstance(value, dict) and "hex" in value:
        return bytes.fromhex(value["hex"])
    if isinstance(value, dict):
        record = Record()
        for field, inner in ({**options, **value["options"]} if "options" in value else value).items():
            record.__dict__[field] = argument(inner, kept, options)
        return record
    return value


def plain(value):
    """A result as the scenario writes it."""
    if isinstance(value, Record):
        return {field: plain(inner) for field, inner in vars(value).items()}
    if isinstance(value, Variant): # only where both sides of a result are records
        return plain(value.payload)
    if isinstance(value, (bytes, bytearray)):
        return {"hex": bytes(value).hex()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, set):
        return sorted(value)
    return value


def same(wanted, got, kept):
    """`got` is what is wanted; of a record only the fields that are named."""
    if isinstance(wanted, dict):
        return isinstance(got, dict) and all(same(value, got.get(field), kept) for field, value in wanted.items())
    return argument(wanted, kept, {}) == got


def is_error(value):
    return isinstance(value, dict) and isinstance(value.get("code"), int) and "kind" in value


def step(host, line, kept, options):
    if "drop" in line:
        kept.pop(line["drop"]).drop(host.store)
        return None
    handle = [kept[line["on"]]] if "on" in line else []
    raw = host.call(line["do"], handle + [argument(a, kept, options) for a in line["with"]])
    got = plain(raw)
    if "err" in line:
        return None if is_error(got) and same(line["err"], got, kept) else got
    if is_error(got):
        return got
    if "count" in line:
        info = plain(host.call("platforms.profile.info", handle))
        return None if len(got) == info[line["count"]] and [r["index"] for r in got] == list(range(len(got))) else got
    if "keep-field" in line:
        kept[line["keep-field"][1]] = got[line["keep-field"][0]]
    if "keep" in line:
        kept[line["keep"]] = raw
        return None if isinstance(raw, (ResourceAny, int)) else got
    return None if same(line["ok"], got, kept) else {"granted": got}


def storm(host, options, rounds):
    """Random values, small and huge: an answer each, no trap; what was granted can be given back, and the memory is all there at the end."""
    chance = random.Random(2)

    def number():
        return chance.choice([0, 1, 16, 63, 64, 2**31, 2**32 - 1, 2**32, 2**63, 2**64 - 1, chance.getrandbits(chance.randrange(65)), chance.randrange(5000)])

    def text():
        return "".join(chance.choice("0123456789 .kKMiB_'$x:ü\0-") for _ in range(chance.randrange(12)))

    profiles = [host.call("platforms.profile.at", [i]) for i in range(host.call("platforms.profile.count", []))]
    for _ in range(rounds):
        profile = chance.choice(profiles)
        host.call("sizes.parse", [text()])
        host.call("statuses.name", [chance.randrange(-2**31, 2**31)])
        host.call("platforms.profile.parse-address", [profile, text()])
        host.call("platforms.profile.locate", [profile, argument({"value": number(), "space": chance.randrange(3)}, {}, {})])
        wanted = {"capacity": min(number(), 2**40), "block-size": chance.choice([0, number()]), "alignment": chance.choice([0, 16, 4096, number()]),
                  "max-buffers": chance.choice([0, 1, 2**32 - 1, chance.randrange(1000)]), "name": text()}
        pool = host.call("pools.pool.open", [argument({"options": wanted}, {}, options)])
        if not isinstance(pool, ResourceAny):
            continue
        for _ in range(8):
            buffer = host.call("pools.pool.acquire", [pool, number(), chance.choice([0, 0, 16, number()])])
            host.call("pools.pool.release", [pool, number()])
            if isinstance(buffer, ResourceAny):
                host.call("pools.memory-buffer.write", [buffer, number(), b"12345"])
                host.call("pools.memory-buffer.read", [buffer, number(), number()])
                buffer.drop(host.store)
        usage = host.call("pools.pool.usage", [pool]).payload
        assert usage.buffers == 0, vars(usage)
        pool.drop(host.store)
    largest = host.call("pools.pool.open", [argument({"options": {"capacity": 15 << 20}}, {}, options)])
    assert isinstance(largest, ResourceAny), "after it all, most of the memory is one piece again"


def main(component, scenario):
    host, kept, options, failed, steps = Host(component), {}, {}, 0, 0
    for number, text in enumerate(open(scenario, encoding="utf-8"), 1):
        line = json.loads(text)
        if "note" in line:
            continue
        if "defaults" in line:
            options = line["defaults"]
            continue
        steps += 1
        wrong = step(host, line, kept, options)
        if wrong is not None:
            failed += 1
            print(f"{scenario}:{number}: {text.strip()}\n  got {wrong}")
    assert steps > 100, f"only {steps} steps were run"
    storm(host, options, 150)
    print(f"wasmtime: {steps} steps, {failed} failed; 150 rounds of random values")
    sys.exit(1 if failed else 0)


main(*sys.argv[1:])
