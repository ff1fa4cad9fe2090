"""Reference lists replaced without a release: checked together, used everywhere, named in the digests."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from pipelines.decode.course_code import read_course_code
from pipelines.errors import ReferenceRefused
from pipelines.reference_folder import list_names, use_reference_folder
from pipelines.reference_lists import load_names, reference_digests

CODE = "111999999H11101A1010203"


@pytest.fixture(autouse=True)
def _built_in_lists() -> Iterator[None]:
    yield
    use_reference_folder(None)


def _school_list(folder: Path) -> bytes:
    content = "\ufeffcode,name\n999999,新設高中\n".encode()
    (folder / "school.csv").write_bytes(content)
    return content


def test_replaced_list_is_used_by_what_was_decoded_before(tmp_path: Path) -> None:
    assert read_course_code(CODE).broken_rules == ("course_code_school",)
    content = _school_list(tmp_path)
    use_reference_folder(tmp_path)
    assert read_course_code(CODE).broken_rules == ()
    assert load_names("school") == {"999999": "新設高中"}
    assert load_names("school_type")["H"] == "普通型高中"
    assert reference_digests() == {"school": sha256(content).hexdigest()}
    use_reference_folder(None)
    assert (read_course_code(CODE).broken_rules, reference_digests()) == (("course_code_school",), {})


def test_replaced_list_is_used_by_processes_started_later(tmp_path: Path) -> None:
    _school_list(tmp_path)
    use_reference_folder(tmp_path)
    program = "from pipelines.reference_lists import load_names; print(*load_names('school'))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "999999\n"


def test_every_fault_of_a_folder_is_told_at_once_and_nothing_is_used(tmp_path: Path) -> None:
    _school_list(tmp_path)
    (tmp_path / "schools.csv").write_text("code,name\n", encoding="utf-8")
    (tmp_path / "delivery.csv").write_text("code,label\n0,x\n", encoding="utf-8")
    (tmp_path / "class_group.csv").write_text("code,name\n1,x\n1,y\n,z\n2\n", encoding="utf-8")
    (tmp_path / "department.csv").write_text("code,name\n", encoding="utf-8")
    (tmp_path / "school_type.csv").write_bytes("code,name\nH,普通型高中\n".encode("cp950"))
    (tmp_path / "learning_area.csv").write_text('code,name\n1,"x\n', encoding="utf-8")
    with pytest.raises(ReferenceRefused) as refusal:
        use_reference_folder(tmp_path)
    assert refusal.value.faults == (
        "class_group.csv: row 5: 1 columns instead of 2",
        "class_group.csv: code 1 2 times",
        "class_group.csv: a code is empty",
        "delivery.csv: columns code,label instead of code,name",
        "department.csv: no row",
        "learning_area.csv: no CSV: unexpected end of data",
        "school_type.csv: encoding cp950 instead of utf-8",
        f"schools.csv: no list of that name (lists: {', '.join(list_names())})",
    )
    assert reference_digests() == {}


@pytest.mark.parametrize(("name", "fault"), [("nowhere", "no such folder"), ("", "no list in it")])
def test_folder_without_lists_is_refused(tmp_path: Path, name: str, fault: str) -> None:
    with pytest.raises(ReferenceRefused) as refusal:
        use_reference_folder(tmp_path / name)
    assert refusal.value.faults == (fault,)
