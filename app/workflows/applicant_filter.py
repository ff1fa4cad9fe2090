"""The filter of the applicant list: choices of several kinds together, and how many each choice would leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from app.domain.evidence import ApplicationId
from app.domain.evidence_change import Renewal
from app.workflows.desk_views import ApplicantLine


class Facet(StrEnum):
    """What applicants are told apart by; choices of one facet add up, facets narrow each other down."""

    STATE = "state"
    MARK = "mark"
    EVIDENCE = "evidence"
    SCOPE = "scope"
    IDENTITY = "identity"
    MODE = "mode"
    STANDING = "standing"
    SCHOOL_TYPE = "school_type"
    COUNTY = "county"
    SCHOOL = "school"


UNKNOWN = ""
"""The value of what is not known; a choice like any other."""
FLAGGED, DRAFT = "flagged", "draft"
RENEWED, INCOMPARABLE = "renewed", "incomparable"
MINE, OTHERS = "mine", "others"
BANDS: Sequence[tuple[Decimal, str]] = tuple((Decimal(top), str(top)) for top in (10, 25, 50, 75, 100))
"""Upper ends of the bands of estimated standing, in percent from the top; each takes in its upper end."""


@dataclass(frozen=True)
class ApplicantFilter:
    """What was chosen; a facet without a choice leaves everybody. The bounds are those of the own total."""

    choices: Mapping[Facet, frozenset[str]] = field(default_factory=dict)
    lowest: Decimal | None = None
    highest: Decimal | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nobody is filtered out."""
        return not any(self.choices.values()) and self.lowest is None and self.highest is None

    def chosen(self, facet: Facet) -> frozenset[str]:
        """The choices of one facet."""
        return self.choices.get(facet, frozenset())

    def toggled(self, facet: Facet, value: str) -> ApplicantFilter:
        """The filter with this choice taken in, or out again."""
        values = self.chosen(facet) ^ {value}
        rest = {key: each for key, each in self.choices.items() if key != facet}
        return replace(self, choices=rest | ({facet: values} if values else {}))

    def without(self, facet: Facet) -> ApplicantFilter:
        """The filter without any choice of this facet."""
        return replace(self, choices={key: each for key, each in self.choices.items() if key != facet})


@dataclass(frozen=True)
class Marks:
    """What is known of applicants besides their line: drafts kept in this browser, evidence not yet looked at."""

    drafted: frozenset[ApplicationId] = frozenset()
    renewed: Mapping[ApplicationId, Renewal] = field(default_factory=dict)


Counts = Mapping[Facet, Mapping[str, int]]


def sift(lines: Iterable[ApplicantLine], wanted: ApplicantFilter, marks: Marks) -> tuple[ApplicantLine, ...]:
    """The lines that every facet lets pass, in the order they came."""
    return tuple(line for line in lines if not _failed(line, wanted, marks) and _is_within(line, wanted))


def count_choices(lines: Iterable[ApplicantLine], wanted: ApplicantFilter, marks: Marks) -> Counts:
    """How many lines each choice would leave as the only one of its facet, the other facets as they are.

    Every value that occurs is counted, also where nobody would be left; so is every choice already made.
    """
    counts: dict[Facet, dict[str, int]] = {
        facet: dict.fromkeys(sorted(wanted.chosen(facet)), 0) for facet in Facet
    }
    for line in lines:
        failed = _failed(line, wanted, marks)
        is_within = _is_within(line, wanted)
        for facet, of_facet in counts.items():
            passes = is_within and failed <= {facet}
            for value in _VALUES[facet](line, marks):
                of_facet[value] = of_facet.get(value, 0) + passes
    return counts


def _failed(line: ApplicantLine, wanted: ApplicantFilter, marks: Marks) -> set[Facet]:
    return {
        facet
        for facet, values in wanted.choices.items()
        if values and values.isdisjoint(_VALUES[facet](line, marks))
    }


def _is_within(line: ApplicantLine, wanted: ApplicantFilter) -> bool:
    if wanted.lowest is None and wanted.highest is None:
        return True
    if line.total is None:
        return False
    return (wanted.lowest is None or wanted.lowest <= line.total) and (
        wanted.highest is None or line.total <= wanted.highest
    )


def _band(line: ApplicantLine) -> str:
    standing = line.summary.mean_standing
    if standing is None:
        return UNKNOWN
    return next((name for top, name in BANDS if standing <= top), UNKNOWN)


def _marks(line: ApplicantLine, marks: Marks) -> tuple[str, ...]:
    flagged = (FLAGGED,) if line.is_flagged else ()
    return (*flagged, DRAFT) if line.application_id in marks.drafted else flagged


def _evidence(line: ApplicantLine, marks: Marks) -> tuple[str, ...]:
    renewal = marks.renewed.get(line.application_id)
    if renewal is None:
        return ()
    return (INCOMPARABLE,) if renewal.is_incomparable else (RENEWED,) if renewal.changes else ()


# Who is not to be scored by this person has no state: it would say "not scored" of what nobody asked for.
_VALUES: Mapping[Facet, Callable[[ApplicantLine, Marks], tuple[str, ...]]] = {
    Facet.STATE: lambda line, _: (line.state.value,) if line.is_assigned else (),
    Facet.MARK: _marks,
    Facet.EVIDENCE: _evidence,
    Facet.SCOPE: lambda line, _: (MINE if line.is_assigned else OTHERS,),
    Facet.IDENTITY: lambda line, _: (line.summary.applicant_status or UNKNOWN,),
    Facet.MODE: lambda line, _: (line.summary.submission_mode,),
    Facet.STANDING: lambda line, _: (_band(line),),
    Facet.SCHOOL_TYPE: lambda line, _: (line.summary.school_type or UNKNOWN,),
    Facet.COUNTY: lambda line, _: (line.summary.county or UNKNOWN,),
    Facet.SCHOOL: lambda line, _: (line.summary.school_name or UNKNOWN,),
}
