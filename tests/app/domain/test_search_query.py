"""The query language: what each way of writing means, and that no line of text breaks it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.evidence import CategoryCode
from app.domain.search_query import LONGEST, MOST_SOUGHT, MOST_TERMS, as_word, parse_query
from app.domain.search_terms import (
    Bounds,
    CountTerm,
    CourseTerm,
    MeanTerm,
    Measure,
    OwnState,
    OwnTerm,
    PersonField,
    PersonTerm,
    Problem,
    ProblemKind,
    Term,
    TextField,
    TextTerm,
    TotalTerm,
)
from app.domain.search_words import categories_of, find_field, offered_words

NINETY = Decimal(90)
FROM_NINETY = Bounds(at_least=NINETY)


def _only(text: str) -> Term:
    query = parse_query(text)
    assert query.problems == ()
    (term,) = query.terms
    return term


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("機器人", TextTerm(("機器人",))),
        ("「資料 科學」", TextTerm(("資料 科學",))),
        ("『資料 科學』", TextTerm(("資料 科學",))),
        ('"data science"', TextTerm(("data science",))),
        ("“data science”", TextTerm(("data science",))),
        ("「競賽:全國」", TextTerm(("競賽:全國",))),
        ("-志工", TextTerm(("志工",), is_excluded=True)),
        ("−志工", TextTerm(("志工",), is_excluded=True)),
        ("－志工", TextTerm(("志工",), is_excluded=True)),
        ("不含:志工", TextTerm(("志工",), is_excluded=True)),
        ("not:志工", TextTerm(("志工",), is_excluded=True)),
        ("不含 志工", TextTerm(("志工",), is_excluded=True)),
        ("排除 「志工 服務」", TextTerm(("志工 服務",), is_excluded=True)),
        ("NOT 競賽:全國", TextTerm(("全國",), TextField.COMPETITION, is_excluded=True)),
        ("without -志工", TextTerm(("志工",), is_excluded=True)),
        ("不含：「志工 服務」", TextTerm(("志工 服務",), is_excluded=True)),
        ("-競賽:全國", TextTerm(("全國",), TextField.COMPETITION, is_excluded=True)),
        ("不含:競賽:全國", TextTerm(("全國",), TextField.COMPETITION, is_excluded=True)),
        ("競賽:全國", TextTerm(("全國",), TextField.COMPETITION)),
        ("競賽：全國", TextTerm(("全國",), TextField.COMPETITION)),
        ("競賽 : 全國", TextTerm(("全國",), TextField.COMPETITION)),
        ("競賽=全國", TextTerm(("全國",), TextField.COMPETITION)),
        ("Competition:全國", TextTerm(("全國",), TextField.COMPETITION)),
        ("競賽:全國|國際", TextTerm(("全國", "國際"), TextField.COMPETITION)),
        ("競賽：全國｜國際", TextTerm(("全國", "國際"), TextField.COMPETITION)),
        ("競賽:「全國 賽」", TextTerm(("全國 賽",), TextField.COMPETITION)),
        ("競賽>=3", CountTerm(TextField.COMPETITION, Bounds(at_least=Decimal(3)))),
        ("競賽≧３", CountTerm(TextField.COMPETITION, Bounds(at_least=Decimal(3)))),
        ("競賽 >= 3件", CountTerm(TextField.COMPETITION, Bounds(at_least=Decimal(3)))),
        ("證照=0", CountTerm(TextField.LICENCE, Bounds(at_least=Decimal(0), at_most=Decimal(0)))),
        ("成績>=90", CourseTerm(grade=FROM_NINETY)),
        ("成績＞＝９０", CourseTerm(grade=FROM_NINETY)),
        ("成績：≥90", CourseTerm(grade=FROM_NINETY)),
        ("grade=>90", CourseTerm(grade=FROM_NINETY)),
        ("成績<60", CourseTerm(grade=Bounds(below=Decimal(60)))),
        ("成績>60.5", CourseTerm(grade=Bounds(above=Decimal("60.5")))),
        ("成績≤60分", CourseTerm(grade=Bounds(at_most=Decimal(60)))),
        ("成績:80..90", CourseTerm(grade=Bounds(at_least=Decimal(80), at_most=NINETY))),
        ("成績:90～80", CourseTerm(grade=Bounds(at_least=Decimal(80), at_most=NINETY))),
        ("數學>=90", CourseTerm(anywhere=("數學",), grade=FROM_NINETY)),
        ("數學成績>=90", CourseTerm(anywhere=("數學",), grade=FROM_NINETY)),
        ("PR>=90", CourseTerm(standing=Bounds(at_most=Decimal(10)))),
        ("百分位>90", CourseTerm(standing=Bounds(below=Decimal(10)))),
        ("數學PR>=90", CourseTerm(anywhere=("數學",), standing=Bounds(at_most=Decimal(10)))),
        ("推估<=10", CourseTerm(standing=Bounds(at_most=Decimal(10)))),
        ("平均>=90", MeanTerm(Measure.MEAN_GRADE, FROM_NINETY)),
        ("平均PR>=90", MeanTerm(Measure.MEAN_STANDING, Bounds(at_most=Decimal(10)))),
        ("學校:建國", PersonTerm(PersonField.SCHOOL, ("建國",))),
        ("學校類型:技術型", PersonTerm(PersonField.SCHOOL_TYPE, ("技術型",))),
        ("類型:部分pdf", PersonTerm(PersonField.MODE, ("partial_pdf",))),
        ("類型:資料庫|PDF", PersonTerm(PersonField.MODE, ("database", "pdf"))),
        ("大綱:微積分", CourseTerm(syllabus=("微積分",))),
        ("未評:我", OwnTerm(OwnState.NOT_SCORED)),
        ("unscored:me", OwnTerm(OwnState.NOT_SCORED)),
        ("未評完", OwnTerm(OwnState.PARTIAL)),
        ("-標記", OwnTerm(OwnState.FLAGGED, is_excluded=True)),
        ("提出討論", OwnTerm(OwnState.FLAGGED)),
        ("「標記」", TextTerm(("標記",))),
        ("flag", TextTerm(("flag",))),
        ("flag:me", OwnTerm(OwnState.FLAGGED)),
        ("我的總分>=80", TotalTerm(Bounds(at_least=Decimal(80)))),
        ("https://a.b", TextTerm(("https://a.b",))),
        ("12:30", TextTerm(("12:30",))),
        ("e-sports", TextTerm(("e-sports",))),
        ("C++", TextTerm(("C++",))),
    ],
)
def test_one_term(text: str, term: Term) -> None:
    assert _only(text) == term


@pytest.mark.parametrize(
    ("text", "kind", "near"),
    [
        ("競賛:全國", ProblemKind.UNKNOWN_FIELD, "競賽:全國"),
        ("contset:全國", ProblemKind.UNKNOWN_FIELD, "contest:全國"),
        ("競賽:", ProblemKind.EMPTY_VALUE, None),
        ("成績=九十", ProblemKind.NOT_A_NUMBER, None),
        ("學校>=3", ProblemKind.NOT_COMPARED, None),
        ("類型:資料褲", ProblemKind.UNKNOWN_MODE, "類型:資料庫"),
        ("未評:王", ProblemKind.ONLY_OWN, "未評:我"),
        ("unscored:王", ProblemKind.ONLY_OWN, "unscored:me"),
        ("「未完", ProblemKind.OPEN_QUOTE, None),
    ],
)
def test_piece_that_is_not_understood_is_named(text: str, kind: ProblemKind, near: str | None) -> None:
    assert parse_query(text).problems == (Problem(kind, text, near),)


def test_unknown_field_is_sought_as_it_stands() -> None:
    assert parse_query("競賛:全國").terms == (TextTerm(("競賛:全國",)),)


def test_spaces_and_chinese_marks_part_terms() -> None:
    assert parse_query("甲　乙，丙、丁").terms == tuple(TextTerm((word,)) for word in "甲乙丙丁")


def test_course_terms_beside_each_other_speak_of_one_course() -> None:
    joined = CourseTerm(area=("數學",), grade=FROM_NINETY)
    assert parse_query("領域:數學 成績>=90").groups == ((joined,),)
    assert parse_query("成績>=90 領域:數學").groups == ((joined,),)


def test_course_terms_that_cannot_be_one_course_stand_apart() -> None:
    first, second = CourseTerm(area=("數學",), grade=FROM_NINETY), CourseTerm(area=("社會",))
    assert parse_query("領域:數學 成績>=90 領域:社會").groups == ((first,), (second,))
    mathematics = CourseTerm(anywhere=("數學",), grade=FROM_NINETY)
    assert parse_query("數學>=90 領域:社會").groups == ((mathematics,), (second,))
    excluded = CourseTerm(area=("社會",), is_excluded=True)
    assert parse_query("數學>=90 -領域:社會").groups == ((mathematics,), (excluded,))
    word = (TextTerm(("機器人",)),)
    apart = ((CourseTerm(area=("數學",)),), word, (CourseTerm(grade=FROM_NINETY),))
    assert parse_query("領域:數學 機器人 成績>=90").groups == apart


@pytest.mark.parametrize("sign", ["或", "|", "｜", "OR"])
def test_alternatives(sign: str) -> None:
    either = (TextTerm(("全國",)), OwnTerm(OwnState.SCORED))
    assert parse_query(f"全國 {sign} 已評:我 機器人").groups == (either, (TextTerm(("機器人",)),))


def test_sign_of_alternatives_without_two_sides_means_nothing() -> None:
    assert parse_query("或 全國 或").groups == ((TextTerm(("全國",)),),)


def test_word_for_and_means_nothing() -> None:
    assert parse_query("甲 且 乙 AND 丙").terms == tuple(TextTerm((word,)) for word in "甲乙丙")


@pytest.mark.parametrize("word", ["不含", "排除", "NOT", "without"])
def test_word_for_without_excludes_what_follows_it_and_nothing_else(word: str) -> None:
    without = TextTerm(("志工",), is_excluded=True)
    one, other = TextTerm(("機器人",)), TextTerm(("程式",))
    assert parse_query(f"機器人 {word} 志工 程式").groups == ((one,), (without,), (other,))
    assert parse_query(f"機器人 且 {word} 且 志工").groups == ((one,), (without,))
    assert parse_query(f"機器人 或 {word} 志工").groups == ((one, without),)
    assert parse_query(f"機器人 {word}").groups == ((one,),)


def test_too_many_terms_are_told() -> None:
    query = parse_query(" ".join("甲乙丙丁戊己庚辛壬癸子丑寅"))
    assert len(query.groups) == MOST_TERMS
    assert [problem.kind for problem in query.problems] == [ProblemKind.TOO_MANY]


def test_more_words_than_one_search_can_tell_apart_are_told() -> None:
    typed = [chr(place) for place in range(0x4E00, 0x4E00 + 72)]
    query = parse_query("競賽:" + "|".join(typed))
    assert query.terms == (TextTerm(tuple(typed[:MOST_SOUGHT]), TextField.COMPETITION),)
    assert [problem.kind for problem in query.problems] == [ProblemKind.TOO_MANY]


def test_more_courses_than_one_search_can_tell_apart_are_told() -> None:
    words = "競賽:" + "|".join(chr(place) for place in range(0x4E00, 0x4E00 + MOST_SOUGHT - 1))
    query = parse_query(f"{words} 數學>=9 或 國文>=8 競賽>=1")
    assert [type(term) for term in query.terms] == [TextTerm, CourseTerm, CountTerm]
    assert [problem.kind for problem in query.problems] == [ProblemKind.TOO_MANY]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("機器人", "機器人"),
        ("C++", "C++"),
        ("標記", "「標記」"),
        ("競賽:全國", "「競賽:全國」"),
        ("-x", "「-x」"),
        ("a b", "「a b」"),
    ],
)
def test_text_as_a_word_is_sought_as_it_stands(text: str, typed: str) -> None:
    assert as_word(text) == typed
    assert _only(typed) == TextTerm((text,))


def test_empty_line_asks_for_nothing() -> None:
    for text in ("", "   ", "　", "-", "|", "或", '""', "「」"):
        assert parse_query(text).groups == ()


def test_every_offered_word_names_its_field() -> None:
    for field, word in offered_words().items():
        assert find_field(word) is field


def test_fields_of_texts_know_their_categories() -> None:
    assert categories_of(TextField.COMPETITION) == (CategoryCode("activity.competition"),)
    assert all(categories_of(field) for field in TextField)


@given(
    st.text(
        alphabet=st.sampled_from('甲競賽成績數學未評我全國90.:：><=≥|｜-－−"「」『』  　或不含，;%'),
        max_size=60,
    )
)
def test_no_line_breaks_the_language(text: str) -> None:
    query = parse_query(text)
    assert len(query.groups) <= MOST_TERMS
    assert all(query.groups)
    assert all(problem.piece in text for problem in query.problems)


@given(st.text(max_size=2 * LONGEST))
def test_no_text_at_all_breaks_the_language(text: str) -> None:
    parse_query(text)


@given(st.decimals(0, 100, places=1), st.decimals(0, 100, places=1))
def test_turned_bounds_hold_for_the_rest_of_a_hundred(low: Decimal, value: Decimal) -> None:
    for bounds in (Bounds(at_least=low), Bounds(above=low), Bounds(at_most=low), Bounds(below=low)):
        assert bounds.holds(value) is bounds.turned().holds(100 - value)
        assert bounds.turned().turned() == bounds


@given(
    st.sampled_from(["at_least", "above", "at_most", "below"]),
    st.decimals(-1000, 1000, places=4),
    st.decimals(-1000, 1000, places=4),
)
def test_closed_bounds_hold_for_the_same_numbers(kind: str, number: Decimal, value: Decimal) -> None:
    bounds = Bounds(**{kind: number})
    closed = bounds.closed()
    assert closed is not None
    for each in (value, number):
        assert bounds.holds(each) is (closed[0] <= each <= closed[1])
    assert Bounds().closed() is None
