"""What a search is asked about, and what it asks of the snapshot there: never more than the lines of a desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.folding import fold
from app.domain.search_hits import FoundCount, Scope, SoughtCourse, SoughtWord, SoughtWords
from app.domain.search_terms import Bounds, CountTerm, CourseTerm, SearchQuery, Term, TextTerm
from app.domain.search_words import categories_of
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows import search_facts as facts
from app.workflows.desk_views import ApplicantLine


@dataclass(frozen=True)
class Ground:
    """The lines a person may see, in the order of the desk, and which of them that person flagged."""

    snapshot: EvidenceSnapshot
    programme_code: ProgrammeCode
    lines: tuple[ApplicantLine, ...]
    flagged: frozenset[ApplicationId] = frozenset()

    @property
    def scope(self) -> Scope:
        """The lines by their place in the snapshot."""
        modes = facts.modes_of(self.snapshot, self.programme_code)
        ids = [line.application_id for line in self.lines]
        return Scope(tuple((modes[each].application_place, each) for each in ids))

    def is_untold(self, application_id: ApplicationId, item: str) -> bool:
        """Whether an item of the database cannot be asked: it came as PDF or cannot be read."""
        modes = facts.modes_of(self.snapshot, self.programme_code)
        return modes[application_id].mode_of(item) in ("pdf", "unreadable")


@dataclass(frozen=True)
class Sought:
    """What is sought in entries, each thing with its bit: the words first, then what one course must be.

    Where there is such a course, ``courses`` has every word before it: what stands in the name of a course is known
    without its text, and a course that is found by its name and its grade is one.
    """

    words: SoughtWords
    terms: tuple[CourseTerm, ...] = ()
    courses: tuple[SoughtCourse, ...] = ()

    def bits_of(self, term: Term) -> int:
        """The bits of the words of a term, or of a term about one course; none of a term of another kind."""
        if isinstance(term, CourseTerm):
            return 1 << (len(self.words.words) + self.terms.index(term))
        if not isinstance(term, TextTerm):
            return 0
        places = {each: place for place, each in enumerate(self.words.words)}
        return reduce(int.__or__, (1 << places[each] for each in words_of(term)), 0)

    @property
    def has_courses(self) -> bool:
        """Whether any course can fit anything."""
        return any(each.names for each in self.courses)


@dataclass(frozen=True)
class Answers:
    """What the snapshot said about the lines of a ground."""

    ground: Ground
    sought: Sought
    counts: tuple[FoundCount, ...]
    """Every entry, page and course in which something was found, counted once."""
    entries: Mapping[CountTerm, Mapping[ApplicationId, int]]
    having: Mapping[Term, frozenset[ApplicationId]]
    """For terms of words and of courses: who has one."""


def ask(ground: Ground, query: SearchQuery) -> Answers:
    """Everything the terms of a query need to know; of a query without words no text is read."""
    sought = sought_of(ground, query.terms)
    counts: tuple[FoundCount, ...] = ()
    if sought.words.words and ground.lines:
        counts += facts.text_counts_of(ground.snapshot, ground.scope, sought.words)
    if sought.has_courses and ground.lines:
        counts += facts.course_counts_of(ground.snapshot, ground.scope, sought.courses)
    having: dict[Term, frozenset[ApplicationId]] = {
        term: frozenset(each.application_id for each in counts if each.found & sought.bits_of(term))
        for term in query.terms
        if isinstance(term, TextTerm | CourseTerm)
    }
    entries = {term: _entries(ground, term) for term in query.terms if isinstance(term, CountTerm)}
    return Answers(ground, sought, counts, entries, having)


def sought_of(ground: Ground, terms: Sequence[Term]) -> Sought:
    """What some terms seek in entries: words with their categories, level names that hold one, and courses."""
    texts = [term for term in terms if isinstance(term, TextTerm)]
    words = tuple(dict.fromkeys(word for term in texts for word in words_of(term)))
    levels = facts.levels_of(ground.snapshot, ground.programme_code)
    said = tuple((name, text) for name, text in levels if any(each.word in text for each in words))
    courses = tuple(dict.fromkeys(term for term in terms if isinstance(term, CourseTerm)))
    if not courses:
        return Sought(SoughtWords(words, said))
    named = tuple(_named(ground, word) for word in words)
    fitting = tuple(_fitting(ground, term) for term in courses)
    return Sought(SoughtWords(words, said, leaves_courses=True), courses, named + fitting)


def _named(ground: Ground, word: SoughtWord) -> SoughtCourse:
    """The courses in whose names a word stands; no field of texts has any."""
    names = facts.course_names_of(ground.snapshot, ground.programme_code)
    return SoughtCourse(
        tuple(name for name, (subject, _, _) in names if not word.categories and word.word in subject)
    )


def _fitting(ground: Ground, term: CourseTerm) -> SoughtCourse:
    """The names of the programme's courses that fit, the syllabi that fit, and what is asked of the grade."""
    names = tuple(
        name
        for name, (subject, area, group) in facts.course_names_of(ground.snapshot, ground.programme_code)
        if says(subject, term.subject)
        and says(area, term.area)
        and says(group, term.group)
        and (says(subject, term.anywhere) or says(area, term.anywhere))
    )
    syllabi = None
    if term.syllabus:
        texts = facts.syllabi_of(ground.snapshot, ground.programme_code)
        syllabi = tuple(key for key, text in texts if says(text, term.syllabus))
    return SoughtCourse(names, syllabi, term.grade or Bounds(), term.standing or Bounds())


def words_of(term: TextTerm) -> tuple[SoughtWord, ...]:
    """The words of a term, folded."""
    categories = categories_of(term.field) if term.field else ()
    return tuple(SoughtWord(fold(word), categories) for word in term.words if fold(word))


def says(folded: str, words: Sequence[str]) -> bool:
    """Whether one of the words stands in a folded text; no words ask for nothing."""
    return not words or any(fold(word) in folded for word in words)


def _entries(ground: Ground, term: CountTerm) -> Mapping[ApplicationId, int]:
    counted: Counter[ApplicationId] = Counter()
    if ground.lines:
        for each in facts.entry_counts_of(ground.snapshot, ground.scope, categories_of(term.field)):
            counted[each.application_id] += each.entries
    return counted
