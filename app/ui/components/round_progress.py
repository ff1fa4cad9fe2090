"""Every programme of the round in one table."""

from __future__ import annotations

import streamlit as st

from app.domain.review_progress import ReviewProgress
from app.ui.text.office import OfficeWords
from app.ui.visit import Visit
from app.workflows.administration import ProgrammeProgress, load_round


def render_round_progress(visit: Visit, words: OfficeWords) -> None:
    """The totals in a sentence, then one row a programme."""
    progress = load_round(visit.access)
    st.text(
        words.totals.format(
            programmes=len(progress),
            applications=sum(each.applications for each in progress),
            required=sum(each.reviews.required for each in progress if each.reviews),
            counted=sum(each.reviews.counted for each in progress if each.reviews),
            scored=sum(each.scored for each in progress),
            abstained=sum(each.abstained for each in progress),
            pairs=sum(each.pairs for each in progress),
        )
    )
    st.dataframe(
        [_row(each, words) for each in progress],
        key="office:progress",
        hide_index=True,
        column_config={
            words.column_progress: st.column_config.ProgressColumn(
                format="percent", min_value=0, max_value=1, help=words.progress_help
            ),
            words.column_required: st.column_config.TextColumn(help=words.progress_help, alignment="right"),
            words.column_assigned: st.column_config.NumberColumn(help=words.assigned_help),
        },
    )


def _row(each: ProgrammeProgress, words: OfficeWords) -> dict[str, str | int | float | None]:
    return {
        words.column_programme: f"{each.programme.programme_code} {each.programme.programme_name}",
        words.column_channel: words.channels[each.programme.admission_channel],
        words.column_applications: each.applications,
        words.column_database: each.modes.get("database", 0),
        words.column_partial: each.modes.get("partial_pdf", 0),
        words.column_pdf: each.modes.get("pdf", 0),
        words.column_missing: each.modes.get("missing", 0),
        words.column_plan: _plan(each, words),
        words.column_items: words.items_published if each.items_published else words.items_open,
        words.column_reviewers: each.reviewers,
        words.column_required: f"{each.reviews.counted}／{each.reviews.required}" if each.reviews else "—",
        words.column_progress: _share(each.reviews),
        words.column_assigned: each.pairs,
        words.column_scored: each.scored,
        words.column_abstained: each.abstained,
        words.column_partial_review: each.partial,
    }


def _share(reviews: ReviewProgress | None) -> float | None:
    return reviews.counted / reviews.required if reviews and reviews.required else None


def _plan(each: ProgrammeProgress, words: OfficeWords) -> str:
    if each.plan_revision is not None:
        return words.plan_locked.format(revision=each.plan_revision)
    return words.plan_draft if each.has_draft else words.plan_none
