"""Streamlit entry: page config, sign-in gate, navigation, run. Nothing else."""

from __future__ import annotations

import streamlit as st

from app.ui.frame import draw_frame, steps_of
from app.ui.gate import open_visit

st.set_page_config(page_title="學習歷程審查工作檯", page_icon=":material/school:", layout="wide")
visit = open_visit()
page = st.navigation(steps_of(visit), position="top")
draw_frame(visit)
page.run()
