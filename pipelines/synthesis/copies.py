"""Plants what one applicant has from another: a reworded essay, the same summary, the same file."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pipelines.synthesis.activities import OTHER, WORK
from pipelines.synthesis.banks import load_words
from pipelines.synthesis.cohort import Application
from pipelines.synthesis.defect import Defect
from pipelines.synthesis.defects_in_activities import fresh_entry
from pipelines.synthesis.draft import ACTIVITIES, STATEMENT, Draft
from pipelines.synthesis.pdf_layout import Block, Paragraph
from pipelines.synthesis.pictures import draw_jpg
from pipelines.synthesis.seeded import stream
from pipelines.synthesis.story import SUMMARY_LIMIT

_APPLICATIONS_PER_COPY = 80
_FEWEST_APPLICATIONS = 12
_EDITED_SHARE = 0.06
_LONG_ENOUGH = 45
_COPIES = (Defect.NEAR_COPY_ESSAY, Defect.COPIED_SUMMARY, Defect.REPEATED_FILE)

Lend: TypeAlias = Callable[[Draft], Any]
Borrow: TypeAlias = Callable[[Draft, Any, str], None]


@dataclass(frozen=True)
class Copy:
    """``source`` and ``target`` are positions in the list of applications; the source comes first."""

    defect: Defect
    source: int
    target: int


def _is_suited(application: Application, defect: Defect) -> bool:
    return defect is Defect.NEAR_COPY_ESSAY or not application.is_pdf("activities")


def schedule_copies(applications: Sequence[Application], *, without: Sequence[bool], seed: int) -> list[Copy]:
    """Pairs of different persons, nobody twice; ``without`` marks applications that are to stay as they are."""
    if len(applications) < _FEWEST_APPLICATIONS:
        return []
    rng, taken = stream(seed, "copies"), set[str]()
    copies = []
    for defect in _COPIES:
        for _ in range(max(1, round(len(applications) / _APPLICATIONS_PER_COPY))):
            suited = [
                index
                for index, item in enumerate(applications)
                if _is_suited(item, defect) and not without[index] and item.person.number not in taken
            ]
            source, target = sorted(rng.sample(suited, 2))
            taken |= {applications[source].person.number, applications[target].person.number}
            copies.append(Copy(defect, source, target))
    return copies


def _edited(text: str, rng: random.Random) -> str:
    """``text`` with about one character in sixteen left out or replaced."""
    fillers = "".join(load_words("names.json")["second"])
    out = []
    for character in text:
        if rng.random() >= _EDITED_SHARE:
            out.append(character)
        elif rng.random() < 0.5:
            out.append(rng.choice(fillers))
    return "".join(out)


def _lend_essay(draft: Draft) -> list[Block]:
    return draft.statement


def _borrow_essay(draft: Draft, essay: list[Block], source: str) -> None:
    reworded = [
        Paragraph(_edited(block.text, draft.rng)) if isinstance(block, Paragraph) else block
        for block in essay
    ]
    draft.write_statement(reworded)
    name = draft.path(STATEMENT, "pdf")
    draft.mark(Defect.NEAR_COPY_ESSAY, name, note=f"與 {source} 內容相近")


def _lend_summary(draft: Draft) -> str:
    """A summary long enough to be compared, in an entry of its own."""
    _, entry = fresh_entry(draft, OTHER)
    text = ""
    while len(text) < _LONG_ENOUGH:
        text += f"{draft.story.did()}，{draft.story.learned()}。"
    entry["內容簡述"] = text[:SUMMARY_LIMIT]
    return text[:SUMMARY_LIMIT]


def _borrow_summary(draft: Draft, summary: str, source: str) -> None:
    index, entry = fresh_entry(draft, OTHER)
    entry["內容簡述"] = summary
    draft.mark_item(Defect.COPIED_SUMMARY, ACTIVITIES, row=index, note=f"{OTHER}: 與 {source} 的簡述相同")


def _attach(draft: Draft, content: bytes) -> tuple[int, str]:
    """Links ``content`` from a work of its own; returns its row and path."""
    index, entry = fresh_entry(draft, WORK)
    draft.attachments.files.pop(entry["作品成果連結"] or "", None)
    path = f"{draft.attachments.folder}{draft.person.number}_作品照片.jpg"
    draft.attachments.files[path] = content
    entry["作品成果連結"] = path
    return index, path


def _lend_file(draft: Draft) -> bytes:
    content = draw_jpg(draft.rng)
    _attach(draft, content)
    return content


def _borrow_file(draft: Draft, content: bytes, source: str) -> None:
    index, path = _attach(draft, content)
    draft.mark(Defect.REPEATED_FILE, path, row=index, note=f"與 {source} 的檔案相同")


_WAYS: dict[Defect, tuple[Lend, Borrow]] = {
    Defect.NEAR_COPY_ESSAY: (_lend_essay, _borrow_essay),
    Defect.COPIED_SUMMARY: (_lend_summary, _borrow_summary),
    Defect.REPEATED_FILE: (_lend_file, _borrow_file),
}


@dataclass
class CopyBook:
    """What has been lent and not yet borrowed; drafts must come in the order of the applications."""

    copies: Sequence[Copy]
    _lent: dict[Copy, tuple[Any, str]] = field(default_factory=dict)

    def visit(self, index: int, draft: Draft) -> None:
        for copy in self.copies:
            if copy.source == index:
                self._lent[copy] = (_WAYS[copy.defect][0](draft), str(draft.folder))
            if copy.target == index:
                _WAYS[copy.defect][1](draft, *self._lent.pop(copy))
