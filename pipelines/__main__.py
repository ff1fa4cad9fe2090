"""Command line of the pipeline: parses, calls, sets the exit code."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from pipelines.commands.exit_codes import INTERRUPTED, PROBLEMS, WRONG_USE
from pipelines.commands.options import parser
from pipelines.errors import (
    ExportsChanged,
    PipelineError,
    ReferenceRefused,
    SnapshotNotFound,
    SnapshotsNotWritable,
    UnknownRules,
    UnreadableExports,
)

ABOUT_THE_DATA = (UnreadableExports, ExportsChanged)
SAID_FIRST: Mapping[type[PipelineError], str] = {
    UnreadableExports: "沒有可讀取的資料 (nothing to read): ",
    ExportsChanged: "讀取期間檔案有變動 (changed while it was read): ",
    ReferenceRefused: "代碼表不能使用 (reference lists refused): ",
    SnapshotsNotWritable: "無法寫入快照資料夾 (cannot write snapshots): ",
    SnapshotNotFound: "找不到快照 (no such snapshot): ",
    UnknownRules: "沒有這個規則 (no such rule): ",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 fine, 1 problems in the data, 2 wrong use, 130 interrupted."""
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except PipelineError as problem:
        said = SAID_FIRST.get(type(problem), "")
        return _refuse(f"{said}{problem}", PROBLEMS if isinstance(problem, ABOUT_THE_DATA) else WRONG_USE)
    except OSError as problem:
        return _refuse(str(problem), WRONG_USE)
    except KeyboardInterrupt:
        return _refuse("interrupted; what was current before is current still", INTERRUPTED)
    return status


def _refuse(message: str, status: int) -> int:
    print(f"error: {message}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
