"""Where files belong: applicant folders by their shape at any depth, lists and rosters by their names."""

from __future__ import annotations

import pytest

from pipelines.exports.folders import lay_out
from pipelines.exports.inventory import ListedFile

KEY = ("999", "999101", "10000001")
PROFILE = "999/999101/10000001/10000001_基本資料.json"


def listed(path: str, delivery_number: int = 1) -> ListedFile:
    return ListedFile(f"/exports/{path}", tuple(path.split("/")), None, delivery_number)


@pytest.mark.parametrize(
    ("path", "depth"),
    [
        (PROFILE, 3),
        (f"a/b/{PROFILE}", 5),
        ("999_grade6/999101/10000001/10000001_第6學期成績單.pdf", 3),
    ],
)
def test_applicant_folder_is_known_by_its_shape(path: str, depth: int) -> None:
    [folder] = lay_out([listed(path)]).applicant_folders
    assert (folder.key, folder.depth) == (KEY, depth)


def test_folder_of_attachments_alone_is_known_by_its_place() -> None:
    loose = "999/999101/10000002/附件/a.pdf"
    folders = lay_out([listed(PROFILE), listed(loose, 2)]).applicant_folders
    assert [(folder.key[2], folder.delivery_number) for folder in folders] == [
        ("10000001", 1),
        ("10000002", 2),
    ]


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("programmes.csv", "programme_list"),
        ("wrapped/programmes.csv", None),
        ("rosters/deep/er/112_1_學生成績_學期成績.csv", "roster"),
        ("loose/112_1_學生成績_學期成績.csv", "roster"),
        ("notes.txt", None),
    ],
)
def test_list_is_known_by_its_name(path: str, role: str | None) -> None:
    layout = lay_out([listed(PROFILE), listed(path)])
    assert list(layout.lists) == ([role] if role else [])
    assert len(layout.unrecognised) == (0 if role else 1)


def test_list_wrapped_with_the_applicants_counts_and_the_later_one_replaces_it() -> None:
    files = [
        listed(PROFILE),
        listed("programmes.csv"),
        listed(f"w/{PROFILE}", 2),
        listed("w/programmes.csv", 2),
    ]
    layout = lay_out(files)
    assert layout.lists == {"programme_list": [files[3]]}
    assert layout.replaced == [("programme_list", files[1], files[3])]
