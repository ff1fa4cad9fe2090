"""The only caches of the screen: the workbench, once a process."""

from __future__ import annotations

import streamlit as st

from app.settings import Settings
from app.workbench import Workbench, open_workbench


@st.cache_resource(show_spinner=False)
def workbench(settings: Settings) -> Workbench:
    """One workbench a process; the settings are the key, so that another store is another workbench."""
    return open_workbench(settings)
