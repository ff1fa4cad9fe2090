"""Behind one row of the ranked list: each reviewer's scores, comments, total and when they were saved."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from urllib.parse import urlencode

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.scores import Review
from app.domain.visibility import Action
from app.ui.components.part import part
from app.ui.local_time import clock_time
from app.ui.number_text import number_text
from app.ui.state import ranking as state
from app.ui.text.ranking import RankingWords
from app.ui.visit import Visit
from app.workflows.ranked_list_file import remarks_of
from app.workflows.total_ranking import RankingView, ReviewLine, load_row_reviews

PART = "row_reviews"


def render_row_reviews(visit: Visit, words: RankingWords, view: RankingView) -> bool:
    """The opened row; False when none is open or it is no longer in the list."""
    code = view.plan.programme_code
    opened = state.opened_row(code)
    row = next((each for each in view.ranked.rows if each.application_id == opened), None)
    if opened is None or row is None:
        return False
    summary = view.summaries[opened]
    means = [row.dimension_means.get(each.dimension_id) for each in view.plan.dimensions]
    may_see = visit.access.allows(Action.VIEW_OTHER_REVIEWS, programme_code=code, application_id=opened)
    may_open = visit.access.allows(Action.VIEW_APPLICATION, programme_code=code, application_id=opened)
    lines = load_row_reviews(visit.access, view.plan, opened) if may_see else ()
    part(PART)(
        key=state.key(code, PART, opened),
        data={
            "words": dict(words.row),
            "close": words.row_close,
            "title": words.row_title.format(number=summary.application_number, name=summary.name),
            "subtitle": summary.school_name if may_see else words.row_hidden,
            "remarks": list(remarks_of(view.plan, row, language=str(visit.language))),
            "link": _link(code, opened) if may_open else "",
            "dimensions": [each.name for each in view.plan.dimensions],
            "means": [_shown(words, mean) for mean in means],
            "total": _shown(words, row.total),
            "lines": [_line(words, view, each) for each in lines],
        },
        on_closed_change=_on_close(code),
    )
    return True


def _link(code: ProgrammeCode, application_id: ApplicationId) -> str:
    return "review?" + urlencode({"programme": code, "app": application_id})


def _line(words: RankingWords, view: RankingView, line: ReviewLine) -> dict[str, object]:
    review = line.review
    scores = [review.scores.get(each.dimension_id) if review else None for each in view.plan.dimensions]
    is_old = review is not None and review.plan_revision != view.plan.revision
    state_word = words.states["recused" if line.recused else line.state]
    return {
        "reviewer": line.reviewer_name,
        "state": "" if line.state == "scored" and not line.recused else state_word,
        "scores": [_shown(words, score) for score in scores],
        "total": _shown(words, line.total),
        "saved": clock_time(review.saved_at) if review and review.saved_at else words.row["none"],
        "revision_note": _revision_note(words, review) if review and is_old else "",
        "said": _said(words, view, line),
    }


def _revision_note(words: RankingWords, review: Review) -> str:
    note = words.row["old_scale" if review.old_scale else "old_revision"]
    return note.format(revision=review.plan_revision)


def _said(words: RankingWords, view: RankingView, line: ReviewLine) -> list[dict[str, str]]:
    review = line.review
    if review is None:
        return []
    said = [(each.name, review.comments.get(each.dimension_id, "")) for each in view.plan.dimensions]
    said.append((words.row["comment"], review.comment))
    said.append((words.row["abstain_reason"], review.abstain_reason if review.abstained else ""))
    said.append((words.row["flagged"], "⚑" if review.flagged else ""))
    return [{"about": about, "text": text} for about, text in said if text]


def _shown(words: RankingWords, value: Decimal | None) -> str:
    return words.row["none"] if value is None else number_text(value)


def _on_close(code: ProgrammeCode) -> Callable[[], None]:
    def close() -> None:
        state.open_row(code, None)

    return close
