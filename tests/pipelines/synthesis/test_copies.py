"""What applicants have from each other: who from whom, and how alike it stays."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from pipelines.synthesis import Defect, PlantedDefect, load_planted
from pipelines.synthesis.cohort import plan_cohort
from pipelines.synthesis.copies import schedule_copies


def planted(sample: Path, defect: Defect) -> list[PlantedDefect]:
    found = [item for item in load_planted(sample) if item.defect is defect]
    assert found
    return found


def source_folder(sample: Path, item: PlantedDefect) -> Path:
    return sample / item.note.split("與 ")[1].split(" ")[0]


def essay(folder: Path) -> str:
    """The statement without its heading, which names the person."""
    document = pdfium.PdfDocument(folder / f"{folder.name}_學習歷程自述.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    _, _, body = text.partition("高中學習歷程反思")
    return body


def alike(left: str, right: str) -> float:
    return difflib.SequenceMatcher(None, left, right, autojunk=False).ratio()


def test_copied_essay_is_closer_to_its_source_than_any_other(sample_exports: Path) -> None:
    (item,) = planted(sample_exports, Defect.NEAR_COPY_ESSAY)
    target, source = (sample_exports / item.file).parent, source_folder(sample_exports, item)
    copy, original = essay(target), essay(source)
    assert copy != original
    assert alike(copy, original) > 0.85
    others = sorted(path for path in sample_exports.glob("99[89]/*/*") if path not in (target, source))[:8]
    assert max(alike(copy, essay(other)) for other in others) < 0.7


def _summaries(folder: Path) -> list[str]:
    lists: dict[str, list[dict[str, Any]]] = json.loads(
        (folder / f"{folder.name}_多元表現.json").read_text(encoding="utf-8-sig")
    )
    return [entry.get("內容簡述") or "" for entries in lists.values() for entry in entries]


def test_copied_summary_stands_in_both_folders(sample_exports: Path) -> None:
    (item,) = planted(sample_exports, Defect.COPIED_SUMMARY)
    target = sample_exports / item.file
    lists = json.loads(target.read_text(encoding="utf-8-sig"))
    assert item.row is not None
    summary = lists[item.note.split(":")[0]][item.row]["內容簡述"]
    assert 45 <= len(summary) <= 100
    assert summary in _summaries(source_folder(sample_exports, item))


def test_repeated_attachments_are_those_that_were_planted(sample_exports: Path) -> None:
    """No other file is the same in two applicants' folders, recordings included."""
    seen: dict[bytes, set[str]] = {}
    for path in sorted(sample_exports.glob("99[89]/*/*/**/*")):
        if path.is_file():
            seen.setdefault(path.read_bytes(), set()).add(path.relative_to(sample_exports).as_posix())
    persons = {content: {Path(file).name.split("_")[0] for file in files} for content, files in seen.items()}
    repeated = sorted(max(files) for content, files in seen.items() if len(persons[content]) > 1)
    expected = planted(sample_exports, Defect.REPEATED_FILE)
    assert sorted(file for content, files in seen.items() if len(persons[content]) > 1 for file in files) == (
        sorted(
            {
                *(item.file for item in expected),
                *(
                    path.relative_to(sample_exports).as_posix()
                    for item in expected
                    for path in source_folder(sample_exports, item).rglob("*_作品照片.jpg")
                ),
            }
        )
    )
    assert len(repeated) == len(expected)


def test_nobody_lends_or_borrows_twice() -> None:
    applications = plan_cohort(400, 2)
    copies = schedule_copies(applications, without=[False] * len(applications), seed=2)
    numbers = Counter(
        applications[index].person.number for copy in copies for index in (copy.source, copy.target)
    )
    assert set(numbers.values()) == {1}
    assert Counter(copy.defect for copy in copies) == {
        Defect.NEAR_COPY_ESSAY: 5,
        Defect.COPIED_SUMMARY: 5,
        Defect.REPEATED_FILE: 5,
    }
    assert all(copy.source < copy.target for copy in copies)


def test_applications_to_be_left_alone_are_left_alone() -> None:
    applications = plan_cohort(100, 2)
    without = [index % 2 == 0 for index in range(100)]
    copies = schedule_copies(applications, without=without, seed=2)
    assert {index % 2 for copy in copies for index in (copy.source, copy.target)} == {1}


def test_a_handful_of_applications_has_no_copies() -> None:
    applications = plan_cohort(11, 2)
    assert schedule_copies(applications, without=[False] * 11, seed=2) == []
