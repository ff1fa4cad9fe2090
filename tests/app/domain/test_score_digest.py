"""What changes the digest of a set of scores, and what does not."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.ranked_row import RoundFacts
from app.domain.score_digest import digest_of_scores
from app.domain.scores import Review
from app.domain.total_component import ComponentId
from tests.app.domain.rounds import review

FIRST, SECOND = review("p", "x", {"a": "80", "b": "70"}), review("p", "y", {"a": "60"})
DIGEST = digest_of_scores([FIRST, SECOND])


def test_digest_of_scores_is_stable_over_versions() -> None:
    line = '["p","x",[["a","80/1"],["b","70/1"]],false,false]\n["p","y",[["a","60/1"]],false,false]'
    assert hashlib.sha256(line.encode()).hexdigest() == DIGEST


@pytest.mark.parametrize(
    "same",
    [
        [SECOND, FIRST],
        [review("p", "x", {"b": "70.0", "a": "8E+1"}), SECOND],
        [replace(FIRST, comment="好", revision=7, saved_at=datetime(2026, 5, 1, tzinfo=UTC)), SECOND],
    ],
)
def test_digest_of_scores_ignores_order_notation_and_comments(same: list[Review]) -> None:
    assert digest_of_scores(same) == DIGEST


@pytest.mark.parametrize(
    "other",
    [
        [FIRST],
        [FIRST, replace(SECOND, abstained=True)],
        [FIRST, review("p", "y", {"a": "60.1"})],
        [FIRST, review("p", "z", {"a": "60"})],
    ],
)
def test_digest_of_scores_changes_with_what_a_list_depends_on(other: list[Review]) -> None:
    assert digest_of_scores(other) != DIGEST


def test_digest_of_scores_changes_with_a_recusal() -> None:
    facts = RoundFacts(recused={(ApplicationId("p"), PersonId("y"))})
    assert digest_of_scores([FIRST, SECOND], facts) != DIGEST


APPLICATION, REVIEWER = ApplicationId("p"), PersonId("z")
VALUES: dict[ComponentId, dict[ApplicationId, Decimal | None]] = {ComponentId("test"): {APPLICATION: None}}


def test_digest_of_facts_is_stable_over_versions() -> None:
    facts = RoundFacts(
        component_values={**VALUES, ComponentId("t"): VALUES[ComponentId("test")]},
        third_reviewers={APPLICATION: REVIEWER},
        adjusted_totals={APPLICATION: Decimal("71.2500")},
    )
    lines = [
        '["p","x",[["a","80/1"],["b","70/1"]],false,false]',
        '{"adjusted":["p","285/4"]}',
        '{"component":["t","p",null]}',
        '{"component":["test","p",null]}',
        '{"third":["p","z"]}',
    ]
    assert digest_of_scores([FIRST], facts) == hashlib.sha256("\n".join(lines).encode()).hexdigest()


@pytest.mark.parametrize(
    "facts",
    [
        RoundFacts(component_values=VALUES),
        RoundFacts(component_values={ComponentId("test"): {APPLICATION: Decimal(0)}}),
        RoundFacts(third_reviewers={APPLICATION: REVIEWER}),
        RoundFacts(adjusted_totals={APPLICATION: Decimal(0)}),
    ],
)
def test_digest_of_scores_changes_with_every_fact(facts: RoundFacts) -> None:
    others = [RoundFacts(component_values=VALUES), RoundFacts()]
    assert digest_of_scores([FIRST], facts) not in {
        digest_of_scores([FIRST], each) for each in others if each != facts
    }
