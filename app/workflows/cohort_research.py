"""群體選課: what cohorts chose, for researchers; nothing leaves here that did not pass the suppression layer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from app.domain.cohort import CoChoice, UptakeRow, UptakeSplit, UptakeSubject
from app.domain.evidence import Programme
from app.domain.rounding import round_half_up
from app.domain.suppression import CountTable, build_count_table, suppress
from app.domain.visibility import Action
from app.evidence.questions import load_co_choice, load_competency_cover, load_programmes, load_uptake
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows.access import Access

LOWEST_MINIMUM = 5
"""Groups under this size are hidden whatever the installation asks for."""
SHOWN_PAIRS = 40
_LOADED_PAIRS = 400


@dataclass(frozen=True)
class ShownCount:
    """One count that may be shown, or None where it is hidden; the share follows it."""

    label: str
    split_label: str
    applicants: int | None
    population: int | None

    @property
    def share_percent(self) -> Decimal | None:
        """Applicants in percent of the population, one decimal; None where either is hidden."""
        if self.applicants is None or not self.population:
            return None
        return round_half_up(Fraction(100 * self.applicants, self.population), 1)


@dataclass(frozen=True)
class ShownPair:
    """Two subjects chosen by the same applicants, as far as it may be shown."""

    first_subject: str
    second_subject: str
    both: int | None
    first_applicants: int | None
    second_applicants: int | None
    population: int


@dataclass(frozen=True)
class Shown:
    """A protected table: ``hidden_labels`` counts what is left out because too few chose it anywhere."""

    rows: tuple[ShownCount, ...]
    hidden_labels: int
    hidden_cells: int
    minimum: int
    snapshot_id: str


@dataclass(frozen=True)
class ShownPairs:
    """Protected pairs, the most frequent first; pairs that few chose are left out and counted."""

    rows: tuple[ShownPair, ...]
    hidden_pairs: int
    minimum: int
    snapshot_id: str


def load_shown_uptake(access: Access, *, by: UptakeSubject, split: UptakeSplit) -> Shown:
    """Uptake of categories, learning areas or subjects, split or whole.

    There is no filter by programme beside the split: the difference of two views would undo the protection.
    """
    snapshot = _researched(access)
    return _protected_uptake(snapshot, by, split, _minimum(access))


def load_shown_competencies(access: Access) -> Shown:
    """A1 to C3 by programme: applicants with a chosen course whose syllabus covers it."""
    return _protected_competencies(_researched(access), _minimum(access))


def load_shown_pairs(access: Access) -> ShownPairs:
    """What goes together: pairs of elective subjects over the whole cohort."""
    return _protected_pairs(_researched(access), _minimum(access))


def load_programme_names(access: Access) -> Mapping[str, str]:
    """Programme names by code, for the labels of a split."""
    snapshot = _researched(access)
    return {each.programme_code: _name(each) for each in load_programmes(snapshot)}


def require_export(access: Access) -> None:
    """Ask for the right to take a table away, and log it."""
    access.require(Action.EXPORT_RESEARCH)
    access.workbench.store.log(
        person_id=access.person.person_id, action="export_research", object_key="cohort"
    )


def _minimum(access: Access) -> int:
    """One size for everybody and every view: what is hidden at one size could be shown at another."""
    return max(access.workbench.settings.smallest_group, LOWEST_MINIMUM)


def _name(programme: Programme) -> str:
    return f"{programme.university_name} {programme.programme_name}"


def _researched(access: Access) -> EvidenceSnapshot:
    access.require(Action.VIEW_RESEARCH)
    return access.workbench.snapshot(access.workbench.current_snapshot_id())


# Facts of an immutable snapshot, the same for everyone who may ask: safe to keep for the process.
@lru_cache(maxsize=64)
def _protected_uptake(
    snapshot: EvidenceSnapshot, by: UptakeSubject, split: UptakeSplit, minimum: int
) -> Shown:
    rows = load_uptake(snapshot, by=by, split=split)
    # A semester's takers are no part of a whole (one person takes several), so each stands alone.
    tables = _tables_apart(rows) if split == "semester" else _tables_together(rows)
    return _shown(tables, minimum, snapshot)


@lru_cache(maxsize=8)
def _protected_competencies(snapshot: EvidenceSnapshot, minimum: int) -> Shown:
    rows = [
        UptakeRow(each.competency, each.programme_code, each.applicants, each.population)
        for each in load_competency_cover(snapshot)
    ]
    return _shown(_tables_together(rows), minimum, snapshot)


@lru_cache(maxsize=8)
def _protected_pairs(snapshot: EvidenceSnapshot, minimum: int) -> ShownPairs:
    pairs = load_co_choice(snapshot, limit=_LOADED_PAIRS)
    shown = [_shown_pair(pair, minimum) for pair in pairs]
    visible = [pair for pair in shown if pair.both is not None]
    return ShownPairs(tuple(visible[:SHOWN_PAIRS]), len(shown) - len(visible), minimum, snapshot.snapshot_id)


def _populations(rows: Iterable[UptakeRow]) -> dict[str, int]:
    return {row.split_label: row.population for row in rows}


def _by_label(rows: Iterable[UptakeRow]) -> dict[str, dict[str, int]]:
    taken: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        taken[row.label][row.split_label] = row.applicants
    return taken


def _tables_together(rows: Sequence[UptakeRow]) -> dict[str, list[CountTable]]:
    """One table a label: who took it and who did not, by split; a split where nobody did is a zero."""
    populations = _populations(rows)
    return {
        label: [_taken_or_not(list(populations), taken, populations)]
        for label, taken in _by_label(rows).items()
    }


def _tables_apart(rows: Sequence[UptakeRow]) -> dict[str, list[CountTable]]:
    populations = _populations(rows)
    return {
        label: [_taken_or_not([split], taken, populations) for split in populations]
        for label, taken in _by_label(rows).items()
    }


def _taken_or_not(
    splits: Sequence[str], taken: Mapping[str, int], populations: Mapping[str, int]
) -> CountTable:
    took = [taken.get(split, 0) for split in splits]
    others = [populations[split] - count for split, count in zip(splits, took, strict=True)]
    return build_count_table(["taken", "not taken"], splits, [took, others])


def _shown(tables: Mapping[str, Sequence[CountTable]], minimum: int, snapshot: EvidenceSnapshot) -> Shown:
    rows: list[ShownCount] = []
    hidden_labels = 0
    for label, parts in tables.items():
        if max(sum(filter(None, part.cells[0])) for part in parts) < minimum:
            hidden_labels += 1
            continue
        rows.extend(row for part in parts for row in _rows_of(label, suppress(part, minimum)))
    hidden = sum(row.applicants is None for row in rows)
    return Shown(tuple(rows), hidden_labels, hidden, minimum, snapshot.snapshot_id)


def _rows_of(label: str, table: CountTable) -> list[ShownCount]:
    return [
        ShownCount(label, split, table.cells[0][place], table.column_totals[place])
        for place, split in enumerate(table.column_labels)
    ]


def _shown_pair(pair: CoChoice, minimum: int) -> ShownPair:
    """The pair as a table of both, either and neither, so that no margin gives a hidden cell back."""
    first_only, second_only = pair.first_applicants - pair.both, pair.second_applicants - pair.both
    neither = pair.population - pair.both - first_only - second_only
    table = suppress(
        build_count_table(
            ["first", "other"], ["second", "other"], [[pair.both, first_only], [second_only, neither]]
        ),
        minimum,
    )
    return ShownPair(
        first_subject=pair.first_subject,
        second_subject=pair.second_subject,
        both=table.cells[0][0],
        first_applicants=table.row_totals[0],
        second_applicants=table.column_totals[0],
        population=pair.population,
    )
