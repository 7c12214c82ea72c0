# SPDX-License-Identifier: MIT
"""What a Python programmer expects, each as a promise."""
import gc
import pathlib
import random
import re
import subprocess
import sys
import threading

import pytest

import flightmem
from flightmem import BusyError, ClosedError, FlightmemError, PixelFormat, Pool, Space, StaleError


def test_refusal_is_memory_error_with_data():
    with Pool("1 MiB", name="frames") as pool:
        with pytest.raises(MemoryError) as caught:
            pool.acquire(640 * 480 * 4)
        error = caught.value
        assert isinstance(error, flightmem.TooLargeError) and isinstance(error, FlightmemError)
        assert (error.refusal.asked, error.refusal.largest, error.refusal.subject) == (1228800, 1 << 20, "frames")
        assert error.refusal.help == flightmem.Help.ENLARGE and error.refusal.help_bytes == 1228800
        assert error.refusal.sentence in str(error) and error.remedy in str(error)
        assert error.name == "FM_E_TOO_LARGE" and error.kind == "refused" and type(error).__module__ == "flightmem"


def test_every_status_is_an_exception():
    from flightmem import _core

    for status, kind in flightmem._names.BY_STATUS.items():
        assert issubclass(kind, FlightmemError)
        assert (kind.name, kind.text, kind.remedy) == (_core.status_name(status), _core.status_text(status), _core.status_remedy(status))
        assert kind.kind == _core.status_kind_name(_core.status_get_kind(status))


def test_view_holds_the_buffer():
    pool = Pool(4096)
    buffer = pool.acquire(100)
    view = memoryview(buffer)
    view[:3] = b"abc"
    with pytest.raises(BufferError):
        buffer.release()
    with pytest.raises(BusyError):
        pool.close()
    view.release()
    buffer.release()
    assert buffer.released and buffer.address == 0 and len(buffer) == 100
    with pytest.raises(ValueError):
        memoryview(buffer)
    with pytest.raises(StaleError):
        buffer.release()
    pool.close()
    pool.close()
    for use in (lambda: pool.acquire(1), lambda: pool.usage, lambda: pool.plane(1, 1), pool.seal, lambda: pool.explain(1)):
        with pytest.raises(ClosedError):
            use()


def test_with_releases_and_closes():
    with Pool(block_size=64, capacity=256) as pool:
        with pool.acquire(64) as buffer:
            assert pool.usage.buffers == 1
        assert buffer.released and pool.usage.buffers == 0
        with pool.acquire(64) as buffer:
            buffer.release()
        with pytest.raises(ClosedError):
            with buffer:
                pass
    assert pool.closed


def test_with_does_not_hide_an_exception():
    with pytest.raises(ZeroDivisionError):
        with Pool(4096) as pool:
            kept = pool.acquire(10)
            raise ZeroDivisionError
    assert not pool.closed and not kept.released


def test_what_is_dropped_goes_back():
    pool = Pool(block_size=64, capacity=64)
    for _ in range(3):
        pool.acquire(64)  # dropped at once
    view = memoryview(pool.acquire(64))
    del pool
    gc.collect()
    view[0] = 7  # the view holds the buffer, the buffer its pool
    assert view[0] == 7


def test_sizes_are_text_too():
    assert flightmem.parse_size("1.5 MiB") == 1572864 and flightmem.format_size(1228800) == "1.17 MiB"
    with Pool("64k") as pool, pool.acquire("4 KiB") as buffer:
        assert buffer.nbytes == 4096
        with pytest.raises(flightmem.ParseError):
            pool.acquire("12 apples")
    with pytest.raises(ValueError) as caught:
        flightmem.parse_size("é12")
    assert caught.value.position == 0
    with pytest.raises(ValueError) as caught:
        flightmem.parse_size("12 é")
    assert caught.value.position == 3


@pytest.mark.parametrize("size", [-1, 2**64, 2**70, -(2**70)])
def test_sizes_out_of_range_are_value_errors(size):
    with Pool(4096) as pool, pytest.raises(ValueError) as caught:
        pool.acquire(size)
    assert isinstance(caught.value, FlightmemError)


@pytest.mark.parametrize("size", [None, 1.5, b"64", [], object()])
def test_no_sizes_are_type_errors(size):
    with Pool(4096) as pool, pytest.raises(TypeError):
        pool.acquire(size)


