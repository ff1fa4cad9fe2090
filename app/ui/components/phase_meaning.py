"""What a phase allows: as one sentence, and of all phases as a table of who may do what."""

from __future__ import annotations

import streamlit as st

from app.domain.people import Role
from app.domain.round_phase import PHASES, Phase, PhaseRules, SeesOthers
from app.ui.text.phases import PhaseWords
from app.workflows.round_phases import reviewers_may_see


def meaning_of(words: PhaseWords, rules: PhaseRules) -> str:
    """Who scores, what reviewers see, whether the chair may take the list away."""
    parts = (
        words.scorers[rules.scorers],
        words.others[reviewers_may_see(rules)],
        words.ranking[rules.shows_ranking],
        words.exports[rules.chair_exports],
    )
    return "・".join(parts)


def render_phase_table(words: PhaseWords, standing: PhaseRules, *, key: str) -> None:
    """Every phase, one a line, the one that stands as it was entered; what the round may choose is named."""
    st.dataframe(
        [_line(words, standing if phase is standing.phase else PHASES[phase], standing) for phase in Phase],
        hide_index=True,
        key=key,
    )
    st.caption(words.who_may_note)


def _line(words: PhaseWords, rules: PhaseRules, standing: PhaseRules) -> dict[str, str]:
    is_standing = rules.phase is standing.phase
    ranking, reviewers = words.cell_may[rules.shows_ranking], words.cell_others[reviewers_may_see(rules)]
    told = {
        "phase": words.names[rules.phase] + (words.is_standing if is_standing else ""),
        "scores": words.cell_scores[rules.scorers],
        "reviewers": reviewers + (words.by_choice if rules.phase is Phase.DISCUSSION else ""),
        "ranking": ranking + (words.by_choice if rules.may_show_ranking else ""),
        "chair": words.cell_may[rules.sees_others(Role.CHAIR) is SeesOthers.ALWAYS],
        "exports": words.cell_may[rules.chair_exports],
        "office": words.cell_may[True],
    }
    return {words.table[name]: text for name, text in told.items()}
