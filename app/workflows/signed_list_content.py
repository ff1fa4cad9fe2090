"""What a signed list says: columns, lines, origin, rules and words, from a list derived as of a moment."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from app.domain.evidence import ApplicationSummary
from app.domain.home_time import date_and_seconds, with_offset
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import RankedList, RankedRow
from app.domain.ranking import filter_identity, filter_list
from app.errors import NotFound
from app.exchange.signed_list import (
    DIGEST_KEY,
    FORM_NAME,
    ORIGIN_KEYS,
    ListColumn,
    ListSheetWords,
    SignedList,
)
from app.program_version import program_version
from app.workflows.list_as_of import DerivedList
from app.workflows.ranked_list_file import outcome_text, remarks_of
from app.workflows.ranked_list_words import words_of
from app.workflows.total_ranking import list_rules

WORDS_FILE = Path(__file__).parent / "signed_list_words.toml"
LANGUAGES = ("zh", "en")
EVERYONE = ""
STATUS_PART = "status:"
LIST_PART = "list:"
SIGNATURES = 6
Words = Mapping[str, str]


@cache
def signed_words(language: str) -> Words:
    """The words of one language."""
    words: dict[str, dict[str, str]] = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    return words[language]


def signed_list_of(
    derived: DerivedList, *, language: str, selection: str = EVERYONE, version: str | None = None
) -> SignedList:
    """The list in the words of one language. ``selection`` is empty, ``status:`` and an applicant status, or
    ``list:`` and an identity list; raises NotFound for one that is not there.

    ``version`` is that of the program that made a file to be compared; None is this one.
    """
    view, words = derived.view, signed_words(language)
    ranked = selected(view.ranked, selection)
    return SignedList(
        origin=_origin(derived, language, selection, version or program_version()),
        columns=tuple(_columns(view.plan, words)),
        rows=tuple(
            tuple(_cells(view.plan, row, view.summaries[row.application_id], language)) for row in ranked.rows
        ),
        rules=(*list_rules(replace(view, ranked=ranked), language=language), *_notes(derived, words)),
        words=_sheet_words(derived, words),
    )


def selected(ranked: RankedList, selection: str) -> RankedList:
    """The part of the list that is asked for, ranked anew inside itself."""
    if selection.startswith(STATUS_PART):
        status = selection.removeprefix(STATUS_PART)
        if any(row.entry.applicant_status == status for row in ranked.rows):
            return filter_identity(ranked, status)
    elif selection.startswith(LIST_PART):
        list_id = selection.removeprefix(LIST_PART)
        if any(each.list_id == list_id for each in ranked.identity_lists):
            return filter_list(ranked, list_id)
    elif selection == EVERYONE:
        return ranked
    # What was asked for may be a stranger's text: it is not repeated.
    raise NotFound("identity list", ranked.plan_id)


def _origin(derived: DerivedList, language: str, selection: str, version: str) -> dict[str, str]:
    ranked = derived.view.ranked
    values = (
        FORM_NAME,
        language,
        selection,
        ranked.snapshot_id,
        ranked.plan_id,
        str(ranked.plan_revision),
        derived.plan_digest,
        ranked.scores_digest,
        derived.components_digest,
        version,
        with_offset(derived.moment),
    )
    return dict(zip(ORIGIN_KEYS, values, strict=True))


def _columns(plan: ReviewPlan, words: Words) -> Iterator[ListColumn]:
    yield ListColumn("rank", words["rank"], is_number=True)
    for key in ("application_number", "name", "school", "status", "mode"):
        yield ListColumn(key, words[key])
    yield ListColumn("total", words["total"], is_number=True, decimals=2)
    if plan.rules.components:
        yield ListColumn("review_total", words["review_total"], is_number=True, decimals=2)
    for component in plan.rules.components:
        yield ListColumn(f"component:{component.component_id}", component.name)
    for dimension in plan.dimensions:
        yield ListColumn(f"dimension:{dimension.dimension_id}", dimension.name, is_number=True, decimals=2)
    for one in plan.rules.identity_lists:
        yield ListColumn(f"list:{one.list_id}", words["outcome"].format(name=one.name))
    yield ListColumn("remarks", words["remarks"])


def _cells(plan: ReviewPlan, row: RankedRow, summary: ApplicationSummary, language: str) -> Iterator[str]:
    shared = words_of(language)
    yield "" if row.rank is None else str(row.rank)
    yield from (summary.application_number, summary.name, summary.school_name)
    yield summary.applicant_status or ""
    yield shared[f"mode_{summary.submission_mode}"]
    yield _number(row.total)
    if plan.rules.components:
        yield _number(row.review_total)
    for component in plan.rules.components:
        is_known = component.component_id in row.components
        value = row.components.get(component.component_id)
        yield (shared["absent"] if value is None else f"{value:f}") if is_known else ""
    for dimension in plan.dimensions:
        yield _number(row.dimension_means.get(dimension.dimension_id))
    for one in plan.rules.identity_lists:
        standing = row.standing_in(one.list_id)
        yield "" if standing is None else outcome_text(plan, standing, language=language)
    yield shared["sentence_separator"].join(remarks_of(plan, row, language=language))


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _notes(derived: DerivedList, words: Words) -> Iterator[str]:
    if derived.known_from is not None:
        yield words["assignments_unknown"].format(moment=date_and_seconds(derived.known_from))


def _sheet_words(derived: DerivedList, words: Words) -> ListSheetWords:
    plan = derived.view.plan
    return ListSheetWords(
        title=words["title"],
        subtitle=words["subtitle"].format(
            programme=plan.programme_code,
            plan=plan.title,
            revision=plan.revision,
            as_of=date_and_seconds(derived.moment),
        ),
        list_sheet=words["list_sheet"],
        origin_sheet=words["origin_sheet"],
        rules=words["rules"],
        origin={key: words[key] for key in (*ORIGIN_KEYS, DIGEST_KEY)},
        signatures=tuple(words[f"signature_{place}"] for place in range(1, SIGNATURES + 1)),
        signed_on=words["signed_on"],
        page=words["page"],
        everyone=words["selection_all"],
    )
