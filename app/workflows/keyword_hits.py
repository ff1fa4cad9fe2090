"""The search of the desk: applicants for whom a query holds, their hits in context, counted per category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.search_query import as_word, parse_query
from app.domain.search_terms import (
    CourseTerm,
    OwnState,
    OwnTerm,
    PersonField,
    PersonTerm,
    SearchQuery,
    TextTerm,
)
from app.domain.visibility import Action
from app.workflows import evidence_facts, search_facts
from app.workflows.access import Access
from app.workflows.carried_reviews import load_carried_reviews
from app.workflows.desk_views import ApplicantLine, Desk
from app.workflows.evidence_review import require_view
from app.workflows.near_words import near_words
from app.workflows.search_evaluation import Evaluation, Truth, evaluate
from app.workflows.search_ground import Ground
from app.workflows.shown_hits import Hit, Hits, load_hits

SHOWN_APPLICANTS = 20
"""Applicants whose hits are listed at once; more on demand."""
AMONG_OTHERS = 3
ALONE = 40
"""Hits of a category that are listed, beside other applicants and for one alone."""
FEW_HITS = 3
SHORT_WORD = 2
"""Fewer hits of a word, and near words are offered; for a short one, or one applicant, only without any."""


@dataclass(frozen=True)
class Page:
    """Which part of the findings is listed: the hits of one category, and of how many applicants."""

    category_code: CategoryCode | None = None
    applicants: int = SHOWN_APPLICANTS


@dataclass(frozen=True)
class HitGroup:
    """The first hits of one category of one application, and how many there are."""

    category_code: CategoryCode
    label: str | None
    count: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class FoundApplicant:
    """An applicant for whom the query holds; without groups when it asks for nothing that stands in a text."""

    line: ApplicantLine
    groups: tuple[HitGroup, ...]


@dataclass(frozen=True)
class CategoryTally:
    """A category in which something was found: hits, and applicants who have one."""

    category_code: CategoryCode
    label: str | None
    hits: int
    applicants: int


@dataclass(frozen=True)
class NearWord:
    """A word that stands in the evidence, and the query with it in place of the typed one."""

    typed: str
    word: str
    text: str


@dataclass(frozen=True)
class Findings:
    """What a query found. ``verdicts`` group by group when one applicant was asked about; ``unknown`` cannot be told."""

    text: str
    query: SearchQuery
    page: Page
    found_ids: tuple[ApplicationId, ...]
    listed: tuple[FoundApplicant, ...]
    tallies: tuple[CategoryTally, ...]
    hit_count: int
    more: int
    """Applicants with hits of the chosen category that are not listed."""
    unknown: int = 0
    verdicts: tuple[Truth, ...] = ()
    near: tuple[NearWord, ...] = ()


def search_one(
    access: Access, desk: Desk, application_id: ApplicationId, *, keyword: str, page: Page | None = None
) -> Findings:
    """Search one application; its hits are listed even where not every condition holds."""
    require_view(access, desk.plan, application_id)
    lines = tuple(line for line in desk.lines if line.application_id == application_id)
    query = parse_query(keyword)
    evaluation = evaluate(_ground(access, desk, lines, query), query, is_narrowed=False)
    findings = _findings(evaluation, keyword, query, page=page or Page(), listed=lines, desk=desk)
    return replace(findings, verdicts=evaluation.verdicts.get(application_id, ()))


def search_all(access: Access, desk: Desk, *, keyword: str, page: Page | None = None) -> Findings:
    """Search every application the person may see; the desk holds no other, so no other is asked about."""
    access.require(Action.SEARCH_PROGRAMME, programme_code=desk.plan.programme_code)
    query = parse_query(keyword)
    ground = _ground(access, desk, desk.lines if query.groups else (), query)
    evaluation = evaluate(ground, query)
    return _findings(evaluation, keyword, query, page=page or Page(), listed=evaluation.lines, desk=desk)


def _ground(access: Access, desk: Desk, lines: tuple[ApplicantLine, ...], query: SearchQuery) -> Ground:
    snapshot = access.workbench.snapshot(desk.plan.snapshot_id)
    return Ground(snapshot, desk.plan.programme_code, lines, _flagged(access, desk, query))


def _flagged(access: Access, desk: Desk, query: SearchQuery) -> frozenset[ApplicationId]:
    """The applications the person flagged; nobody's reviews are read for a query that does not ask."""
    if not any(isinstance(term, OwnTerm) and term.state is OwnState.FLAGGED for term in query.terms):
        return frozenset()
    own = load_carried_reviews(access.workbench.store, desk.plan, reviewer_id=access.person.person_id)
    return frozenset(review.application_id for review in own if review.flagged)


