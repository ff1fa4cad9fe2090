"""One digest for all that was judged, so that a list can say exactly what it was made of."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

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
    lines = sorted([*map(written.review, reviews), *written.facts()])
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


class _Texts(dict[str, str]):
    """Texts as JSON, each written once."""

    def __missing__(self, text: str) -> str:
        written = self[text] = json.dumps(text)
        return written


class _Written:
    """JSON lines without spaces; texts and scores that come again are written once."""

    def __init__(self, facts: RoundFacts) -> None:
        self._facts = facts
        self._recused = frozenset(facts.recused)
        self._texts = _Texts()
        self._scores: defaultdict[DimensionId, dict[Decimal, str]] = defaultdict(dict)

    def review(self, review: Review) -> str:
        """[application, reviewer, [[dimension, score] …], abstained, recused], and what was set aside, if any."""
        pairs = [
            self._scores[key].get(value) or self._score(key, value) for key, value in review.scores.items()
        ]
        pairs.sort()
        is_recused = bool(self._recused) and (review.application_id, review.reviewer_id) in self._recused
        line = (
            f"[{self._texts[review.application_id]},{self._texts[review.reviewer_id]},[{','.join(pairs)}],"
            f"{'true' if review.abstained else 'false'},{'true' if is_recused else 'false'}"
        )
        aside = f",{_json(sorted(review.old_scale))}" if review.old_scale else ""
        return f"{line}{aside}]"

    def facts(self) -> Iterator[str]:
        """One object a fact: its kind leads to what it says."""
        texts = self._texts
        for component_id, values in self._facts.component_values.items():
            component = texts[component_id]
            for key, value in values.items():
                written = "null" if value is None else texts[_plain(value)]
                yield f'{{"component":[{component},{texts[key]},{written}]}}'
        for key, reviewer_id in self._facts.third_reviewers.items():
            yield f'{{"third":[{texts[key]},{texts[reviewer_id]}]}}'
        for key, value in (self._facts.adjusted_totals or {}).items():
            yield f'{{"adjusted":[{texts[key]},{texts[_plain(value)]}]}}'

    def _score(self, key: DimensionId, value: Decimal) -> str:
        written = _json([key, _plain(value)])
        self._scores[key][value] = written
        return written


def _json(facts: object) -> str:
    return json.dumps(facts, ensure_ascii=True, separators=JUST)


def _plain(value: Decimal) -> str:
    return "/".join(map(str, value.as_integer_ratio())) if value.is_finite() else str(value)
