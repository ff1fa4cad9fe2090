"""State of the trial: scores as they were read once, so that a change of weights need not read them again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from app.domain.plan import PlanId
from app.workflows.what_if import Ground

_GROUND = "trial:ground"


@dataclass(frozen=True)
class KeptGround:
    """Scores of one source, None where it has none, with the moment they were read."""

    source_key: str
    ground: Ground | None
    read_at: datetime


def keep_ground(source_key: str, ground: Ground | None) -> KeptGround:
    """Keep what was read just now, in place of what was kept before."""
    kept = KeptGround(source_key, ground, datetime.now(UTC))
    st.session_state[_GROUND] = kept
    return kept


def find_ground(source_key: str) -> KeptGround | None:
    """What was read of this source."""
    kept = st.session_state.get(_GROUND)
    return kept if isinstance(kept, KeptGround) and kept.source_key == source_key else None


def forget_ground() -> None:
    """Read anew on the next drawing."""
    st.session_state.pop(_GROUND, None)


def key(plan_id: PlanId, name: str, *parts: object) -> str:
    """A widget key of the trial of one plan."""
    return ":".join(["trial", plan_id, name, *map(str, parts)])
