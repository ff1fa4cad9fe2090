"""The score workbook: a reviewer's list as XLSX for scoring off line, and the same file read back.

The first row of the sheet holds machine keys and is hidden: what is read back depends on no language and no order of
columns. Everything that is not to be typed is locked; every row carries the version of the review it was made from,
and the last sheet says for whom, for which plan and when. The same rows and stamp give the same bytes.
"""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from app.domain.dimensions import DimensionId, maximum_score
from app.domain.plan import ReviewPlan
from app.errors import BadFile, FileProblem
from pipelines.table_files.workbook import Sheet, WorkbookRefused, read_workbook

FILE_KIND = "score-workbook"
FILE_VERSION = 1
STAMP_SHEET = "stamp"
LARGEST_BYTES = 8_000_000
KEY_ROW, WORD_ROW, FIRST_ROW = 0, 1, 2
PLAIN_KEYS = ("application_number", "name", "school")
END_KEYS = ("comment", "abstained", "abstain_reason", "flagged")
STAMP_KEYS = ("application_id", "seen_revision")
SCORE, COMMENT = "score:", "comment:"


@dataclass(frozen=True)
class WorkbookRow:
    """One application with the own review as it stands; ``seen_revision`` 0 when nothing was ever saved."""

    application_id: str
    seen_revision: int
    application_number: str
    name: str
    school: str
    scores: Mapping[DimensionId, Decimal] = field(default_factory=dict)
    comments: Mapping[DimensionId, str] = field(default_factory=dict)
    comment: str = ""
    abstained: bool = False
    abstain_reason: str = ""
    flagged: bool = False


@dataclass(frozen=True)
class WorkbookStamp:
    """For whom the workbook was made, from which plan, and when (with its zone); ``key`` names it in the log."""

    key: str
    plan_id: str
    plan_revision: int
    reviewer_id: str
    made_at: str


@dataclass(frozen=True)
class WorkbookWords:
    """Sheet names, column heads, the word in the drop-downs, and the lines of the first sheet to read."""

    scores_sheet: str
    help_sheet: str
    heads: Mapping[str, str]
    score_head: str
    comment_head: str
    yes: str
    score_error: str
    help_lines: tuple[str, ...]


@dataclass(frozen=True)
class ReadRow:
    """One row as typed; ``line`` is the row as people count it. Nothing is judged here."""

    line: int
    application_id: str
    seen_revision: int
    scores: Mapping[DimensionId, str]
    comments: Mapping[DimensionId, str]
    comment: str
    abstained: bool
    abstain_reason: str
    flagged: bool


@dataclass(frozen=True)
class ReadWorkbook:
    """A workbook that came back."""

    stamp: WorkbookStamp
    rows: tuple[ReadRow, ...]


