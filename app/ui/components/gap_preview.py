"""How many applications each limit would raise, by rule, as bars; the plan's own limit is framed."""

from __future__ import annotations

from app.domain.score_gap import GapRule
from app.ui.components.part import part
from app.ui.number_text import number_text
from app.ui.state import gaps as state
from app.ui.text.gaps import GapWords
from app.workflows.gap_queue import QueueView

PART = "gap_preview"


def render_preview(words: GapWords, view: QueueView) -> None:
    """One row a rule."""
    part(PART)(
        key=state.key(view.plan.programme_code, PART, view.basis),
        data={
            "words": dict(words.preview_words),
            "intro": words.preview_intro.format(compared=view.compared),
            "most": max(view.compared, 1),
            "rules": [
                {
                    "name": words.rules[rule],
                    "unit": words.preview_words["levels" if rule is GapRule.LEVEL else "percent"],
                    "is_off": not any(count.is_of_plan for count in counts),
                    "counts": [
                        {"limit": number_text(each.limit), "count": each.count, "is_plan": each.is_of_plan}
                        for each in counts
                    ],
                }
                for rule, counts in view.previews.items()
            ],
        },
    )
