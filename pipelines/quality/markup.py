"""HTML of the report: templates with places, and every value escaped on its way in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from pathlib import Path
from string import Template

TEMPLATE_FOLDER = Path(__file__).parent / "templates"


class Html(str):
    """Text that is HTML already; everything else is escaped."""

    __slots__ = ()


def escaped(value: object) -> str:
    """A value as HTML: numbers with separators, nothing for None."""
    if isinstance(value, Html):
        return value
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else escape(str(value))


def filled(template: str, **values: object) -> Html:
    """The template ``templates/<name>.html`` with its places filled."""
    return Html(_template(template).substitute({name: escaped(value) for name, value in values.items()}))


def joined(pieces: Iterable[str]) -> Html:
    """Pieces of HTML one after the other; plain text among them is escaped."""
    return Html("".join(map(escaped, pieces)))


def row(*cells: object, marks: Mapping[str, str] | None = None) -> Html:
    """A table row of values or of ready cells; numbers stand to the right, ``marks`` become its attributes."""
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in (marks or {}).items())
    return Html(f"<tr{attributes}>{joined(_cell(each) for each in cells)}</tr>\n")


def _cell(value: object) -> Html:
    if isinstance(value, Html) and value.startswith(("<td", "<th")):
        return value
    kind = ' class="number"' if isinstance(value, int) else ""
    return Html(f"<td{kind}>{escaped(value)}</td>")


@cache
def _template(name: str) -> Template:
    return Template((TEMPLATE_FOLDER / f"{name}.html").read_text(encoding="utf-8"))
