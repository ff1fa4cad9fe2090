"""核心資料總覽: a block per dimension with the first entries of what feeds it."""

from __future__ import annotations

from app.domain.dimensions import Dimension, ScoringScale, weight_of
from app.domain.evidence import CategoryCode
from app.domain.plan import ReviewPlan
from app.ui.components.evidence_heading import absence_text
from app.ui.components.evidence_tree import category_label
from app.ui.components.part import desk_part, on_trigger
from app.ui.number_text import number_text
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.workflows.desk_views import OVERVIEW, Absence, CategoryDigest, CoreOverview, DimensionDigest


def draw_core_overview(overview: CoreOverview, plan: ReviewPlan, *, words: DeskWords) -> None:
    """Every dimension with its categories; a click goes to the category."""
    key = state.content_key("overview", overview.profile.summary.application_id, OVERVIEW)
    desk_part("core_overview")(
        key=key,
        data={
            "dimensions": [_dimension(each, plan, words) for each in overview.dimensions],
            "words": {"nothing_chosen": words.overview_nothing_chosen},
        },
        on_chosen_change=on_trigger(key, "chosen", lambda code: state.choose_category(CategoryCode(code))),
    )


def weight_label(dimension: Dimension, scale: ScoringScale, words: DeskWords) -> str:
    """占比 40 %, or 配分 40."""
    text = words.score_weight if scale is ScoringScale.PERCENT else words.score_points
    return text.format(weight=number_text(weight_of(dimension, scale)))


def _dimension(digest: DimensionDigest, plan: ReviewPlan, words: DeskWords) -> dict[str, object]:
    return {
        "name": digest.dimension.name,
        "weight": weight_label(digest.dimension, plan.scale, words),
        "categories": [_category(each, words) for each in digest.categories],
    }


def _category(digest: CategoryDigest, words: DeskWords) -> dict[str, object]:
    more = words.overview_more.format(count=digest.count)
    return {
        "code": digest.category_code,
        "label": category_label(digest.category_code, digest.label, words),
        "count": digest.count,
        "entries": list(digest.first_entries),
        "more": more if digest.count > len(digest.first_entries) else "",
        "reason": _reason(digest, words),
    }


def _reason(digest: CategoryDigest, words: DeskWords) -> str:
    """The sentence up to where it speaks of what follows below; an unreadable file is told in full."""
    text = absence_text(digest.absence, digest.category_code, words)
    return text if digest.absence is Absence.UNREADABLE else text.partition("；")[0]
