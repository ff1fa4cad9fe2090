"""The search as the desk draws it: what the part is handed, and that the list can be narrowed to the found ones."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from app.ui.state.desk import LINE
from app.ui.state.search import Query
from app.workbench import Workbench
from app.workflows.keyword_hits import Page, search_all
from tests.app.ui.desk_screen import desk_screen, part_data
from tests.app.workflows.people import access_of
from tests.app.workflows.test_evidence_review import desk_of


def _asked(workbench: Workbench, keyword: str, *, everyone: bool = True, page: Page | None = None) -> AppTest:
    screen = desk_screen(workbench)
    screen.session_state["desk:query"] = Query(keyword, everyone=everyone, page=page or Page())
    return screen.run()


def _box(screen: AppTest) -> Any:
    return part_data(screen, "desk:search")


def _has_list(screen: AppTest) -> bool:
    return any("desk:list" in each.proto.id for each in screen.get("bidi_component"))


def test_box_without_a_search_stands_above_list_and_tree(workbench: Workbench) -> None:
    screen = desk_screen(workbench)
    assert not screen.exception
    box = _box(screen)
    assert (box["keyword"], box["findings"], box["narrowed"]) == ("", None, "")
    assert box["told"] == {"conditions": [], "problems": []}
    assert _has_list(screen)


def test_findings_take_the_place_of_the_list(workbench: Workbench) -> None:
    screen = _asked(workbench, "數學 類型:資料庫")
    assert not screen.exception
    box = _box(screen)
    assert not _has_list(screen)
    expected = search_all(access_of(workbench, "reviewer1"), desk_of(workbench), keyword="數學 類型:資料庫")
    assert [each["application_id"] for each in box["findings"]["people"]] == list(expected.found_ids)[:20]
    assert [each["text"] for each in box["told"]["conditions"]] == [
        "任一文字含「數學」",
        "繳交方式：「學習歷程資料庫」",
    ]
    assert [each["hits"] for each in box["findings"]["tallies"]] == [each.hits for each in expected.tallies]


def test_one_applicant_is_shown_what_became_of_each_condition(workbench: Workbench) -> None:
    box = _box(_asked(workbench, "數學 找不到的字", everyone=False))
    assert [each["verdict"] for each in box["told"]["conditions"]] == ["yes", "no"]


def test_course_hit_leads_to_its_record(workbench: Workbench) -> None:
    box = _box(_asked(workbench, "成績>=0"))
    hits = [hit for each in box["findings"]["people"] for group in each["groups"] for hit in group["hits"]]
    assert hits
    assert all(hit["record_id"] for hit in hits)


def test_list_can_be_narrowed_to_the_found_ones(workbench: Workbench) -> None:
    screen = _asked(workbench, "類型:PDF")
    found = [each["application_id"] for each in _box(screen)["findings"]["people"]]
    assert found
    screen.session_state["desk:found_only"] = True
    screen.run()
    assert not screen.exception
    box = _box(screen)
    assert box["findings"] is None
    assert str(len(found)) in box["narrowed"]
    assert part_data(screen, LINE)["count"] == len(found)


def test_found_ones_of_another_programme_are_forgotten(workbench: Workbench) -> None:
    screen = _asked(workbench, "類型:PDF")
    screen.session_state["desk:found_only"] = True
    screen.session_state["desk:found_at"] = "another-plan"
    screen.run()
    assert not screen.exception
    assert _box(screen)["narrowed"] == ""


def test_found_ones_who_may_no_longer_be_seen_are_not_listed(workbench: Workbench) -> None:
    screen = _asked(workbench, "類型:PDF")
    screen.session_state["desk:found"] = ("no-such-application",)
    screen.session_state["desk:found_only"] = True
    screen.run()
    assert not screen.exception
    assert part_data(screen, LINE)["count"] == 0


def _all_hits(screen: AppTest) -> list[dict[str, Any]]:
    people = _box(screen)["findings"]["people"]
    return [hit for each in people for group in each["groups"] for hit in group["hits"]]


def test_hit_says_in_which_ways_it_was_found(workbench: Workbench) -> None:
    hits = _all_hits(_asked(workbench, "領域:數學 成績>=60 數學"))
    ways = {hit["ways"] for hit in hits}
    assert {"領域、成績", "領域、成績、字詞"} >= ways - {"字詞"}
    course = next(hit for hit in hits if hit["ways"] == "領域、成績、字詞")
    marked = [text for text, is_marked in course["pieces"] if is_marked]
    assert marked[0] == "數學"
    assert marked[-1].endswith("分")


def test_ways_are_not_told_where_there_is_only_one(workbench: Workbench) -> None:
    hits = _all_hits(_asked(workbench, "數學 的"))
    assert {hit["ways"] for hit in hits} == {""}


def test_profile_asked_in_two_ways_is_one_hit_with_both_values(workbench: Workbench) -> None:
    hits = _all_hits(_asked(workbench, "學校:高 類型:資料庫"))
    assert hits
    assert {hit["ways"] for hit in hits} == {"畢業學校、繳交方式"}
    assert all(["學習歷程資料庫", True] in hit["pieces"] for hit in hits)
