"""The pages outside the screen as markup: words and values in, one HTML text out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Literal, cast
from urllib.parse import urlencode

from app.domain.people import Person

PAGES = Path(__file__).parent / "pages"

PageLanguage = Literal["zh", "en"]
Words = Mapping[str, str]


@cache
def page_words(language: PageLanguage) -> Words:
    """Every word of the pages in one language."""
    words = tomllib.loads((PAGES / "words.toml").read_text(encoding="utf-8"))
    return cast(dict[str, str], words[language])


def sign_in_page(
    language: PageLanguage, *, target: str, notice: str, accounts: Sequence[Person], password: str
) -> str:
    """The sign-in form; with ``accounts`` the banner and one button each above it."""
    words = page_words(language)
    body = _fill(
        "sign_in.html",
        {name: words[name] for name in ("lead", "name", "password", "sign_in")} | {"next": target},
        notice=_fill("notice.html", {"text": notice}) if notice else "",
        demo=_demo_part(words, accounts, password=password, target=target),
    )
    banner = _fill("banner.html", {"text": words["demo_banner"]}) if accounts else ""
    return _frame(language, "/sign-in", title=words["title"], body=body, banner=banner, target=target)


def sign_out_page(language: PageLanguage) -> str:
    """The question before signing out."""
    words = page_words(language)
    body = _fill(
        "sign_out.html",
        {"lead": words["sign_out_lead"], "sign_out": words["sign_out"], "stay": words["stay"]},
    )
    return _frame(language, "/sign-out", title=words["sign_out_title"], body=body, banner="", target="")


def _demo_part(words: Words, accounts: Sequence[Person], *, password: str, target: str) -> str:
    buttons = [
        _fill(
            "demo_account.html",
            {
                "next": target,
                "name": person.sign_in_name,
                "password": password,
                "role": words[f"role_{person.role.value}"],
                "display_name": person.display_name,
            },
        )
        for person in accounts
    ]
    if not buttons:
        return ""
    return _fill("demo.html", {"lead": words["demo_lead"]}, buttons="".join(buttons))


def _frame(language: PageLanguage, path: str, *, title: str, body: str, banner: str, target: str) -> str:
    other: PageLanguage = "zh" if language == "en" else "en"
    query = {"lang": other} | ({"next": target} if target not in ("", "/") else {})
    words = page_words(language)
    values = {name: words[name] for name in ("html_lang", "product", "other_language", "footer")}
    values |= {"title": title, "language_link": f"{path}?{urlencode(query)}"}
    values |= {"other_lang": page_words(other)["html_lang"]}
    return _fill("frame.html", values, body=body, banner=banner)


def _fill(page: str, values: Mapping[str, str], **markup: str) -> str:
    """A template with ``values`` escaped, so that nothing a visitor sent becomes markup, and ``markup`` as it is."""
    escaped = {name: escape(value) for name, value in values.items()}
    return _template(page).substitute(escaped | markup)


@cache
def _template(page: str) -> Template:
    return Template((PAGES / page).read_text(encoding="utf-8"))
