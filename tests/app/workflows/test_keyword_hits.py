"""The search of the desk: equal to asking one applicant after the other, and never about anybody else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.evidence import ApplicationId
from app.domain.folding import fold
from app.domain.scores import ReviewState
from app.domain.search_query import parse_query
from app.domain.search_terms import CourseTerm, TextTerm
from app.domain.visibility import NotAllowed
from app.evidence.questions import load_evidence_names
from app.reviews.store import Saved
from app.workbench import Workbench
from app.workflows.desk_views import PROFILE, ApplicantLine, Desk
from app.workflows.keyword_hits import Findings, Page, search_all, search_one
from app.workflows.review_entry import ReviewEntry, save_review
from app.workflows.shown_hits import CourseHit, TextHit, ValueHit
from tests.app.workflows.people import access_of
from tests.app.workflows.search_brute_force import hits_of, holds_for, read_people
from tests.app.workflows.test_evidence_review import desk_of, first_line, recuse

TERMS = (
    "機器人", "競賽", "志工", "的", "-志工", "「資料」", "數學", "全國", "校級", "不含:全國", "找不到的字",
    "競賽:全國", "競賽:全國|國際", "-競賽:全國", "幹部:班級", "證照:語文", "成果:數學", "自述:學習", "心得:學習",
    "競賽>=2", "競賽=0", "-競賽>=1", "成果>=1", "多元>=5", "自述>=1",
    "領域:數學", "領域:數學|科技", "課程:數學", "修課:加深加廣", "大綱:專題", "大綱:生活", "-領域:科技",
    "成績>=90", "成績<60", "成績:80..85", "數學>=85", "PR>=90", "數學PR>=80", "平均>=80", "平均PR>=50", "-平均>=80",
    "學校:高中", "-學校:高中", "縣市:台北|新竹", "學校類型:普通", "-學校類型:普通|技術",
    "身分:一般", "類型:PDF", "類型:資料庫|部分", "姓名:王", "編號:1",
    "未評:我", "已評:我", "棄權:我", "未評完", "-已評:我", "標記:我", "我的總分>=70",
)  # fmt: skip
QUERIES = st.lists(st.sampled_from(TERMS), min_size=1, max_size=4).flatmap(
    lambda terms: st.sampled_from([" ", " 或 ", " | "]).map(
        lambda sign: sign.join(terms[:2]) + "".join(f" {each}" for each in terms[2:])
    )
)


def _flag(workbench: Workbench) -> Desk:
    """One not yet scored application of reviewer1 bears a flag and nothing else."""
    desk = desk_of(workbench)
    line = next(each for each in desk.lines if each.state is ReviewState.NOT_SCORED)
    outcome = save_review(
        access_of(workbench, "reviewer1"),
        ReviewEntry(
            plan_id=desk.plan.plan_id,
            plan_revision=desk.plan.revision,
            application_id=line.application_id,
            seen_revision=0,
            event_id=str(uuid4()),
            flagged=True,
        ),
    )
    assert isinstance(outcome, Saved)
    return desk_of(workbench)


def _flagged(workbench: Workbench, desk: Desk, name: str) -> frozenset[ApplicationId]:
    own = access_of(workbench, name).person.person_id
    reviews = workbench.store.load_reviews(desk.plan.plan_id, reviewer_id=own)
    return frozenset(each.application_id for each in reviews if each.flagged)


def _hits(findings: Findings) -> list[TextHit | CourseHit | ValueHit]:
    return [hit for each in findings.listed for group in each.groups for hit in group.hits]


@pytest.mark.parametrize("name", ["reviewer1", "chair"])
def test_search_equals_asking_one_applicant_after_the_other(workbench: Workbench, name: str) -> None:
    _flag(workbench)
    desk, access = desk_of(workbench, name), access_of(workbench, name)
    snapshot = workbench.snapshot(desk.plan.snapshot_id)
    people = read_people(snapshot, desk.lines, _flagged(workbench, desk, name))
    ids = {line.application_id for line in desk.lines}

    @settings(max_examples=40, deadline=None)
    @given(QUERIES)
    @example("領域:數學 成績>=60 數學")
    @example("成績>=60 或 數學>=80 或 數學 或 大綱:生活")
    @example("學校:高中 類型:資料庫 高 競賽>=1 競賽>=0")
    def ask(text: str) -> None:
        query = parse_query(text)
        assert query.problems == ()
        found = search_all(access, desk, keyword=text)
        expected = [each.line.application_id for each in people if holds_for(each, query)]
        assert list(found.found_ids) == expected
        assert {each.line.application_id for each in found.listed} <= set(expected) <= ids
        assert found.hit_count == sum(each.hits for each in found.tallies)
        hits = sum((hits_of(each, query) for each in people if holds_for(each, query)), Counter())
        assert {each.category_code: each.hits for each in found.tallies} == hits

    ask()


def test_hits_of_many_conditions_are_never_more_than_those_of_each(workbench: Workbench) -> None:
    """What is found in many ways is one hit: no more than the sum, no fewer than the most, and all of it listed."""
    desk, access = desk_of(workbench), access_of(workbench, "reviewer1")
    lines = [first_line(desk, mode) for mode in ("database", "partial_pdf")]

    def counted(text: str, application_id: ApplicationId) -> Counter[str]:
        found = search_one(access, desk, application_id, keyword=text)
        assert all(0 < len(group.hits) <= group.count for each in found.listed for group in each.groups)
        return Counter({each.category_code: each.hits for each in found.tallies})

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.sampled_from(TERMS), min_size=2, max_size=4, unique=True), st.sampled_from(lines))
    def ask(terms: list[str], line: ApplicantLine) -> None:
        together = counted(" 或 ".join(terms), line.application_id)
        alone = [counted(term, line.application_id) for term in terms]
        assert together.keys() == set().union(*alone)
        for category, hits in together.items():
            assert max(each[category] for each in alone) <= hits <= sum(each[category] for each in alone)

    ask()


def test_course_found_by_its_name_and_its_grade_is_one_hit_with_both_terms(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "chair"), desk_of(workbench, "chair")
    everybody = Page(applicants=99)
    findings = search_all(access, desk, keyword="領域:數學 成績>=85 數學", page=everybody)
    courses = [hit for hit in _hits(findings) if isinstance(hit, CourseHit)]
    records = [hit.record_id for hit in courses]
    assert len(records) == len(set(records)) > 0
    both = [hit for hit in courses if {type(term) for term in hit.terms} == {CourseTerm, TextTerm}]
    assert both
    assert all(("數學", True) in hit.pieces and hit.grade is not None for hit in both)
    excluded = search_all(access, desk, keyword="領域:數學 成績>=85 -數學乙", page=everybody)
    assert all({type(term) for term in hit.terms} == {CourseTerm} for hit in _hits(excluded))


def test_profile_found_in_many_ways_is_one_hit(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    line = first_line(desk, "database")
    school = line.summary.school_name
    assert school
    query = f"「{school}」 學校:{school} 類型:資料庫"
    findings = search_one(access, desk, line.application_id, keyword=query, page=Page(PROFILE))
    (hit,) = _hits(findings)
    assert isinstance(hit, TextHit)
    assert ([each.count for each in findings.listed[0].groups], len(hit.terms)) == ([1], 3)
    assert (school, True) in hit.pieces
    assert [each.value for each in hit.said] == ["database"]
    values = search_one(access, desk, line.application_id, keyword=f"學校:{school} 類型:資料庫")
    (joined,) = _hits(values)
    assert isinstance(joined, TextHit)
    assert (values.hit_count, [each.value for each in joined.said]) == (1, [school, "database"])


def test_every_term_is_found_or_missed_by_somebody(workbench: Workbench) -> None:
    """What the comparison above is worth: the terms are not all of one kind."""
    access, desk = access_of(workbench, "chair"), desk_of(workbench, "chair")
    found = {term: len(search_all(access, desk, keyword=term).found_ids) for term in TERMS}
    assert sum(0 < count < len(desk.lines) for count in found.values()) > len(TERMS) / 2


@pytest.mark.parametrize(
    ("typed", "code"), [("普通", "H"), ("普高", "H"), ("General", "H"), ("技術型高中", "V")]
)
def test_type_of_school_is_asked_for_by_any_of_its_names(workbench: Workbench, typed: str, code: str) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    of_type = [line.application_id for line in desk.lines if line.summary.school_type == code]
    found = search_all(access, desk, keyword=f"學校類型:{typed}")
    assert list(found.found_ids) == of_type != []
    assert {hit.value for hit in _hits(found) if isinstance(hit, ValueHit)} == {code}
    assert found.unknown == sum(line.summary.school_type is None for line in desk.lines)


def test_no_query_reaches_beyond_the_desk(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    before = search_all(access_of(workbench, "reviewer1"), desk, keyword="數學")
    hidden = before.found_ids[0]
    assert len(before.found_ids) > 1
    recuse(workbench, desk, hidden, "reviewer1")
    smaller = desk_of(workbench)
    for text in (
        "數學",
        "-找不到的字",
        "成績>=0",
        "類型:資料庫",
        "未評:我 或 已評:我",
        "競賽>=0",
        "數學 或 -數學",
    ):
        after = search_all(access_of(workbench, "reviewer1"), smaller, keyword=text)
        assert hidden not in after.found_ids
        assert hidden not in {each.line.application_id for each in after.listed}
        assert set(after.found_ids) <= {line.application_id for line in smaller.lines}


def test_words_of_others_are_not_offered(workbench: Workbench) -> None:
    """A name that stands only in the evidence of a recused applicant is no near word."""
    desk, access = desk_of(workbench, "chair"), access_of(workbench, "chair")
    snapshot = workbench.snapshot(desk.plan.snapshot_id)
    names = load_evidence_names(snapshot, desk.plan.programme_code)
    borne = {each.application_id for each in desk.lines}
    lonely = next(
        each
        for each in names
        if len(each.application_ids) == 1 and each.application_ids <= borne and len(fold(each.name)) > 6
    )
    typed = fold(lonely.name)[:-1] + "○"
    offered = [each.word for each in search_all(access, desk, keyword=typed).near]
    assert fold(lonely.name) in offered
    smaller = replace(
        desk, lines=tuple(line for line in desk.lines if line.application_id not in lonely.application_ids)
    )
    left = [each.word for each in search_all(access, smaller, keyword=typed).near]
    assert fold(lonely.name) not in left


def test_near_word_takes_the_place_of_the_typed_one(workbench: Workbench) -> None:
    desk, access = desk_of(workbench), access_of(workbench, "reviewer1")
    findings = search_all(access, desk, keyword="數孿 未評:我")
    assert ("數孿", "數學", "數學 未評:我") in {(each.typed, each.word, each.text) for each in findings.near}


def test_only_the_own_review_is_asked_for(workbench: Workbench) -> None:
    desk = _flag(workbench)
    own = search_all(access_of(workbench, "reviewer1"), desk, keyword="標記:我")
    other = search_all(access_of(workbench, "reviewer2"), desk_of(workbench, "reviewer2"), keyword="標記:我")
    assert set(own.found_ids) == _flagged(workbench, desk, "reviewer1")
    assert not set(own.found_ids) & set(other.found_ids)
    chair = search_all(
        access_of(workbench, "chair"), desk_of(workbench, "chair"), keyword="已評:我 或 標記:我"
    )
    assert chair.found_ids == ()


def test_uploads_as_pdf_are_neither_found_nor_ruled_out(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "chair"), desk_of(workbench, "chair")
    pdf = {line.application_id for line in desk.lines if line.is_pdf}
    assert pdf
    for text in ("競賽>=1", "-競賽>=1", "競賽:全國", "-競賽:全國", "成績>=0", "-成績>=0"):
        findings = search_all(access, desk, keyword=text)
        assert not pdf & set(findings.found_ids)
        assert findings.unknown >= len(pdf)


def test_one_applicant_is_told_what_became_of_each_condition(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    line = first_line(desk, "database")
    findings = search_one(access, desk, line.application_id, keyword="數學 找不到的字 類型:資料庫")
    assert findings.verdicts == (True, False, True)
    assert findings.found_ids == ()
    assert [each.line for each in findings.listed] == [line]
    texts = [hit for hit in _hits(findings) if isinstance(hit, TextHit)]
    assert texts
    assert {text for hit in texts for text, is_marked in hit.pieces if is_marked} == {"數學"}


def test_hits_of_one_applicant_are_all_listed(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    findings = search_one(access, desk, first_line(desk, "database").application_id, keyword="數學")
    assert findings.hit_count == len(_hits(findings)) > 0
    assert [(each.category_code, each.hits) for each in findings.tallies] == [
        (group.category_code, group.count) for group in findings.listed[0].groups
    ]


def test_applicant_of_somebody_else_is_not_searched(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    lost = desk.lines[0].application_id
    recuse(workbench, desk, lost, "reviewer1")
    with pytest.raises(NotAllowed):
        search_one(access_of(workbench, "reviewer1"), desk, lost, keyword="數學")


def test_category_filters_the_listed_hits_and_not_the_totals(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "chair"), desk_of(workbench, "chair")
    everything = search_all(access, desk, keyword="的")
    chosen = everything.tallies[0].category_code
    filtered = search_all(access, desk, keyword="的", page=Page(chosen))
    assert filtered.tallies == everything.tallies
    assert filtered.found_ids == everything.found_ids
    assert {group.category_code for each in filtered.listed for group in each.groups} == {chosen}
    assert len(filtered.listed) + filtered.more == everything.tallies[0].applicants


def test_more_applicants_are_listed_on_demand(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "chair"), desk_of(workbench, "chair")
    few = search_all(access, desk, keyword="的", page=Page(applicants=2))
    assert len(few.listed) == 2
    assert few.more == len(few.found_ids) - 2
    rest = search_all(access, desk, keyword="的", page=Page(applicants=99))
    assert rest.listed[:2] == few.listed
    assert rest.more == 0


def test_course_hit_names_the_course_with_its_grade(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "chair"), desk_of(workbench, "chair")
    findings = search_all(access, desk, keyword="領域:數學 成績>=85", page=Page(applicants=99))
    courses = [hit for hit in _hits(findings) if isinstance(hit, CourseHit)]
    assert courses == _hits(findings)
    assert all(hit.grade is not None and hit.grade >= Decimal(85) for hit in courses)


def test_query_that_asks_for_nothing_finds_nobody(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "chair"), desk_of(workbench, "chair")
    findings = search_all(access, desk, keyword="未評:王")
    assert (findings.found_ids, findings.listed, findings.hit_count) == ((), (), 0)
