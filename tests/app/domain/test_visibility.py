"""Role × action × object, every combination against a table written out by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.people import Person, PersonId, Role
from app.domain.round_phase import PHASES, Phase, SeesOthers, with_ranking_shown, with_reviewers_seeing
from app.domain.visibility import Action, NotAllowed, PhaseForbids, Target, authorise, is_allowed

OWN, OTHER = ProgrammeCode("001012"), ProgrammeCode("001022")
APPLICATION = ApplicationId("p")


def targets_of(programme_code: ProgrammeCode) -> list[Target]:
    """The programme itself; then an application of it: plain, assigned, recused, both."""
    named = Target(programme_code, APPLICATION)
    return [
        Target(programme_code),
        named,
        replace(named, is_assigned=True),
        replace(named, is_recused=True),
        replace(named, is_assigned=True, is_recused=True),
    ]


# The columns of each word below: no programme at all; own programme, its application plain, assigned,
# recused, assigned and recused; then the same five of another programme.
TARGETS = [Target(), *targets_of(OWN), *targets_of(OTHER)]
ROLES = (Role.CHAIR, Role.REVIEWER, Role.OFFICE, Role.RESEARCHER)
EXPECTED = """
view_plan            .YYYYY..... .YYYYY..... YYYYYYYYYYY ...........
edit_plan            .YYYYY..... ........... ........... ...........
lock_plan            .YYYYY..... ........... ........... ...........
view_application     ..YY....... ...Y....... ..YY...YY.. ...........
open_file            ..YY....... ...Y....... ..YY...YY.. ...........
search_programme     .YYYYY..... .YYYYY..... ........... ...........
score                ...Y....... ...Y....... ........... ...........
tag_pages            ..YY....... ...Y....... ..YY...YY.. ...........
take_back_tags       ..YY....... ........... ..YY...YY.. ...........
view_other_reviews   ..YY....... ........... ........... ...........
view_ranking         .YYYYY..... ........... YYYYYYYYYYY ...........
export_ranking       .YYYYY..... ........... YYYYYYYYYYY ...........
view_records         .YYYYY..... ........... YYYYYYYYYYY ...........
view_appeal          ..YY....... ........... ..YY...YY.. ...........
view_recusal_reason  ..YY....... ........... ..YY...YY.. ...........
import_components    .YYYYY..... ........... YYYYYYYYYYY ...........
view_fairness        .YYYYY..... ........... YYYYYYYYYYY ...........
view_raters          .YYYYY..... ........... YYYYYYYYYYY ...........
view_own_figures     .YYYYY..... .YYYYY..... ........... ...........
assign_reviewers     .YYYYY..... ........... ........... ...........
view_progress        .YYYYY..... ........... YYYYYYYYYYY ...........
view_data_problems   .YYYYY..... ........... YYYYYYYYYYY ...........
edit_item_choice     ........... ........... YYYYYYYYYYY ...........
publish_item_choice  ........... ........... YYYYYYYYYYY ...........
reopen_item_choice   ........... ........... YYYYYYYYYYY ...........
choose_items         .YYYYY..... ........... ........... ...........
confirm_alias        ........... ........... YYYYYYYYYYY ...........
view_research        ........... ........... ........... YYYYYYYYYYY
export_research      ........... ........... ........... YYYYYYYYYYY
manage_persons       ........... ........... YYYYYYYYYYY ...........
view_log             ........... ........... YYYYYYYYYYY ...........
view_phase           .YYYYY..... .YYYYY..... YYYYYYYYYYY ...........
set_phase            .YYYYY..... ........... YYYYYYYYYYY ...........
view_gap_cases       .YYYYY..... ........... YYYYYYYYYYY ...........
decide_gap_case      ..YY....... ........... ........... ...........
set_up_calibration   .YYYYY..... ........... ........... ...........
score_calibration    ........... ........... ........... ...........
view_calibration_results ........... ........... ........... ...........
"""
TABLE = {line.split()[0]: line.split()[1:] for line in EXPECTED.strip().splitlines()}


def person(role: Role) -> Person:
    """An active person of one programme."""
    return Person(PersonId("x"), "x", "X", role, frozenset({OWN}))


def test_the_table_names_every_action() -> None:
    assert list(TABLE) == [action.value for action in Action]


@pytest.mark.parametrize("own_review_done", [False, True])
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", Action)
def test_is_allowed_is_the_table(action: Action, role: Role, own_review_done: bool) -> None:
    targets = [replace(target, own_review_done=own_review_done) for target in TARGETS]
    granted = "".join("Y" if is_allowed(person(role), action, target) else "." for target in targets)
    assert granted == TABLE[action][ROLES.index(role)]


# What changes while the person takes part in an open calibration round with the application.
CALIBRATING = """
view_application     ..YY....... ..YY....... ..YY...YY.. ...........
open_file            ..YY....... ..YY....... ..YY...YY.. ...........
score                ...Y....... ...Y....... ........... ...........
tag_pages            ..YY....... ...Y....... ..YY...YY.. ...........
score_calibration    ..YY....... ..YY....... ........... ...........
"""
# And once the calibration round asked for is closed.
CALIBRATED = """
score_calibration    ........... ........... ........... ...........
view_calibration_results .YYYYY..... .YYYYY..... YYYYYYYYYYY ...........
"""


@pytest.mark.parametrize(("is_open", "table"), [(True, CALIBRATING), (False, CALIBRATED)])
@pytest.mark.parametrize("role", ROLES)
def test_calibration_opens_what_the_table_says(role: Role, is_open: bool, table: str) -> None:
    for line in table.strip().splitlines():
        action, *words = line.split()
        targets = [
            replace(
                target,
                is_calibrating=is_open and target.application_id is not None,
                calibration_closed=not is_open,
            )
            for target in TARGETS
        ]
        granted = "".join("Y" if is_allowed(person(role), Action(action), each) else "." for each in targets)
        assert (action, granted) == (action, words[ROLES.index(role)])


Facts = tuple[bool, bool, bool]
FACTS: list[Facts] = [(discussed, third, done) for discussed, third, done in product((False, True), repeat=3)]
"""Whether the application is under discussion, the person its third reader, the own review done."""


def told(target: Target, facts: Facts, phase: Phase) -> Target:
    """The target with these facts, in a phase."""
    discussed, third, done = facts
    return replace(
        target,
        in_discussion=discussed,
        is_third_reader=third,
        own_review_done=done,
        phase=PHASES[phase],
    )


# An application assigned to the person, in the order of FACTS: may it be scored, may other reviews be seen
# by a reviewer, by a chair; then whether chair and office may take the list away; then whether a reviewer may see
# the list: as the phase begins, and where the round chose to show it (never where there is no such choice).
BY_PHASE = """
calibration    ........ ........ YYYYYYYY .Y .-
first_reading  YYYYYYYY ........ YYYYYYYY YY .-
gap_check      ........ ........ YYYYYYYY .Y .-
discussion     ....YYYY .....Y.Y YYYYYYYY .Y .Y
third_reading  ..YY..YY ........ YYYYYYYY .Y .-
closed         ........ ........ YYYYYYYY YY .Y
"""
PHASE_TABLE = {line.split()[0]: line.split()[1:] for line in BY_PHASE.strip().splitlines()}


def granted(role: Role, action: Action, phase: Phase) -> str:
    """One letter for each of FACTS."""
    assigned = Target(OWN, APPLICATION, is_assigned=True)
    targets = [told(assigned, facts, phase) for facts in FACTS]
    return "".join("Y" if is_allowed(person(role), action, target) else "." for target in targets)


@pytest.mark.parametrize("phase", Phase)
def test_phase_narrows_as_the_table_says(phase: Phase) -> None:
    score, reviewer_sees, chair_sees, exports, _ = PHASE_TABLE[phase]
    assert [granted(role, Action.SCORE, phase) for role in ROLES] == [score, score, "." * 8, "." * 8]
    seen = [granted(role, Action.VIEW_OTHER_REVIEWS, phase) for role in ROLES]
    assert seen == [chair_sees, reviewer_sees, "." * 8, "." * 8]
    listed = Target(OWN, phase=PHASES[phase])
    taken = [is_allowed(person(role), Action.EXPORT_RANKING, listed) for role in (Role.CHAIR, Role.OFFICE)]
    assert taken == [letter == "Y" for letter in exports]
    ranked = [is_allowed(person(role), Action.VIEW_RANKING, listed) for role in ROLES]
    assert ranked == [True, False, True, False]


@pytest.mark.parametrize("phase", Phase)
def test_ranking_is_shown_to_reviewers_where_the_round_may_choose_it_and_did(phase: Phase) -> None:
    unchosen, chosen = list(PHASE_TABLE[phase][4])
    reviewer = person(Role.REVIEWER)
    assert is_allowed(reviewer, Action.VIEW_RANKING, Target(OWN, phase=PHASES[phase])) == (unchosen == "Y")
    if chosen == "-":
        with pytest.raises(ValueError, match="never see the ranking"):
            with_ranking_shown(PHASES[phase], True)
        return
    shown = with_ranking_shown(PHASES[phase], True)
    asked = {
        (code, action): is_allowed(reviewer, action, Target(code, phase=shown))
        for code in (OWN, OTHER)
        for action in (Action.VIEW_RANKING, Action.EXPORT_RANKING)
    }
    assert [key for key, granted in asked.items() if granted] == [(OWN, Action.VIEW_RANKING)]
    assert with_ranking_shown(shown, False) == PHASES[phase]


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("role", ROLES)
def test_no_phase_gives_more_than_the_table(role: Role, phase: Phase) -> None:
    reached = {action: TABLE[action][ROLES.index(role)] for action in Action}
    if role is Role.REVIEWER:
        reached[Action.VIEW_OTHER_REVIEWS] = "...Y......."
    for action, facts in product(Action, FACTS):
        targets = [told(target, facts, phase) for target in TARGETS]
        granted = [is_allowed(person(role), action, target) for target in targets]
        assert all(
            letter == "Y" for letter, is_granted in zip(reached[action], granted, strict=True) if is_granted
        )


@pytest.mark.parametrize("phase", Phase)
def test_refusal_by_phase_says_the_phase(phase: Phase) -> None:
    target = Target(OWN, APPLICATION, is_assigned=True, phase=PHASES[phase])
    if phase is Phase.FIRST_READING:
        authorise(person(Role.REVIEWER), Action.SCORE, target)
        return
    with pytest.raises(PhaseForbids) as refusal:
        authorise(person(Role.REVIEWER), Action.SCORE, target)
    assert refusal.value.phase is phase
    with pytest.raises(NotAllowed) as without_right:
        authorise(person(Role.REVIEWER), Action.SCORE, replace(target, is_recused=True))
    assert not isinstance(without_right.value, PhaseForbids)


def test_a_reviewer_shown_everything_still_sees_open_cases_only() -> None:
    rules = with_reviewers_seeing(PHASES[Phase.DISCUSSION], SeesOthers.ALWAYS)
    target = Target(OWN, APPLICATION, is_assigned=True, phase=rules)
    reviewer = person(Role.REVIEWER)
    assert not is_allowed(reviewer, Action.VIEW_OTHER_REVIEWS, target)
    assert is_allowed(reviewer, Action.VIEW_OTHER_REVIEWS, replace(target, in_discussion=True))
    assert not is_allowed(reviewer, Action.VIEW_RANKING, target)


@pytest.mark.parametrize("role", ROLES)
def test_is_allowed_nothing_to_an_inactive_person(role: Role) -> None:
    gone = replace(person(role), is_active=False)
    assert not any(is_allowed(gone, action, target) for action in Action for target in TARGETS)


def test_authorise_passes_in_silence_or_raises_with_its_facts() -> None:
    reviewer, target = person(Role.REVIEWER), Target(OWN, APPLICATION, is_assigned=True)
    authorise(reviewer, Action.SCORE, target)
    with pytest.raises(NotAllowed) as refusal:
        authorise(reviewer, Action.VIEW_RANKING, target)
    facts = (refusal.value.person_id, refusal.value.action, refusal.value.target)
    assert facts == ("x", Action.VIEW_RANKING, target)
