"""The results of a calibration: agreement, use of levels, disputed sentences, comparison with the real round."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from app.domain.calibration_disputes import Dispute
from app.domain.evidence import Programme
from app.domain.visibility import Action
from app.psychometrics.icc import Icc
from app.psychometrics.krippendorff import Alpha
from app.ui.components.gap_case import desk_link
from app.ui.components.part import part
from app.ui.number_text import number_text
from app.ui.text.calibration import CalibrationWords
from app.ui.visit import Visit
from app.workflows.calibration_results import CalibrationResults, RoundComparison, compare_with_round

NONE = "–"
USAGE, DISPUTES = "level_usage", "rubric_disputes"


def render_report(
    visit: Visit, words: CalibrationWords, programme: Programme, *, results: CalibrationResults
) -> None:
    """Everything a closed round shows, in the order in which a committee talks about it."""
    st.caption(words.finished.format(finished=results.finished, expected=results.expected))
    left, right = st.columns([1, 1], gap="large")
    with left:
        st.markdown(f"**{words.agreement}**", help=words.agreement_help)
        st.dataframe(_agreement(words, results), hide_index=True)
    with right:
        st.markdown(f"**{words.usage}**", help=words.usage_help)
        part(USAGE)(key=f"calibration:usage:{results.calibration.round_id}", data=_usage(results))
    st.markdown(f"**{words.disputes}**")
    if not results.disputes:
        st.info(words.disputes_none)
    else:
        part(DISPUTES)(
            key=f"calibration:disputes:{results.calibration.round_id}",
            data={
                "words": dict(words.dispute_words),
                "disputes": [_dispute(words, results, each) for each in results.disputes],
            },
        )
    if visit.access.allows(Action.VIEW_RANKING, programme_code=programme.programme_code):
        st.markdown(f"**{words.comparison}**", help=words.comparison_help)
        compared = compare_with_round(visit.access, programme, results)
        st.dataframe(_by_dimension(words, compared), hide_index=True)
        st.dataframe(_by_reviewer(words, compared), hide_index=True)


def _agreement(words: CalibrationWords, results: CalibrationResults) -> pd.DataFrame:
    return pd.DataFrame(
        {
            words.column_dimension: [
                each.dimension.name if each.dimension else words.total for each in results.agreement
            ],
            words.column_applicants: [each.figures.applications for each in results.agreement],
            words.column_icc: [_interval(each.icc) for each in results.agreement],
            words.column_alpha: [_interval(each.figures.alpha) for each in results.agreement],
            words.column_difference: [_rounded(each.mean_difference) for each in results.agreement],
            words.column_same: [_share(each.same_level) for each in results.agreement],
        }
    )


def _usage(results: CalibrationResults) -> dict[str, object]:
    return {
        "dimensions": [
            {
                "name": dimension.name,
                "rows": [
                    {
                        "reviewer": results.names.get(key, key),
                        "levels": [{"name": level.name, "count": count} for level, count in counts],
                    }
                    for key, counts in usage.items()
                ],
            }
            for dimension, usage in results.usage
        ]
    }


def _dispute(words: CalibrationWords, results: CalibrationResults, dispute: Dispute) -> dict[str, object]:
    summary = results.applications[dispute.application_id]
    return {
        "dimension": dispute.dimension.name,
        "applicant": f"{summary.application_number} {summary.name}",
        "link": desk_link(results.plan.programme_code, dispute.application_id),
        "kind": dispute.kind.value,
        "told": words.kinds[dispute.kind].format(distance=dispute.distance),
        "votes": [
            {
                "level": vote.level.name,
                "band": f"{number_text(vote.level.low)}–{number_text(vote.level.high)}",
                "text": vote.level.text,
                "said": [
                    {"reviewer": results.names.get(key, key), "comment": dispute.comments.get(key, "")}
                    for key in vote.reviewer_ids
                ],
            }
            for vote in dispute.votes
        ],
    }


def _by_dimension(words: CalibrationWords, compared: RoundComparison) -> pd.DataFrame:
    lines = compared.dimensions
    names = [each.dimension.name if each.dimension else words.total for each in lines]
    columns: dict[str, list[object]] = {words.column_dimension: [*names]}
    for when, name in ((words.column_then, "then"), (words.column_now, "now")):
        sides = [each.then if name == "then" else each.now for each in lines]
        told: dict[str, Sequence[object]] = {
            words.column_applicants: [each.figures.applications if each else None for each in sides],
            words.column_icc: [_interval(each.icc) if each else NONE for each in sides],
            words.column_difference: [_rounded(each.mean_difference) if each else None for each in sides],
            words.column_same: [_share(each.same_level) if each else NONE for each in sides],
        }
        columns |= {
            words.column_at.format(column=column, when=when): [*found] for column, found in told.items()
        }
    return pd.DataFrame(columns)


def _by_reviewer(words: CalibrationWords, compared: RoundComparison) -> pd.DataFrame:
    lines = compared.reviewers
    columns: dict[str, list[object]] = {words.column_reviewer: [line.name for line in lines]}
    for when, name in ((words.column_then, "then"), (words.column_now, "now")):
        standings = [line.then if name == "then" else line.now for line in lines]
        columns[words.column_at.format(column=words.column_reviews, when=when)] = [
            each.reviews for each in standings
        ]
        columns[words.column_severity.format(when=when)] = [_rounded(each.severity) for each in standings]
        columns[words.column_distance.format(when=when)] = [
            _rounded(each.mean_difference) for each in standings
        ]
    return pd.DataFrame(columns)


def _interval(estimate: Icc | Alpha | None) -> str:
    if estimate is None or estimate.estimate is None:
        return NONE
    shown = f"{estimate.estimate:.2f}"
    if estimate.low is None or estimate.high is None:
        return shown
    return f"{shown} [{estimate.low:.2f}, {estimate.high:.2f}]"


def _share(value: float | None) -> str:
    return NONE if value is None else f"{value:.0%}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
