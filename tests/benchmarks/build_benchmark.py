"""Times a build against the bare reading of the same files: seconds, peak memory, ratio.

Run as ``python -m tests.benchmarks.build_benchmark [--applicants 300] [--exports DIR] [--rounds 3]``.
Each measurement has a process of its own, and both sides count their imports.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED = 20260301
LIMIT = 3.0
SNAPSHOTS = "build_benchmark_snapshots"


def measure_reference(exports: Path) -> None:
    """Read all bytes and parse all JSON with the standard library."""
    for folder, _, names in os.walk(exports):
        for name in names:
            content = (Path(folder) / name).read_bytes()
            if name.endswith(".json"):
                _parse(content)


def _parse(content: bytes) -> object:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except ValueError:
        return None


def measure_build(exports: Path) -> None:
    """Publish a snapshot into a new folder beside the exports, which the caller removes."""
    from pipelines.build import build_snapshot

    build_snapshot(exports, exports.parent / SNAPSHOTS)


MEASURES = {"reference": measure_reference, "build": measure_build}


def run_measure(name: str, exports: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.build_benchmark", "--measure", name]
    done = subprocess.run(
        [*command, "--exports", str(exports)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    shutil.rmtree(exports.parent / SNAPSHOTS, ignore_errors=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def measure_here(name: str, exports: Path) -> None:
    """In the child: run one measure and print its figures as JSON."""
    start = time.perf_counter()
    MEASURES[name](exports)
    seconds = time.perf_counter() - start
    usage = resource.getrusage(resource.RUSAGE_SELF)
    figures = {
        "seconds": seconds,
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "peak_mb": usage.ru_maxrss / 1024,
    }
    print(json.dumps(figures))


def compare(exports: Path, rounds: int) -> None:
    """The best figure of each side, since other work on the machine only ever adds; in turns, to share it."""
    runs = [{name: run_measure(name, exports) for name in MEASURES} for _ in range(rounds)]
    figures = ("seconds", "cpu_seconds", "peak_mb")
    best = {name: {figure: min(run[name][figure] for run in runs) for figure in figures} for name in MEASURES}
    for name, run in best.items():
        print(
            f"{name:<10} {run['seconds']:7.2f} s  {run['cpu_seconds']:7.2f} cpu s  {run['peak_mb']:7.0f} MB"
        )
    for figure in ("seconds", "cpu_seconds"):
        ratio = best["build"][figure] / best["reference"][figure]
        print(f"ratio of {figure}: {ratio:.2f} (limit {LIMIT})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applicants", type=int, default=300)
    parser.add_argument("--exports", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--measure", choices=sorted(MEASURES), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure_here(options.measure, options.exports)
    elif options.exports:
        compare(options.exports, options.rounds)
    else:
        _compare_new_sample(options.applicants, options.rounds)


def _compare_new_sample(applicants: int, rounds: int) -> None:
    from pipelines.synthesis import write_sample

    with tempfile.TemporaryDirectory() as folder:
        exports = Path(folder) / "exports"
        write_sample(exports, applicants=applicants, seed=SEED)
        compare(exports, rounds)


if __name__ == "__main__":
    main()
