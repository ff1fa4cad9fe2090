"""A table of texts of any length: every cell is whole, its lines wrap, nothing in it is markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.ui.components.part import part

PART = "text_table"
SCROLLS_FROM = 40
"""With more lines than these the table has a height of its own."""


def render_text_table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], *, key: str, label: str, wide: str = ""
) -> None:
    """A line a row; ``label`` is the accessible name, ``wide`` the head of the column that takes what is left."""
    cells = [list(row) for row in rows]
    part(PART)(
        key=key,
        data={
            "label": label,
            "heads": list(heads),
            "rows": cells,
            "wide": heads.index(wide) if wide in heads else len(heads) - 1,
            "scrolls": len(cells) > SCROLLS_FROM,
        },
    )
