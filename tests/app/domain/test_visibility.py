"""Role × action × object, every combination against a table written out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.people import Person, PersonId, Role
from app.domain.visibility import Action, NotAllowed, Target, authorise, is_allowed

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
import_components    .YYYYY..... ........... YYYYYYYYYYY ...........
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
