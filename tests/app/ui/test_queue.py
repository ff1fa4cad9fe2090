"""The queue on screen: filters that never lose the chosen applicant, lines sent once, links of keys only, what is new."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from string import Formatter
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.people import PersonId
from app.domain.scores import ReviewState
from app.errors import SnapshotBroken
from app.reviews.store import ReadingPlace, SeenApplication
from app.ui.components.applicant_list import sequence_text
from app.ui.text.desk import ZH as DESK_ZH
from app.ui.text.desk_queue import EN, ZH
from app.workbench import Workbench
from app.workflows.desk_views import ApplicantLine, Desk
from app.workflows.evidence_review import open_desk
from tests.app.ui.desk_screen import desk_screen, part_data
from tests.app.workflows.people import access_of
from tests.app.workflows.test_evidence_review import desk_of
from tests.second_delivery import PROGRAMME, TwoDeliveries, person_of

OPEN = ReviewState.NOT_SCORED


def list_of(screen: AppTest, desk: Desk) -> Any:
    return part_data(screen, f"desk:list:{desk.plan.plan_id}:{desk.plan.revision}")


def stock_of(screen: AppTest, desk: Desk) -> Any:
    return part_data(screen, f"desk:lines:{desk.plan.plan_id}:{desk.plan.revision}")


def shown(screen: AppTest, desk: Desk) -> list[str]:
    """The applications of the list in its order, read as the browser reads them."""
    data, lines = list_of(screen, desk), stock_of(screen, desk)["lines"]
    digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
    pairs = [data["sequence"][start : start + 2] for start in range(0, len(data["sequence"]), 2)]
    places = [digits.index(pair[0]) * 64 + digits.index(pair[1]) for pair in pairs]
    if not places and not data["is_empty"]:
        places = list(range(len(lines)))
    return [lines[place]["id"] for place in places]


def lines_in(desk: Desk, state: ReviewState) -> list[ApplicantLine]:
    return [line for line in desk.lines if line.state is state]


def test_filter_of_the_address_shapes_list_and_walk(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    wanted = lines_in(desk, OPEN)
    screen = desk_screen(workbench, address={"filter": "state:not_scored", "app": wanted[1].application_id})
    assert shown(screen, desk) == [line.application_id for line in wanted]
    line = part_data(screen, "desk:line")
    assert (line["position"], line["count"]) == (2, len(wanted))
    assert (line["previous"], line["next"]) == (wanted[0].application_id, wanted[2].application_id)
    assert [each["label"] for each in list_of(screen, desk)["chips"]] == [DESK_ZH.state_not_scored]


def test_chosen_applicant_outside_the_filter_stays_and_is_told(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    done = lines_in(desk, ReviewState.SCORED)[0]
    following = next(line for line in desk.lines[desk.lines.index(done) :] if line.state is OPEN)
    screen = desk_screen(workbench, address={"filter": "state:not_scored", "app": done.application_id})
    assert list_of(screen, desk)["outside"] is True
    assert done.application_id not in shown(screen, desk)
    line = part_data(screen, "desk:line")
    assert (line["name"], line["position"]) == (done.summary.name, 0)
    assert line["next"] == following.application_id


def test_filter_that_leaves_nobody_keeps_the_desk_open(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    screen = desk_screen(workbench, address={"filter": "county:nowhere"})
    assert [each.message for each in screen.exception] == []
    assert list_of(screen, desk)["is_empty"] is True
    line = part_data(screen, "desk:line")
    assert (line["name"], line["position"], line["next"]) == (desk.lines[0].summary.name, 0, None)


def test_only_the_small_part_differs_from_one_applicant_to_the_next(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    first, second = (
        desk_screen(workbench, address={"app": line.application_id, "order": order})
        for line, order in ((desk.lines[0], "number"), (desk.lines[5], "-random"))
    )
    assert stock_of(first, desk) == stock_of(second, desk)
    assert list_of(first, desk)["selected"] != list_of(second, desk)["selected"]
    names = {line.summary.name for line in desk.lines}
    assert not [name for name in names if name in json.dumps(list_of(second, desk), ensure_ascii=False)]


@pytest.mark.parametrize(("places", "count", "text"), [([0, 1], 2, ""), ([1, 0], 2, "0100"), ([], 2, "")])
def test_sequence_is_two_characters_a_line(places: list[int], count: int, text: str) -> None:
    assert sequence_text(places, count) == text


def test_sequence_of_very_many_lines_takes_three_characters() -> None:
    assert sequence_text([5000, 64], 5001) == "1e8010"


def test_form_knows_its_place_in_the_queue(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = lines_in(desk, OPEN)[1].application_id
    screen = desk_screen(workbench, address={"order": "-score", "filter": "state:not_scored", "app": target})
    key = f"desk:score:{desk.plan.plan_id}:{desk.plan.revision}:{target}:demo-reviewer1"
    form = part_data(screen, key)
    assert form["queue_order"] == "-score/filtered"
    assert form["queue_position"] == shown(screen, desk).index(target) + 1


def test_next_open_goes_round_to_who_is_not_finished(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    open_ids = [line.application_id for line in desk.lines if line.is_open]
    assert desk.next_open(open_ids[-1]) == open_ids[0]
    assert desk.next_open(open_ids[0]) == open_ids[1]
    assert replace(desk, kept=frozenset({open_ids[0]})).next_open(open_ids[0]) is None
    line = part_data(desk_screen(workbench, address={"app": open_ids[0]}), "desk:line")
    assert line["next_open"] == open_ids[1]
    assert sum(each["count"] for each in line["meter"]) == desk.progress.assigned


def test_link_holds_keys_only(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    line = desk.lines[2]
    address = {"app": line.application_id, "category": "profile", "filter": "county:x", "record": "r1"}
    link = part_data(desk_screen(workbench, address=address), "desk:line")["link"]
    assert parse_qs(urlsplit(link).query) == {
        "programme": [PROGRAMME],
        "app": [line.application_id],
        "category": ["profile"],
        "record": ["r1"],
    }
    summary = line.summary
    assert not [text for text in (summary.name, summary.application_number) if text in link]


def test_link_to_nobody_and_to_somebody_elses_applicant_read_alike(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    hidden = desk.lines[0].application_id
    screens = [
        desk_screen(workbench, name="reviewer2", address={"app": each})
        for each in (_recused_for_second(workbench), ApplicationId("nobody"))
    ]
    said = [[str(each.value) for each in screen.warning] for screen in screens]
    assert said == [[DESK_ZH.not_visible], [DESK_ZH.not_visible]]
    assert part_data(desk_screen(workbench, address={"app": hidden}), "desk:line")["link"]


def _recused_for_second(workbench: Workbench) -> ApplicationId:
    own = access_of(workbench, "reviewer2").own_assignments(PROGRAMME)
    return next(each.application_id for each in own if each.recused)


def test_place_brings_back_order_filter_and_view(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = lines_in(desk, OPEN)[0]
    workbench.store.save_reading_place(
        ReadingPlace(
            PersonId("demo-reviewer1"),
            desk.plan.plan_id,
            target.application_id,
            CategoryCode("profile"),
            "-name",
            "table",
            "state:not_scored",
        )
    )
    screen = desk_screen(workbench)
    assert [each.message for each in screen.exception] == []
    data = list_of(screen, desk)
    assert (data["selected"], data["order"]["chosen"]) == (target.application_id, "name")
    assert data["order"]["is_reversed"] is True
    assert part_data(screen, "desk:line")["view"] == "table"
    assert sorted(shown(screen, desk)) == sorted(line.application_id for line in lines_in(desk, OPEN))


def test_news_are_told_marked_and_listed(two_deliveries: TwoDeliveries) -> None:
    workbench, corrected = two_deliveries.workbench, two_deliveries.corrected
    before = open_desk(access_of(workbench, "reviewer1"), PROGRAMME)
    assert before is not None
    person_id = person_of(workbench, "reviewer1")
    plan_id = before.plan.plan_id
    workbench.store.save_seen(SeenApplication(person_id, plan_id, corrected, two_deliveries.first))
    two_deliveries.move_plan()
    after = open_desk(access_of(workbench, "reviewer1"), PROGRAMME)
    assert after is not None
    screen = desk_screen(workbench, address={"app": corrected})
    assert [each.message for each in screen.exception] == []
    data = list_of(screen, after)
    assert len(data["renewed"]) == 1
    assert data["news"]["shows"] in ("reviewed", "all")
    key = f"desk:news:{plan_id}:{after.plan.revision}:{corrected}"
    changes = part_data(screen, key)["changes"]
    assert {each["code"]: each["kind_label"] for each in changes} == {
        "activity.flexible_learning": ZH.news_changed,
        "activity.school_cadre": ZH.news_went,
        "activity.workplace_learning": ZH.news_came,
        "profile": ZH.news_changed,
    }


def test_what_cannot_be_compared_is_said_and_fails_nobody(
    two_deliveries: TwoDeliveries, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbench, corrected = two_deliveries.workbench, two_deliveries.corrected
    plan_id = desk_of(workbench).plan.plan_id
    seen = SeenApplication(person_of(workbench, "reviewer1"), plan_id, corrected, two_deliveries.first)
    workbench.store.save_seen(seen)
    two_deliveries.move_plan()
    monkeypatch.setattr(workbench, "find_soon", _broken)
    desk = desk_of(workbench)
    screen = desk_screen(workbench, address={"app": corrected})
    assert [each.message for each in screen.exception] == []
    notice = part_data(screen, f"desk:news:{plan_id}:{desk.plan.revision}:{corrected}")
    assert (notice["text"], notice["changes"]) == (ZH.news_unknown, [])
    assert list_of(screen, desk)["renewed"] == []
    assert len(list_of(screen, desk)["incomparable"]) >= 1


def _broken(*_: object, **__: object) -> None:
    raise SnapshotBroken(Path("evidence"), "schema version 1")


def test_both_languages_fill_the_same_places() -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text)} - {None}

    assert [name for name, text in vars(ZH).items() if places(text) != places(vars(EN)[name])] == []
    assert [name for words in (ZH, EN) for name, text in vars(words).items() if not text] == []


def test_lines_travel_once_and_again_when_the_browser_has_none(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    screen = desk_screen(workbench)
    first = stock_of(screen, desk)
    assert len(first["lines"]) == len(desk.lines)
    assert stock_of(screen.run(), desk) == {"version": first["version"]}
    del screen.session_state["desk:lines-handed"]
    assert stock_of(screen.run(), desk) == first
