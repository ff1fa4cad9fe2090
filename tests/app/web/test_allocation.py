"""Few pools where there are pools."""

from __future__ import annotations

import subprocess
import sys


def test_few_pools_are_taken_by_the_system() -> None:
    # In a process of its own: the setting cannot be taken back.
    script = "from app.web.allocation import use_few_pools; print(use_few_pools())"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(sys.platform.startswith("linux"))
