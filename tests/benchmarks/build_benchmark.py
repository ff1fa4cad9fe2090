"""Times a build against reading and parsing the same files in as many processes: seconds, peak memory, ratios.

Run as ``python -m tests.benchmarks.build_benchmark [--applicants 1000] [--exports DIR] [--workers 2]``. A sample of at
most a thousand applications is written and repeated under other numbers with other grades, so that no two folders
have the same content. Each measurement has processes of its own; the memory is that of all of them together.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import orjson

ROOT = Path(__file__).parents[2]
SEED = 20260301
TIMES_LIMIT, MEMORY_LIMIT_MB = 2.0, 2048
SAMPLE_APPLICATIONS = 1000
SNAPSHOTS = "build_benchmark_snapshots"
READING, TABLES, DOCUMENTS, CHECKS, PUBLISH = STAGES = ("reading", "tables", "documents", "checks", "publish")
JSON_STAGES = (READING, TABLES, CHECKS)
"""What a build does with the JSON, which the reference parses; documents are looked into on top of it."""
DOCUMENT_STEP = "inspect documents"
STAGE_BY_STEP = {
    "read applicant folders": READING,
    DOCUMENT_STEP: DOCUMENTS,
    "check": CHECKS,
    "publish": PUBLISH,
}
_COUNT = re.compile(rb'("\xe7\xb5\x84\xe8\xb7\x9d\d+_\d+\xe7\x9a\x84\xe4\xba\xba\xe6\x95\xb8": ?)([1-9]\d*)')


def parse_files(paths: list[Path]) -> int:
    """Read all bytes, parse all JSON; the folders of the whole round are what the build must also walk."""
    for path in paths:
        content = path.read_bytes()
        if path.suffix == ".json":
            try:
                orjson.loads(content.removeprefix(b"\xef\xbb\xbf"))
            except orjson.JSONDecodeError:
                continue
    return len(paths)


def measure_reference(exports: Path, workers: int) -> dict[str, float]:
    paths = [Path(folder) / name for folder, _, names in os.walk(exports) for name in names]
    blocks = [paths[start : start + 2000] for start in range(0, len(paths), 2000)]
    with get_context("spawn").Pool(workers) as pool:
        return {"files": sum(pool.imap_unordered(parse_files, blocks))}


def measure_build(exports: Path, workers: int) -> dict[str, float]:
    """Publish into the folder beside the exports; the caller removes it when the next build is to begin anew."""
    from pipelines.build import build_snapshot

    watch = _StageWatch()
    report = build_snapshot(exports, exports.parent / SNAPSHOTS, workers=workers, progress=watch.tell)
    counts = {"parsed": report.folders_parsed, "reused": report.folders_reused}
    return counts | watch.finish()


class _StageWatch:
    """Seconds by stage; a step that is told again goes on, as that of the tables before and after documents."""

    def __init__(self) -> None:
        self._stage, self._since = STAGES[0], time.perf_counter()
        self._seconds = dict.fromkeys(STAGES, 0.0)

    def tell(self, step: str, done: int, total: int) -> None:
        now = time.perf_counter()
        self._seconds[self._stage] += now - self._since
        is_over = step == DOCUMENT_STEP and done == total
        self._stage, self._since = TABLES if is_over else STAGE_BY_STEP.get(step, TABLES), now

    def finish(self) -> dict[str, float]:
        self.tell("", 0, 0)
        return dict(self._seconds)


MEASURES = {"reference": measure_reference, "build": measure_build}


def run_measure(name: str, exports: Path, workers: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.build_benchmark", "--measure", name]
    command += ["--exports", str(exports), "--workers", str(workers)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def measure_here(name: str, exports: Path, workers: int) -> None:
    """In the child: run one measure and print its figures as JSON."""
    start = time.perf_counter()
    with _peak_memory() as peak:
        figures = MEASURES[name](exports, workers)
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    figures["seconds"] = time.perf_counter() - start
    figures["cpu_seconds"] = sum(usage.ru_utime + usage.ru_stime for usage in usages)
    figures["peak_mb"] = max(peak)
    print(json.dumps(figures))


@contextmanager
def _peak_memory() -> Iterator[list[float]]:
    """What this process and its children hold together, looked at ten times a second."""
    seen, ended = [0.0], threading.Event()

    def look() -> None:
        while not ended.wait(0.1):
            seen.append(sum(_private_mb(process) for process in _family(os.getpid())))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield seen
    finally:
        ended.set()
        watcher.join()


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _private_mb(process: int) -> float:
    """Proportional set size: what processes share is counted once."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found.group(1)) / 1024 if found else 0.0


