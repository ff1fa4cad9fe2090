"""The settings file of the screens is the one that counts, wherever the server is started from."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
PROGRAM = """
import streamlit as st
from app.web.server import SCREENS
from streamlit import config
st.App(SCREENS)
names = ("global.minCachedMessageSize", "runner.postScriptGC", "client.showErrorDetails",
         "browser.gatherUsageStats", "server.enableStaticServing")
print([config.get_option(name) for name in names], config.get_option("theme.primaryColor"))
"""


def test_settings_of_the_screens_are_read_from_any_folder(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert done.stdout == "[1000000000, False, 'none', False, False] #0b5f58\n"
