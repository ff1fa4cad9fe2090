"""核心資料公告 in three stages: the format, the core items, the details; what was announced is locked until reopened.

The stages follow the calendar of an admission year (formats first, items months later, remarks and questions last),
so a stage is announced only after the one before it, and reopened only while no later one stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.domain.plan_data import UnreadablePlan, boolean, items, mapping, string

LONGEST_NOTICE_TEXT = 4000
MOST_QUESTIONS = 20


class NoticeStage(StrEnum):
    """In the order of the year."""

    FORMAT = "format"
    """Which forms the programme reads: database records, uploaded PDF files and their limits."""
    ITEMS = "items"
    """Which review items it considers."""
    DETAILS = "details"
    """A remark on each item, questions for 學習歷程自述, and what else applicants should know."""


@dataclass(frozen=True)
class NoticeContent:
    """What a stage says. A stage uses what belongs to it: limits the first, items the second, the rest the third.

    ``most_pages`` and ``most_megabytes`` limit a PDF; None sets no limit of the programme's own.
    """

    accepts_pdf: bool = True
    most_pages: int | None = None
    most_megabytes: int | None = None
    item_codes: tuple[str, ...] = ()
    remarks: Mapping[str, str] = field(default_factory=dict)
    questions: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class StageNotice:
    """A stage as it stands; ``revision`` 0 is before anything was saved. ``reason`` is that of the last reopening."""

    stage: NoticeStage
    content: NoticeContent = NoticeContent()
    is_announced: bool = False
    reason: str = ""
    revision: int = 0


class NoticeProblem(StrEnum):
    """Why a stage cannot be saved, announced or reopened."""

    ANNOUNCED = "announced"
    NOT_ANNOUNCED = "not_announced"
    EARLIER_OPEN = "earlier_open"
    LATER_ANNOUNCED = "later_announced"
    NOTHING_CHOSEN = "nothing_chosen"
    ITEM_NOT_ALLOWED = "item_not_allowed"
    REMARK_WITHOUT_ITEM = "remark_without_item"
    LIMIT_NOT_POSITIVE = "limit_not_positive"
    TOO_LONG = "too_long"
    EMPTY = "empty"
    REASON_MISSING = "reason_missing"


Stages = Mapping[NoticeStage, StageNotice]


def save_problems(stages: Stages, stage: NoticeStage, content: NoticeContent) -> tuple[NoticeProblem, ...]:
    """What forbids saving this content, all at once."""
    limits = [limit for limit in (content.most_pages, content.most_megabytes) if limit is not None]
    texts = [content.text, *content.questions, *content.remarks.values()]
    found = {
        NoticeProblem.ANNOUNCED: stages[stage].is_announced,
        NoticeProblem.LIMIT_NOT_POSITIVE: any(limit < 1 for limit in limits),
        NoticeProblem.TOO_LONG: len(content.questions) > MOST_QUESTIONS
        or any(len(text) > LONGEST_NOTICE_TEXT for text in texts),
    }
    return tuple(problem for problem, holds in found.items() if holds)


def announce_problems(
    stages: Stages, stage: NoticeStage, allowed: frozenset[str]
) -> tuple[NoticeProblem, ...]:
    """What forbids announcing a stage as it stands; ``allowed`` are the items the office has opened.

    A stage of which nothing was said yet is empty, except for the items, which are asked for themselves.
    """
    notice = stages[stage]
    chosen = stages[NoticeStage.ITEMS].content.item_codes
    said = notice.content
    is_items, is_details = stage is NoticeStage.ITEMS, stage is NoticeStage.DETAILS
    found = {
        NoticeProblem.ANNOUNCED: notice.is_announced,
        NoticeProblem.EARLIER_OPEN: any(not stages[each].is_announced for each in _before(stage)),
        NoticeProblem.NOTHING_CHOSEN: is_items and not chosen,
        NoticeProblem.ITEM_NOT_ALLOWED: is_items and not set(chosen) <= allowed,
        NoticeProblem.REMARK_WITHOUT_ITEM: is_details and not set(said.remarks) <= set(chosen),
        NoticeProblem.EMPTY: not is_items and notice.revision == 0 and said == NoticeContent(),
    }
    return tuple(problem for problem, holds in found.items() if holds)


def reopen_problems(stages: Stages, stage: NoticeStage, reason: str) -> tuple[NoticeProblem, ...]:
    """What forbids reopening a stage."""
    found = {
        NoticeProblem.NOT_ANNOUNCED: not stages[stage].is_announced,
        NoticeProblem.LATER_ANNOUNCED: any(
            stages[each].is_announced for each in NoticeStage if stage in _before(each)
        ),
        NoticeProblem.REASON_MISSING: not reason.strip(),
    }
    return tuple(problem for problem, holds in found.items() if holds)


def notice_to_data(notice: StageNotice) -> dict[str, object]:
    """Plain data for JSON."""
    content = notice.content
    return {
        "is_announced": notice.is_announced,
        "reason": notice.reason,
        "accepts_pdf": content.accepts_pdf,
        "most_pages": content.most_pages,
        "most_megabytes": content.most_megabytes,
        "item_codes": list(content.item_codes),
        "remarks": dict(sorted(content.remarks.items())),
        "questions": list(content.questions),
        "text": content.text,
    }


def notice_from_data(stage: NoticeStage, data: Mapping[str, object], *, revision: int) -> StageNotice:
    """The stage written by ``notice_to_data``; raises UnreadablePlan naming the key."""
    remarks = mapping(data.get("remarks"), "remarks")
    content = NoticeContent(
        accepts_pdf=boolean(data, "accepts_pdf"),
        most_pages=_limit(data, "most_pages"),
        most_megabytes=_limit(data, "most_megabytes"),
        item_codes=tuple(string(item, "item_codes") for item in items(data, "item_codes")),
        remarks={code: string(text, "remarks") for code, text in remarks.items()},
        questions=tuple(string(item, "questions") for item in items(data, "questions")),
        text=string(data.get("text"), "text"),
    )
    return StageNotice(
        stage, content, boolean(data, "is_announced"), string(data.get("reason"), "reason"), revision
    )


def announced(notice: StageNotice) -> StageNotice:
    """The stage, said in public."""
    return replace(notice, is_announced=True, reason="")


def reopened(notice: StageNotice, reason: str) -> StageNotice:
    """The stage, open again for this reason."""
    return replace(notice, is_announced=False, reason=reason.strip())


def _before(stage: NoticeStage) -> tuple[NoticeStage, ...]:
    order = tuple(NoticeStage)
    return order[: order.index(stage)]


def _limit(data: Mapping[str, object], key: str) -> int | None:
    value = data.get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise UnreadablePlan(key)
