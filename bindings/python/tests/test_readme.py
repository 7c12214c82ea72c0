# SPDX-License-Identifier: MIT
"""The Python example of the project's README runs, and the refusal that it provokes is told in words."""
import pathlib
import re
import subprocess
import sys

import pytest

README = pathlib.Path(__file__).resolve().parents[3] / "README.md"


@pytest.mark.skipif(not README.exists(), reason="the source distribution has no README of the project")
def test_the_readme_example_runs():
    blocks = re.findall(r"^```python example\n(.*?)^```$", README.read_text(), re.M | re.S)
    assert len(blocks) == 1
    said = subprocess.run([sys.executable, "-c", blocks[0]], capture_output=True, text=True, check=True).stdout
    assert "asked for 64 KiB" in said and "ask for at most 32 512 bytes" in said and said.startswith("iwram: ")
