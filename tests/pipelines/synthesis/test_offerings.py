"""Course codes of the synthesis are legal and schools are fictional and different."""

import csv
from pathlib import Path

import pytest

from pipelines.synthesis import Defect, load_planted, write_sample
from pipelines.synthesis.offerings import Offering, plan_offerings
from pipelines.synthesis.reference_lists import code_names
from pipelines.synthesis.schools import all_schools

REFERENCE = Path(__file__).parents[3] / "pipelines" / "reference"


def every_offering() -> list[Offering]:
    return [
        item for school in all_schools() for plan in school.plans for item in plan_offerings(school, plan, 3)
    ]


def test_codes_have_23_characters_from_the_lists() -> None:
    for offering in every_offering():
        code = offering.code(112)
        assert len(code) == 23
        assert code.isalnum()
        assert code[9] in code_names("school_type")
        assert code[10:12] in code_names("program_group")
        assert code[12:15] in code_names("department")
        assert code[16] in code_names("course_category")
        assert code[17] in code_names("delivery")
        assert code[18] in code_names("subject_attribute")
        assert code[19:21] in code_names("learning_area")


def test_codes_are_unique_within_a_plan() -> None:
    for school in all_schools():
        for plan in school.plans:
            codes = [item.tail for item in plan_offerings(school, plan, 3)]
            assert len(set(codes)) == len(codes)


def test_national_courses_decode_to_their_own_name() -> None:
    with (REFERENCE / "subject.csv").open(encoding="utf-8-sig", newline="") as handle:
        names = {tuple(row.values())[:4]: row["name"] for row in csv.DictReader(handle)}
    national = [item for item in every_offering() if item.category in "13"]
    for offering in national:
        code = offering.code(112)
        assert names[code[16], code[18], code[19:21], code[21:23]] == offering.name


def test_schools_do_not_exist_in_reality() -> None:
    real = set(code_names("school").values())
    stems = {school.name.split("高")[0].removesuffix("實驗").removesuffix("綜合") for school in all_schools()}
    assert not [name for name in real for stem in stems if stem in name]
    assert {school.code[:3] for school in all_schools()} == {"999"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("lists")
    write_sample(out, applicants=3, seed=3)
    return out


def test_differing_syllabus_codes_share_plan_and_name_with_their_course(sample: Path) -> None:
    courses = {(item.code(112)[:16], item.name): item.code(112) for item in every_offering()}
    planted = [item for item in load_planted(sample) if item.defect is Defect.SYLLABUS_CODE_DIFFERS]
    assert planted
    for item in planted:
        if item.file.endswith(".csv") and item.row is not None:
            with (sample / item.file).open(encoding="utf-8-sig", newline="") as handle:
                row = list(csv.DictReader(handle))[item.row]
            real = courses[row["課程代碼"][:16], row["科目名稱"]]
            assert row["課程代碼"] != real
            assert len(row["課程代碼"]) == 23
