"""Times a build of rosters against DuckDB reading the same files: grades typed with their codes split, others as text.

Run as ``python -m tests.benchmarks.roster_benchmark [--students 2000] [--rounds 1] [--exports DIR]``; 200,000
students are a nation. Each measurement has a process of its own. Prints the ratio of times, peak memory and bytes a
record; run it with a tenth of the students to see the growth.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED = 20260301
CODE, GRADE = "課程代碼", "學期學業成績"
PARTS = ((1, 3), (4, 6), (10, 1), (11, 2), (13, 3), (16, 1), (17, 1), (18, 1), (19, 1), (20, 2), (22, 2))


TYPES = {
    "sch_year": "usmallint",
    "semester": "utinyint",
    "修課學分": "decimal(4, 1)",
    GRADE: "decimal(5, 2)",
    "成績及格": "tinyint",
    "補考成績": "decimal(5, 2)",
    "補考及格": "tinyint",
    "是否採計學分": "tinyint",
}


def measure_reference(exports: Path, work: Path) -> float:
    """Every CSV the build reads into a table of its header, checked for nothing; bytes a grade row."""
    import duckdb

    target, rows = work / "reference.duckdb", 0
    with duckdb.connect(str(target), config={"threads": 2, "preserve_insertion_order": False}) as connection:
        for number, (header, paths) in enumerate(_by_header(exports).items()):
            columns = {f"c{place}": "varchar" for place in range(len(header))}
            made = connection.execute(
                f"create table sheet_{number} as select {', '.join(_typed(header))} from read_csv({paths},"
                " auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"',"
                f" ignore_errors = true, columns = {columns})"
            )
            rows += int(made.fetchall()[0][0]) * (GRADE in header)
    return target.stat().st_size / max(rows, 1)


def _by_header(exports: Path) -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for path in sorted(exports.rglob("*.csv")):
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
            found.setdefault(tuple(next(csv.reader(stream))), []).append(str(path))
    return found


def _typed(header: tuple[str, ...]) -> list[str]:
    """Grade sheets in the types of the snapshot, each code split on its row; other sheets as they are."""
    if GRADE not in header:
        return [f"c{place}" for place in range(len(header))]
    code = f"c{header.index(CODE)}"
    values = [
        f"try_cast(c{place} as {TYPES[name]}) as c{place}" if name in TYPES else f"c{place}"
        for place, name in enumerate(header)
    ]
    return [*values, *(f"substr({code}, {start}, {length}) as part_{start}" for start, length in PARTS)]


def measure_build(exports: Path, work: Path) -> float:
    """Everything: gate, hashes, keys, attempts, distributions, counts, problems, syllabi, published file."""
    from pipelines.build import build_snapshot
    from pipelines.snapshot import snapshot_path

    report = build_snapshot(exports, work / "snapshots", workers=2)
    assert report.snapshot_id is not None, report.failed_checks
    size = snapshot_path(work / "snapshots", report.snapshot_id).stat().st_size
    return size / max(report.row_counts["cohort_record"], 1)


MEASURES = {"reference": measure_reference, "build": measure_build}


def measure_here(name: str, exports: Path) -> None:
    """In the child: run one measure and print its figures as JSON."""
    work = Path(tempfile.mkdtemp(prefix="roster-benchmark-", dir=exports.parent))
    try:
        start = time.perf_counter()
        size = MEASURES[name](exports, work)
        seconds = time.perf_counter() - start
    finally:
        shutil.rmtree(work)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    cpu = usage.ru_utime + usage.ru_stime
    print(json.dumps({"s": seconds, "cpu s": cpu, "MB": usage.ru_maxrss / 1024, "bytes a record": size}))


def run_measure(name: str, exports: Path) -> dict[str, float]:
    command = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks.roster_benchmark", "--measure", name]
    done = subprocess.run([*command, "--exports", str(exports)], cwd=ROOT, check=True, capture_output=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def compare(exports: Path, rounds: int) -> None:
    """The best figure of each side, since other work on the machine only ever adds; in turns, to share it."""
    runs = [{name: run_measure(name, exports) for name in MEASURES} for _ in range(rounds)]
    best = {
        name: {figure: min(run[name][figure] for run in runs) for figure in runs[0][name]}
        for name in MEASURES
    }
    for name, figures in best.items():
        print(f"{name:<10}", "  ".join(f"{value:9.2f} {figure}" for figure, value in figures.items()))
    for figure in ("s", "cpu s"):
        print(f"ratio of {figure}: {best['build'][figure] / best['reference'][figure]:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=2000)
    parser.add_argument("--exports", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--measure", choices=sorted(MEASURES), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure_here(options.measure, options.exports)
    elif options.exports:
        compare(options.exports, options.rounds)
    else:
        _compare_new_sample(options.students, options.rounds)


def _compare_new_sample(students: int, rounds: int) -> None:
    from pipelines.synthesis import write_roster_sample

    with tempfile.TemporaryDirectory() as folder:
        exports = Path(folder) / "exports"
        write_roster_sample(exports, students=students, seed=SEED)
        compare(exports, rounds)


if __name__ == "__main__":
    main()
