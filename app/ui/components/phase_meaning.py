"""What a phase allows: as one sentence, and of all phases as a table of who may do what."""

from __future__ import annotations

import streamlit as st

from app.domain.people import Role
from app.domain.round_phase import PHASES, Phase, PhaseRules
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
        row_height=58,
        column_config={name: st.column_config.TextColumn(width="medium") for name in words.table.values()},
    )


def _line(words: PhaseWords, rules: PhaseRules, standing: PhaseRules) -> dict[str, str]:
    is_standing = rules.phase is standing.phase
    choice = "" if is_standing else words.by_choice
    ranking = words.ranking[rules.shows_ranking] + (choice if rules.may_show_ranking else "")
    others = words.others[reviewers_may_see(rules)] + (choice if rules.phase is Phase.DISCUSSION else "")
    told = {
        "phase": words.names[rules.phase] + (words.is_standing if is_standing else ""),
        "scores": words.scorers[rules.scorers],
        "reviewers": others,
        "ranking": ranking,
        "chair": words.chair_sees[rules.sees_others(Role.CHAIR)],
        "exports": words.exports[rules.chair_exports],
        "office": words.office_exports,
    }
    return {words.table[name]: text for name, text in told.items()}
