"""The score column around the form: what is open is drawn, what was undone is told, both languages say all of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from app.domain.dimensions import DimensionId, ScoringScale
from app.domain.evidence import ApplicationId
from app.reviews.store import Saved, Stale
from app.ui.components.score_drawers import change_text
from app.ui.components.score_phrases import change_of
from app.ui.components.score_undo import undone_text
from app.ui.state.scoring import UndoNotice
from app.ui.text import desk_keys
from app.ui.text.desk_scoring import EN, ZH
from app.workbench import Workbench
from app.workflows.own_phrases import MOST_PHRASES, PhraseChange, PhraseChangeKind
from app.workflows.plan_draft import save_plan
from app.workflows.review_entry import PlanMoved
from app.workflows.review_history import ReviewChange, UndoRequest, undo_save
from tests.app.ui.desk_screen import desk_screen, part_data
from tests.app.workflows.people import access_of
from tests.app.workflows.test_carried_reviews import drafted, lock
from tests.app.workflows.test_evidence_review import desk_of
from tests.app.workflows.test_own_phrases import added
from tests.app.workflows.test_review_entry import entry_for, saved_review, unscored


def form_key(workbench: Workbench, application_id: ApplicationId) -> str:
    plan = desk_of(workbench).plan
    return f"desk:score:{plan.plan_id}:{plan.revision}:{application_id}:demo-reviewer1"


def scored(workbench: Workbench) -> ApplicationId:
    return next(line.application_id for line in desk_of(workbench).lines if line.total is not None)


@pytest.mark.parametrize("drawer", ["", "phrases", "history", "levels"])
def test_only_the_open_drawer_is_asked_for(workbench: Workbench, drawer: str) -> None:
    target = scored(workbench)
    added(workbench, "動機清楚")
    screen = desk_screen(workbench, address={"app": target})
    screen.session_state["desk:drawer"] = drawer
    screen.run()
    assert [each.message for each in screen.exception] == []
    more = part_data(screen, form_key(workbench, target))["more"]
    assert (more["drawer"], more["history"] is None, more["levels"] is None) == (
        drawer,
        drawer != "history",
        drawer != "levels",
    )
    assert [each["content"] for each in more["phrases"]] == ["動機清楚"]


def test_versions_are_drawn_newest_first_with_what_a_form_needs(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    saved_review(workbench, entry_for(desk, target, score="70"))
    saved_review(workbench, replace(entry_for(desk, target, seen=1, score="80"), flagged=True))
    screen = desk_screen(workbench, address={"app": target})
    screen.session_state["desk:drawer"] = "history"
    newest, first = part_data(screen.run(), form_key(workbench, target))["more"]["history"]
    assert (newest["total"], first["total"]) == ("80.00", "70.00")
    assert newest["changes"][-1] == "提出討論：否 → 是"
    assert set(first["form"]["scores"].values()) == {"70"}


def test_levels_stand_beside_the_intent_only_where_there_is_one(workbench: Workbench) -> None:
    screen = desk_screen(workbench, address={"app": scored(workbench)})
    screen.session_state["desk:drawer"] = "levels"
    levels = part_data(screen.run(), form_key(workbench, scored(workbench)))["more"]["levels"]
    first = levels["dimensions"][0]
    assert (first["has_intent"], first["has_panel"], first["withheld"]) == (False, False, "")
    assert sum(row["mine"][0] for row in first["rows"]) + first["outside"] > 0


def test_keys_are_drawn_once_for_every_view(workbench: Workbench) -> None:
    for view in ("one", "table", "school"):
        data = part_data(desk_screen(workbench, address={"view": view}), "desk:keys")
        assert [each["code"] for each in data["views"]][:2] == ["one", "table"]
        assert data["title"] == desk_keys.ZH.title


def test_what_became_of_an_undo_is_told_with_the_name(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    name = next(line.summary.name for line in desk.lines if line.application_id == target)
    saved_review(workbench, entry_for(desk, target, score="70"))
    first = undo_save(
        access_of(workbench, "reviewer1"), UndoRequest(desk.plan.plan_id, desk.plan.revision, target, 1)
    )
    assert isinstance(first, Saved)
    told = [
        undone_text(desk, UndoNotice(target, 1, outcome, "原因"), ZH)
        for outcome in (first, Stale(first.value, first.value), PlanMoved(1, 2), None)
    ]
    assert told == [
        ZH.undone_blank.format(name=name),
        ZH.undo_stale.format(name=name),
        ZH.undo_moved.format(newest=2),
        ZH.undo_failed.format(reason="原因"),
    ]
    assert undone_text(desk, UndoNotice(ApplicationId("unseen"), 1, first), ZH) == ""


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (ReviewChange("score", DimensionId("d"), "", "8.5"), "學業：（無） → 8.5"),
        (ReviewChange("comment", DimensionId("d"), "好", "長" * 61), f"學業評語：好 → {'長' * 60}…"),
        (ReviewChange("abstain", None, "1", ""), "棄權：是 → 否"),
    ],
)
def test_change_between_versions_in_words(change: ReviewChange, text: str) -> None:
    assert change_text(change, {DimensionId("d"): "學業"}, ZH) == text


def test_phrase_of_nonsense_is_none() -> None:
    key = str(uuid4())
    assert change_of({}) is None
    assert change_of({"kind": "drop"}) is None
    assert change_of({"kind": "add", "phrase_id": key, "content": "甲", "place": "1"}) == PhraseChange(
        PhraseChangeKind.ADD, key, "甲", MOST_PHRASES
    )


def test_both_languages_say_the_same_things() -> None:
    for name in ("form", "changes", "states", "scales", "levels_withheld", "phrase_problems", "sign_out"):
        assert getattr(ZH, name).keys() == getattr(EN, name).keys()
    chinese, english = desk_keys.ZH.groups, desk_keys.EN.groups
    assert [len(lines) for _, lines in chinese] == [len(lines) for _, lines in english]


def test_old_scores_are_explained() -> None:
    text = ZH.old_score.format(score="85", scale=ZH.scales["percent"].format(maximum=Decimal(100)))
    assert text == "原評 85（百分制）不再適用，請重新評分"


def test_what_was_agreed_about_a_level_stands_with_it(workbench: Workbench) -> None:
    draft = drafted(workbench, ScoringScale.PERCENT)
    first, *others = draft.plan.dimensions
    level = replace(first.rubric_levels[0], note="校準共識：要有兩件以上的證據")
    changed = replace(first, rubric_levels=(level, *first.rubric_levels[1:]))
    noted = replace(draft.plan, dimensions=(changed, *others))
    stored = save_plan(access_of(workbench, "chair"), noted, seen_revision=draft.row_revision)
    assert isinstance(stored, Saved)
    lock(workbench, stored.value)
    target = desk_of(workbench).lines[0].application_id
    screen = desk_screen(workbench, address={"app": target})
    shown = part_data(screen, form_key(workbench, target))["dimensions"][0]["levels"]
    assert [each["note"] for each in shown] == [level.note, *[""] * (len(first.rubric_levels) - 1)]
