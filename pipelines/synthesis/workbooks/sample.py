"""Writes what a few schools upload: workbooks, transfer files and lists, with what was planted."""

from pathlib import Path

from pipelines.synthesis.workbooks.exchange import write_exchange
from pipelines.synthesis.workbooks.old_lists import write_old_lists
from pipelines.synthesis.workbooks.planting import PlantedInWorkbook, save_planted_workbooks
from pipelines.synthesis.workbooks.uploads import grade_upload, uploaders, workbook_bytes


def write_workbook_sample(out: Path, *, seed: int) -> list[PlantedInWorkbook]:
    """Fills ``out`` with the uploads of four schools; equal seeds write equal bytes."""
    (out / "rosters").mkdir(parents=True, exist_ok=True)
    notice = f"SYNTHETIC — 本資料夾全部內容皆為程式產生的合成資料，學生與學校均屬虛構。\nseed={seed}\n"
    (out / "SYNTHETIC.txt").write_bytes(notice.encode())
    planted: list[PlantedInWorkbook] = []
    schools = []
    for uploader in uploaders(seed):
        upload = grade_upload(uploader.school, uploader.extension, seed)
        uploader.dirt(upload)
        (out / upload.file).write_bytes(workbook_bytes(upload))
        planted.extend(upload.planted)
        schools.append(uploader.school)
    planted.extend(write_exchange(out, schools[-1], seed))
    planted.extend(write_old_lists(out, schools, seed))
    save_planted_workbooks(out, planted)
    return planted
