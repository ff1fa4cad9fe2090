"""The choices of the filter in words, with what each would leave; and those made, as chips."""

from __future__ import annotations

from collections.abc import Mapping

from app.ui.components.applicant_words import ListWords, choice_labels, facet_titles
from app.ui.state import queue
from app.workflows.applicant_filter import UNKNOWN, ApplicantFilter, Facet, Marks, count_choices
from app.workflows.desk_views import Desk

_ALWAYS = frozenset({Facet.STATE, Facet.MARK, Facet.EVIDENCE})
"""Facets where one choice alone says something: some are flagged, the others are not."""


def facets(desk: Desk, wanted: ApplicantFilter, words: ListWords) -> list[dict[str, object]]:
    """Every facet that tells the applicants of this desk apart, or that something was chosen of."""
    counts = count_choices(desk.lines, wanted, Marks(queue.drafted(), desk.renewed))
    titles = facet_titles(words.own)
    return [
        {"facet": facet, "title": titles[facet], "choices": _choices(facet, of_facet, wanted, words)}
        for facet, of_facet in counts.items()
        if len(of_facet) > 1 or wanted.chosen(facet) or (of_facet and facet in _ALWAYS)
    ]


def chips(wanted: ApplicantFilter, words: ListWords) -> list[dict[str, object]]:
    """What was chosen; each chip says what a click on it takes back."""
    labels, titles, unknown = choice_labels(words), facet_titles(words.own), words.own.unknown
    made: list[dict[str, object]] = [
        {
            "act": "toggle",
            "facet": facet,
            "value": value,
            "label": labels[facet].get(value) or value or f"{titles[facet]} {unknown}",
        }
        for facet in Facet
        for value in _in_turn(dict.fromkeys(wanted.chosen(facet), 0), labels[facet])
    ]
    if wanted.lowest is not None or wanted.highest is not None:
        lowest, highest = ("" if each is None else f"{each:f}" for each in (wanted.lowest, wanted.highest))
        label = words.own.score_range.format(lowest=lowest, highest=highest)
        made.append({"act": "bounds", "label": label})
    return made


def _choices(
    facet: Facet, counts: Mapping[str, int], wanted: ApplicantFilter, words: ListWords
) -> list[dict[str, object]]:
    labels = choice_labels(words)[facet]
    return [
        {
            "value": value,
            "label": labels.get(value) or value or words.own.unknown,
            "count": counts[value],
            "is_chosen": value in wanted.chosen(facet),
        }
        for value in _in_turn(counts, labels)
    ]


def _in_turn(values: Mapping[str, int], labels: Mapping[str, str]) -> list[str]:
    """Named choices in their own order, others by text, the unknown last."""
    turn = {value: place for place, value in enumerate(labels)}
    return sorted(values, key=lambda value: (value == UNKNOWN, turn.get(value, len(turn)), value))
