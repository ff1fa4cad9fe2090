"""What is new since the reviewer last looked: one line over the list, and the categories of one applicant."""

from __future__ import annotations

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.evidence_change import CategoryChange, ChangeKind, Renewal
from app.domain.scores import ReviewState
from app.ui.components.evidence_tree import category_label
from app.ui.components.part import desk_part, on_trigger
from app.ui.state import desk as state
from app.ui.state import queue
from app.ui.text.desk import DeskWords
from app.ui.text.desk_queue import WORDS, QueueWords
from app.ui.visit import Visit
from app.workflows.desk_views import ALL_COURSES, UNLINKED, ApplicantLine, Desk
from app.workflows.evidence_review import load_label
from app.workflows.new_evidence import mark_seen, remember_seen

OPENED_AS = {CategoryCode("course_record"): ALL_COURSES, CategoryCode("semester_standing"): ALL_COURSES}
"""Where the desk shows what the snapshot counts under a name of its own."""


def news_line(desk: Desk, own: QueueWords) -> dict[str, object] | None:
    """How many reviewed applicants changed, or how many at all, with the filter that shows them."""
    changed = [line for line in desk.lines if _is_changed(desk, line)]
    reviewed = [line for line in changed if line.is_assigned and line.state is not ReviewState.NOT_SCORED]
    unknown = sum(each.is_incomparable for each in desk.renewed.values())
    if reviewed:
        return {"text": own.news_reviewed.format(count=len(reviewed)), "shows": "reviewed"}
    if changed:
        return {"text": own.news_open.format(count=len(changed)), "shows": "all"}
    return {"text": own.news_incomparable.format(count=unknown), "shows": ""} if unknown else None


def draw_news(visit: Visit, desk: Desk, line: ApplicantLine, *, words: DeskWords) -> None:
    """The changed categories of this applicant; a click opens one, a button marks all as seen."""
    renewal = desk.renewed.get(line.application_id)
    if renewal is None or renewal.is_pending:
        return
    key = queue.news_key(desk.plan, line.application_id)
    looked = queue.looked_at(desk.plan, line.application_id, state.category())
    desk_part("news_notice")(
        key=key,
        data=_data(visit, desk, renewal, words=words, looked=looked),
        on_chosen_change=on_trigger(key, "chosen", lambda code: state.choose_category(CategoryCode(code))),
        on_seen_change=on_trigger(key, "seen", lambda _: mark_seen(visit.access, desk, line.application_id)),
    )


def note_look(visit: Visit, desk: Desk, application_id: ApplicationId) -> None:
    """An applicant without news, or whose every changed category was opened, has been looked at."""
    renewal = desk.renewed.get(application_id)
    if renewal is not None and renewal.is_pending:
        return
    if renewal is None or renewal.changes is None:
        if queue.is_first_look(desk.plan, application_id):
            remember_seen(visit.access, desk, application_id)
        return
    looked = queue.looked_at(desk.plan, application_id, state.category())
    if all(_opens_as(each) in looked for each in renewal.changes):
        remember_seen(visit.access, desk, application_id)


def _is_changed(desk: Desk, line: ApplicantLine) -> bool:
    renewal = desk.renewed.get(line.application_id)
    return renewal is not None and bool(renewal.changes)


def _opens_as(change: CategoryChange) -> CategoryCode:
    return OPENED_AS.get(change.category_code, change.category_code)


def _data(
    visit: Visit, desk: Desk, renewal: Renewal, *, words: DeskWords, looked: frozenset[CategoryCode]
) -> dict[str, object]:
    own = WORDS[visit.language]
    changes = [
        _change(visit, desk, each, words=words, is_looked=_opens_as(each) in looked)
        for each in renewal.changes or ()
    ]
    is_known = renewal.changes is not None
    return {
        "title": own.news_title,
        "text": own.news_intro if is_known else own.news_unknown,
        "hint": own.news_hint if is_known else "",
        "changes": changes,
        "seen": own.news_seen,
        "looked": own.news_looked,
    }


def _change(
    visit: Visit, desk: Desk, change: CategoryChange, *, words: DeskWords, is_looked: bool
) -> dict[str, object]:
    own = WORDS[visit.language]
    code = _opens_as(change)
    is_equal = change.entries_before == change.entries_now
    entries = own.news_same_entries if is_equal else own.news_entries
    return {
        "code": code,
        "kind": change.kind,
        "label": _label(visit, desk, change.category_code, words),
        "kind_label": _kind_label(change.kind, own),
        "entries": entries.format(before=change.entries_before, now=change.entries_now),
        "is_looked": is_looked,
    }


def _kind_label(kind: ChangeKind, own: QueueWords) -> str:
    labels = {
        ChangeKind.CAME: own.news_came,
        ChangeKind.WENT: own.news_went,
        ChangeKind.CHANGED: own.news_changed,
    }
    return labels[kind]


def _label(visit: Visit, desk: Desk, code: CategoryCode, words: DeskWords) -> str:
    own = WORDS[visit.language]
    if code == "semester_standing":
        return own.category_semester_standing
    if code == UNLINKED:
        return own.category_unlinked
    shown = OPENED_AS.get(code, code)
    return category_label(shown, load_label(visit.access, desk, category_code=shown), words)
