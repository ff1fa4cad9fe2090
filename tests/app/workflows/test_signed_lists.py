"""Signed lists of a real round: as of now is now, every form verifies, what changes later is told by line and event."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from app.domain.assignment import Assignment
from app.domain.component_values import ComponentImport, import_to_content
from app.domain.evidence import ApplicationId
from app.domain.identity_list import IdentityList
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.scores import Review
from app.domain.total_component import ComponentId, TotalComponent
from app.domain.visibility import NotAllowed
from app.errors import BadFile, NotFound
from app.exchange.signed_list import FORMS, ListForm
from app.exchange.signed_list_comparison import Finding, FindingKind, file_digest
from app.exchange.signed_list_reading import read_signed_list
from app.reviews.store import Saved
from app.reviews.store_as_of import StoreAsOf
from app.workbench import Workbench
from app.workflows.appeal_sheet import open_appeal_sheet
from app.workflows.list_as_of import derive_list
from app.workflows.list_difference import compare_moments, load_moments, net_changes, open_list_as_of
from app.workflows.list_verification import verify_signed_list
from app.workflows.record_moments import RecordMoment, moments_of
from app.workflows.round_record import RecordedEvent, RecordKind
from app.workflows.signed_lists import AskedSigned, export_signed_list, load_left_lists
from app.workflows.total_ranking import open_ranking
from tests.app.workflows.people import access_of, programme_of

LOCKED = "999101"
EXAM = ComponentId("exam")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def plan_of_round(workbench: Workbench) -> PlanId:
    plan_id = workbench.store.find_plan_of_programme(programme_of(workbench, LOCKED).programme_code)
    assert plan_id is not None
    return plan_id


def raise_score(workbench: Workbench) -> Review:
    """One finished review of somebody with a rank gets another first score; the review as it was saved."""
    plan_id = plan_of_round(workbench)
    locked = workbench.store.find_locked(plan_id)
    assert locked is not None
    barred = {
        (each.application_id, each.reviewer_id)
        for each in workbench.store.load_assignments(plan_id)
        if each.recused
    }
    view = open_ranking(access_of(workbench, "chair"), programme_of(workbench, LOCKED))
    assert view is not None
    ranked = {row.application_id for row in view.ranked.rows if row.rank is not None}
    review = next(
        each
        for each in workbench.store.load_reviews(plan_id)
        if len(each.scores) == len(locked.plan.dimensions)
        and not each.abstained
        and (each.application_id, each.reviewer_id) not in barred
        and each.application_id in ranked
    )
    key = locked.plan.dimensions[0].dimension_id
    other = (review.scores[key] + 7) % 101
    changed = replace(review, scores={**review.scores, key: other})
    workbench.store.save_review(changed, seen_revision=review.revision, event_id=uuid4().hex)
    return changed


def test_as_of_now_is_the_list_on_the_screen(workbench: Workbench) -> None:
    view = open_ranking(access_of(workbench, "chair"), programme_of(workbench, LOCKED))
    derived = derive_list(workbench, plan_of_round(workbench))
    assert view is not None
    assert derived.view.ranked == view.ranked
    assert derived.known_from is None


@pytest.mark.parametrize("form", FORMS)
def test_exported_list_verifies_also_after_the_scores_went_on(workbench: Workbench, form: ListForm) -> None:
    chair, plan_id = access_of(workbench, "chair"), plan_of_round(workbench)
    made = export_signed_list(workbench, chair, AskedSigned(plan_id, form))
    raise_score(workbench)
    found = verify_signed_list(workbench, made.content, access=chair)
    assert (found.agrees, found.other_program, found.comparison.was_recorded) == (True, False, True)
    assert found.comparison.lines == found.comparison.equal_lines > 0
    damaged = bytearray(made.content)
    damaged[len(damaged) // 2] ^= 1
    with suppress(BadFile, NotFound):
        assert not verify_signed_list(workbench, bytes(damaged)).agrees


def test_list_with_a_score_made_up_is_told_by_line_and_digest(workbench: Workbench) -> None:
    plan_id = plan_of_round(workbench)
    made = export_signed_list(workbench, None, AskedSigned(plan_id, "json", language="en"))
    read = read_signed_list(made.content)
    number, total = read.lines[0][1], read.lines[0][6]
    forged = made.content.replace(f'"total": "{total}"'.encode(), b'"total": "99.99"', 1)
    found = verify_signed_list(workbench, forged)
    assert Finding(FindingKind.VALUE, number, "total", "99.99", total) in found.comparison.findings
    assert Finding(FindingKind.BYTES) in found.comparison.findings


def test_every_list_that_left_is_on_record_without_names(workbench: Workbench) -> None:
    chair, plan_id = access_of(workbench, "chair"), plan_of_round(workbench)
    made = export_signed_list(workbench, chair, AskedSigned(plan_id, "csv"))
    (left,) = load_left_lists(access_of(workbench, "office"), plan_id)
    assert (left.person_id, left.form, left.file_sha256) == (
        chair.person.person_id,
        "csv",
        file_digest(made.content),
    )
    read = read_signed_list(made.content)
    assert (left.list_digest, left.lines) == (read.stated["list_digest"], len(read.lines))
    (event,) = workbench.store.load_round_events(plan_id, RoundEventKind.SIGNED_LIST)
    log = [line.detail for line in workbench.store.load_log(limit=20)]
    names = {line[2] for line in read.lines}
    assert not any(name in text for name in names for text in (str(event.content), *log))


def test_same_list_in_another_form_is_one_list_and_two_files(workbench: Workbench) -> None:
    plan_id = plan_of_round(workbench)
    moment = datetime.now(UTC)
    for form in ("csv", "json"):
        export_signed_list(workbench, None, AskedSigned(plan_id, form, as_of=moment))
    events = workbench.store.load_round_events(plan_id, RoundEventKind.SIGNED_LIST)
    assert [event.revision for event in events] == [1, 2]
    assert len({event.subject for event in events}) == 1


def test_rights_are_asked_for_lists_and_records(workbench: Workbench) -> None:
    reviewer, plan_id = access_of(workbench, "reviewer1"), plan_of_round(workbench)
    made = export_signed_list(workbench, None, AskedSigned(plan_id, "json"))
    now = datetime.now(UTC)
    for refused in (
        lambda: export_signed_list(workbench, reviewer, AskedSigned(plan_id, "json")),
        lambda: load_left_lists(reviewer, plan_id),
        lambda: verify_signed_list(workbench, made.content, access=reviewer),
        lambda: open_list_as_of(reviewer, plan_id, now),
        lambda: compare_moments(reviewer, plan_id, earlier=LONG_AGO, later=now),
        lambda: load_moments(reviewer, plan_id, now=now),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_one_status_is_a_list_of_its_own_that_verifies(workbench: Workbench) -> None:
    plan_id = plan_of_round(workbench)
    derived = derive_list(workbench, plan_id)
    status = derived.view.statuses[0]
    asked = AskedSigned(plan_id, "xlsx", selection=f"status:{status}")
    found = verify_signed_list(workbench, export_signed_list(workbench, None, asked).content)
    assert found.agrees
    assert 0 < found.comparison.lines < len(derived.view.ranked.rows)
    with pytest.raises(NotFound):
        export_signed_list(workbench, None, replace(asked, selection="status:nobody"))


def test_difference_tells_who_changed_what_and_whom_it_moved(workbench: Workbench) -> None:
    chair, plan_id = access_of(workbench, "chair"), plan_of_round(workbench)
    earlier = derive_list(workbench, plan_id).moment
    changed = raise_score(workbench)
    later = datetime.now(UTC)
    found = compare_moments(chair, plan_id, earlier=later, later=earlier)
    own = [each for each in found.changes if not each.moved_by_others]
    assert [each.application_id for each in own] == [changed.application_id]
    (event,) = found.own[changed.application_id]
    (change,) = event.changes
    assert (event.kind, event.person_id, change.after) == (
        RecordKind.REVIEW,
        changed.reviewer_id,
        changed.scores[change.dimension_id],
    )
    assert set(found.own) == {changed.application_id}
    assert compare_moments(chair, plan_id, earlier=later, later=later).changes == ()


def test_before_the_first_lock_there_is_no_list(workbench: Workbench) -> None:
    chair, plan_id = access_of(workbench, "chair"), plan_of_round(workbench)
    assert open_list_as_of(chair, plan_id, LONG_AGO) is None
    found = compare_moments(chair, plan_id, earlier=LONG_AGO, later=datetime.now(UTC))
    assert found.before is None
    assert found.after is not None
    assert len(found.changes) == len(found.after.view.ranked.rows)
    assert RecordKind.PLAN in {event.kind for event in found.common}


def test_moments_with_a_name_are_locks_lists_and_the_last_save(workbench: Workbench) -> None:
    chair, plan_id = access_of(workbench, "chair"), plan_of_round(workbench)
    export_signed_list(workbench, chair, AskedSigned(plan_id, "json"))
    moments = load_moments(chair, plan_id, now=datetime.now(UTC) + timedelta(seconds=1))
    kinds = [each.event.kind for each in moments]
    (last,) = [each for each in moments if each.is_last]
    reviews = StoreAsOf(workbench.store, datetime.now(UTC)).load_review_versions(plan_id)
    assert last.event.moment == max(each.saved_at for each in reviews if each.saved_at)
    assert last.reviews == len({(each.application_id, each.reviewer_id) for each in reviews})
    assert {RecordKind.PLAN, RecordKind.SIGNED_LIST} <= set(kinds)


def test_file_of_an_unknown_plan_is_told_from_a_wrong_one(workbench: Workbench) -> None:
    made = export_signed_list(workbench, None, AskedSigned(plan_of_round(workbench), "json"))
    other = made.content.replace(plan_of_round(workbench).encode(), b"plan-nobody-has", 1)
    with pytest.raises(NotFound):
        verify_signed_list(workbench, other)


def _with_lists_and_exam(workbench: Workbench) -> PlanId:
    """A new revision with two identity lists and another score, of which every value is imported."""
    store, plan_id = workbench.store, plan_of_round(workbench)
    locked = store.find_locked(plan_id)
    assert locked is not None
    rules = replace(
        locked.plan.rules,
        components=(TotalComponent(EXAM, "學測", Decimal(40), Decimal(75)),),
        identity_lists=(IdentityList("general", "一般", quota=5, waitlist=3), IdentityList("extra", "外加")),
    )
    draft = store.save_draft(replace(locked.plan, rules=rules), seen_revision=0, person_id=locked.saved_by)
    assert isinstance(draft, Saved)
    store.lock_draft(plan_id, seen_revision=draft.value.row_revision, person_id=locked.saved_by)
    keys = list(derive_list(workbench, plan_id).view.summaries)
    values = {key: None if place == 0 else Decimal(place % 76) for place, key in enumerate(keys)}
    content = import_to_content(ComponentImport(EXAM, "exam.csv", "0" * 64, Decimal(75), values))
    event = RoundEvent("exam-1", plan_id, RoundEventKind.COMPONENT_VALUES, EXAM, 0, content, locked.saved_by)
    store.save_round_event(event, seen_revision=0)
    return plan_id


@pytest.mark.parametrize("form", FORMS)
def test_outcomes_and_other_scores_stand_in_every_form(workbench: Workbench, form: ListForm) -> None:
    plan_id = _with_lists_and_exam(workbench)
    made = export_signed_list(workbench, None, AskedSigned(plan_id, form, selection="list:general"))
    read = read_signed_list(made.content)
    assert {"審查成績", "學測", "錄取結果：一般", "錄取結果：外加"} <= set(read.heads)
    told = [line[read.heads.index("錄取結果：一般")] for line in read.lines]
    assert sum(text.startswith("正取") for text in told) >= 5
    assert "缺考" in {line[read.heads.index("學測")] for line in read.lines}
    assert verify_signed_list(workbench, made.content).agrees


def test_revision_and_import_are_told_as_common_causes(workbench: Workbench) -> None:
    chair = access_of(workbench, "chair")
    earlier = derive_list(workbench, plan_of_round(workbench)).moment
    plan_id = _with_lists_and_exam(workbench)
    found = compare_moments(chair, plan_id, earlier=earlier, later=datetime.now(UTC))
    assert [event.kind for event in found.common] == [RecordKind.PLAN, RecordKind.COMPONENT]
    changed = next(each for each in found.changes if each.after is not None and each.after.total is not None)
    assert not changed.moved_by_others
    assert changed.after is not None
    assert changed.after.components[0][0] == EXAM
    rows = derive_list(workbench, plan_id).view.ranked.rows
    key = next(row.application_id for row in rows if row.rank is not None)
    sheet = open_appeal_sheet(access_of(workbench, "office"), plan_id, key)
    assert sheet.steps.rounded == sheet.row.total
    assert RecordKind.COMPONENT in {event.kind for event in sheet.record}


def test_every_earlier_moment_gives_the_list_of_then(workbench: Workbench) -> None:
    plan_id = plan_of_round(workbench)
    lists = [derive_list(workbench, plan_id)]
    for _ in range(3):
        raise_score(workbench)
        lists.append(derive_list(workbench, plan_id))
    stood = workbench.store.load_assignments(plan_id)
    recused = [replace(each, recused=True) for each in stood[:5]]
    workbench.store.save_assignments(
        plan_id, [*recused, *stood[5:]], seen=stood, person_id=access_of(workbench, "chair").person.person_id
    )
    lists.append(derive_list(workbench, plan_id))
    assert len({each.view.ranked.scores_digest for each in lists}) == len(lists)
    for each in lists:
        again = derive_list(workbench, plan_id, each.moment)
        assert (again.view.ranked, again.view.progress) == (each.view.ranked, each.view.progress)


def test_file_of_another_program_agrees_and_is_told(
    workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.workflows.signed_list_content.program_version", lambda: "0.0.9+rules.old")
    made = export_signed_list(workbench, None, AskedSigned(plan_of_round(workbench), "pdf"))
    monkeypatch.undo()
    found = verify_signed_list(workbench, made.content)
    assert (found.agrees, found.other_program) == (True, True)


def test_several_saves_come_to_one_net_change(workbench: Workbench) -> None:
    chair, plan_id = access_of(workbench, "chair"), plan_of_round(workbench)
    earlier = derive_list(workbench, plan_id).moment
    first, last = raise_score(workbench), raise_score(workbench)
    assert first.application_id == last.application_id
    found = compare_moments(chair, plan_id, earlier=earlier, later=datetime.now(UTC))
    (net,) = net_changes(found.own[last.application_id])
    (change,) = net.changes
    assert (net.saves, net.reviewer_id, change.after) == (
        2,
        last.reviewer_id,
        last.scores[change.dimension_id],
    )
    assert change.before == (first.scores[change.dimension_id] - 7) % 101


def test_recused_chair_reads_that_somebody_moved_and_not_who_did_what(workbench: Workbench) -> None:
    plan_id, chair = plan_of_round(workbench), access_of(workbench, "chair")
    earlier = derive_list(workbench, plan_id).moment
    key = raise_score(workbench).application_id
    stood = workbench.store.load_assignments(plan_id)
    mine = Assignment(key, chair.person.person_id, recused=True)
    others = [each for each in stood if (each.application_id, each.reviewer_id) != (key, mine.reviewer_id)]
    workbench.store.save_assignments(plan_id, [*others, mine], seen=stood, person_id=chair.person.person_id)
    now = datetime.now(UTC)
    found = compare_moments(access_of(workbench, "chair"), plan_id, earlier=earlier, later=now)
    assert key not in found.own
    assert found.hidden == {key}
    assert key in {each.application_id for each in found.changes}
    assert key in compare_moments(access_of(workbench, "office"), plan_id, earlier=earlier, later=now).own


def test_moments_stand_oldest_first_with_the_last_save_of_each_day_among_them() -> None:
    # Ten in the evening of UTC is the next day in Taiwan.
    start = datetime(2026, 4, 1, 12, tzinfo=UTC)
    one, other, key = PersonId("r1"), PersonId("r2"), ApplicationId("a")
    told = [
        (0, RecordKind.REVIEW, one),
        (1, RecordKind.REVIEW, other),
        (2, RecordKind.SIGNED_LIST, None),
        (3, RecordKind.ASSIGNED, None),
        (10, RecordKind.REVIEW, other),
    ]
    events = [
        RecordedEvent(start + timedelta(hours=hour), kind, who, application_id=key, reviewer_id=who)
        for hour, kind, who in told
    ]
    assert moments_of(reversed(events)) == (
        RecordMoment(events[1], saves=2, reviewers=2, reviews=2),
        RecordMoment(events[2]),
        RecordMoment(events[4], saves=1, reviewers=1, reviews=2, is_last=True),
    )
