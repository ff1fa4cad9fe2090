"""What stands around the scoring form: own versions, the spread over the levels, phrases, scores of an older scale."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from app.domain.dimensions import DimensionId
from app.domain.level_counts import LevelCounts, Withheld
from app.domain.rounding import round_half_up
from app.ui.number_text import number_text
from app.ui.state import scoring as state
from app.ui.text.desk_scoring import WORDS, ScoringWords
from app.ui.visit import Visit
from app.workflows.desk_views import OwnReview
from app.workflows.level_distribution import DimensionLevels, load_level_distribution
from app.workflows.own_phrases import PHRASE_LENGTH, load_own_phrases
from app.workflows.review_history import (
    ReviewChange,
    ReviewVersion,
    load_old_scores,
    load_own_versions,
)

LONGEST_SHOWN = 60


def drawers_data(visit: Visit, own: OwnReview) -> dict[str, object]:
    """Only what is open is asked for; phrases are always at hand, for they are inserted while typing."""
    drawer = state.drawer()
    words = WORDS[visit.language]
    return {
        "drawer": drawer,
        "history": _history(visit, own, words) if drawer == "history" else None,
        "levels": _levels(visit, own, words) if drawer == "levels" else None,
        "phrases": [
            {"id": each.phrase_id, "content": each.content} for each in load_own_phrases(visit.access)
        ],
        "phrase_length": PHRASE_LENGTH,
        "phrase_problem": state.take_phrase_problem(),
        "old_scores": _old_scores(visit, own, words),
        "words": dict(words.form),
    }


def _old_scores(visit: Visit, own: OwnReview, words: ScoringWords) -> dict[str, str]:
    old = load_old_scores(visit.access, own.plan, own.review)
    return {
        key: words.old_score.format(
            score=number_text(each.value),
            scale=words.scales[each.scale.value].format(maximum=number_text(each.maximum)),
        )
        for key, each in old.items()
    }


def _history(visit: Visit, own: OwnReview, words: ScoringWords) -> list[dict[str, object]]:
    versions = load_own_versions(visit.access, own.plan, own.application_id)
    names = {each.dimension_id: each.name for each in own.plan.dimensions}
    return [_version(each, names, words) for each in versions]


def _version(
    version: ReviewVersion, names: Mapping[DimensionId, str], words: ScoringWords
) -> dict[str, object]:
    review = version.review
    return {
        "revision": version.revision,
        "saved_at": version.saved_at.isoformat() if version.saved_at else "",
        "total": total_text(version.total) or words.states[version.state.value],
        "changes": [change_text(each, names, words) for each in version.changes] or [words.no_change],
        "form": {
            "scores": {key: number_text(value) for key, value in review.scores.items()},
            "comments": dict(review.comments),
            "comment": review.comment,
            "abstained": review.abstained,
            "abstain_reason": review.abstain_reason,
            "flagged": review.flagged,
        },
    }


def total_text(total: Decimal | None) -> str:
    """A total as the form shows it; empty when unknown."""
    return "" if total is None else str(round_half_up(total))


def change_text(change: ReviewChange, names: Mapping[DimensionId, str], words: ScoringWords) -> str:
    """One difference between two versions in words."""
    is_choice = change.field in ("flag", "abstain")
    before, after = (
        (words.yes if text else words.no) if is_choice else _shortened(text) or words.nothing
        for text in (change.before, change.after)
    )
    name = names.get(change.dimension_id, "") if change.dimension_id else ""
    return words.changes[change.field].format(dimension=name, before=before, after=after)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _levels(visit: Visit, own: OwnReview, words: ScoringWords) -> dict[str, object]:
    dimensions = load_level_distribution(visit.access, own.plan)
    return {"note": words.levels_note, "dimensions": [_dimension(each, words) for each in dimensions]}


def _dimension(each: DimensionLevels, words: ScoringWords) -> dict[str, object]:
    panel = each.panel if isinstance(each.panel, LevelCounts) else None
    levels = each.dimension.rubric_levels
    return {
        "id": each.dimension.dimension_id,
        "name": each.dimension.name,
        "withheld": words.levels_withheld[each.panel.value] if isinstance(each.panel, Withheld) else "",
        "has_intent": any(level.intended_share is not None for level in levels),
        "has_panel": panel is not None,
        "rows": [
            {
                "name": level.name,
                "mine": _count(each.own, place),
                "intended": "" if level.intended_share is None else f"{number_text(level.intended_share)} %",
                "panel": _count(panel, place) if panel else None,
            }
            for place, level in enumerate(levels)
        ],
        "outside": each.own.outside,
        "panel_outside": panel.outside if panel else 0,
    }


def _count(counts: LevelCounts, place: int) -> list[object]:
    """The exact count, and its share in whole percent for the eye."""
    count = counts.counts[place]
    return [count, f"{round(100 * count / counts.total)} %" if counts.total else ""]
