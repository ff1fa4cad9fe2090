"""Which syllabus a course finds: a person's word, the code, plan and name, alike names."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.contract import MatchMethod
from pipelines.matching.courses import match_courses
from pipelines.matching.names import ConfirmedAlias, CourseName, SyllabusMatch, SyllabusName

PLAN = "111041305H11101A"
OTHER_PLAN = "111041305H11101B"
CODE = f"{PLAN}5110301"


def syllabus(
    syllabus_id: str, code: str = f"{PLAN}5110399", subject: str = "", year: str = "112"
) -> SyllabusName:
    return SyllabusName(syllabus_id, code, subject, year)


def find(
    subject: str, *syllabi: SyllabusName, code: str = CODE, aliases: tuple[ConfirmedAlias, ...] = ()
) -> SyllabusMatch | None:
    found = match_courses([CourseName(code, subject)], syllabi, aliases=aliases)
    assert len(found) <= 1
    return found[0] if found else None


def found_by(match: SyllabusMatch | None) -> tuple[str, MatchMethod] | None:
    return (match.syllabus_id, match.match_method) if match else None


def alias(subject: str, syllabus_subject: str, *, code: str, is_accepted: bool) -> ConfirmedAlias:
    return ConfirmedAlias(CODE, subject, code, syllabus_subject, is_accepted)


def test_code_takes_the_name_then_the_latest_year() -> None:
    found = find(
        "選修歷史",
        syllabus("old", CODE, "選修歷史", "111"),
        syllabus("new", CODE, "選修歷史", "112"),
        syllabus("other", CODE, "完全不同", "113"),
    )
    assert found == SyllabusMatch(CODE, "選修歷史", "new", MatchMethod.EXACT_CODE, Decimal("100.00"))


def test_plan_and_name_where_no_code_is_equal() -> None:
    found = find("選修歷史(一)", syllabus("one", subject="選修歷史Ⅰ"), syllabus("two", subject="選修歷史Ⅱ"))
    assert found == SyllabusMatch(
        CODE, "選修歷史(一)", "one", MatchMethod.PLAN_CODE_AND_NAME, Decimal("100.00")
    )


def test_alike_name_names_the_runner_up() -> None:
    found = find(
        "程式設計與應用",
        syllabus("best", subject="程式設計及應用"),
        syllabus("next", subject="程式設計專題"),
    )
    assert found == SyllabusMatch(
        CODE,
        "程式設計與應用",
        "best",
        MatchMethod.ALIKE_NAME,
        Decimal("85.71"),
        runner_up_syllabus_id="next",
        runner_up_similarity=Decimal("61.54"),
    )


@pytest.mark.parametrize(
    ("subject", "other"),
    [
        ("數學演習一", "數學演習二"),
        ("數學甲演習專題(一)", "數學甲演習專題(二)"),
        ("數學專題研究甲", "數學專題研究乙"),
        ("數學專題研究甲", "數學專題研究"),
        ("英語聽講練習(上)", "英語聽講練習(下)"),
        ("第二外國語（日語）", "第二外國語（法語）"),
        ("選修物理實驗專題", "選修化學實驗專題"),
        ("體育專項-籃球訓練", "體育專項-排球訓練"),
        ("基礎程式設計實務", "程式設計實務"),
        ("選修生物", "選修物理"),
    ],
)
def test_alike_name_with_another_level_is_another_course(subject: str, other: str) -> None:
    assert find(subject, syllabus("one", subject=other)) is None


@pytest.mark.parametrize(
    ("subject", "published"),
    [
        ("微積分先修(一)", "微積分先修"),
        ("機器人程式設計", "機器人程式設計（多元選修）"),
        ("電影中的哲學思考", "電影中的哲學思辨"),
        ("閱讀與寫作專題", "閱讀寫作專題"),
        ("多媒體導論與實做", "多媒体導論與實做"),
        ("選修歷史(二)", "選修歷史"),
    ],
)
def test_alike_name_bridges_spelling(subject: str, published: str) -> None:
    code = f"{OTHER_PLAN}5110399"
    assert found_by(find(subject, syllabus("one", code, published))) == ("one", MatchMethod.ALIKE_NAME)


@pytest.mark.parametrize(
    "code",
    [
        "112041305H11101A5110399",  # another entry year
        "111041306H11101A5110399",  # another school
        "111041305H11101A5110201",  # another learning area
    ],
)
def test_alike_name_stays_in_its_block(code: str) -> None:
    assert find("程式設計與應用", syllabus("one", code, "程式設計及應用")) is None


def test_equal_names_of_two_plans_take_the_nearer_code() -> None:
    near, far = "111041305H11101C5110399", "111041305V21305C5110399"
    found = find("桌遊設計", syllabus("z", far, "桌遊設計"), syllabus("a", near, "桌遊設計"))
    assert found == SyllabusMatch(CODE, "桌遊設計", "a", MatchMethod.ALIKE_NAME, Decimal("100.00"))


def test_alike_name_of_the_own_plan_comes_before_a_more_alike_one() -> None:
    neighbour = syllabus("neighbour", f"{OTHER_PLAN}5110399", "程式設計與應用")
    found = find("程式設計與應用", syllabus("own", subject="程式設計及應用"), neighbour)
    assert found == SyllabusMatch(
        CODE,
        "程式設計與應用",
        "own",
        MatchMethod.ALIKE_NAME,
        Decimal("85.71"),
        runner_up_syllabus_id="neighbour",
        runner_up_similarity=Decimal("100.00"),
    )


def test_own_plan_without_an_alike_name_leaves_it_to_the_school() -> None:
    neighbour = syllabus("neighbour", f"{OTHER_PLAN}5110399", "程式設計及應用")
    found = find("程式設計與應用", syllabus("own", subject="程式設計專題"), neighbour)
    assert found_by(found) == ("neighbour", MatchMethod.ALIKE_NAME)


def test_same_name_of_two_plans_is_that_of_each_own_plan() -> None:
    syllabi = [syllabus("a", subject="桌遊設計實務"), syllabus("b", f"{OTHER_PLAN}5110399", "桌遊設計實務")]
    courses = [CourseName(f"{plan}5110301", "桌遊設計實作") for plan in (PLAN, OTHER_PLAN)]
    assert [match.syllabus_id for match in match_courses(courses, syllabi)] == ["a", "b"]


def test_equally_alike_names_are_each_others_runner_up() -> None:
    found = find("選修歷史", syllabus("two", subject="選修歷史(二)"), syllabus("one", subject="選修歷史(一)"))
    assert found is not None
    assert {found.syllabus_id, found.runner_up_syllabus_id} == {"one", "two"}
    assert found.similarity == found.runner_up_similarity == Decimal("88.89")


@pytest.mark.parametrize("code", ["", "111", PLAN[:-1]])
def test_short_code_is_never_matched_by_name(code: str) -> None:
    assert find("數學", syllabus("one", subject="數學"), syllabus("two", "", "數學"), code=code) is None


def test_code_cut_after_the_plan_is_matched_by_plan_and_name_only() -> None:
    assert found_by(find("數學", syllabus("one", subject="數學"), code=PLAN)) == (
        "one",
        MatchMethod.PLAN_CODE_AND_NAME,
    )
    assert find("數學演習專題", syllabus("one", subject="數學演練專題"), code=PLAN) is None


def test_accepted_alias_wins_over_the_code() -> None:
    said = alias("選修歷史", "本土史", code=f"{PLAN}5110399", is_accepted=True)
    syllabi = (syllabus("code", CODE, "選修歷史"), syllabus("said", subject="本土史"))
    assert found_by(find("選修歷史", *syllabi, aliases=(said,))) == ("said", MatchMethod.CONFIRMED_ALIAS)


def test_accepted_alias_of_an_absent_syllabus_changes_nothing() -> None:
    said = alias("選修歷史", "不存在", code=f"{PLAN}5110399", is_accepted=True)
    found = find("選修歷史", syllabus("code", CODE, "選修歷史"), aliases=(said,))
    assert found_by(found) == ("code", MatchMethod.EXACT_CODE)


def test_rejected_pair_lets_the_next_candidate_through() -> None:
    best, following = syllabus("best", subject="程式設計及應用"), syllabus("next", subject="程式設計應用")
    said = alias("程式設計與應用", "程式設計應用", code=following.course_code, is_accepted=False)
    unsaid, told = (
        find("程式設計與應用", best, following),
        find("程式設計與應用", best, following, aliases=(said,)),
    )
    assert (found_by(unsaid), found_by(told)) == (
        ("next", MatchMethod.ALIKE_NAME),
        ("best", MatchMethod.ALIKE_NAME),
    )


def test_rejected_exact_code_falls_to_the_name() -> None:
    said = alias("選修歷史", "選修地理", code=CODE, is_accepted=False)
    syllabi = (syllabus("code", CODE, "選修地理"), syllabus("name", subject="選修歷史"))
    assert found_by(find("選修歷史", *syllabi, aliases=(said,))) == ("name", MatchMethod.PLAN_CODE_AND_NAME)


SUBJECTS = (
    "數學一",
    "數學二",
    "數學甲",
    "選修歷史(一)",
    "選修歷史",
    "選修歷史Ⅱ",
    "程式設計與應用",
    "程式設計應用",
)
CODES = (CODE, f"{PLAN}5110399", f"{OTHER_PLAN}5110301", "112041305H11101A5110301", PLAN, "")


@given(
    st.lists(st.builds(CourseName, st.sampled_from(CODES), st.sampled_from(SUBJECTS)), max_size=8),
    st.lists(st.tuples(st.sampled_from(CODES), st.sampled_from(SUBJECTS)), max_size=8),
    st.integers(),
)
def test_order_of_the_input_never_matters(
    courses: list[CourseName], published: list[tuple[str, str]], seed: int
) -> None:
    syllabi = [
        SyllabusName(f"s{number}", code, subject, "112") for number, (code, subject) in enumerate(published)
    ]
    expected = match_courses(courses, syllabi)
    Random(seed).shuffle(courses)
    Random(seed).shuffle(syllabi)
    assert match_courses(courses, syllabi) == expected
