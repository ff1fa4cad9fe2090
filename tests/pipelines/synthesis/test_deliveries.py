"""A later delivery says exactly what it supersedes; packed deliveries hold the same files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from pipelines.synthesis import Change, deliver_later, write_sample, zip_delivery
from tests.pipelines.synthesis.tree import tree_hash


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("first")
    write_sample(out, applicants=14, seed=9)
    return out


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "SYNTHETIC.txt"
    }


def test_later_delivery_replaces_what_it_says(first: Path, tmp_path: Path) -> None:
    told = deliver_later(first, tmp_path / "later", seed=1)
    early, late = files(first), files(tmp_path / "later")
    assert {item.path for item in told if item.change is not Change.VANISHED} == set(late)
    assert set(late) <= set(early)
    assert {item.path for item in told if item.change is Change.UNCHANGED} == {
        path for path, content in late.items() if early[path] == content
    }
    assert len([path for path in late if "grade6" in path]) >= 5


def test_vanished_document_is_no_longer_linked(first: Path, tmp_path: Path) -> None:
    told = deliver_later(first, tmp_path / "later", seed=1)
    (gone,) = [item.path for item in told if item.change is Change.VANISHED]
    folder = Path(gone).parts[:3]
    (corrected,) = [
        path for path in files(tmp_path / "later") if Path(path).parts[:3] == folder and "多元表現" in path
    ]
    name = Path(gone).name.encode()
    assert name in (first / corrected).read_bytes()
    assert name not in (tmp_path / "later" / corrected).read_bytes()
    assert (first / gone).is_file()


def test_same_seed_gives_the_same_later_delivery(first: Path, tmp_path: Path) -> None:
    told = [deliver_later(first, tmp_path / name, seed=seed) for name, seed in (("a", 1), ("b", 1), ("c", 2))]
    assert told[0] == told[1] != told[2]
    assert tree_hash(tmp_path / "a") == tree_hash(tmp_path / "b") != tree_hash(tmp_path / "c")


def test_packed_delivery_holds_the_same_files(first: Path, tmp_path: Path) -> None:
    zip_delivery(first, tmp_path / "all.zip", nested=False)
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist() if name != "SYNTHETIC.txt"}
    assert packed == files(first)


def test_nested_delivery_holds_one_archive_a_folder(first: Path, tmp_path: Path) -> None:
    zip_delivery(first, tmp_path / "all.zip", nested=True)
    packed: dict[str, bytes] = {}
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        for name in archive.namelist():
            if name.endswith(".zip"):
                with zipfile.ZipFile(io.BytesIO(archive.read(name))) as inner:
                    packed |= {each: inner.read(each) for each in inner.namelist()}
            elif name != "SYNTHETIC.txt":
                packed[name] = archive.read(name)
    assert packed == files(first)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.zip"]


def test_packing_twice_gives_the_same_bytes(first: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        zip_delivery(first, tmp_path / f"{name}.zip", nested=True)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
