"""Words and templates of the pages outside the screen."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Literal, cast

from starlette.requests import Request

from app.workflows.sign_in import LANGUAGE_COOKIE

PAGES = Path(__file__).parent / "pages"

PageLanguage = Literal["zh", "en"]


def page_language(request: Request) -> PageLanguage:
    """The language asked for in the address, else the one kept in the cookie, else Chinese."""
    asked = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE)
    return "en" if asked == "en" else "zh"


@cache
def page_words(language: PageLanguage) -> Mapping[str, str]:
    """Every word of the pages in one language."""
    words = tomllib.loads((PAGES / "words.toml").read_text(encoding="utf-8"))
    return cast(dict[str, str], words[language])


def fill(page: str, values: Mapping[str, str]) -> str:
    """A template with escaped values: nothing a visitor sent can become markup."""
    return _template(page).substitute({name: escape(value) for name, value in values.items()})


def fill_frame(values: Mapping[str, str], *, banner: str, body: str) -> str:
    """The frame around parts that ``fill`` has made, which are markup already."""
    escaped = {name: escape(value) for name, value in values.items()}
    return _template("frame.html").substitute(escaped, banner=banner, body=body)


@cache
def _template(page: str) -> Template:
    return Template((PAGES / page).read_text(encoding="utf-8"))