def repeat_sample(sample: Path, applications: int) -> None:
    """Copy whole folders under new numbers until there are enough; every copy has grades and counts of its own."""
    folders = sorted(path for path in sample.glob("*/*/*") if path.is_dir())
    applicants = [folder for folder in folders if "_grade6" not in folder.parts[-3]]
    for copy in range(1, -(-applications // len(applicants))):
        for folder in applicants[: max(0, applications - copy * len(applicants))]:
            _copy_folder(folder, f"{copy:02d}{folder.name}")


def _copy_folder(folder: Path, number: str) -> None:
    target = folder.with_name(number)
    shift = int(number[:2])
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        place = target / path.relative_to(folder).parent / path.name.replace(folder.name, number)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".json":
            content = path.read_bytes().replace(folder.name.encode(), number.encode())
            place.write_bytes(_COUNT.sub(lambda found: b"%b%d" % (found[1], int(found[2]) + shift), content))
        else:
            os.link(path, place)


def change_one_in_hundred(exports: Path) -> None:
    """Other bytes, equal values: a space after the last brace."""
    for path in sorted(exports.glob("*/*/*/*_修課紀錄.json"))[::100]:
        path.write_bytes(path.read_bytes() + b" ")


def compare(exports: Path, applications: int, workers: int) -> None:
    figures = {"reference": run_measure("reference", exports, workers)}
    figures["build"] = run_measure("build", exports, workers)
    change_one_in_hundred(exports)
    figures["1 % changed"] = run_measure("build", exports, workers)
    figures["unchanged"] = run_measure("build", exports, workers)
    shutil.rmtree(exports.parent / SNAPSHOTS, ignore_errors=True)
    for name, run in figures.items():
        print(f"{name:<12}" + "  ".join(f"{key} {value:.2f}" for key, value in run.items()))
    for name in ("build", "1 % changed", "unchanged"):
        _print_ratios(name, figures[name], figures["reference"])
    build = figures["build"]
    print(
        f"{applications / build['seconds']:.0f} folders a second, {build['peak_mb']:.0f} MB (aim {MEMORY_LIMIT_MB})"
    )


def _print_ratios(name: str, run: dict[str, float], reference: dict[str, float]) -> None:
    of_json = sum(run[stage] for stage in JSON_STAGES) / reference["seconds"]
    of_all, of_cpu = (run[key] / reference[key] for key in ("seconds", "cpu_seconds"))
    print(f"{name}: JSON {of_json:.2f} x (aim {TIMES_LIMIT}), all {of_all:.2f} x, cpu seconds {of_cpu:.2f} x")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applicants", type=int, default=1000)
    parser.add_argument("--exports", type=Path, help="copied, because a hundredth of it is changed")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--measure", choices=sorted(MEASURES), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure_here(options.measure, options.exports, options.workers)
        return
    with tempfile.TemporaryDirectory() as folder:
        exports = Path(folder) / "exports"
        if options.exports:
            shutil.copytree(options.exports, exports)
        else:
            _write_sample(exports, min(options.applicants, SAMPLE_APPLICATIONS))
        repeat_sample(exports, options.applicants)
        compare(exports, options.applicants, options.workers)


def _write_sample(exports: Path, applications: int) -> None:
    from pipelines.synthesis import write_sample

    write_sample(exports, applicants=applications, seed=SEED)


if __name__ == "__main__":
    main()
