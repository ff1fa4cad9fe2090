"""Step 3 on screen: it draws every view for every role without a write, and never opens what may not be seen."""

from __future__ import annotations

import json
from string import Formatter

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.ui.text.desk import EN, ZH
from app.ui.text.frame import ZH as FRAME_ZH
from app.workbench import Workbench
from app.workflows.desk_views import Desk
from tests.app.ui.desk_screen import desk_screen, part_data
from tests.app.workflows.test_evidence_review import desk_of, first_line, recuse


def messages(screen: AppTest) -> list[str]:
    return [str(each.value) for each in (*screen.info, *screen.warning, *screen.error)]


def form_key(desk: Desk, application_id: ApplicationId, person: str) -> str:
    return f"desk:score:{desk.plan.plan_id}:{desk.plan.revision}:{application_id}:{person}"


@pytest.mark.parametrize("view", ["one", "table", "school", "compare"])
@pytest.mark.parametrize("name", ["reviewer1", "chair", "office"])
def test_every_view_draws_without_a_write(workbench: Workbench, name: str, view: str) -> None:
    lines = desk_of(workbench, name).lines
    compare = ",".join(line.application_id for line in lines[:3])
    before = len(workbench.store.load_log(limit=1000))
    screen = desk_screen(workbench, name=name, address={"view": view, "compare": compare})
    assert [each.message for each in screen.exception] == []
    assert [each.value for each in screen.error] == []
    assert len(workbench.store.load_log(limit=1000)) == before


@pytest.mark.parametrize("mode", ["database", "partial_pdf", "pdf"])
@pytest.mark.parametrize("category", ["overview", "profile", "course_group", "course_outcome", "nonsense"])
def test_categories_draw_for_every_mode(workbench: Workbench, mode: str, category: str) -> None:
    target = first_line(desk_of(workbench), mode).application_id
    screen = desk_screen(workbench, address={"app": target, "category": category})
    assert [each.message for each in screen.exception] == []
    heading = part_data(screen, f"desk:heading:{target}:{category}")
    assert heading["title"].startswith(first_line(desk_of(workbench), mode).summary.name)


def test_pdf_upload_says_why_there_is_no_distribution(workbench: Workbench) -> None:
    target = first_line(desk_of(workbench), "pdf").application_id
    screen = desk_screen(workbench, address={"app": target, "category": "course_group"})
    assert part_data(screen, f"desk:heading:{target}:course_group")["note"] == ZH.absence_pdf_course
    files = part_data(screen, f"desk:viewer:{target}:course_group")["files"]
    assert [each["kind"] for each in files] == ["pdf"]


def test_form_belongs_to_the_applicant_on_screen(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    for line in desk.lines[:2]:
        screen = desk_screen(workbench, address={"app": line.application_id})
        data = part_data(screen, form_key(desk, line.application_id, "demo-reviewer1"))
        reviews = workbench.store.load_reviews(desk.plan.plan_id, reviewer_id=PersonId(data["reviewer_id"]))
        stored = next(each for each in reviews if each.application_id == line.application_id)
        assert data["application_id"] == line.application_id
        assert data["stored"]["scores"] == {key: f"{value:f}" for key, value in stored.scores.items()}


def test_recused_application_of_the_address_is_not_shown(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    lost = desk.lines[0]
    recuse(workbench, desk, lost.application_id, "reviewer1")
    screen = desk_screen(workbench, address={"app": lost.application_id})
    assert messages(screen) == [ZH.not_visible]
    assert lost.summary.name not in json.dumps([str(each) for each in screen], ensure_ascii=False)


def test_office_reads_only(workbench: Workbench) -> None:
    assert messages(desk_screen(workbench, name="office")) == [ZH.score_read_only]


@pytest.mark.parametrize(("name", "message"), [("reviewer1", FRAME_ZH.no_plan), ("chair", ZH.no_plan_chair)])
def test_without_a_locked_plan_the_next_step_is_named(workbench: Workbench, name: str, message: str) -> None:
    assert messages(desk_screen(workbench, name=name, code="999102")) == [message]


def test_comparison_of_one_asks_for_more(workbench: Workbench) -> None:
    only = desk_of(workbench).lines[0].application_id
    screen = desk_screen(workbench, address={"view": "compare", "compare": only})
    assert messages(screen) == [ZH.compare_too_few]


def test_both_languages_fill_the_same_places() -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text)} - {None}

    differing = [name for name, text in vars(ZH).items() if places(text) != places(vars(EN)[name])]
    assert differing == []
    assert [name for name, text in vars(EN).items() if not text] == []
