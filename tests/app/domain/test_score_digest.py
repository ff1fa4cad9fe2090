"""What changes the digest of a set of scores, and what does not."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dimensions import DimensionId
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


def written_out(reviews: list[Review], facts: RoundFacts) -> str:
    """The digest by its definition, every line by json alone."""

    def plain(value: Decimal) -> str:
        return "/".join(map(str, value.as_integer_ratio()))

    lines: list[object] = [
        [
            each.application_id,
            each.reviewer_id,
            sorted([key, plain(value)] for key, value in each.scores.items()),
            each.abstained,
            (each.application_id, each.reviewer_id) in set(facts.recused),
            *([sorted(each.old_scale)] if each.old_scale else []),
        ]
        for each in reviews
    ]
    for component_id, values in facts.component_values.items():
        lines += [
            {"component": [component_id, key, None if value is None else plain(value)]}
            for key, value in values.items()
        ]
    written = sorted(json.dumps(line, separators=(",", ":")) for line in lines)
    return hashlib.sha256("\n".join(written).encode()).hexdigest()


ODD_TEXTS = st.sampled_from(["p", "p1", '引"號', "back\\slash", "行\n", "é\x7f", "🙂"])
NUMBERS = st.decimals(min_value=0, max_value=100, places=1)


@given(
    given_scores=st.lists(
        st.tuples(ODD_TEXTS, ODD_TEXTS, st.dictionaries(st.sampled_from("abc"), NUMBERS), st.booleans())
    ),
    values=st.dictionaries(ODD_TEXTS, st.none() | NUMBERS),
)
def test_digest_is_what_json_writes(
    given_scores: list[tuple[str, str, dict[str, Decimal], bool]], values: dict[str, Decimal | None]
) -> None:
    reviews = [
        replace(
            FIRST,
            application_id=ApplicationId(key),
            reviewer_id=PersonId(person),
            scores={DimensionId(name): value for name, value in scores.items()},
            abstained=is_odd,
            old_scale=frozenset({DimensionId("b"), DimensionId("a")}) if is_odd else frozenset(),
        )
        for key, person, scores, is_odd in given_scores
    ]
    facts = RoundFacts(
        recused=[(each.application_id, each.reviewer_id) for each in reviews[::2]],
        component_values={ComponentId("測"): {ApplicationId(key): value for key, value in values.items()}},
    )
    assert digest_of_scores(reviews, facts) == written_out(reviews, facts)
