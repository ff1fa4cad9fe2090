"""A report read as a browser would: tables by section, rows as lists of texts, every attribute."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

Attributes = dict[str, str]


@dataclass
class Row:
    """One table row: where it stands, its attributes and the texts of its own cells."""

    section: str
    table: str
    attributes: Attributes
    cells: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """What stands in the page; ``texts`` by element id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.tags: list[tuple[str, Attributes]] = []
        self.texts: dict[str, str] = {}
        self._open_rows: list[Row] = []
        self._open_tables: list[str] = []
        self._section = ""
        self._named: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if tag == "section":
            self._section = given.get("id", "")
        elif tag == "table":
            self._open_tables.append(given.get("id", ""))
        elif tag == "tr":
            self._open_rows.append(Row(self._section, self._open_tables[-1], given))
        elif tag in ("td", "th") and self._open_rows:
            self._open_rows[-1].cells.append("")
        elif tag == "b" and "id" in given:
            self._named.append(given["id"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._open_tables.pop()
        elif tag == "tr":
            self.rows.append(self._open_rows.pop())
        elif tag == "b" and self._named:
            self._named.pop()

    def handle_data(self, data: str) -> None:
        if self._open_rows and self._open_rows[-1].cells:
            self._open_rows[-1].cells[-1] += data
        if self._named:
            self.texts[self._named[-1]] = self.texts.get(self._named[-1], "") + data

    def rule_counts(self) -> dict[str, int]:
        """Problems by rule, as the section of problems says."""
        own = [row for row in self.rows if row.section == "problems" and "data-rule" in row.attributes]
        return {row.attributes["data-rule"]: int(row.cells[2].replace(",", "")) for row in own}

    def body_of(self, table: str) -> list[list[str]]:
        """The rows of the table with this id, without its head."""
        return [row.cells for row in self.rows if row.table == table][1:]
