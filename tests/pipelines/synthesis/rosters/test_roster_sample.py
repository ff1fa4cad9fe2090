"""The synthetic rosters: repeatable, shaped as the central database writes them, spoilt as often as they say."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from pipelines.synthesis import RosterDefect, write_roster_sample
from tests.pipelines.synthesis.tree import tree_hash

STUDENTS = 300
PREFIX = "sch_year,semester,book,book_nm,sheet_nm,sch_cd,sch_nm,身分證號,"
HEADERS = {
    "學生成績_學期成績": (
        "課程代碼,科目名稱,開課年級,修課學分,學期學業成績,成績及格,補考成績,補考及格,是否採計學分,"
        "質性文字描述"
    ),
    "學生成績_補修成績": (
        "應修課學年度,應修課學期,課程代碼,科目名稱,開課年級,修課學分,補修成績,補修及格,補考成績,"
        "補考及格,補修方式,是否採計學分,質性文字描述"
    ),
    "學生成績_轉學轉科成績": (
        "對應學年度,對應學期,課程代碼,科目名稱,對應年級,修課學分,身分別,抵免後成績,成績及格,"
        "是否採計學分,質性文字描述"
    ),
    "學生重修重讀成績_重修成績": (
        "原修課學年度,原修課學期,課程代碼,科目名稱,開課年級,修課學分,重修方式,重修成績,重修及格,質性文字描述"
    ),
    "進修部學生成績_學期成績": (
        "課程代碼,科目名稱,開課年級,修課節數,學期學業成績,成績及格,學年學業成績,學年及格,"
        "是否採計學時,質性文字描述"
    ),
    "學生資料_學生資料_de": (
        "性別代碼,群別代碼,科班學程別代碼,部別代碼,班別,年級,班級名稱,座號,特殊身分別,原住民族別,"
        "原住民身分別,族語認證報考方言,報考年度,族語認證有效日期,實驗班名稱,入學方式,學籍狀態,"
        "學籍異動日期,出生日期"
    ),
    "校內幹部經歷_幹部經歷紀錄": "單位名稱,開始日期,結束日期,擔任職務,幹部等級",
    "學生自填多元表現_服務學習紀錄": "服務名稱,服務單位,開始日期,結束日期,時數,內容簡述",
    "學生自填多元表現_檢定證照紀錄": "證照代碼,註1,分數,分項結果,取得證照日期,證照字號,檢定組別,內容簡述",
}
REPEAT_OLD = "課程代碼,科目名稱,開課年級,修課學分,重讀成績,成績及格,補考成績,補考及格,重讀註記,是否採計學分,質性文字描述"
REPEAT_NEW = (
    "課程代碼,科目名稱,開課年級,修課學分,再次修習成績,再次修習成績及格,補考成績,補考及格,"
    "重讀成績,成績及格,重讀註記,是否採計學分,質性文字描述"
)

Row = dict[str, str]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("rosters")
    write_roster_sample(out, students=STUDENTS, seed=3)
    return out


@cache
def parsed(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        found = list(csv.DictReader(handle))
    assert all(None not in row and None not in row.values() for row in found), path.name
    return found


def rows(sample: Path, pattern: str) -> Iterator[tuple[str, int, Row]]:
    for path in sorted((sample / "rosters").glob(pattern)):
        yield from ((f"rosters/{path.name}", number, row) for number, row in enumerate(parsed(path)))


def planted(sample: Path, defect: RosterDefect) -> list[tuple[str, int]]:
    listed = json.loads((sample / "planted_defects.json").read_bytes())
    return sorted((item["file"], item["row"]) for item in listed if item["defect"] == defect)


def test_same_seed_gives_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from pipelines.synthesis import write_roster_sample; "
        "write_roster_sample(Path(sys.argv[1]), students=200, seed=int(sys.argv[2]))"
    )
    hashes = []
    for hash_seed, seed in (("1", "5"), ("2", "5"), ("1", "6")):
        out = tmp_path / f"{hash_seed}-{seed}"
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", script, str(out), seed], check=True, env=environment)
        hashes.append(tree_hash(out))
    assert hashes[0] == hashes[1]
    assert hashes[2] != hashes[0]


def test_too_few_students_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 200 students, not 199"):
        write_roster_sample(tmp_path, students=199, seed=1)


@pytest.mark.parametrize(("name", "columns"), HEADERS.items())
def test_header_is_that_of_the_central_database(sample: Path, name: str, columns: str) -> None:
    files = sorted((sample / "rosters").glob(f"1*_{name}.csv"))
    assert files
    found = {path.read_text(encoding="utf-8-sig").split("\n", 1)[0].rstrip("\r") for path in files}
    assert found == {PREFIX + columns}


@pytest.mark.parametrize(("year", "columns"), [(112, REPEAT_OLD), (113, REPEAT_NEW)])
def test_repeated_years_change_their_columns(sample: Path, year: int, columns: str) -> None:
    path = sample / "rosters" / f"{year}_1_學生重修重讀成績_重讀成績.csv"
    assert path.read_text(encoding="utf-8-sig").split("\n", 1)[0].rstrip("\r") == PREFIX + columns


def test_cells_of_the_prefix_repeat_the_file_name(sample: Path) -> None:
    for file, number, row in rows(sample, "*.csv"):
        name = f"{row['sch_year']}_{row['semester']}_{row['book_nm']}_{row['sheet_nm']}.csv"
        assert f"rosters/{name}" == file, number


def test_students_take_about_twenty_three_courses_a_semester(sample: Path) -> None:
    taken = Counter(
        (row["sch_year"], row["semester"], row["身分證號"])
        for _, _, row in rows(sample, "*學期成績.csv")
        if row["sch_cd"] != "000000"
    )
    counts = Counter(count for (_, semester, _), count in taken.items() if semester == "1")
    assert counts.most_common(1)[0][0] == 24
    assert {count for (_, semester, _), count in taken.items() if semester == "2"} == {23}


def test_lines_of_a_file_are_ordered_by_school(sample: Path) -> None:
    schools = [row["sch_cd"] for _, _, row in rows(sample, "111_1_學生成績_學期成績.csv")]
    changes = [code for code, before in zip(schools, [None, *schools], strict=False) if code != before]
    assert len(changes) == len(set(changes))


def test_codes_of_the_rosters_are_in_the_schools_lists(sample: Path) -> None:
    listed = set()
    for path in (sample / "course_codes").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as handle:
            listed |= {row["課程代碼"] for row in csv.DictReader(handle)}
    used = {row["課程代碼"] for _, _, row in rows(sample, "*成績.csv") if row["sch_cd"] != "000000"}
    assert used - listed == {""}
    assert {len(code) for code in listed} == {23}


def test_natural_grades_agree_with_their_flag(sample: Path) -> None:
    spoilt = {
        (item["file"], item["row"]) for item in json.loads((sample / "planted_defects.json").read_bytes())
    }
    for file, number, row in rows(sample, "*_學生成績_學期成績.csv"):
        if (file, number) not in spoilt and row["成績及格"] != "-1":
            assert (float(row["學期學業成績"]) >= 60) == (row["成績及格"] == "1"), (file, number)


def _grade(row: Row) -> float:
    return float(row["學期學業成績"].replace("．", "."))


def _has_makeup(row: Row) -> bool:
    return row["補考成績"] not in ("", "-1")


FINDERS: dict[RosterDefect, tuple[str, Callable[[Row], bool]]] = {
    RosterDefect.MAKEUP_THOUGH_PASSED: (
        "*_學生成績_學期成績.csv",
        lambda row: row["成績及格"] == "1" and _has_makeup(row),
    ),
    RosterDefect.MAKEUP_SIXTY_FAILED: (
        "*_學生成績_學期成績.csv",
        lambda row: row["補考成績"] == "60" and row["補考及格"] == "0",
    ),
    RosterDefect.MAKEUP_BELOW_FIRST: (
        "*_學生成績_學期成績.csv",
        lambda row: row["成績及格"] == "0" and _has_makeup(row) and float(row["補考成績"]) < _grade(row),
    ),
    RosterDefect.ZERO_GRADE_PASSED: (
        "*_學生成績_學期成績.csv",
        lambda row: row["成績及格"] == "1" and _grade(row) == 0,
    ),
    RosterDefect.ACTIVITY_COURSE_GRADED: (
        "*_學生成績_學期成績.csv",
        lambda row: row["課程代碼"][16:19] == "90A" and _grade(row) >= 0,
    ),
    RosterDefect.CODE_EMPTY: ("*成績.csv", lambda row: row["課程代碼"] == ""),
    RosterDefect.FULL_WIDTH_GRADE: (
        "*_學生成績_學期成績.csv",
        lambda row: any("０" <= character <= "９" for character in row["學期學業成績"]),
    ),
    RosterDefect.LINE_BREAKS_QUOTES: ("*成績.csv", lambda row: "\n" in row.get("質性文字描述", "")),
    RosterDefect.EVENING_IN_DAY_ROSTER: (
        "*_學生成績_學期成績.csv",
        lambda row: row["課程代碼"][9:10] == "C",
    ),
    RosterDefect.TEST_SCHOOL: ("*.csv", lambda row: row["sch_cd"] == "000000"),
    RosterDefect.LICENCE_SCORE_MINUS_ONE: ("*檢定證照紀錄.csv", lambda row: row["分數"] == "-1"),
    RosterDefect.LICENCE_SCORE_ZERO: ("*檢定證照紀錄.csv", lambda row: row["分數"] == "0"),
    RosterDefect.LICENCE_CODE_MISTYPED: ("*檢定證照紀錄.csv", lambda row: not row["證照代碼"][1:].isdigit()),
    RosterDefect.SERVICE_HOURS_ZERO: ("*服務學習紀錄.csv", lambda row: row["時數"] == "0.000"),
    RosterDefect.OTHER_WITHOUT_ORGANISER: ("*其他多元表現紀錄.csv", lambda row: row["主辦單位"] == ""),
    RosterDefect.DATE_WITH_TIME: ("*競賽參與紀錄.csv", lambda row: "午" in row["結果公布日期"]),
    RosterDefect.BOOLEAN_TRUE_FALSE: ("*競賽參與紀錄.csv", lambda row: row["團體參與代碼"] not in "12"),
}


@pytest.mark.parametrize("defect", FINDERS)
def test_planted_rows_are_those_that_a_plain_count_finds(sample: Path, defect: RosterDefect) -> None:
    pattern, is_spoilt = FINDERS[defect]
    found = sorted((file, number) for file, number, row in rows(sample, pattern) if is_spoilt(row))
    assert found
    assert planted(sample, defect) == found


def test_planted_birth_dates_differ_within_one_school(sample: Path) -> None:
    births: dict[tuple[str, str, str], set[str]] = {}
    seen: dict[tuple[str, str, str], str] = {}
    found = []
    for file, number, row in rows(sample, "*學生資料_de.csv"):
        key = (file, row["sch_cd"], row["身分證號"])
        if key in seen and seen[key] != row["出生日期"]:
            found.append((file, number))
        seen[key] = row["出生日期"]
        births.setdefault(key, set()).add(row["出生日期"])
    assert max(map(len, births.values())) == 2
    assert planted(sample, RosterDefect.BIRTH_DATE_DIFFERS) == sorted(found)


def test_planted_students_of_two_schools_are_listed_in_both(sample: Path) -> None:
    schools: dict[str, set[str]] = {}
    last: dict[str, int] = {}
    for _, _, row in rows(sample, "112_1_學生資料_學生資料_de.csv"):
        schools.setdefault(row["身分證號"], set()).add(row["sch_cd"])
        last[row["學籍狀態"]] = last.get(row["學籍狀態"], 0) + 1
    twice = [student for student, codes in schools.items() if len(codes) == 2]
    assert len(planted(sample, RosterDefect.TWO_SCHOOLS)) == len(twice) == last["轉出"]


def test_every_defect_is_planted(sample: Path) -> None:
    assert {defect for defect in RosterDefect if planted(sample, defect)} == set(RosterDefect)


def test_large_sample_lists_counts_that_are_returned(tmp_path: Path) -> None:
    totals = write_roster_sample(tmp_path, students=5_001, seed=2)
    listed: Counter[str] = Counter()
    for item in json.loads((tmp_path / "planted_defects.json").read_bytes()):
        assert item["row"] is None
        listed[item["defect"]] += item["count"]
    assert listed == totals


def test_syllabi_are_in_proportion(sample: Path) -> None:
    codes = syllabi = 0
    for path in (sample / "course_codes").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as handle:
            codes += sum(1 for _ in csv.DictReader(handle))
        with (sample / "syllabi" / path.name).open(encoding="utf-8-sig", newline="") as handle:
            syllabi += sum(1 for _ in csv.DictReader(handle))
    assert 1.0 < syllabi / codes < 1.25
