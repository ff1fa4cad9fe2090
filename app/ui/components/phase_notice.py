"""What the phase of the round keeps somebody from: scoring now, or taking the ranked list away."""

from __future__ import annotations

import streamlit as st

from app.domain.evidence import ProgrammeCode
from app.domain.plan import ReviewPlan
from app.domain.round_phase import PHASES
from app.domain.visibility import Action
from app.ui.plain import plain
from app.ui.text.phases import WORDS
from app.ui.visit import Visit


def render_phase_closed(visit: Visit, plan: ReviewPlan) -> None:
    """The phase as the reason; a draft stays in the browser until the form is drawn again."""
    words = WORDS[visit.language]
    rules = visit.access.round_state(plan.programme_code).phase.rules
    st.info(
        words.scoring_closed[rules.scorers].format(phase=words.names[rules.phase]),
        icon=":material/pause_circle:",
    )
    st.caption(words.scoring_kept)


def render_export_closed(visit: Visit, code: ProgrammeCode) -> None:
    """Who may export now and in which phases the chair may; nothing where no phase would ever allow it."""
    if not visit.access.forbids_by_phase(Action.EXPORT_RANKING, programme_code=code):
        return
    words = WORDS[visit.language]
    rules = visit.access.round_state(code).phase.rules
    opening = words.or_joint.join(words.names[phase] for phase, each in PHASES.items() if each.chair_exports)
    st.caption(plain(words.export_closed.format(phase=words.names[rules.phase], open=opening)))
