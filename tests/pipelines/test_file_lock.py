"""The lock between builds: one holder at a time, and free again when its stream is closed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from pipelines.file_lock import try_lock, wait_for_lock

HOLD = """
import sys, time
from pipelines.file_lock import wait_for_lock
stream = open(sys.argv[1], "wb")
wait_for_lock(stream)
print("held", flush=True)
time.sleep(60)
"""


def test_lock_has_one_holder(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with path.open("wb") as first, path.open("wb") as second:
        assert (try_lock(first), try_lock(second)) == (True, False)
        first.close()
        assert try_lock(second)


def test_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with path.open("wb") as stream:
            assert not try_lock(stream)
            holder.send_signal(signal.SIGKILL)
            wait_for_lock(stream)
