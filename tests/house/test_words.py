"""Both languages say the same things with the same placeholders; Chinese lives in the catalogues."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import re
import string
import tokenize
from typing import Any

import pytest

from app.ui.text.language import Language
from tests.house.sources import ROOT, python_files, tree_of

CATALOGUES = sorted(
    path.stem
    for path in (ROOT / "app/ui/text").glob("*.py")
    if re.search(r"^ZH = \w+\(", path.read_text(encoding="utf-8"), re.MULTILINE)
)
CHINESE = re.compile(r"[\u3400-\u9fff]")


def _words(name: str) -> dict[Language, Any]:
    module = importlib.import_module(f"app.ui.text.{name}")
    return {Language.ZH: module.ZH, Language.EN: module.EN}


def _placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


@pytest.mark.parametrize("name", CATALOGUES)
def test_both_languages_have_the_same_placeholders(name: str) -> None:
    chinese, english = _words(name)[Language.ZH], _words(name)[Language.EN]
    different = [
        field.name
        for field in dataclasses.fields(chinese)
        if isinstance(getattr(chinese, field.name), str)
        and _placeholders(getattr(chinese, field.name)) != _placeholders(getattr(english, field.name))
    ]
    assert different == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_no_word_is_empty(name: str) -> None:
    empty = [
        f"{language}.{field.name}"
        for language, words in _words(name).items()
        for field in dataclasses.fields(words)
        if getattr(words, field.name) == ""
    ]
    assert empty == []


def test_every_word_is_read_somewhere() -> None:
    """A field of a catalogue that no code asks for by name is a sentence nobody will ever see."""
    read = {
        node.attr
        for file in python_files("app")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Attribute)
    }
    unread = [
        f"{file.stem}.{line.target.id}"
        for file in python_files("app/ui/text")
        for catalogue in tree_of(file).body
        if isinstance(catalogue, ast.ClassDef)
        for line in catalogue.body
        if isinstance(line, ast.AnnAssign)
        and isinstance(line.target, ast.Name)
        and line.target.id not in read
    ]
    assert unread == []


def test_chinese_words_on_screen_live_in_the_catalogues() -> None:
    """Strings of the screen's code hold no Chinese; comments and docstrings may name a field term."""
    # The domain names values of the data that schools write.
    allowed = ("app/ui/text/", "app/domain/evidence.py", "app/domain/written_values.py")
    offenders = []
    for file in python_files("app"):
        if any(part in file.as_posix() for part in allowed):
            continue
        docstrings = _docstring_lines(tree_of(file))
        with tokenize.open(file) as source:
            for token in tokenize.generate_tokens(source.readline):
                if (
                    token.type == tokenize.STRING
                    and CHINESE.search(token.string)
                    and token.start[0] not in docstrings
                ):
                    offenders.append(f"{file.relative_to(ROOT)}:{token.start[0]} {token.string[:40]}")
    assert offenders == []


def _docstring_lines(tree: Any) -> set[int]:
    return {
        node.value.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def test_the_project_speaks_of_itself_alone() -> None:
    """No path of a machine, no address of a package registry, no issue number in what is kept."""
    forbidden = re.compile(r"/w[o]rk/|p[y]pi\.org|p[y]thonhosted|registry\.n[p]m|[Ii]ssue #?\d|/r[o]ot/")
    suffixes = {".py", ".sql", ".md", ".toml", ".txt", ".js", ".css", ".html", ".csv", ""}
    kept = [
        path
        for folder in ("app", "pipelines", "tests", "docs", ".ci")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix in suffixes and "__pycache__" not in path.parts
    ] + [
        ROOT / name
        for name in ("README.md", "CHANGELOG.md", "Makefile", "pyproject.toml", "requirements.txt")
    ]
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in kept
        if path.exists() and (match := forbidden.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert found == []
