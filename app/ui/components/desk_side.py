"""The left column of the desk: search, applicants, tree."""

from __future__ import annotations

from app.domain.visibility import Action
from app.ui.components.applicant_list import draw_applicant_list
from app.ui.components.evidence_tree import draw_evidence_tree
from app.ui.components.search_box import draw_search_box
from app.ui.state import desk as state
from app.ui.state import search
from app.ui.text.desk import DeskWords
from app.ui.visit import Visit
from app.workflows.category_content import load_tree
from app.workflows.desk_views import ApplicantLine, Desk
from app.workflows.keyword_hits import Findings, search_all, search_one


def draw_side(visit: Visit, desk: Desk, line: ApplicantLine | None, *, words: DeskWords) -> None:
    """While a search runs its hits take the place of list and tree, so that they stay beside what is read."""
    may_search_all = visit.access.allows(Action.SEARCH_PROGRAMME, programme_code=desk.plan.programme_code)
    findings = None
    if not search.is_narrowed():
        findings = _find(visit, desk, line, may_search_all=may_search_all)
    draw_search_box(visit, findings, may_search_all=may_search_all, words=words)
    if findings is not None:
        return
    shown = line or desk.lines[0]
    chosen = line.application_id if line else None
    draw_applicant_list(visit, desk, chosen, words=words)
    tree = load_tree(visit.access, desk.plan, shown.application_id)
    draw_evidence_tree(desk.plan, tree, (shown.application_id, state.category()), words=words)


def _find(visit: Visit, desk: Desk, line: ApplicantLine | None, *, may_search_all: bool) -> Findings | None:
    """What was asked is found again only when question or desk changed: a search stays open while one scores."""
    query, last_save = search.query(), state.notice()
    if not query.keyword:
        return None
    if query.everyone and may_search_all:
        found = search.kept(
            (query, desk, visit.person.person_id, last_save),
            lambda: search_all(visit.access, desk, keyword=query.keyword, page=query.page),
        )
        search.remember_found(found.found_ids)
        return found
    if line is None:
        return None
    return search.kept(
        (query, desk, visit.person.person_id, last_save, line.application_id),
        lambda: search_one(visit.access, desk, line.application_id, keyword=query.keyword, page=query.page),
    )
