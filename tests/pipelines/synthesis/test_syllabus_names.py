"""Other spellings of course names, and the truth that says which syllabus they belong to."""

from __future__ import annotations

import csv
import random
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from pipelines.synthesis import Defect, load_planted
from pipelines.synthesis.list_forms import syllabus_file
from pipelines.synthesis.offerings import plan_offerings
from pipelines.synthesis.schools import School, all_schools
from pipelines.synthesis.syllabus_names import vary_name
from tests.sample_round import SEED

Row = dict[str, str]


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("影像敘事(一)", {"全半形": "影像敘事（一）", "羅馬數字": "影像敘事Ⅰ", "級別數字": "影像敘事1"}),
        ("工程數學演習Ⅱ", {"級別括號": "工程數學演習(二)", "級別數字": "工程數學演習2"}),
        ("臺語文與歌謠", {"臺台": "台語文與歌謠"}),
        ("C 語言進階", {"全半形": "Ｃ 語言進階"}),
        ("資料探索入門", {"省略字尾": "資料探索"}),
    ],
)
def test_rare_spellings_come_before_those_that_any_name_allows(name: str, spellings: dict[str, str]) -> None:
    drawn = dict(vary_name(name, random.Random(number)) for number in range(200))
    assert drawn == spellings


def test_any_name_has_another_spelling() -> None:
    drawn = {vary_name("模擬法庭", random.Random(number)) for number in range(50)}
    assert drawn == {("空白", "模擬　法庭")}


def truth(sample: Path) -> list[Row]:
    with (sample / "syllabus_match_truth.csv").open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def published(sample: Path, school: School) -> list[Row]:
    path = sample / syllabus_file(school)
    if path.suffix == ".xlsx":
        header, *rows = ([str(cell.value or "") for cell in row] for row in load_workbook(path).active.rows)
        return [dict(zip(header, row, strict=True)) for row in rows]
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as handle:
            return list(csv.DictReader(handle))
    return []


def test_truth_has_the_columns_of_its_file(sample_exports: Path) -> None:
    assert list(truth(sample_exports)[0]) == ["課程代碼", "科目名稱", "教學大綱課程代碼", "變形"]


def test_truth_names_every_course_once(sample_exports: Path) -> None:
    offered = [
        (offering.code(112), offering.name)
        for school in all_schools()
        for plan in school.plans
        for offering in plan_offerings(school, plan, SEED)
    ]
    assert [(row["課程代碼"], row["科目名稱"]) for row in truth(sample_exports)] == offered


def test_true_syllabi_are_published(sample_exports: Path) -> None:
    told = {row["教學大綱課程代碼"] for row in truth(sample_exports)} - {""}
    for school in all_schools():
        codes = [row["課程代碼"] for row in published(sample_exports, school)]
        assert codes == [] or set(codes) == {code for code in told if code[3:9] == school.code}
        assert len(set(codes)) == len(codes)


def test_kinds_agree_with_code_and_name(sample_exports: Path) -> None:
    names = {
        row["課程代碼"]: row["科目名稱"]
        for school in all_schools()
        for row in published(sample_exports, school)
    }
    for row in truth(sample_exports):
        code = row["教學大綱課程代碼"]
        assert (code == "") == (row["變形"] == "不存在")
        assert (code == row["課程代碼"]) == (row["變形"] == "相同")
        if code in names:
            assert (names[code] == row["科目名稱"]) == (row["變形"] in ("相同", "代碼不同"))


def test_planted_lists_count_what_the_truth_tells(sample_exports: Path) -> None:
    kinds = Counter(row["變形"] for row in truth(sample_exports))
    planted = Counter(item.defect for item in load_planted(sample_exports))
    assert planted[Defect.SYLLABUS_CODE_DIFFERS] == kinds["代碼不同"]
    varied = sum(count for kind, count in kinds.items() if kind not in ("相同", "代碼不同", "不存在"))
    assert planted[Defect.SYLLABUS_NAME_VARIES] == varied > 20


def test_lists_come_in_the_forms_of_the_platform(sample_exports: Path) -> None:
    old = (sample_exports / "course_codes/999401.txt").read_bytes().decode("cp950").splitlines()
    new = (sample_exports / "course_codes/999305.txt").read_text(encoding="utf-8-sig").splitlines()
    groups = (sample_exports / "class_groups/999301.txt").read_bytes().decode("cp950").splitlines()
    assert old[0] == "111999401V2330501010101,國語文,333333"
    assert {tuple(map(len, line.split(",")[::2])) for line in (*old, *new)} == {(23, 6)}
    assert groups == [
        f"{year},999301,H,11,{letter},{name},"
        for year in (111, 112)
        for letter, name in (("A", "數理班群"), ("B", "人文社會班群"))
    ]


def test_one_school_changed_its_name(sample_exports: Path) -> None:
    with (sample_exports / "schools/schools.csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert len(rows) == 5 * len(all_schools())
    names: dict[str, list[str]] = {}
    for row in rows:
        names.setdefault(row["學校代碼"], []).append(row["學校名稱"])
    changed = {code: found for code, found in names.items() if len(set(found)) > 1}
    assert changed == {"999402": ["織雲商業職業學校"] * 2 + ["織雲高級商業職業學校"] * 3}
