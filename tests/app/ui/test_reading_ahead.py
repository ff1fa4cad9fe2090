"""What is handed to the browser ahead: exactly what will be drawn, of nobody who may not be seen; acts keep to their part."""

from __future__ import annotations

from typing import Any

import pytest

from app.ui.components.evidence_stage import act_of_part
from app.ui.components.part import GatheredPart
from app.workbench import Workbench
from tests.app.ui.desk_screen import desk_screen, part_data
from tests.app.workflows.test_evidence_review import desk_of, recuse


def pages_of(workbench: Workbench, address: dict[str, str]) -> list[Any]:
    screen = desk_screen(workbench, address=address)
    assert [each.message for each in screen.exception] == []
    pages: list[Any] = part_data(screen, "desk:ahead")["pages"]
    return pages


@pytest.mark.parametrize("category", ["overview", "profile", "course_group", "course_outcome"])
def test_what_is_handed_ahead_is_what_will_be_drawn(workbench: Workbench, category: str) -> None:
    desk = desk_of(workbench)
    one, following = (line.application_id for line in desk.lines[:2])
    (page,) = pages_of(workbench, {"app": one, "category": category})
    screen = desk_screen(workbench, address={"app": following, "category": category})
    assert page["stage"] == part_data(screen, "desk:stage")
    assert page["tree"] == part_data(screen, f"desk:tree:{desk.plan.plan_id}:{desk.plan.revision}")


def test_an_open_course_is_not_taken_along(workbench: Workbench) -> None:
    one, following = (line.application_id for line in desk_of(workbench).lines[:2])
    address = {"app": one, "category": "course_group", "record": "any", "page": "3"}
    (page,) = pages_of(workbench, address)
    assert (page["stage"]["application_id"], page["stage"]["is_top"]) == (following, True)


def test_who_may_not_be_seen_is_not_handed_ahead(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    one, recused, after = (line.application_id for line in desk.lines[:3])
    recuse(workbench, desk, recused, "reviewer1")
    (page,) = pages_of(workbench, {"app": one})
    assert page["stage"]["application_id"] == after


def test_after_the_last_applicant_nothing_is_handed_ahead(workbench: Workbench) -> None:
    assert pages_of(workbench, {"app": desk_of(workbench).lines[-1].application_id}) == []


def test_who_goes_up_the_list_is_handed_who_stands_above(workbench: Workbench) -> None:
    ids = [line.application_id for line in desk_of(workbench).lines[:3]]
    screen = desk_screen(workbench, address={"app": ids[2]})
    screen.query_params["app"] = ids[1]
    (page,) = part_data(screen.run(), "desk:ahead")["pages"]
    assert page["stage"]["application_id"] == ids[0]


def test_an_act_reaches_the_part_it_names_and_no_other() -> None:
    done: list[tuple[str, object]] = []

    def gathered(key: str) -> GatheredPart:
        return GatheredPart(key, "/parts/x.js", b"{}", {"page": lambda value: done.append((key, value))})

    parts = [gathered("desk:viewer:one:profile"), gathered("desk:cards:one:profile")]
    for sent in (
        {"key": "desk:cards:one:profile", "event": "page", "value": 1},
        {"key": "desk:viewer:other:profile", "event": "page", "value": 2},
        {"key": "desk:cards:one:profile", "event": "unknown", "value": 3},
        {"key": "desk:cards:one:profile", "event": "page", "value": None},
        "nonsense",
    ):
        act_of_part(parts, sent)
    assert done == [("desk:cards:one:profile", 1)]
