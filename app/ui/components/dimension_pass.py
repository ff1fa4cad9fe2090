"""橫向評分: one dimension over all applicants, a page at a time, scored where the evidence is read.

Either everything that feeds the dimension (its own view), or one category, with a choice of the dimensions it feeds
(the view of a category over all applicants).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from app.domain.dimensions import Dimension
from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.plan import require_dimension
from app.ui.components.cell_data import cell_words, ids_of, in_this_order, pass_data, rows_data
from app.ui.components.cell_saving import save_cells
from app.ui.components.document_viewer import VIEWER
from app.ui.components.evidence_lines import LINES_ALONE, LINES_SHOWN, full_data, lines_data
from app.ui.components.evidence_tree import category_label
from app.ui.components.part import desk_part, on_trigger
from app.ui.components.queue_place import PlaceOf, places_in_pass
from app.ui.components.viewer_words import viewer_words
from app.ui.state import address, queue
from app.ui.state import desk as desk_state
from app.ui.state import passes as state
from app.ui.text.desk import DeskWords
from app.ui.text.desk_documents import WORDS as DOCUMENT_WORDS
from app.ui.text.desk_passes import WORDS, PassWords
from app.ui.visit import Visit
from app.workflows.desk_views import PROFILE, ApplicantOrder, Desk
from app.workflows.evidence_review import load_label
from app.workflows.score_passes import (
    PAGE_SIZE,
    PassRow,
    categories_in_order,
    dimensions_fed_by,
    load_page_evidence,
    load_pass_rows,
    read_page_ahead,
)

CELL_PIECES = ("cells", "score_numbers", "kept_rows", "cell_sender", "cell_drafts", "cell_troubles")
"""What every part that saves single cells is made of."""
MOVING_ORDERS = (ApplicantOrder.SCORE, ApplicantOrder.PROGRESS)
"""Orders that a save changes: they stand still until the reviewer asks for them again."""


@dataclass(frozen=True)
class _Pass:
    """One run of the pass: who looks at which of the offered dimensions, in which order, narrowed to what.

    ``category_code`` is the one category that is gone through; None where all that feeds the dimension is.
    """

    visit: Visit
    desk: Desk
    dimension: Dimension
    offered: tuple[Dimension, ...]
    categories: tuple[tuple[CategoryCode, str], ...]
    words: DeskWords
    category_code: CategoryCode | None = None

    @property
    def own(self) -> PassWords:
        return WORDS[self.visit.language]

    @property
    def key(self) -> str:
        parts = [self.visit.person.person_id, self.category_code, self.dimension.dimension_id]
        arrangement = queue.arrangement(self.desk.plan.plan_id)
        return state.pass_key(self.view, self.desk.plan, *filter(None, parts), arrangement)

    @property
    def view(self) -> str:
        """As which pass a score given here is recorded."""
        return "category" if self.category_code else "dimension"

    @property
    def codes(self) -> list[CategoryCode]:
        """What feeds the dimension, or the one category it is narrowed to."""
        only = self.category_code or state.only_category()
        return [only] if only else [code for code, _ in self.categories]


def draw_dimension_pass(visit: Visit, desk: Desk, *, words: DeskWords) -> None:
    """The chosen dimension over a page of applicants in the order of the list."""
    dimension_id = state.chosen_dimension([each.dimension_id for each in desk.plan.dimensions])
    rows = load_pass_rows(visit.access, desk)
    if dimension_id is None or not rows:
        view_words = WORDS[visit.language]
        st.info(view_words.no_rows, icon=":material/assignment_ind:")
        return
    categories = categories_in_order(visit.access, desk, dimension_id)
    dimension = require_dimension(desk.plan, dimension_id)
    _draw(_Pass(visit, desk, dimension, desk.plan.dimensions, categories, words), rows)


def draw_category_pass(
    visit: Visit, desk: Desk, category_code: CategoryCode, *, label: str, words: DeskWords
) -> None:
    """One category over a page of applicants; who is not assigned to the person has a row without a score."""
    fed = dimensions_fed_by(desk.plan, category_code)
    dimension_id = state.chosen_dimension(fed)
    assert dimension_id is not None, "a category that feeds nothing is a table"
    offered = tuple(require_dimension(desk.plan, each) for each in fed)
    run = _Pass(
        visit,
        desk,
        require_dimension(desk.plan, dimension_id),
        offered,
        ((category_code, label),),
        words,
        category_code,
    )
    _draw(run, load_pass_rows(visit.access, desk, everybody=True))


def can_score_category(desk: Desk, category_code: CategoryCode) -> bool:
    """Whether there is anybody to score, and a dimension that the category feeds."""
    fed = dimensions_fed_by(desk.plan, category_code)
    return category_code != PROFILE and bool(fed) and desk.progress.assigned > 0


def _draw(run: _Pass, rows: Sequence[PassRow]) -> None:
    visit, desk, words = run.visit, run.desk, run.words
    shown = _in_standing_order(run, rows)
    page = state.page_of(run.key, ids_of(shown), size=PAGE_SIZE)
    following = ids_of(shown[(page + 1) * PAGE_SIZE : (page + 2) * PAGE_SIZE])
    on_page = shown[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    key = f"{run.key}:part"
    desk_part("dimension_pass", *VIEWER, *CELL_PIECES, "score_strip", "evidence_lines", "dimension_keys")(
        key=key,
        data={
            **pass_data(visit, desk.plan, key, dimensions=[run.dimension], words=words),
            **_page_data(run, on_page, key=key),
            **_choices(run),
            "page": page,
            "pages": max(1, -(-len(shown) // PAGE_SIZE)),
            "first": page * PAGE_SIZE,
            "progress": _progress(run, rows),
            "words": _words(run),
        },
        **_handlers(run, key, places_in_pass(desk, run.view, ids_of(shown))),
    )
    read_page_ahead(visit.access, desk, following, category_codes=run.codes)


def open_applicant(desk: Desk, value: object) -> None:
    """The vertical view of an applicant of this desk."""
    line = desk.find_line(ApplicationId(str(value)))
    if line is not None:
        desk_state.choose_applicant(line.application_id)
        desk_state.choose_view("one")


def _handlers(run: _Pass, key: str, places: PlaceOf) -> dict[str, Any]:
    def saved(value: object) -> None:
        save_cells(run.visit, run.desk.plan, value, key=key, places=places, words=run.words)

    acts: dict[str, Callable[[Any], None]] = {
        "save": saved,
        "need": lambda _: state.forget_sent(key),
        "page": lambda value: state.go_to_page(run.key, value),
        "missing": lambda _: state.toggle_missing(run.key),
        "resort": lambda _: state.resort(run.key),
        "dimension": lambda value: state.choose_dimension(str(value)),
        "only": lambda value: state.choose_only(str(value)),
        "plain": lambda _: state.show_plain_table(True),
        "expand": lambda value: state.toggle_opened(run.key, str(value)),
        "open": lambda value: open_applicant(run.desk, value),
    }
    return {f"on_{name}_change": on_trigger(key, name, act) for name, act in acts.items()}


def _in_standing_order(run: _Pass, rows: Sequence[PassRow]) -> list[PassRow]:
    """Everybody, or whom filter and choice left when they were set; nobody moves because of a save."""
    only_missing = state.is_only_missing(run.key)
    is_narrow = only_missing or run.desk.kept is not None
    asked = [
        row
        for row in rows
        if run.desk.is_kept(row.application_id) and not (only_missing and _is_done(run, row))
    ]
    order = state.standing_order(run.key, ids_of(asked), may_shrink=is_narrow)
    return in_this_order(rows, order)


def _is_done(run: _Pass, row: PassRow) -> bool:
    is_scored = run.dimension.dimension_id in row.review.scores
    return row.review.abstained or is_scored or not row.line.is_assigned


def _page_data(run: _Pass, on_page: Sequence[PassRow], *, key: str) -> dict[str, object]:
    evidence = load_page_evidence(run.visit.access, run.desk, ids_of(on_page), category_codes=run.codes)
    rows = {
        application_id: {
            **row,
            "evidence": lines_data(
                evidence[ApplicationId(application_id)],
                run.words,
                most=LINES_ALONE if run.category_code else LINES_SHOWN,
            ),
        }
        for application_id, row in rows_data(
            on_page, [run.dimension], plan=run.desk.plan, visit=run.visit, words=run.words
        ).items()
    }
    opened = [each for each in state.opened(run.key) if each in rows]
    return {
        "key": key,
        "kept": state.rows_to_send(key, rows),
        "viewer": _viewer(run),
        "selected": address.chosen_application(),
        "opened": {
            each: full_data(run.visit, run.desk, each, codes=run.codes, words=run.words) for each in opened
        },
    }


def _viewer(run: _Pass) -> dict[str, object]:
    """What opened files need; notes and tags belong to the desk of one applicant."""
    own = DOCUMENT_WORDS[run.visit.language]
    return {
        "snapshot": run.desk.plan.snapshot_id,
        "asked": None,
        "reading": None,
        "words": viewer_words(run.words, own),
    }


def _choices(run: _Pass) -> dict[str, object]:
    dimensions = [{"code": each.dimension_id, "label": each.name} for each in run.offered]
    about = {
        "dimension_choices": dimensions,
        "only_missing": state.is_only_missing(run.key),
        "is_moving": queue.order().order in MOVING_ORDERS or state.is_only_missing(run.key),
    }
    if run.category_code:
        title = category_label(run.category_code, run.categories[0][1], run.words)
        return {**about, "category": title, "only_choices": [], "only": run.category_code}
    categories = [
        {"code": code, "label": category_label(code, label, run.words)} for code, label in run.categories
    ]
    only = state.only_category()
    if only and only not in [code for code, _ in run.categories]:
        label = load_label(run.visit.access, run.desk, category_code=only)
        categories.append({"code": only, "label": category_label(only, label, run.words)})
    return {
        **about,
        "category": "",
        "only_choices": [{"code": "", "label": run.own.all_categories}, *categories],
        "only": only or "",
    }


def _progress(run: _Pass, rows: Sequence[PassRow]) -> str:
    own = [row for row in rows if row.line.is_assigned]
    scored = sum(run.dimension.dimension_id in row.review.scores for row in own)
    return run.own.count_scored.format(scored=scored, count=len(own))


def _words(run: _Pass) -> dict[str, str]:
    return {
        **cell_words(run.own),
        "dimension_title": run.own.dimension_title,
        "dimension_choose": run.own.dimension_choose,
        "dimension_hint": run.own.dimension_hint,
        "page_place": run.own.page_place,
        "page_previous": run.own.page_previous,
        "page_next": run.own.page_next,
        "none_missing": run.own.none_missing,
        "open_evidence": run.own.open_evidence,
        "close_evidence": run.own.close_evidence,
        "no_evidence": run.own.no_evidence,
        "group_pdf": run.words.group_pdf,
        "courses": run.words.tree_courses,
        "only": run.words.tree,
        "missing_file": run.words.missing_file,
        "plain_table": run.own.plain_table,
        "not_assigned": run.own.not_assigned,
    }
