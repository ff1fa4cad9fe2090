"""The synthetic export as a whole: shape, repeatability, readable files, and everything planted as promised."""

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from PIL import Image

from pipelines.synthesis import Defect, PlantedDefects, load_planted, write_sample
from tests.pipelines.synthesis.tree import tree_hash
from tests.sample_round import APPLICANTS, SEED

ITEMS = ("修課紀錄", "課程學習成果", "多元表現")
GRADE_DEFECTS = frozenset(
    {
        Defect.GRADE_MINUS_ONE,
        Defect.GRADE_SENTINEL,
        Defect.MISSING_AS_WORD,
        Defect.ZERO_GRADE_PASSED,
        Defect.NULL_DISTRIBUTION,
        Defect.ACTIVITY_COURSE_GRADED,
        Defect.FLEXIBLE_COURSE_UNGRADED,
    }
)


@pytest.fixture(scope="session")
def sample(sample_exports: Path) -> Path:
    """The sample that all rooms share."""
    return sample_exports


def folders(sample: Path) -> list[Path]:
    return sorted(path for path in sample.glob("99[89]/*/*") if path.is_dir())


def files_with(sample: Path, *defects: Defect) -> set[Path]:
    return {sample / item.file for item in load_planted(sample) if item.defect in defects}


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8-sig"))


def records(sample: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    broken = files_with(sample, Defect.JSON_BROKEN)
    for folder in folders(sample):
        path = folder / f"{folder.name}_修課紀錄.json"
        if path.exists() and path not in broken:
            yield path, read_json(path)


def bin_counts(row: dict[str, Any]) -> list[int]:
    bins = row["本科目分數級距分布"]
    ordered = sorted(bins, key=lambda key: int(key.removeprefix("組距").split("_")[0]))
    return [int(bins[key]) for key in ordered]


def test_write_sample_with_same_seed_gives_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from pipelines.synthesis import write_sample; "
        "write_sample(Path(sys.argv[1]), applicants=12, seed=5)"
    )
    hashes = set()
    for hash_seed in ("1", "2"):
        out = tmp_path / hash_seed
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", script, str(out)], check=True, env=environment)
        hashes.add(tree_hash(out))
    write_sample(tmp_path / "other", applicants=12, seed=6)
    assert len(hashes) == 1
    assert tree_hash(tmp_path / "other") not in hashes


def test_applications_are_split_over_the_programmes(sample: Path) -> None:
    counts = Counter(folder.parent.relative_to(sample).as_posix() for folder in folders(sample))
    assert counts == {"999/999101": 24, "999/999102": 19, "998/998201": 17}


