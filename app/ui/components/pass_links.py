"""From one category over all applicants to scoring it: a link for each dimension the category feeds."""

from __future__ import annotations

from app.domain.evidence import CategoryCode
from app.domain.plan import require_dimension
from app.ui.components.part import desk_part, on_trigger
from app.ui.state import desk as desk_state
from app.ui.state import passes as state
from app.ui.text.desk_passes import WORDS
from app.ui.visit import Visit
from app.workflows.desk_views import Desk
from app.workflows.score_passes import dimensions_fed_by


def draw_pass_links(visit: Visit, desk: Desk, category_code: CategoryCode) -> None:
    """Nothing for who scores nobody, nor for a category that feeds no dimension."""
    dimensions = dimensions_fed_by(desk.plan, category_code)
    if not dimensions or not desk.progress.assigned:
        return
    key = state.pass_key("links", desk.plan, category_code)

    def went(dimension_id: object) -> None:
        state.choose_dimension(str(dimension_id))
        state.choose_only(category_code)
        desk_state.choose_view("dimension")

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
