"""Every rule, kind of file and logged action has a name in both languages, and no name is left over."""

from __future__ import annotations

import ast
import csv
from dataclasses import fields
from typing import get_args

import pytest

from app.domain.core_notice import NoticeStage
from app.domain.people import Role
from app.domain.round_event import RoundEventKind
from app.domain.syllabus_alias import AliasPair, AliasVerdict
from app.domain.visibility import Action
from app.ui.text.data_words import WORDS
from app.ui.text.language import Language
from app.ui.text.logged_details import WORDS as LOG_WORDS
from app.workflows.allowed_items import SUBJECT
from app.workflows.core_notice_document import NoticeFormat
from app.workflows.log_reading import BARE_FACTS, OLD_FACTS
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


def _calls(folder: str, *names: str) -> list[ast.Call]:
    return [
        each
        for file in python_files(folder)
        for each in ast.walk(tree_of(file))
        if isinstance(each, ast.Call)
        and (each.func.attr if isinstance(each.func, ast.Attribute) else getattr(each.func, "id", ""))
        in names
    ]


def _logged_facts() -> set[str]:
    """Every name a detail can hold: those of ``detail_text(…)``, the fields of a pair, and what bare texts mean."""
    named = {each.arg for call in _calls("app/reviews", "detail_text") for each in call.keywords if each.arg}
    return named | {each.name for each in fields(AliasPair)} | {*BARE_FACTS.values(), *OLD_FACTS.values()}


@pytest.mark.parametrize("language", list(Language))
def test_every_logged_fact_has_a_name(language: Language) -> None:
    words = LOG_WORDS[language]
    assert set(words.facts) == _logged_facts()
    untold = {"assignments", "phase"}  # their subject is empty
    assert set(words.subjects) == {kind.value for kind in RoundEventKind} - untold
    assert set(words.asked) == {action.value for action in Action}
    assert set(words.values["role"]) == {role.value for role in Role}
    assert set(words.values["verdict"]) == {verdict.value for verdict in AliasVerdict}
    assert set(words.values["form"]) == set(get_args(NoticeFormat))
    assert set(words.values["core_data_notice"]) == {stage.value for stage in NoticeStage} | {SUBJECT}


@pytest.mark.parametrize("language", list(Language))
def test_every_kind_of_object_that_is_logged_has_a_name(language: Language) -> None:
    keys = [
        value
        for call in (
            *_calls("app/reviews", "LogLine"),
            *_calls("app/workflows", "log"),
            *_calls("app/web", "log"),
        )
        for value in (*call.args[1:2], *(each.value for each in call.keywords if each.arg == "object_key"))
    ]
    texts = [
        each.values[0].value
        for each in keys
        if isinstance(each, ast.JoinedStr) and isinstance(each.values[0], ast.Constant)
    ]
    texts += [each.value for each in keys if isinstance(each, ast.Constant)]
    words = LOG_WORDS[language]
    kinds = {text.partition("/")[0] for text in map(str, texts) if "/" in text}
    assert len(kinds) > 4
    assert kinds <= set(words.objects)
    assert {text for text in map(str, texts) if "/" not in text} <= set(words.named)


def test_every_detail_is_facts_or_a_text_that_is_read_as_facts() -> None:
    """A new line of the log is written with ``detail_text``; the bare ones are known by their action."""
    bare = {
        ast.unparse(each.value)
        for call in (*_calls("app/workflows", "log"), *_calls("app/web", "log"))
        for each in call.keywords
        if each.arg == "detail"
    }
    assert bare == {
        "action.value",
        "format",
        "source.key",
        "f'application {application_id}'",
        "f'revision {plan.revision}'",
    }


@pytest.mark.parametrize("language", list(Language))
def test_no_two_rules_share_a_name(language: Language) -> None:
    names = list(WORDS[language].rules.values())
    assert len(set(names)) == len(names)
    assert "" not in names
