"""The version a file states is that of the project, and tells when a rule was edited."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from app.program_version import VERSION, program_version

ROOT = Path(__file__).parents[2]


def test_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    assert re.fullmatch(rf"{re.escape(VERSION)}\+rules\.[0-9a-f]{{12}}", program_version())
