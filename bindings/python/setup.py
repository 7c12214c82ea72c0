# SPDX-License-Identifier: MIT
"""Builds the C part. The library is compiled in, hidden, from csrc/: the amalgamation that a source distribution carries and that a
checkout makes afresh. FLIGHTMEM_SYSTEM=1 links the installed library through pkg-config instead."""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

from setuptools import Extension, setup

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CARRIED = HERE / "csrc"
FLAGS = ["-std=gnu11", "-fvisibility=hidden", "-fno-strict-aliasing", "-Wno-unused-function", "-Wno-unused-but-set-variable", "-Wno-misleading-indentation", "-Wno-missing-field-initializers"]


def pkg_config(what):
    return shlex.split(subprocess.check_output([os.environ.get("PKG_CONFIG", "pkg-config"), what, "flightmem"], text=True))


def extension():
    wrapper = "src/flightmem/_core_wrap.c"
    flags = FLAGS + shlex.split(os.environ.get("FLIGHTMEM_CFLAGS", ""))
    if os.environ.get("FLIGHTMEM_SYSTEM", "0") not in ("", "0"):
        libs = pkg_config("--libs")
        rpaths = [f"-Wl,-rpath,{one[2:]}" for one in libs if one.startswith("-L")]
        return Extension("flightmem._core", [wrapper], extra_compile_args=flags + pkg_config("--cflags"), extra_link_args=libs + rpaths)
    if (ROOT / "scripts/amalgamate.py").exists():
        subprocess.check_call([sys.executable, str(ROOT / "scripts/amalgamate.py"), "--hosted", str(CARRIED)])
    return Extension("flightmem._core", [wrapper, "csrc/flightmem.c"], include_dirs=["csrc"], define_macros=[("FM_API", "")],
                     extra_compile_args=flags, extra_link_args=["-lpthread"] + shlex.split(os.environ.get("FLIGHTMEM_CFLAGS", "")))


def version():
    headers = [CARRIED / "flightmem.h", ROOT / "include/flightmem/version.h"]
    text = next(header for header in headers if header.exists()).read_text()
    return re.search(r'FM_VERSION_STRING "(.*)"', text).group(1)


# Nothing is built in the tree: a build folder that stays there would be taken again for other flags.
with tempfile.TemporaryDirectory() as scratch:
    setup(ext_modules=[extension()], version=version(), packages=["flightmem"], package_dir={"": "src"}, package_data={"flightmem": ["py.typed", "*.pyi"]},
          options={"build": {"build_base": scratch}, "egg_info": {"egg_base": scratch}, "build_ext": {"force": True}})
