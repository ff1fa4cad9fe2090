"""Plants defects in files and folders: damaged, missing, unlinked and disguised ones, and the profile."""

from collections.abc import Callable
from typing import TypeAlias

from pipelines.synthesis.activities import WORK
from pipelines.synthesis.course_records import COURSES
from pipelines.synthesis.defect import Defect
from pipelines.synthesis.defects_in_activities import fresh_entry
from pipelines.synthesis.draft import ACTIVITIES, PROFILE, RECORDS, Draft
from pipelines.synthesis.pictures import draw_jpg, draw_png

Planter: TypeAlias = Callable[[Draft], None]

_TEST_SCHOOL_CODE = "000000"
_TEST_SCHOOL_NAME = "測試高中"
_DAMAGED_SIZE = 420


def _json_bom(draft: Draft) -> None:
    item = draft.rng.choice([name for name in draft.json if name not in draft.broken])
    draft.with_bom.add(item)
    draft.mark_item(Defect.JSON_BOM, item, note="檔首有 BOM")


def _json_broken(draft: Draft) -> None:
    draft.broken.add(RECORDS)
    draft.mark_item(Defect.JSON_BROKEN, RECORDS, note="檔案於中途截斷")


def _attachment_missing(draft: Draft) -> None:
    index, entry = fresh_entry(draft, WORK)
    draft.attachments.files.pop(entry["作品成果連結"] or "", None)
    entry["作品成果連結"] = f"{draft.attachments.folder}{draft.person.number}_遺失的作品.pdf"
    note = f"{WORK}: {entry['作品成果連結']} 不存在"
    draft.mark_item(Defect.ATTACHMENT_MISSING, ACTIVITIES, row=index, note=note)


def _attachment_unlinked(draft: Draft) -> None:
    path = f"{draft.attachments.folder}{draft.person.number}_未連結的照片.jpg"
    draft.attachments.files[path] = draw_jpg(draft.rng)
    draft.mark(Defect.ATTACHMENT_UNLINKED, path, note="沒有任何資料連結此檔")


def _attachment_disguised(draft: Draft) -> None:
    index, entry = fresh_entry(draft, WORK)
    draft.attachments.files.pop(entry["作品成果連結"] or "", None)
    path = f"{draft.attachments.folder}{draft.person.number}_作品掃描.pdf"
    draft.attachments.files[path] = draw_png(draft.rng)
    entry["作品成果連結"] = path
    draft.mark(Defect.ATTACHMENT_DISGUISED, path, row=index, note="副檔名為 pdf，內容為 PNG")


def _pdf_truncated(draft: Draft) -> None:
    name = draft.path("多元表現綜整心得", "pdf")
    draft.files[name] = draft.files[name][:_DAMAGED_SIZE]
    draft.mark(Defect.PDF_TRUNCATED, name, note="PDF 檔截斷，無法開啟")


def _boolean_as(defect: Defect, yes: str, *, no: str) -> Planter:
    def plant(draft: Draft) -> None:
        draft.json[PROFILE]["是否低收入戶"] = yes if draft.person.low_income else no
        note = f"是否低收入戶 = {draft.json[PROFILE]['是否低收入戶']!r}"
        draft.mark_item(defect, PROFILE, note=note)

    return plant


def _test_school(draft: Draft) -> None:
    draft.json[PROFILE].update({"學校代碼": _TEST_SCHOOL_CODE, "學校名稱": _TEST_SCHOOL_NAME})
    for row in draft.json[RECORDS][COURSES]:
        row["課程代碼"] = f"{row['課程代碼'][:3]}{_TEST_SCHOOL_CODE}{row['課程代碼'][9:]}"
    draft.mark_item(Defect.TEST_SCHOOL, PROFILE, note=f"{_TEST_SCHOOL_CODE} {_TEST_SCHOOL_NAME}")


FILE_PLANTERS: dict[Defect, Planter] = {
    Defect.JSON_BOM: _json_bom,
    Defect.JSON_BROKEN: _json_broken,
    Defect.ATTACHMENT_MISSING: _attachment_missing,
    Defect.ATTACHMENT_UNLINKED: _attachment_unlinked,
    Defect.ATTACHMENT_DISGUISED: _attachment_disguised,
    Defect.PDF_TRUNCATED: _pdf_truncated,
    Defect.BOOLEAN_ONE_TWO: _boolean_as(Defect.BOOLEAN_ONE_TWO, "1", no="2"),
    Defect.BOOLEAN_TRUE_FALSE: _boolean_as(Defect.BOOLEAN_TRUE_FALSE, "True", no="False"),
    Defect.TEST_SCHOOL: _test_school,
}