def write_score_workbook(
    plan: ReviewPlan, rows: Sequence[WorkbookRow], *, stamp: WorkbookStamp, words: WorkbookWords
) -> bytes:
    """The workbook, ready to be handed out."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        # The creation time is part of the file: from the stamp, or two equal workbooks would differ.
        book.set_properties({"created": datetime.fromisoformat(stamp.made_at).astimezone(UTC)})
        _write_scores(book, plan, rows, words)
        _write_help(book, words)
        _write_stamp(book, stamp, words)
    return buffer.getvalue()


def read_score_workbook(content: bytes, *, file: str) -> ReadWorkbook:
    """The rows and the stamp; opened in a limited process. Raises BadFile with everything that is wrong at once."""
    sheets = _opened(content, file)
    problems: list[FileProblem] = []
    marked = _read_stamp(sheets, problems)
    stamp, yes = marked if marked else (None, "")
    scores = next((sheet for sheet in sheets if _keys(sheet) >= set(STAMP_KEYS)), None)
    if scores is None:
        problems.append(FileProblem("", "no_score_sheet"))
    if stamp is None or scores is None:
        raise BadFile(file, problems)
    rows = _read_rows(scores, yes, problems)
    if problems:
        raise BadFile(file, problems)
    return ReadWorkbook(stamp, rows)


def _keys_of(plan: ReviewPlan) -> tuple[str, ...]:
    own = [
        key for each in plan.dimensions for key in (SCORE + each.dimension_id, COMMENT + each.dimension_id)
    ]
    return (*PLAIN_KEYS, *own, *END_KEYS, *STAMP_KEYS)


# The library carries no types: its workbook and sheets are Any at this door and nowhere else.
def _write_scores(book: Any, plan: ReviewPlan, rows: Sequence[WorkbookRow], words: WorkbookWords) -> None:
    sheet = book.add_worksheet(words.scores_sheet)
    keys = _keys_of(plan)
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8EEF4", "border": 1}
    )
    entry = book.add_format(
        {"locked": False, "text_wrap": True, "valign": "top", "bg_color": "#FFFDF2", "border": 1}
    )
    fixed = book.add_format({"valign": "top", "border": 1})
    for column, (key, word) in enumerate(zip(keys, _heads(plan, words), strict=True)):
        sheet.write_string(KEY_ROW, column, key)
        sheet.write_string(WORD_ROW, column, word, head)
        _validate(sheet, plan, words, place=(column, key, len(rows)))
    for line, row in enumerate(rows, start=FIRST_ROW):
        for column, (key, value) in enumerate(_cells(plan, row, words.yes).items()):
            _write_cell(sheet, (line, column), value, entry if _is_typed(key) else fixed)
    _shape(sheet, keys, len(rows))


def _heads(plan: ReviewPlan, words: WorkbookWords) -> tuple[str, ...]:
    own = [
        head.format(dimension=each.name, maximum=f"{maximum_score(each, plan.scale):f}")
        for each in plan.dimensions
        for head in (words.score_head, words.comment_head)
    ]
    plain = [words.heads[key] for key in PLAIN_KEYS]
    return (*plain, *own, *(words.heads[key] for key in (*END_KEYS, *STAMP_KEYS)))


def _is_typed(key: str) -> bool:
    return key not in PLAIN_KEYS and key not in STAMP_KEYS


def _cells(plan: ReviewPlan, row: WorkbookRow, yes: str) -> dict[str, str | int | Decimal | None]:
    own: dict[str, str | int | Decimal | None] = {}
    for each in plan.dimensions:
        own[SCORE + each.dimension_id] = row.scores.get(each.dimension_id)
        own[COMMENT + each.dimension_id] = row.comments.get(each.dimension_id, "")
    return {
        "application_number": row.application_number,
        "name": row.name,
        "school": row.school,
        **own,
        "comment": row.comment,
        "abstained": yes if row.abstained else "",
        "abstain_reason": row.abstain_reason,
        "flagged": yes if row.flagged else "",
        "application_id": row.application_id,
        "seen_revision": row.seen_revision,
    }


def _write_cell(sheet: Any, place: tuple[int, int], value: str | int | Decimal | None, form: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(*place, None, form)
    elif isinstance(value, str):
        sheet.write_string(*place, value, form)
    else:
        sheet.write_number(*place, float(value), form)


def _validate(sheet: Any, plan: ReviewPlan, words: WorkbookWords, *, place: tuple[int, str, int]) -> None:
    """Scores between nothing and the maximum, yes or empty: the program of the table says so while typing."""
    column, key, rows = place
    area = (FIRST_ROW, column, max(FIRST_ROW, FIRST_ROW + rows - 1), column)
    dimension = next((each for each in plan.dimensions if key == SCORE + each.dimension_id), None)
    if dimension is not None:
        high = maximum_score(dimension, plan.scale)
        message = words.score_error.format(maximum=f"{high:f}", step=f"{plan.rules.score_step:f}")
        rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": float(high)}
        sheet.data_validation(*area, {**rule, "error_message": message})
    elif key in ("abstained", "flagged"):
        sheet.data_validation(*area, {"validate": "list", "source": [words.yes]})


def _shape(sheet: Any, keys: Sequence[str], rows: int) -> None:
    widths = {"application_number": 12, "name": 12, "school": 22, "abstained": 8, "flagged": 8}
    for column, key in enumerate(keys):
        width = widths.get(key, 10 if key.startswith(SCORE) else 32)
        sheet.set_column(column, column, width, None, {"hidden": key in STAMP_KEYS})
    sheet.set_row(KEY_ROW, None, None, {"hidden": True})
    sheet.freeze_panes(FIRST_ROW, len(PLAIN_KEYS))
    sheet.autofilter(WORD_ROW, 0, max(WORD_ROW, FIRST_ROW + rows - 1), len(keys) - 1)
    sheet.protect("", {"sort": True, "autofilter": True, "format_columns": True, "format_rows": True})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write_help(book: Any, words: WorkbookWords) -> None:
    sheet = book.add_worksheet(words.help_sheet)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for line, text in enumerate(words.help_lines):
        sheet.write_string(line, 0, text, wrapped)
    sheet.set_column(0, 0, 90)
    sheet.protect()


def _write_stamp(book: Any, stamp: WorkbookStamp, words: WorkbookWords) -> None:
    sheet = book.add_worksheet(STAMP_SHEET)
    document = {"file": FILE_KIND, "version": FILE_VERSION, "yes": words.yes, **asdict(stamp)}
    sheet.write_string(0, 0, json.dumps(document, ensure_ascii=True, sort_keys=True))
    sheet.protect()
    sheet.very_hidden()


def _opened(content: bytes, file: str) -> tuple[Sheet, ...]:
    if len(content) > LARGEST_BYTES:
        raise BadFile(file, [FileProblem("", "too_large", str(len(content)))])
    with tempfile.TemporaryDirectory() as folder:
        # Under a name of our own: what the sender called it never reaches a path.
        path = Path(folder) / "workbook.xlsx"
        path.write_bytes(content)
        try:
            return read_workbook(path)
        except WorkbookRefused as refusal:
            raise BadFile(file, [FileProblem("", "not_a_workbook", refusal.reason)]) from refusal


def _keys(sheet: Sheet) -> set[str]:
    return {cell for cell in sheet.rows[KEY_ROW] if cell} if sheet.rows else set()


def _read_stamp(sheets: Sequence[Sheet], problems: list[FileProblem]) -> tuple[WorkbookStamp, str] | None:
    cell = next((sheet.rows[0][0] for sheet in sheets if sheet.name == STAMP_SHEET and sheet.rows), None)
    try:
        told = json.loads(cell or "")
        if (told["file"], told["version"]) != (FILE_KIND, FILE_VERSION):
            raise ValueError
        texts = {key: str(told[key]) for key in ("key", "plan_id", "reviewer_id", "made_at")}
        return WorkbookStamp(plan_revision=int(told["plan_revision"]), **texts), str(told["yes"])
    except (ValueError, KeyError, TypeError):
        problems.append(FileProblem("", "no_stamp"))
        return None


def _read_rows(sheet: Sheet, yes: str, problems: list[FileProblem]) -> tuple[ReadRow, ...]:
    names = [cell or "" for cell in sheet.rows[KEY_ROW]]
    problems += [
        FileProblem(name, "column_twice") for name in sorted({n for n in names if n and names.count(n) > 1})
    ]
    rows: list[ReadRow] = []
    seen: set[str] = set()
    for line, cells in enumerate(sheet.rows[FIRST_ROW:], start=FIRST_ROW + 1):
        told = {name: cell or "" for name, cell in zip(names, cells, strict=True) if name}
        if not any(told.values()):
            continue
        row = _read_row(line, told, yes, problems)
        if row.application_id in seen:
            problems.append(FileProblem(f"{line}", "row_twice", told.get("application_number", "")))
        seen.add(row.application_id)
        rows.append(row)
    return tuple(rows)


def _read_row(line: int, told: Mapping[str, str], yes: str, problems: list[FileProblem]) -> ReadRow:
    revision = told.get("seen_revision", "")
    if not told.get("application_id") or not revision.isascii() or not revision.isdigit():
        problems.append(FileProblem(f"{line}", "no_row_stamp", told.get("application_number", "")))
    for key in ("abstained", "flagged"):
        if told.get(key, "").strip() not in ("", yes):
            problems.append(FileProblem(f"{line}/{key}", "not_yes", told[key]))
    return ReadRow(
        line=line,
        application_id=told.get("application_id", ""),
        seen_revision=int(revision) if revision.isascii() and revision.isdigit() else 0,
        scores=_named(told, SCORE),
        comments=_named(told, COMMENT),
        comment=told.get("comment", ""),
        abstained=told.get("abstained", "").strip() == yes,
        abstain_reason=told.get("abstain_reason", ""),
        flagged=told.get("flagged", "").strip() == yes,
    )


def _named(told: Mapping[str, str], start: str) -> dict[DimensionId, str]:
    return {
        DimensionId(key.removeprefix(start)): value for key, value in told.items() if key.startswith(start)
    }
