"""From exception type to what the person is told, and what they can do next."""

from __future__ import annotations

import logging

import streamlit as st

from app.domain.visibility import NotAllowed, PhaseForbids
from app.errors import NotFound, SnapshotBroken, StoreUnavailable
from app.ui.text.frame import FrameWords

logger = logging.getLogger(__name__)


def message_of(error: Exception, words: FrameWords) -> str:
    """The sentence for an error; never a traceback, never a name."""
    if isinstance(error, PhaseForbids):
        return words.phase_forbids.format(phase=words.phase_names[error.phase])
    known = {
        NotAllowed: words.not_allowed,
        NotFound: words.not_found,
        StoreUnavailable: words.store_unavailable,
        SnapshotBroken: words.snapshot_broken,
    }
    return next((text for kind, text in known.items() if isinstance(error, kind)), words.unexpected)


def show_error(error: Exception, words: FrameWords) -> None:
    """Say it on the page; log the type and place, not the content."""
    logger.error("step failed: %s", type(error).__name__, exc_info=error)
    st.error(message_of(error, words), icon=":material/error:")
