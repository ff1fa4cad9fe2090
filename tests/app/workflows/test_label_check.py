"""The check that a label cost nothing, from a real round."""

from __future__ import annotations

import pytest

from app.domain.visibility import NotAllowed
from app.workbench import Workbench
from app.workflows.label_check import load_label_check
from tests.app.workflows.people import access_of
from tests.app.workflows.test_total_ranking import _view


def test_check_counts_who_has_a_finished_review(workbench: Workbench) -> None:
    view = _view(workbench)
    check = load_label_check(access_of(workbench, "office"), view.plan)
    scored = [row for row in view.ranked.rows if row.review_total is not None]
    modes = [row.entry.submission_mode for row in scored]
    assert (check.pdf, check.database) == (modes.count("pdf"), modes.count("database"))
    assert check.pdf > 0
    assert set(check.dimensions) == {each.dimension_id for each in view.plan.dimensions}
    assert check.total.labelled <= check.pdf
    if check.total.labelled < 10:
        assert check.total.difference is None


@pytest.mark.parametrize("name", ["reviewer1", "researcher"])
def test_check_is_for_chair_and_office(workbench: Workbench, name: str) -> None:
    view = _view(workbench)
    with pytest.raises(NotAllowed):
        load_label_check(access_of(workbench, name), view.plan)
