"""What the phase of the round keeps somebody from: scoring now, or taking the ranked list away."""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st

from app.domain.evidence import ProgrammeCode
from app.domain.people import Role
from app.domain.plan import ReviewPlan
from app.domain.round_phase import PHASES, Phase
from app.domain.scores import Review, reviewer_total
from app.domain.visibility import Action
from app.ui.number_text import number_text
from app.ui.plain import plain
from app.ui.text.phases import WORDS, PhaseWords
from app.ui.visit import Visit


def render_phase_closed(visit: Visit, plan: ReviewPlan, own: Review) -> None:
    """The phase as the reason, and what this reviewer saved; a draft stays in the browser until the form is drawn again."""
    words = WORDS[visit.language]
    rules = visit.access.round_state(plan.programme_code).phase.rules
    st.info(
        words.scoring_closed[rules.scorers].format(phase=words.names[rules.phase]),
        icon=":material/pause_circle:",
    )
    waits = rules.phase in (Phase.DISCUSSION, Phase.THIRD_READING)
    if waits and visit.person.role is Role.REVIEWER:
        st.link_button(
            words.to_discussion,
            f"/discussion?programme={quote(plan.programme_code)}",
            key=f"phase:waits:{plan.plan_id}",
            icon=":material/forum:",
        )
    _render_own(words, plan, own)
    st.caption(words.scoring_kept)


def _render_own(words: PhaseWords, plan: ReviewPlan, own: Review) -> None:
    """The own scores and comments as saved: read, not changed."""
    if own.revision == 0:
        st.caption(words.own_none)
        return
    st.markdown(f"**{plain(words.own_scores)}**")
    scores = [(each.name, number_text(own.scores.get(each.dimension_id)) or "–") for each in plan.dimensions]
    total = reviewer_total(plan, own)
    st.text(
        "\n".join(
            f"{name}　{value}" for name, value in (*scores, (words.own_total, number_text(total) or "–"))
        )
    )
    said = [own.comments.get(each.dimension_id, "") for each in plan.dimensions]
    for text in (*said, own.comment, own.abstain_reason if own.abstained else ""):
        if text:
            st.text(text)


def render_export_closed(visit: Visit, code: ProgrammeCode) -> None:
    """Who may export now and in which phases the chair may; nothing where no phase would ever allow it."""
    if not visit.access.forbids_by_phase(Action.EXPORT_RANKING, programme_code=code):
        return
    words = WORDS[visit.language]
    rules = visit.access.round_state(code).phase.rules
    opening = words.or_joint.join(words.names[phase] for phase, each in PHASES.items() if each.chair_exports)
    st.caption(plain(words.export_closed.format(phase=words.names[rules.phase], open=opening)))
