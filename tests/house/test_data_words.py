"""Every rule, kind of file and logged action has a name in both languages, and no name is left over."""

from __future__ import annotations

import ast
import csv

import pytest

from app.domain.round_event import RoundEventKind
from app.ui.text.data_words import WORDS
from app.ui.text.language import Language
from tests.house.sources import ROOT, python_files, tree_of

UNLISTED_ROLES = {"attachment", "unrecognised"}
"""Kinds the reader gives by the form of a name, not by a map."""


def _column(path: str, name: str) -> set[str]:
    with (ROOT / path).open(encoding="utf-8-sig", newline="") as file:
        return {row[name] for row in csv.DictReader(file)}


LOGGED_BEFORE = {"export_ranking"}
"""What earlier programs logged: their lines are in the stores still, and keep their names."""


def _logged_actions() -> set[str]:
    """First words of what is logged: ``LogLine("…")``, ``_log_plan(…, "…")`` and ``log(action="…")``."""
    found: set[str] = set()
    for folder in ("app/reviews", "app/workflows", "app/web"):
        for file in python_files(folder):
            calls = [each for each in ast.walk(tree_of(file)) if isinstance(each, ast.Call)]
            for call in calls:
                name = (
                    call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                )
                values: list[ast.expr] = []
                if name == "log":
                    values = [each.value for each in call.keywords if each.arg == "action"]
                elif name in ("LogLine", "_log_plan"):
                    values = call.args[:2]
                texts = [each.value for each in values if isinstance(each, ast.Constant)]
                found.update(str(text) for text in texts[:1])
    return found


@pytest.mark.parametrize("language", list(Language))
def test_every_rule_has_a_name(language: Language) -> None:
    assert set(WORDS[language].rules) == _column("pipelines/reference/problem_rule.csv", "rule")


@pytest.mark.parametrize("language", list(Language))
def test_every_kind_of_file_has_a_name(language: Language) -> None:
    maps = "pipelines/exports/column_maps"
    roles = _column(f"{maps}/export_file.csv", "file_role") | _column(f"{maps}/item_file.csv", "file_role")
    assert set(WORDS[language].file_roles) == roles | UNLISTED_ROLES


@pytest.mark.parametrize("language", list(Language))
def test_every_logged_action_has_a_name(language: Language) -> None:
    events = {f"{kind.value}_saved" for kind in RoundEventKind}
    assert set(WORDS[language].actions) == _logged_actions() | events | LOGGED_BEFORE


@pytest.mark.parametrize("language", list(Language))
def test_no_two_rules_share_a_name(language: Language) -> None:
    names = list(WORDS[language].rules.values())
    assert len(set(names)) == len(names)
    assert "" not in names