def test_programmes_roster_names_three_programmes(sample: Path) -> None:
    with (sample / "programmes.csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert list(rows[0]) == ["入學管道", "學年度", "學校代碼", "學校名稱", "校系代碼", "校系名稱"]
    assert [(row["入學管道"], row["校系代碼"]) for row in rows] == [
        ("個人申請", "999101"),
        ("個人申請", "999102"),
        ("四技二專甄選", "998201"),
    ]


def test_every_folder_has_each_item_as_json_or_pdf(sample: Path) -> None:
    without_records = {path.parent for path in files_with(sample, Defect.RECORDS_MISSING)}
    for folder in folders(sample):
        number = folder.name
        for item in ITEMS:
            forms = [kind for kind in ("json", "pdf") if (folder / f"{number}_{item}.{kind}").exists()]
            assert len(forms) == (0 if item == "修課紀錄" and folder in without_records else 1), (
                folder,
                item,
            )
        university, programme = folder.relative_to(sample).parts[:2]
        for name in ("基本資料.json", "LIST.json", "學習歷程自述.pdf", "多元表現綜整心得.pdf"):
            assert (folder / f"{number}_{name}").is_file()
        transcripts = sample / f"{university}_grade6" / programme / number
        assert (transcripts / f"{number}_第6學期成績單.pdf").is_file()


def test_double_applicants_share_one_profile(sample: Path) -> None:
    by_number: dict[str, list[Path]] = {}
    for folder in folders(sample):
        by_number.setdefault(folder.name, []).append(folder)
    doubles = [paths for paths in by_number.values() if len(paths) == 2]
    assert len(doubles) == 5
    for first, second in doubles:
        name = f"{first.name}_基本資料.json"
        assert read_json(first / name) == read_json(second / name)


def test_modes_are_mostly_database_and_some_pdf(sample: Path) -> None:
    pdf_items = Counter(
        sum((folder / f"{folder.name}_{item}.pdf").exists() for item in ITEMS) for folder in folders(sample)
    )
    assert pdf_items[3] == 18
    assert pdf_items[1] + pdf_items[2] == 5


def test_every_pdf_opens_and_text_can_be_extracted(sample: Path) -> None:
    damaged = files_with(sample, Defect.PDF_TRUNCATED, Defect.ATTACHMENT_DISGUISED)
    for position, path in enumerate(sorted(sample.rglob("*.pdf"))):
        if path in damaged:
            with pytest.raises(pdfium.PdfiumError):
                pdfium.PdfDocument(path)
            continue
        document = pdfium.PdfDocument(path)
        assert len(document) >= 1
        if position % 4 == 0:
            assert "合成資料，非真實考生" in document[0].get_textpage().get_text_range()
        document.close()


def test_essays_differ_between_applicants(sample: Path) -> None:
    texts = []
    for path in sorted(sample.glob("99[89]/*/*/*_學習歷程自述.pdf")):
        document = pdfium.PdfDocument(path)
        texts.append("".join(page.get_textpage().get_text_range() for page in document))
        document.close()
    assert len(set(texts)) == len(texts) == APPLICANTS
    assert min(len(text) for text in texts) > 450


def test_a_rendered_page_shows_the_text(sample: Path) -> None:
    document = pdfium.PdfDocument(sorted(sample.glob("99[89]/*/*/*_學習歷程自述.pdf"))[0])
    image = document[0].render(scale=1).to_pil().convert("L")
    document.close()
    assert sum(image.histogram()[:128]) > 2000


def test_pictures_open(sample: Path) -> None:
    for path in [*sample.rglob("*.png"), *sample.rglob("*.jpg")]:
        with Image.open(path) as image:
            image.load()
            assert {"PNG": ".png", "JPEG": ".jpg"}[str(image.format)] == path.suffix


def test_every_json_parses_but_the_broken_one(sample: Path) -> None:
    broken = files_with(sample, Defect.JSON_BROKEN)
    with_bom = files_with(sample, Defect.JSON_BOM)
    unreadable = set()
    for path in sample.rglob("*.json"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf") == (path in with_bom)
        try:
            read_json(path)
        except json.JSONDecodeError:
            unreadable.add(path)
    assert unreadable == broken
    assert len(broken) == 1


def test_population_equals_the_bins_where_nothing_was_planted(sample: Path) -> None:
    planted = {
        (sample / item.file, item.row)
        for item in load_planted(sample)
        if item.defect in (Defect.POPULATION_MISMATCH, Defect.UNSCORED_STUDENTS)
    }
    for path, record in records(sample):
        for index, row in enumerate(record["學習紀錄"]):
            if row["本科目分數級距分布"] is not None:
                differs = int(row["母體人數"]) != sum(bin_counts(row))
                assert differs == ((path, index) in planted), (path, index)


def test_grades_fall_into_a_bin_that_is_not_empty(sample: Path) -> None:
    planted = {
        (sample / item.file, item.row) for item in load_planted(sample) if item.defect in GRADE_DEFECTS
    }
    seen = 0
    for path, record in records(sample):
        for index, row in enumerate(record["學習紀錄"]):
            if (path, index) not in planted:
                low = min(int(float(row["學業成績"]["分數"])), 99)
                assert bin_counts(row)[low] > 0, (path, index)
                seen += 1
    assert seen > 1500


def test_one_course_has_one_distribution(sample: Path) -> None:
    touched = {(sample / item.file, item.row) for item in load_planted(sample) if item.row is not None}
    distributions: dict[tuple[str, str, str], set[tuple[int, ...]]] = {}
    for path, record in records(sample):
        for index, row in enumerate(record["學習紀錄"]):
            if (path, index) not in touched and row["本科目分數級距分布"] is not None:
                key = (row["課程代碼"], str(row["實際修課學年度"]), str(row["實際修課學期"]))
                distributions.setdefault(key, set()).add(tuple(bin_counts(row)))
    assert {len(found) for found in distributions.values()} == {1}


def test_every_defect_is_planted_and_listed(sample: Path) -> None:
    planted: PlantedDefects = load_planted(sample)
    assert {item.defect for item in planted} == set(Defect)
    absent_by_nature = (Defect.RECORDS_MISSING, Defect.ATTACHMENT_MISSING)
    for item in planted:
        assert (sample / item.file).exists() or item.defect in absent_by_nature, item


def test_links_point_at_files_but_the_missing_one(sample: Path) -> None:
    expected = {
        sample / item.file for item in load_planted(sample) if item.defect is Defect.ATTACHMENT_MISSING
    }
    found = set()
    for folder in folders(sample):
        path = folder / f"{folder.name}_多元表現.json"
        if path.exists():
            entries = [entry for entries in read_json(path).values() for entry in entries]
            links = [
                entry[key] for entry in entries for key in entry if key.endswith("連結") and "外部" not in key
            ]
            found |= {path for link in links if link and not (folder / link).is_file()}
    assert found == expected


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    write_sample(tmp_path, applicants=3, seed=1, progress=lambda *step: told.append(step))
    assert told[-1] == ("write", 3, 3)


def test_no_file_says_anything_but_synthetic(sample: Path) -> None:
    notice = (sample / "SYNTHETIC.txt").read_text(encoding="utf-8")
    assert "SYNTHETIC" in notice
    assert f"seed={SEED}" in notice
