"""How many course outcomes and activities an applicant may hand in, by admission channel and year."""

from __future__ import annotations

from typing import Literal

ACTIVITIES = 10
OUTCOMES = 3
PRACTICAL_OUTCOMES = 3
PRACTICAL_OUTCOMES_BEFORE = 6
_PRACTICAL_CHANGED = 113


def outcome_limit(channel: Literal["cac", "jctv"], admission_year: int) -> int:
    """Outcomes of all kinds; in the technological channel those of practical courses count apart and add up."""
    if channel == "cac":
        return OUTCOMES
    changed = admission_year >= _PRACTICAL_CHANGED
    return OUTCOMES + (PRACTICAL_OUTCOMES if changed else PRACTICAL_OUTCOMES_BEFORE)