def test_objects_are_made_by_pools():
    for kind in (flightmem.Buffer, flightmem.Plane):
        with pytest.raises(TypeError):
            kind()
        with pytest.raises(TypeError):
            kind.__new__(kind)
    for kind in (Pool, Space):
        with pytest.raises(FlightmemError):
            kind.__new__(kind).closed


def test_reprs_speak_to_people():
    pool = Pool("1 MiB", name="frames")
    buffer, plane = pool.acquire(65536), pool.plane(64, 8, PixelFormat.RGB565)
    assert repr(buffer) == "<flightmem.Buffer of 64 KiB>"
    assert repr(plane) == "<flightmem.Plane 64x8 RGB565, 1 KiB>"
    # How much the plane's alignment costs depends on where the first block lies.
    assert re.fullmatch(r"<flightmem.Pool frames \(arena\): 65\.0\d KiB of 1 MiB used, 2 buffers out>", repr(pool))
    assert repr(flightmem.profile("gba")["iwram"]) == "<flightmem.Region iwram: 32 KiB main at 0x03000000>"
    buffer.release()
    assert repr(buffer) == "<flightmem.Buffer of 64 KiB, released>"


def test_planes_are_strided_arrays():
    numpy = pytest.importorskip("numpy")
    pool = Pool("1 MiB")
    colour, half = pool.plane(241, 10), pool.plane(241, 10, PixelFormat.RGB555)
    pixels, halves = numpy.asarray(colour), numpy.asarray(half)
    assert pixels.shape == (10, 241, 4) and pixels.dtype == numpy.uint8 and pixels.strides == (colour.stride, 4, 1)
    assert halves.shape == (10, 241) and halves.dtype == numpy.uint16 and halves.strides == (512, 2)
    assert pixels.ctypes.data == colour.address
    pixels[9, 240] = (1, 2, 3, 4)
    assert numpy.asarray(colour)[9, 240].tolist() == [1, 2, 3, 4]
    with pytest.raises(BufferError):
        colour.release()
    del pixels, halves
    colour.release()
    half.release()
    flat = pool.plane(241, 10, PixelFormat.INDEX8, row_align=1)
    assert memoryview(flat).c_contiguous and len(bytes(flat)) == 2410 and flat.format is PixelFormat.INDEX8


@pytest.mark.parametrize(
    "name, letter, shape",
    [
        ("RGBA8888", "B", (5, 11, 4)),
        ("XRGB8888", "I", (5, 11)),
        ("XRGB1555", "H", (5, 11)),
        ("GREY8", "B", (5, 11)),
        ("UV88", "B", (5, 11, 2)),
        ("F32", "f", (5, 11)),
        ("RGBA_F32", "f", (5, 11, 4)),
        ("INDEX4", "B", (5, 6)),
        ("INDEX2", "B", (5, 3)),
        ("INDEX1", "B", (5, 2)),
    ],
)
def test_every_format_has_its_view(name, letter, shape):
    with memoryview(Pool("1 MiB").plane(11, 5, PixelFormat[name])) as view:
        assert (view.format, view.shape) == (letter, shape)
        last = tuple(n - 1 for n in shape)
        view[last] = 1
        assert view[last] == 1


def test_profiles_are_facts():
    gba = flightmem.profile("gba")
    assert "gba" in flightmem.profiles() and gba == flightmem.profile("gba") and "iwram" in gba and len(gba) == len(list(gba))
    assert repr(flightmem.profile("psx")["vram"]).endswith(" at gpu:0x00000>"), "an address of another space says which"
    assert gba["bios"].write is False and gba["iwram"].write is True
    assert gba.locate("0x03008010").offset == gba.locate(0x03000010).offset == 16
    with pytest.raises(LookupError):
        gba["no such region"]
    with pytest.raises(LookupError) as caught:
        flightmem.profile("no such platform")
    assert "gba" in str(caught.value)


def test_space_shows_guest_memory():
    with Space("gba") as space:
        view = space.view("0x03008000", "1 KiB")
        view[0] = 9
        assert space.view(0x03000000, 1)[0] == 9
        with pytest.raises(BusyError):
            space.close()
        view.release()
    with pytest.raises(ClosedError):
        space.view(0x03000000, 1)


