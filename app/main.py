"""Streamlit entry: page config, sign-in gate, navigation, run. Nothing else."""

from __future__ import annotations

import streamlit as st

from app.ui.frame import ICON, draw_frame, steps_of
from app.ui.gate import open_visit
from app.ui.text.frame import ZH

st.set_page_config(page_title=ZH.product, page_icon=ICON, layout="wide")
visit = open_visit()
page = st.navigation(steps_of(visit), position="top")
draw_frame(visit)
page.run()
