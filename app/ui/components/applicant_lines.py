"""What of the applicant list stays the same from run to run: names, schools, badges, and the words beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b

from app.domain.evidence import ApplicationId
from app.domain.plan import ReviewPlan
from app.ui.components.applicant_words import lasting_words
from app.ui.components.part import desk_part, on_trigger
from app.ui.state import queue as state
from app.ui.text.frame import WORDS as FRAME_WORDS
from app.ui.text.frame import FrameWords
from app.ui.text.language import Language
from app.workflows.desk_views import ApplicantLine, Desk

LISTS = 64


@dataclass(frozen=True)
class Stock:
    """The lines of one desk, by number; the same for every run, order and filter, and for who sees the same."""

    version: str
    place: Mapping[ApplicationId, int]
    data: Mapping[str, object]


@dataclass(frozen=True)
class _Asked:
    """What a stock is made of; the lines themselves follow from their keys, so only these are compared."""

    plan: tuple[str, int, str]
    language: Language
    ids: frozenset[ApplicationId]
    lines: tuple[ApplicantLine, ...] = field(compare=False)


def draw_lines(desk: Desk, language: Language) -> Stock:
    """Hand the lines to the browser once: they are large and stay the same, so later runs name their version only.

    A browser that has not got them asks: what a run draws is dropped when the next one begins before it was sent.
    """
    stock = stock_of(desk, language)
    key = state.lines_key(desk.plan)
    desk_part("applicant_lines", "applicant_shelf")(
        key=key,
        data={"version": stock.version} if state.are_lines_handed(stock.version) else stock.data,
        on_missing_change=on_trigger(key, "missing", lambda _: state.forget_lines()),
    )
    state.note_lines_handed(stock.version)
    return stock


def stock_of(desk: Desk, language: Language) -> Stock:
    """The stock of a desk; its order and own states do not matter."""
    return _stock(_Asked(_plan_key(desk.plan), language, frozenset(desk.ids), desk.lines))


def mode_badges(line: ApplicantLine, frame: FrameWords) -> list[str]:
    """What marks an application that did not come from the database."""
    labels = {"partial_pdf": frame.mode_partial_pdf, "pdf": frame.mode_pdf, "missing": frame.mode_missing}
    label = labels.get(line.summary.submission_mode)
    return [label] if label else []


@lru_cache(maxsize=LISTS)
def _stock(asked: _Asked) -> Stock:
    frame = FRAME_WORDS[asked.language]
    lines = sorted(
        asked.lines, key=lambda line: (line.is_pdf, line.summary.application_number, line.application_id)
    )
    text = "\x1f".join([*map(str, asked.plan), asked.language, *(line.application_id for line in lines)])
    version = blake2b(text.encode(), digest_size=8).hexdigest()
    data = {
        "version": version,
        "lines": [_line(line, frame) for line in lines],
        "words": lasting_words(asked.language),
    }
    return Stock(version, {line.application_id: place for place, line in enumerate(lines)}, data)


def _plan_key(plan: ReviewPlan) -> tuple[str, int, str]:
    return plan.plan_id, plan.revision, plan.snapshot_id


def _line(line: ApplicantLine, frame: FrameWords) -> dict[str, object]:
    summary = line.summary
    parts = (summary.application_number, summary.school_name, summary.applicant_status)
    return {
        "id": line.application_id,
        "name": summary.name,
        "detail": " · ".join(part for part in parts if part),
        # The group already says that an application is PDF only.
        "badges": [] if line.is_pdf else mode_badges(line, frame),
        "is_pdf": line.is_pdf,
    }
