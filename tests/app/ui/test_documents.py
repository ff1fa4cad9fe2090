"""Documents on screen: what a viewer is handed, and what is done with what it sends, whatever that holds."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.people import PersonId
from app.reviews.store import DocumentPage, ReadingPlace
from app.ui.text.desk_documents import ZH
from app.workbench import Workbench
from app.workflows.category_content import load_category
from app.workflows.desk_views import Desk
from app.workflows.page_marks import load_marks
from app.workflows.page_tags import load_tags
from tests.app.ui.desk_screen import desk_screen, part_data
from tests.app.workflows.people import access_of
from tests.app.workflows.test_evidence_review import desk_of, first_line

UPLOAD = CategoryCode("document.activity_record")


def place_of(workbench: Workbench) -> tuple[Desk, ApplicationId, str]:
    """A PDF applicant of the first reviewer, and the content of the uploaded activities."""
    desk = desk_of(workbench)
    application_id = first_line(desk, "pdf").application_id
    access = access_of(workbench, "reviewer1")
    content = load_category(access, desk.plan, application_id, category_code=UPLOAD)
    return desk, application_id, content.documents[0].file.sha256


def mark_sent(application_id: str, sha256: str, /, **change: object) -> dict[str, Any]:
    mark = {
        "id": "m1",
        "sha256": sha256,
        "page": 1,
        "kind": "key",
        "area": [0.1, 0.1, 0.2, 0.1],
        "content": "看",
    }
    sent = {"action": "save_mark", "event_id": "e1", "application_id": application_id}
    return {**sent, "mark": {**mark, **change}}


def tag_sent(application_id: str, sha256: str, /, **change: object) -> dict[str, Any]:
    tag = {"id": "t1", "sha256": sha256, "first": 1, "last": 1, "category": "course_group"}
    sent = {"action": "save_tag", "event_id": "e2", "application_id": application_id}
    return {**sent, "tag": {**tag, **change}}


# Only the source of this function reaches the screen, so it names nothing from outside itself.
def _act(workbench: object, application_id: object, values: object) -> None:
    import streamlit as st

    from app.domain.evidence import ApplicationId
    from app.ui.components.page_acts import act_on_pages
    from app.ui.components.page_reading import PageReading
    from app.ui.state import documents
    from app.ui.text.frame import ZH
    from app.ui.text.language import Language
    from app.ui.visit import Visit
    from app.workbench import Workbench as OpenWorkbench
    from tests.app.workflows.people import access_of
    from tests.app.workflows.test_evidence_review import desk_of

    assert isinstance(workbench, OpenWorkbench)
    assert isinstance(values, list)
    person_access = access_of(workbench, "reviewer1")
    visit = Visit(workbench, person_access, person_access.person, Language.ZH, ZH, None)
    asked = ApplicationId(str(application_id))
    reading = PageReading(visit, desk_of(workbench).plan, asked)
    for value in values:
        act_on_pages(reading, value)
        notice = documents.notice_for(asked)
        st.text(f"{notice.event_id} {notice.is_done} {notice.text}" if notice else "nothing")


def acted(workbench: Workbench, application_id: ApplicationId, *values: object) -> list[str]:
    kwargs = {"workbench": workbench, "application_id": application_id, "values": list(values)}
    screen = AppTest.from_function(_act, kwargs=kwargs, default_timeout=30).run()
    assert [each.message for each in screen.exception] == []
    return [each.value for each in screen.text]


def test_saved_note_and_tag_are_told_and_handed_to_who_may_see_them(workbench: Workbench) -> None:
    _, application_id, sha256 = place_of(workbench)
    told = acted(
        workbench, application_id, mark_sent(application_id, sha256), tag_sent(application_id, sha256)
    )
    assert told == [f"e1 True {ZH.note_saved}", f"e2 True {ZH.tag_saved}"]
    seen: dict[str, tuple[int, list[bool]]] = {}
    for name in ("reviewer1", "reviewer2", "chair", "office"):
        screen = desk_screen(workbench, name=name, address={"app": application_id, "category": UPLOAD})
        reading = part_data(screen, f"desk:viewer:{application_id}:{UPLOAD}")["reading"]
        seen[name] = (len(reading["marks"]), [tag["may_remove"] for tag in reading["tags"]])
    assert seen == {
        "reviewer1": (1, [True]),
        "reviewer2": (0, [False]),
        "chair": (0, [True]),
        "office": (0, [True]),
    }


def test_category_of_tagged_pages_says_so_and_shows_them_only(workbench: Workbench) -> None:
    _, application_id, sha256 = place_of(workbench)
    acted(workbench, application_id, tag_sent(application_id, sha256))
    screen = desk_screen(workbench, address={"app": application_id, "category": "course_group"})
    heading = part_data(screen, f"desk:heading:{application_id}:course_group")
    (file,) = part_data(screen, f"desk:viewer:{application_id}:course_group")["files"]
    assert (heading["note"], file["sha256"], file["range"]) == (ZH.tagged_note, sha256, [1, 1])
    assert "示範委員一（委員）" in file["label"]


def test_document_open_where_one_stopped_is_the_one_to_be_opened(workbench: Workbench) -> None:
    desk, application_id, sha256 = place_of(workbench)
    person_id, plan_id = PersonId("demo-reviewer1"), desk.plan.plan_id
    workbench.store.save_reading_place(
        ReadingPlace(person_id, plan_id, application_id, UPLOAD, "number", "one")
    )
    workbench.store.save_document_page(DocumentPage(person_id, application_id, sha256, 2))
    key = f"desk:viewer:{application_id}:{UPLOAD}"
    resumed = part_data(desk_screen(workbench), key)
    assert [each["key"] for each in resumed["files"] if each["sha256"] == sha256] == [resumed["resumed"]]
    address = {"app": application_id, "category": UPLOAD}
    assert part_data(desk_screen(workbench, address=address), key)["resumed"] == ""


@pytest.mark.parametrize(
    "change",
    [
        {"page": "1"},
        {"page": True},
        {"page": None},
        {"page": 10**12},
        {"area": "all"},
        {"area": [0, 0, 1]},
        {"area": [0, 0, "1", 1]},
        {"area": {"left": 0}},
        {"kind": ["key"]},
        {"content": {"text": "x"}, "area": None},
        {"sha256": None},
        {"id": 7},
    ],
    ids=str,
)
def test_crooked_note_is_refused_in_words(workbench: Workbench, change: dict[str, object]) -> None:
    desk, application_id, sha256 = place_of(workbench)
    told = acted(workbench, application_id, mark_sent(application_id, sha256, **change))
    assert told == [f"e1 False {ZH.note_refused}"]
    assert load_marks(access_of(workbench, "reviewer1"), desk.plan, application_id) == ()


@pytest.mark.parametrize("change", [{"first": "1"}, {"last": 1.5}, {"category": 3}, {"id": ""}], ids=str)
def test_crooked_tag_is_refused_in_words(workbench: Workbench, change: dict[str, object]) -> None:
    desk, application_id, sha256 = place_of(workbench)
    told = acted(workbench, application_id, tag_sent(application_id, sha256, **change))
    assert told == [f"e2 False {ZH.tag_refused}"]
    assert load_tags(access_of(workbench, "reviewer1"), desk.plan, application_id) == ()


def test_what_was_drawn_for_another_applicant_is_not_done(workbench: Workbench) -> None:
    desk, application_id, sha256 = place_of(workbench)
    other = next(line.application_id for line in desk.lines if line.application_id != application_id)
    told = acted(workbench, application_id, mark_sent(other, sha256), "text", None, {"action": "save_mark"})
    assert told == ["nothing"] * 4


def test_a_page_of_the_address_reaches_the_viewer_and_nonsense_does_not(workbench: Workbench) -> None:
    _, application_id, _ = place_of(workbench)
    asked = {}
    for text in ("12", "0", "-1", "x", "１２", "123456"):
        address = {"app": application_id, "category": UPLOAD, "page": text}
        screen = desk_screen(workbench, address=address)
        asked[text] = part_data(screen, f"desk:viewer:{application_id}:{UPLOAD}")["asked"]
    assert asked.pop("12") == {"page": 12, "file": "", "find": ""}
    assert set(asked.values()) == {None}