def test_space_keeps_the_budget():
    with Space("gba") as space:
        with Pool("80 KiB", space=space, region="vram", name="screen") as pool:
            with pool.plane(240, 160, PixelFormat.RGB555, row_align=1) as screen:
                assert space.address_of(screen) == "0x06000000"
                with pytest.raises(MemoryError):
                    pool.plane(240, 160, PixelFormat.RGB555, row_align=1)
            with pytest.raises(BusyError):
                space.close()
            assert space.usage("vram").used == 80 * 1024
        with pytest.raises(MemoryError):
            Pool("97 KiB", space=space, region="vram")


def test_threads_share_a_pool():
    pool = Pool(block_size=64, capacity="64 KiB")
    wrong = []

    def work(mark):
        for _ in range(2000):
            with pool.acquire(64) as buffer:
                view = memoryview(buffer)
                view[:] = bytes([mark]) * 64
                if bytes(view) != bytes([mark]) * 64:
                    wrong.append(mark)
                view.release()

    threads = [threading.Thread(target=work, args=(mark,)) for mark in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong and pool.usage.buffers == 0


class Steps:
    """Random use, wrong use included: a typed error or success, and the pool's figures agree with what is out."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.pool = self.opened()
        self.buffers, self.views = [], []

    def opened(self):
        return Pool("8 KiB", block_size=self.random.choice((0, 256)))

    def some(self):
        return self.random.choice(self.buffers)

    def acquire(self):
        self.buffers.append(self.pool.acquire_aligned(self.random.randrange(-2, 600), self.random.choice((0, 0, 0, 1, 3, 32))))

    def plane(self):
        self.buffers.append(self.pool.plane(self.random.randrange(40), self.random.randrange(20), self.random.randrange(6), row_align=1))

    def release(self):
        self.some().release()

    def view(self):
        self.views.append(memoryview(self.some()))

    def write(self):
        view = self.random.choice(self.views)
        view = view if view.format == "B" and view.ndim == 1 else view.cast("B")
        view[:] = bytes(len(view))

    def drop_view(self):
        self.views.remove(self.random.choice(self.views))

    def drop_buffer(self):
        self.buffers.remove(self.some())

    def close(self):
        self.pool.close()
        self.pool = self.opened()

    def abandon(self):
        self.pool = self.opened()
        self.buffers = [one for one in self.buffers if self.random.random() < 0.5]

    def usage(self):
        assert self.pool.usage.used <= self.pool.usage.capacity


@pytest.mark.parametrize("seed", range(4))
def test_random_steps(seed):
    run = Steps(seed)
    names = ["acquire", "acquire", "acquire", "plane", "release", "release", "view", "write", "drop_view", "drop_buffer", "close", "usage", "abandon"]
    weights = [4, 4, 4, 2, 4, 4, 3, 2, 3, 2, 1, 2, 0.1]
    done = 0
    for name in run.random.choices(names, weights, k=3000):
        try:
            getattr(run, name)()
            done += 1
        except (FlightmemError, IndexError):  # IndexError: nothing to choose from
            pass
    assert done > 300


def test_only_the_module_is_exported():
    library = pathlib.Path(flightmem._core.__file__)
    if subprocess.run(["nm", "--version"], capture_output=True).returncode:
        pytest.skip("no nm: install binutils")
    symbols = subprocess.run(["nm", "-D", "--defined-only", str(library)], capture_output=True, text=True, check=True).stdout
    assert [line.split()[-1] for line in symbols.splitlines()] == ["PyInit__core"]


def test_docs_of_the_package():
    import doctest

    assert doctest.testmod(flightmem).failed == 0


def run_block(file, fence):
    code = file.read_text().split(f"```{fence}\n")[1].split("```")[0]
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_readme():
    said = run_block(pathlib.Path(__file__).resolve().parents[1] / "README.md", "python")
    assert "1228800" in said and "0x06000000" in said


def test_readme_of_the_project():
    readme = pathlib.Path(__file__).resolve().parents[3] / "README.md"
    if not readme.exists():
        pytest.skip("no repository around: its README.md is not here")
    assert "65 536" in run_block(readme, "python example")
