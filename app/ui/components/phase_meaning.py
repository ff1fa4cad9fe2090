"""What a phase allows, as one sentence."""

from __future__ import annotations

from app.domain.round_phase import PhaseRules
from app.ui.text.phases import PhaseWords
from app.workflows.round_phases import reviewers_may_see


def meaning_of(words: PhaseWords, rules: PhaseRules) -> str:
    """Who scores, what reviewers see, whether the chair may take the list away."""
    parts = (
        words.scorers[rules.scorers],
        words.others[reviewers_may_see(rules)],
        words.exports[rules.chair_exports],
    )
    return "・".join(parts)
