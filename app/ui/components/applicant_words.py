"""The words that the applicant list takes with its lines, and what it calls the facets of the filter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.scores import ReviewState
from app.ui.text.desk import WORDS as DESK_WORDS
from app.ui.text.desk import DeskWords
from app.ui.text.desk_queue import WORDS, QueueWords
from app.ui.text.frame import WORDS as FRAME_WORDS
from app.ui.text.frame import FrameWords
from app.ui.text.language import Language
from app.ui.text.research import WORDS as RESEARCH_WORDS
from app.workflows.applicant_filter import (
    DRAFT,
    FLAGGED,
    INCOMPARABLE,
    MINE,
    OTHERS,
    RENEWED,
    Facet,
)

Labels = Mapping[Facet, Mapping[str, str]]


@dataclass(frozen=True)
class ListWords:
    """The three catalogues the list speaks from, in one language."""

    desk: DeskWords
    own: QueueWords
    frame: FrameWords
    school_types: Mapping[str, str]


def list_words(language: Language) -> ListWords:
    """The catalogues of a language."""
    return ListWords(
        DESK_WORDS[language], WORDS[language], FRAME_WORDS[language], RESEARCH_WORDS[language].school_types
    )


def lasting_words(language: Language) -> dict[str, str]:
    """Every word the browser puts on the list itself."""
    desk, own = DESK_WORDS[language], WORDS[language]
    return {
        "applicants": desk.applicants,
        "order": desk.order,
        "compare": desk.compare,
        "compare_start": desk.compare_start,
        "compare_clear": desk.compare_clear,
        "filter": desk.filter,
        "filter_label": desk.filter_label,
        "filter_nothing": desk.filter_nothing,
        "draft": desk.draft,
        "group_database": desk.group_database,
        "group_pdf": desk.group_pdf,
        "state_not_scored": desk.state_not_scored,
        "state_partial": desk.state_partial,
        "state_abstained": desk.state_abstained,
        "state_scored": desk.state_scored,
        "shown": own.shown,
        "turn_order": own.turn_order,
        "flagged": own.flagged,
        "badge_renewed": own.badge_renewed,
        "badge_incomparable": own.badge_incomparable,
        "news_only": own.news_only,
    } | _sift_words(own)


def facet_titles(own: QueueWords) -> Mapping[Facet, str]:
    """The facets in words."""
    return {
        Facet.STATE: own.facet_state,
        Facet.MARK: own.facet_mark,
        Facet.EVIDENCE: own.facet_evidence,
        Facet.SCOPE: own.facet_scope,
        Facet.IDENTITY: own.facet_identity,
        Facet.MODE: own.facet_mode,
        Facet.STANDING: own.facet_standing,
        Facet.SCHOOL_TYPE: own.facet_school_type,
        Facet.COUNTY: own.facet_county,
        Facet.SCHOOL: own.facet_school,
    }


def choice_labels(words: ListWords) -> Labels:
    """Choices with words of their own, in the order they are shown; a school is its own label."""
    desk, own, frame = words.desk, words.own, words.frame
    named: dict[Facet, dict[str, str]] = {
        Facet.STATE: {
            ReviewState.NOT_SCORED.value: desk.state_not_scored,
            ReviewState.PARTIAL.value: desk.state_partial,
            ReviewState.ABSTAINED.value: desk.state_abstained,
            ReviewState.SCORED.value: desk.state_scored,
        },
        Facet.MARK: {FLAGGED: own.mark_flagged, DRAFT: own.mark_draft},
        Facet.EVIDENCE: {RENEWED: own.evidence_renewed, INCOMPARABLE: own.evidence_incomparable},
        Facet.SCOPE: {MINE: own.scope_mine, OTHERS: own.scope_others},
        Facet.MODE: {
            "database": own.mode_database,
            "partial_pdf": frame.mode_partial_pdf,
            "pdf": frame.mode_pdf,
            "missing": frame.mode_missing,
        },
        Facet.STANDING: {
            "10": own.band_10,
            "25": own.band_25,
            "50": own.band_50,
            "75": own.band_75,
            "100": own.band_100,
        },
        Facet.SCHOOL_TYPE: dict(words.school_types),
    }
    return {facet: named.get(facet, {}) for facet in Facet}


def _sift_words(own: QueueWords) -> dict[str, str]:
    return {
        "sift": own.sift,
        "sift_title": own.sift_title,
        "sift_close": own.sift_close,
        "sift_clear": own.sift_clear,
        "sift_chips": own.sift_chips,
        "sift_remove": own.sift_remove,
        "sift_find": own.sift_find,
        "sift_outside": own.sift_outside,
        "sift_none": own.sift_none,
        "facet_score": own.facet_score,
        "score_from": own.score_from,
        "score_to": own.score_to,
    }
