"""The appeal sheet in words: for the screen with names, for paper with letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from app.domain.evidence import ApplicationId
from app.domain.home_time import date_and_seconds
from app.domain.people import PersonId, Role
from app.domain.plan import PlanId
from app.domain.score_change import ScoreChange
from app.exchange.appeal_print import PrintedAppeal, appeal_json, appeal_pdf
from app.program_version import program_version
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.appeal_arithmetic import arithmetic_lines, exact_text
from app.workflows.appeal_sheet import AppealSheet, appeal_words, open_appeal_sheet
from app.workflows.ranked_list_file import outcome_text
from app.workflows.round_record import RecordedEvent, RecordKind
from app.workflows.total_ranking import ListFile

AppealForm = Literal["pdf", "json"]
Words = Mapping[str, str]
Names = Mapping[PersonId, str]
SHOWN_DIGEST = 12
ASSIGNMENT_KINDS = (
    RecordKind.STOOD,
    RecordKind.ASSIGNED,
    RecordKind.UNASSIGNED,
    RecordKind.RECUSED,
    RecordKind.RECUSAL_ENDED,
)


@dataclass(frozen=True)
class AskedAppeal:
    """Whose sheet, in which words, as of when; None is now."""

    plan_id: PlanId
    application_id: ApplicationId
    language: str = "zh"
    as_of: datetime | None = None


def export_appeal_sheet(access: Access, asked: AskedAppeal, *, form: AppealForm) -> ListFile:
    """The sheet as a file: letters for reviewers, parts for everyone else, no reasons. Opening it is logged."""
    sheet = open_appeal_sheet(access, asked.plan_id, asked.application_id, as_of=asked.as_of)
    names = role_names(access.workbench, asked.language) | letter_names(sheet, asked.language)
    printed = printed_appeal(sheet, names=names, language=asked.language)
    content = {"pdf": appeal_pdf, "json": appeal_json}[form](printed)
    number = "".join(
        each if each.isascii() and each.isalnum() else "-" for each in sheet.summary.application_number
    )
    return ListFile(f"appeal-{number}.{form}", content)


def letter_names(sheet: AppealSheet, language: str) -> dict[PersonId, str]:
    """委員 A, 委員 B …: what leaves the house."""
    word = appeal_words(language)["reviewer"]
    return {key: word.format(letter=letter) for key, letter in sheet.letters.items()}


def full_names(workbench: Workbench) -> dict[PersonId, str]:
    """Names of everyone: for office and chair, on the screen only."""
    return {each.person_id: each.display_name for each in workbench.store.load_persons()}


def role_names(workbench: Workbench, language: str) -> dict[PersonId, str]:
    """What people who are no reviewers of the application are called on paper: by their part."""
    words = appeal_words(language)
    called = {Role.OFFICE: words["office"], Role.CHAIR: words["chair"]}
    return {each.person_id: called.get(each.role, "") for each in workbench.store.load_persons()}


def printed_appeal(
    sheet: AppealSheet, *, names: Names, language: str, shows_reasons: bool = False
) -> PrintedAppeal:
    """Everything in reading order. ``names`` are what people are called; who is not in it is told by nothing."""
    words, derived = appeal_words(language), sheet.derived
    plan = sheet.plan
    notes = [words["pseudonym_note"]] if not shows_reasons else []
    if derived.known_from is not None:
        notes.append(words["unknown_before"].format(moment=date_and_seconds(derived.known_from)))
    return PrintedAppeal(
        language=language,
        title=words["title"],
        subtitle=words["subtitle"].format(
            number=sheet.summary.application_number,
            plan=plan.title,
            revision=plan.revision,
            as_of=date_and_seconds(derived.moment),
        ),
        result_title=words["result"],
        result=tuple(_result(sheet, language)),
        arithmetic_title=words["arithmetic"],
        arithmetic=arithmetic_lines(plan, sheet.steps, sheet.row.total, reviewers=names, words=words),
        record_title=words["record"],
        record_heads=tuple(words[key] for key in ("when", "what", "by", "before_after")),
        record=tuple(
            _event_cells(sheet, each, names=names, words=words, shows_reasons=shows_reasons)
            for each in sheet.record
        ),
        origin_title=words["origin"],
        origin=tuple(_origin(sheet, words)),
        notes=tuple(notes),
        digest_line=f"{words['scores_digest']} {derived.view.ranked.scores_digest}",
        page=words["page"],
    )


def _result(sheet: AppealSheet, language: str) -> Iterator[tuple[str, str]]:
    words, row, near = appeal_words(language), sheet.row, sheet.neighbours
    rank = words["no_rank"]
    if row.rank is not None:
        rank = words["rank_text"].format(rank=row.rank, ranked=near.ranked)
    yield words["rank"], rank
    yield words["total"], words["no_total"] if row.total is None else f"{row.total:f}"
    if row.rank is not None:
        yield words["equal"], str(near.equals)
        yield words["above"], _or_none(near.above, words)
        yield words["below"], _or_none(near.below, words)
    for one in sheet.plan.rules.identity_lists:
        standing = row.standing_in(one.list_id)
        if standing is not None:
            yield one.name, outcome_text(sheet.plan, standing, language=language)


def _origin(sheet: AppealSheet, words: Words) -> Iterator[tuple[str, str]]:
    derived = sheet.derived
    yield words["snapshot_id"], derived.view.ranked.snapshot_id
    yield words["plan_digest"], derived.plan_digest
    yield words["scores_digest"], derived.view.ranked.scores_digest
    yield words["components_digest"], derived.components_digest
    yield words["program_version"], program_version()


def _event_cells(
    sheet: AppealSheet, event: RecordedEvent, *, names: Names, words: Words, shows_reasons: bool
) -> tuple[str, ...]:
    dimensions = {str(each.dimension_id): each.name for each in sheet.plan.dimensions}
    actor = names.get(event.person_id, "") if event.person_id is not None else words["somebody"]
    return (
        date_and_seconds(event.moment),
        event_text(event, words),
        actor,
        "\n".join(details_of(event, dimensions, names=names, words=words, shows_reasons=shows_reasons)),
    )


def event_text(event: RecordedEvent, words: Words) -> str:
    """What happened, in a few words."""
    note = event.note
    if event.kind is RecordKind.GAP_CASE:
        note = words.get(f"state_{note}", note)
    elif event.kind is RecordKind.PHASE:
        note = words.get(f"phase_{note}", note)
    elif event.kind is RecordKind.SIGNED_LIST:
        note = note[:SHOWN_DIGEST]
    kind = "stood_recused" if event.kind is RecordKind.STOOD and note else str(event.kind)
    return words[f"kind_{kind}"].format(revision=event.revision, note=note)


def change_text(change: ScoreChange, dimensions: Mapping[str, str], words: Words) -> str:
    """「學業表現 80 → 85」; a dimension of an earlier plan by its key."""
    name = dimensions.get(change.dimension_id, change.dimension_id)
    return f"{name} {_score(change.before, words)} → {_score(change.after, words)}"


def abstained_text(abstained: tuple[bool, bool], words: Words) -> list[str]:
    """「未棄權 → 棄權」, or nothing where nothing changed."""
    before, after = (words["abstained" if each else "took_part"] for each in abstained)
    return [] if before == after else [f"{before} → {after}"]


def details_of(
    event: RecordedEvent,
    dimensions: Mapping[str, str],
    *,
    names: Names,
    words: Words,
    shows_reasons: bool,
) -> Iterator[str]:
    """Whose assignment it was, which scores changed, who reads a third time; reasons only within the house."""
    if event.kind in ASSIGNMENT_KINDS:
        yield _called(event.reviewer_id, names)
    yield from (change_text(change, dimensions, words) for change in event.changes)
    yield from abstained_text(event.abstained, words)
    if event.kind is RecordKind.GAP_CASE and event.reviewer_id is not None:
        yield words["third"].format(reviewer=_called(event.reviewer_id, names))
    if shows_reasons and event.reason:
        yield words["reason"].format(reason=event.reason)


def _called(person_id: PersonId | None, names: Names) -> str:
    return names.get(person_id, "?") if person_id is not None else ""


def _score(value: Decimal | None, words: Words) -> str:
    return words["not_scored"] if value is None else exact_text(value)


def _or_none(value: Decimal | None, words: Words) -> str:
    return words["none"] if value is None else f"{value:f}"
