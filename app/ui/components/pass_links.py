"""From the table of a category over all applicants to its rows with scores: a link for each dimension it feeds."""

from __future__ import annotations

from app.domain.evidence import CategoryCode
from app.domain.plan import require_dimension
from app.ui.components.dimension_pass import can_score_category
from app.ui.components.part import desk_part, on_trigger
from app.ui.state import passes as state
from app.ui.text.desk_passes import WORDS
from app.ui.visit import Visit
from app.workflows.desk_views import Desk
from app.workflows.score_passes import dimensions_fed_by


def draw_pass_links(visit: Visit, desk: Desk, category_code: CategoryCode) -> None:
    """Nothing for who scores nobody, nor for a category that feeds no dimension."""
    if not can_score_category(desk, category_code):
        return
    dimensions = dimensions_fed_by(desk.plan, category_code)
    key = state.pass_key("links", desk.plan, category_code)

    def went(dimension_id: object) -> None:
        state.choose_dimension(str(dimension_id))
        state.show_plain_table(False)

    desk_part("pass_links")(
        key=key,
        data={
            "label": WORDS[visit.language].score_category,
            "links": [
                {"code": each, "label": require_dimension(desk.plan, each).name} for each in dimensions
            ],
        },
        on_go_change=on_trigger(key, "go", went),
    )
