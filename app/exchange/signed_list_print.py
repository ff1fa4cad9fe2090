"""A signed list as pages to sign: table, rules, what it was made of, lines for signatures, the digest on every page."""

from __future__ import annotations

from app.exchange.signed_list import DIGEST_KEY, SignedList
from app.exchange.signed_list_text import signed_list_json
from app.exchange.typeset import typeset

ATTACHMENT = "signed-list.json"
WIDE_FROM = 9
"""From so many columns the pages lie on their side."""
ROOMY = frozenset({"remarks", "school"})


def signed_list_pdf(signed: SignedList) -> bytes:
    """The pages, with the JSON form inside as an attachment; raises NoPrintingFont."""
    words = signed.words
    return typeset(
        "signed_list",
        {
            "title": words.title,
            "subtitle": words.subtitle,
            "lang": signed.origin["language"],
            "region": "TW" if signed.origin["language"] == "zh" else None,
            "wide": len(signed.columns) >= WIDE_FROM,
            "digest_line": f"{words.origin[DIGEST_KEY]} {signed.digest}",
            "page": words.page,
            "heads": [column.word for column in signed.columns],
            "numeric": [column.is_number for column in signed.columns],
            "widths": [
                (2 if column.key == "remarks" else 1) * (column.key in ROOMY) for column in signed.columns
            ],
            "rows": [list(row) for row in signed.rows],
            "rules_title": words.rules,
            "rules": list(signed.rules),
            "origin_title": words.origin_sheet,
            "origin": [[words.origin[key], value or words.everyone] for key, value in signed.stated.items()],
            "signatures": list(words.signatures),
            "signed_on": words.signed_on,
            "attachment": signed_list_json(signed).decode(),
        },
    )
