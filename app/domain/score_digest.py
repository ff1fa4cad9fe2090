"""One digest for all that was judged, so that a list can say exactly what it was made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from json.encoder import encode_basestring_ascii

from app.domain.dimensions import DimensionId
from app.domain.ranked_row import RoundFacts
from app.domain.scores import Review

NOTHING_BESIDE = RoundFacts()
JUST = (",", ":")


def digest_of_scores(reviews: Iterable[Review], facts: RoundFacts = NOTHING_BESIDE) -> str:
    """SHA-256 over reviews and facts in canonical form: any order, and 80 or 80.0, give the same.

    Only what a list depends on is inside: scores, those set aside, abstentions, recusals, component values,
    third reviewers, adjusted totals; no comments, no times. Facts that are not there leave no trace.
    """
    written = _Written(facts)
    lines = sorted([*written.reviews(reviews), *written.facts()])
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


class _Texts(dict[str, str]):
    """Texts as JSON, each written once."""

    def __missing__(self, text: str) -> str:
        # What json.dumps writes, without making an encoder for each of sixty thousand.
        written = self[text] = encode_basestring_ascii(text)
        return written


class _Values(dict[Decimal, str]):
    """Numbers as JSON texts, each written once."""

    def __missing__(self, value: Decimal) -> str:
        written = self[value] = _json(_plain(value))
        return written


class _Scores(dict[tuple[DimensionId, Decimal], str]):
    """Scores as JSON pairs, each written once."""

    def __missing__(self, score: tuple[DimensionId, Decimal]) -> str:
        dimension_id, value = score
        written = self[score] = _json([dimension_id, _plain(value)])
        return written


class _Written:
    """JSON lines without spaces; texts and scores that come again are written once."""

    def __init__(self, facts: RoundFacts) -> None:
        self._facts = facts
        self._recused = frozenset(facts.recused)
        self._texts = _Texts()
        self._values = _Values()
        self._scores = _Scores()

    def reviews(self, reviews: Iterable[Review]) -> list[str]:
        """[application, reviewer, [[dimension, score] …], abstained, recused], and what was set aside, if any."""
        texts, pair, rest = self._texts, self._scores.__getitem__, self._rest
        return [
            f"[{texts[review.application_id]},{texts[review.reviewer_id]},"
            f"[{','.join(sorted(map(pair, review.scores.items())))}],{rest(review)}]"
            for review in reviews
        ]

    def _rest(self, review: Review) -> str:
        is_recused = bool(self._recused) and (review.application_id, review.reviewer_id) in self._recused
        if not (review.abstained or is_recused or review.old_scale):
            return "false,false"
        told = [review.abstained, is_recused, *([sorted(review.old_scale)] if review.old_scale else [])]
        return _json(told)[1:-1]

    def facts(self) -> Iterator[str]:
        """One object a fact: its kind leads to what it says."""
        texts, plain = self._texts, self._values
        for component_id, values in self._facts.component_values.items():
            component = texts[component_id]
            for key, value in values.items():
                written = "null" if value is None else plain[value]
                yield f'{{"component":[{component},{texts[key]},{written}]}}'
        for key, reviewer_id in self._facts.third_reviewers.items():
            yield f'{{"third":[{texts[key]},{texts[reviewer_id]}]}}'
        for key, value in (self._facts.adjusted_totals or {}).items():
            yield f'{{"adjusted":[{texts[key]},{plain[value]}]}}'


def _json(facts: object) -> str:
    return json.dumps(facts, ensure_ascii=True, separators=JUST)


def _plain(value: Decimal) -> str:
    return "/".join(map(str, value.as_integer_ratio())) if value.is_finite() else str(value)
