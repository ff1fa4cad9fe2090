"""Are the saves that reviewers believe in really in the store, once, unchanged, under the right names?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from app.reviews.tables import REVIEW_EVENT
from tests.benchmarks.desk_client import SentSave


def load_events(store: str) -> Mapping[str, sa.Row[tuple[object, ...]]]:
    """Every review event of a store by its id."""
    engine = sa.create_engine(store)
    try:
        with engine.connect() as connection:
            return {row.event_id: row for row in connection.execute(sa.select(REVIEW_EVENT))}
    finally:
        engine.dispose()


def problems_of_saves(
    saves: Iterable[SentSave],
    *,
    before: Mapping[str, object],
    after: Mapping[str, sa.Row[tuple[object, ...]]],
) -> Counter[str]:
    """What went wrong between browsers and store, counted by kind; empty when nothing did."""
    sent = {save.event_id: save for save in saves}
    problems: Counter[str] = Counter()
    for event_id, save in sent.items():
        row = after.get(event_id)
        if row is None:
            problems["lost"] += save.is_confirmed
        elif (row.application_id, row.reviewer_id) != (save.application_id, save.reviewer_id):
            problems["under another name"] += 1
        elif not _is_as_sent(row.payload, save):
            problems["other values"] += 1
    problems["never sent"] = sum(each not in sent for each in after if each not in before)
    problems["taken out"] = sum(each not in after for each in before)
    problems["gap in the revisions"] = _gaps(list(after.values()))
    return +problems


def _is_as_sent(payload: str, save: SentSave) -> bool:
    entered = json.loads(payload)
    return bool(entered["scores"] == save.scores and entered["comment"] == save.comment)


def _gaps(rows: Sequence[sa.Row[tuple[object, ...]]]) -> int:
    """Revisions of a review count 1, 2, 3; a number twice or left out is a save that was not seen by the next."""
    found: dict[tuple[str, str, str], list[int]] = {}
    for row in rows:
        found.setdefault((row.plan_id, row.application_id, row.reviewer_id), []).append(row.revision)
    return sum(sorted(each) != list(range(1, len(each) + 1)) for each in found.values())
