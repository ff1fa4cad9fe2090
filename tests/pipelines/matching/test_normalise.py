"""Course names folded for comparison, and the marks that keep alike names apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.matching.level_marks import comparable_name, mark_kinds, marks_of
from pipelines.matching.normalise import fold_subject

TRICKY = "一二三十第甲乙上下數學歷史iIvV1２0Ⅱ(（）)-_^#+ 臺abßİ①"
names = st.one_of(st.text(), st.text(alphabet=TRICKY))


@pytest.mark.parametrize(
    "name",
    [
        "選修歷史(一)",
        "選修歷史（1）",
        "選修歷史Ⅰ",
        "選修歷史 I",
        "選修歷史1",
        "選修歷史一",
        "選修-歷史 01",
        "選修歷史【①】",
    ],
)
def test_subject_level_written_one_way(name: str) -> None:
    assert fold_subject(name) == "選修歷史^1"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("臺灣史－專題", "台灣史專題"),
        ("English II", "english^2"),
        ("數學(甲)上", "數學^甲^上"),
        ("英文一上", "英文^1^上"),
        ("選修物理Ⅱ-力學二與熱學", "選修物理^2力學二與熱學"),
        ("第二外國語（日語）", "第^2外國語日語"),
        ("一般生物上學期", "一般生物上學期"),
        ("3D列印", "^3d列印"),
        ("Ｃ＋＋ 程式", "c++程式"),
        ("C#程式", "c#程式"),
        ("生涯規劃(十二)", "生涯規劃^12"),
        ("--", ""),
    ],
)
def test_subject_folded(name: str, folded: str) -> None:
    assert fold_subject(name) == folded


@given(names)
def test_subject_folding_is_idempotent(name: str) -> None:
    folded = fold_subject(name)
    assert fold_subject(folded) == folded


@given(st.lists(st.sampled_from("一二三四五六七八九"), min_size=2, max_size=2, unique=True))
def test_subject_levels_are_never_equal(levels: list[str]) -> None:
    forms = ("數學{}", "數學({})", "數學（{}）", "第{}外國語", "數學{}上")
    folded = [{fold_subject(form.format(level)) for form in forms} for level in levels]
    assert folded[0] & folded[1] == set()


@pytest.mark.parametrize(
    ("left", "right"),
    [("數學一", "數學1甲"), ("11", "1 1"), ("ii1", "21"), ("C++程式", "C程式"), ("數學甲", "數學乙")],
)
def test_subject_different_courses_stay_different(left: str, right: str) -> None:
    assert fold_subject(left) != fold_subject(right)


def test_marks_by_kind() -> None:
    found = dict(zip(mark_kinds(), marks_of(fold_subject("進階日文會話甲(二)")), strict=True))
    assert {kind: mark for kind, mark in found.items() if mark} == {
        "number": ("2",),
        "stream": ("甲",),
        "language": frozenset({"日語"}),
        "stage": frozenset({"進階"}),
        "skill": frozenset({"口說"}),
    }


def test_comparable_name_leaves_out_how_it_is_offered() -> None:
    assert comparable_name(fold_subject("桌遊設計（多元選修）(二)")) == "桌遊設計2"
    assert comparable_name(fold_subject("多元選修")) == "多元選修"
