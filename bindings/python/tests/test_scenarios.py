# SPDX-License-Identifier: MIT
"""The scenarios that every language executes (tests/bindings/*.ndjson): the same steps, the same answers."""
import json
import os
import pathlib

import pytest

import flightmem
from flightmem import _core

FOLDER = pathlib.Path(os.environ.get("FLIGHTMEM_SCENARIOS") or pathlib.Path(__file__).resolve().parents[3] / "tests/bindings")
FACTS = {None: "unknown", False: "no", True: "yes"}


class Run:
    """The objects of one scenario, by name; each method is an op and returns the members of its answer."""

    def __init__(self):
        self.objects = {}

    def keep(self, name, thing):
        self.objects[name] = thing
        return thing

    def status_show(self, code):
        code = int(code)
        return {"name": _core.status_name(code), "kind": _core.status_kind_name(_core.status_get_kind(code)), "text": _core.status_text(code),
                "remedy": _core.status_remedy(code)}

    def size_parse(self, text):
        return {"bytes": flightmem.parse_size(text)}

    def size_format(self, bytes, style):
        return {"text": flightmem.format_size(int(bytes), style)}

    def profile_find(self, id, **names):
        found = self.keep(names["as"], flightmem.profile(id))
        return {"id": found.id, "name": found.name, "tier": found.tier, "regions": len(found.regions)}

    def region(self, profile, index):
        regions = self.objects[profile].regions
        if index >= len(regions):
            raise flightmem.NotFoundError("no such index")
        one = regions[index]
        return {"id": one.id, "kind": one.kind, "base": one.base, "size": one.size, "read": FACTS[one.read], "write": FACTS[one.write],
                "execute": FACTS[one.execute], "mirrors": len(one.mirrors)}

    def locate(self, profile, address):
        found = self.objects[profile].locate(address)
        return {"region": found.region.id, "offset": found.offset, "left": found.left, "mirror": "none" if found.mirror is None else found.mirror}

    def address_format(self, profile, address):
        platform = self.objects[profile]
        return {"text": platform.format_address(*platform.address(address))}

    def space_open(self, profile, **names):
        self.keep(names["as"], flightmem.Space(self.objects[profile]))

    def space_close(self, space):
        self.objects[space].close()

    def poke(self, space, address, byte):
        self.objects[space].view(address, 1)[0] = byte

    def peek(self, space, address):
        return {"byte": self.objects[space].view(address, 1)[0]}

    def region_usage(self, space, region):
        return vars(self.objects[space].usage(region))

    def pool_open(self, capacity=0, strategy=None, block_size=0, alignment=0, max_buffers=0, name=None, space=None, region=None, wants=None, **names):
        made = flightmem.Pool(int(capacity), strategy=strategy, block_size=int(block_size), alignment=int(alignment), max_buffers=max_buffers,
                              name=name, space=self.objects.get(space), region=region, wants=wants)
        self.keep(names["as"], made)
        return {"name": made.name, "strategy": made.strategy}

    def pool_close(self, pool):
        self.objects[pool].close()

    def seal(self, pool):
        self.objects[pool].seal()

    def usage(self, pool):
        found = vars(self.objects[pool].usage)
        return {**found, "sealed": int(found["sealed"])}

    def acquire(self, pool, size, align="0", **names):
        return {"len": len(self.keep(names["as"], self.objects[pool].acquire_aligned(int(size), int(align))))}

    def explain(self, pool, size):
        self.objects[pool].explain(int(size))

    def plane(self, pool, width, height, format, row_align=0, **names):
        made = self.keep(names["as"], self.objects[pool].plane(width, height, format, row_align=row_align))
        return {"len": made.nbytes, "stride": made.stride, "pixel_bits": made.pixel_bits}

    @staticmethod
    def bytes_of(buffer):
        view = memoryview(buffer)
        return view.cast("B") if view.c_contiguous else view

    def fill(self, buffer, byte):
        view = self.bytes_of(self.objects[buffer])
        view[:] = bytes([byte]) * len(view)

    def sum(self, buffer):
        return {"sum": sum(self.bytes_of(self.objects[buffer]))}

    def guest(self, space, buffer):
        return {"text": self.objects[space].address_of(self.objects[buffer])}

    def release(self, buffer):
        self.objects[buffer].release()


def scenarios():
    for file in sorted(FOLDER.glob("*.ndjson")):
        steps = None
        for line in file.read_text().splitlines():
            step = json.loads(line)
            if "scenario" in step:
                assert step["format"] == 1
                steps = []
                yield pytest.param(steps, id=step["scenario"])
            else:
                steps.append((line, step))


def short(status):
    return "OK" if status == 0 else _core.status_name(status).replace("FM_E_", "")


def answer(run, step):
    """(status, answer, refusal, position) of a step."""
    arguments = {key: value for key, value in step.items() if key not in ("op", "status", "want", "refusal", "at")}
    try:
        return "OK", getattr(run, step["op"])(**arguments) or {}, {}, None
    except flightmem.FlightmemError as error:
        record = {} if error.refusal is None else {**vars(error.refusal), "status": short(error.refusal.status)}
        return short(error.status), {}, record, error.position


@pytest.mark.skipif(not FOLDER.is_dir(), reason="no scenarios: they are in the repository, tests/bindings; FLIGHTMEM_SCENARIOS names the folder")
@pytest.mark.parametrize("steps", list(scenarios()) if FOLDER.is_dir() else [])
def test_scenario(steps):
    run = Run()
    for line, step in steps:
        status, got, refusal, position = answer(run, step)
        assert status == step.get("status", "OK"), line
        for name, value in step.get("want", {}).items():
            assert str(got[name]) == value, f"{name} of {line}"
        for name, value in step.get("refusal", {}).items():
            assert str(int(refusal[name]) if name == "help" else refusal[name]) == value, f"refusal.{name} of {line}"
        assert position == step.get("at", position), line