def _findings(
    evaluation: Evaluation,
    text: str,
    query: SearchQuery,
    *,
    page: Page,
    listed: Sequence[ApplicantLine],
    desk: Desk,
) -> Findings:
    labels = _labels(evaluation, desk)
    ids = {line.application_id for line in listed}
    tally = {place: count for place, count in evaluation.tally.items() if place[0] in ids}
    chosen = page.category_code
    having = [line for line in listed if chosen is None or (line.application_id, chosen) in tally]
    shown = having[: page.applicants]
    most = ALONE if len(listed) == 1 else AMONG_OTHERS
    hits = load_hits(evaluation, query, shown, category_code=chosen, most=most)
    return Findings(
        text=text,
        query=query,
        page=page,
        found_ids=tuple(line.application_id for line in evaluation.lines),
        listed=tuple(FoundApplicant(line, _groups(line, tally, hits, labels)) for line in shown),
        tallies=_tallies(tally, labels),
        hit_count=sum(tally.values()),
        more=len(having) - len(shown),
        unknown=evaluation.unknown,
        near=_near(evaluation, text, query),
    )


def _labels(evaluation: Evaluation, desk: Desk) -> Mapping[CategoryCode, str]:
    """The labels of the tree, in its order; every applicant of a programme has the same."""
    first = desk.lines[0].application_id if desk.lines else None
    nodes = evidence_facts.tree_of(evaluation.answers.ground.snapshot, first) if first else ()
    return {node.category_code: node.label for node in nodes}


def _in_order(codes: Iterable[CategoryCode], labels: Mapping[CategoryCode, str]) -> list[CategoryCode]:
    places = {code: place for place, code in enumerate(labels)}
    return sorted(codes, key=lambda code: (places.get(code, -1), code))


def _groups(
    line: ApplicantLine,
    tally: Mapping[tuple[ApplicationId, CategoryCode], int],
    hits: Hits,
    labels: Mapping[CategoryCode, str],
) -> tuple[HitGroup, ...]:
    found = {
        code: each for (application_id, code), each in hits.items() if application_id == line.application_id
    }
    return tuple(
        HitGroup(code, labels.get(code), tally.get((line.application_id, code), 0), tuple(found[code]))
        for code in _in_order(found, labels)
    )


def _tallies(
    tally: Mapping[tuple[ApplicationId, CategoryCode], int], labels: Mapping[CategoryCode, str]
) -> tuple[CategoryTally, ...]:
    hits: Counter[CategoryCode] = Counter()
    applicants: Counter[CategoryCode] = Counter()
    for (_, code), count in tally.items():
        hits[code] += count
        applicants[code] += 1
    return tuple(
        CategoryTally(code, labels.get(code), hits[code], applicants[code])
        for code in _in_order(hits, labels)
    )


def _near(evaluation: Evaluation, text: str, query: SearchQuery) -> tuple[NearWord, ...]:
    """Words near to those of which little or nothing was found, among what stands before the person's eyes."""
    ground = evaluation.answers.ground
    visible = [line.application_id for line in ground.lines]
    names = search_facts.names_of(ground.snapshot, ground.programme_code)
    found: list[NearWord] = []
    for typed in _rare_words(evaluation, query):
        for word in near_words(typed, names, visible):
            found.append(NearWord(typed, word, text.replace(typed, as_word(word), 1)))
    return tuple(found)


def _rare_words(evaluation: Evaluation, query: SearchQuery) -> Iterable[str]:
    """Words that are sought and hardly found, and names of schools and courses that nobody bears."""
    for term in query.terms:
        if isinstance(term, TextTerm) and not term.is_excluded:
            if len(term.words) == 1 and evaluation.entries_of(term) < _few(evaluation, term):
                yield term.words[0]
        elif isinstance(term, CourseTerm) and not evaluation.answers.having[term]:
            yield from (*term.subject, *term.anywhere)
        elif isinstance(term, PersonTerm) and term.field is PersonField.SCHOOL and not evaluation.lines:
            yield from term.words


def _few(evaluation: Evaluation, term: TextTerm) -> int:
    is_alone = len(evaluation.answers.ground.lines) == 1
    return 1 if is_alone or len(term.words[0]) <= SHORT_WORD else FEW_HITS
