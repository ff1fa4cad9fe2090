"""The result of a trial in words and rows: who moves, whose outcome changes, which gap cases come and go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app.domain.rank_changes import RankChanges, RankMove
from app.domain.ranked_row import Outcome, RowBlock
from app.domain.score_gap import GapRule
from app.ui.components.trial_limits import render_limits
from app.ui.number_text import number_text
from app.ui.plain import plain
from app.ui.state import trial as state
from app.ui.text.what_if import WORDS, WhatIfWords
from app.ui.visit import Visit
from app.workflows.what_if import Ground, LostEvidence, Trial, WhatIf

MOST_ROWS = 200


def render_result(visit: Visit, ground: Ground, found: WhatIf) -> None:
    """What cannot be counted, sentences, then the rows: those whose outcome changes first."""
    words, changes = WORDS[visit.language], found.changes
    render_limits(words, found)
    if not found.has_totals:
        st.text(_gap_line(words, changes))
        return
    for line in _trial_lines(words, found.trial, is_own=found.is_own):
        st.caption(plain(line))
    if not changes.moves:
        st.text(words.nobody_moves)
    else:
        st.text(
            words.moved.format(
                applicants=changes.applications, count=len(changes.moves), furthest=changes.furthest
            )
        )
        if changes.crossing:
            st.text(words.crossing.format(count=len(changes.crossing)))
    st.text(_gap_line(words, changes))
    if changes.moves:
        _render_moves(words, ground, changes)


def render_evidence(visit: Visit, changed: Sequence[LostEvidence], labels: Mapping[str, str]) -> None:
    """Categories that come and go, with how many applicants have them."""
    words = WORDS[visit.language]
    if changed:
        st.subheader(words.evidence)
    for each in changed:
        text = words.evidence_added if each.is_added else words.evidence_gone
        name = labels.get(each.category_code, each.category_code)
        st.text(f"・{text.format(name=name, count=each.applicants)}")


def _trial_lines(words: WhatIfWords, trial: Trial, *, is_own: bool) -> list[str]:
    lines = []
    if trial.unscored:
        names, weight = "、".join(trial.unscored), number_text(trial.counted_weight)
        lines.append(words.unscored.format(names=names, weight=weight))
    if trial.matched_by_name:
        lines.append(words.by_name.format(names="、".join(trial.matched_by_name)))
    if trial.is_on_ground_scale and not is_own:
        lines.append(words.ground_scale)
    return lines


def _gap_line(words: WhatIfWords, changes: RankChanges) -> str:
    rules = [
        words.gap_by_rule.format(
            rule=words.gaps[rule.value],
            before=changes.gaps_before.get(rule, 0),
            after=changes.gaps_after.get(rule, 0),
        )
        for rule in GapRule
        if changes.gaps_before.get(rule) or changes.gaps_after.get(rule)
    ]
    return words.gap_cases.format(
        before=changes.gap_cases_before, after=changes.gap_cases_after, rules="；".join(rules) or "—"
    )


def _render_moves(words: WhatIfWords, ground: Ground, changes: RankChanges) -> None:
    crossing = changes.crossing
    ordered = [*crossing, *(each for each in changes.moves if not each.outcomes)]
    names = {each.list_id: each.name for each in ground.plan.rules.identity_lists}
    rows = [_row(words, ground, each, names) for each in ordered[:MOST_ROWS]]
    st.dataframe(rows, hide_index=True, height=420, key=state.key(ground.plan.plan_id, "moves"))
    if len(ordered) > MOST_ROWS:
        st.caption(words.more.format(count=MOST_ROWS))


def _row(
    words: WhatIfWords, ground: Ground, move: RankMove, names: Mapping[str, str]
) -> dict[str, str | int | None]:
    summary = ground.summaries[move.application_id]
    step = move.before - move.after if move.before and move.after else None
    row: dict[str, str | int | None] = {
        words.number: summary.application_number,
        words.name: summary.name,
        words.before: _rank(words, move.before, move.block_before),
        words.after: _rank(words, move.after, move.block_after),
        words.step: "" if step is None else f"{'▲' if step > 0 else '▼' if step < 0 else ''}{abs(step)}",
        words.total_before: number_text(move.total_before),
        words.total_after: number_text(move.total_after),
    }
    if move.outcomes:
        row[words.outcome] = "；".join(
            f"{names.get(list_id, list_id)} {_outcome(words, old)} → {_outcome(words, new)}"
            for list_id, (old, new) in move.outcomes.items()
        )
    return row


def _rank(words: WhatIfWords, rank: int | None, block: RowBlock) -> str:
    return words.no_rank[block.value] if rank is None else str(rank)


def _outcome(words: WhatIfWords, outcome: Outcome | None) -> str:
    return "—" if outcome is None else words.outcomes[outcome.value]
