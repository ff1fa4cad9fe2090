"""Plants defects in 修課紀錄: grades, codes and distributions as real exports spoil them."""

import copy
from collections.abc import Callable
from typing import TypeAlias

from pipelines.synthesis.course_records import COURSES, SEMESTERS, Document
from pipelines.synthesis.defect import Defect
from pipelines.synthesis.draft import RECORDS, Draft
from pipelines.synthesis.offerings import flexible_courses

Planter: TypeAlias = Callable[[Draft], None]

_BINS = "本科目分數級距分布"


def _courses(draft: Draft) -> list[Document]:
    rows: list[Document] = draft.json[RECORDS][COURSES]
    return rows


def _free_course(draft: Draft) -> tuple[int, Document]:
    rows = _courses(draft)
    index = draft.free_row(COURSES, rows)
    return index, rows[index]


def _mark(draft: Draft, defect: Defect, *, row: int | None, note: str) -> None:
    draft.mark_item(defect, RECORDS, row=row, note=f"{COURSES}: {note}")


def _set_value(defect: Defect, key: str, value: object) -> Planter:
    def plant(draft: Draft) -> None:
        index, row = _free_course(draft)
        row[key] = value
        _mark(draft, defect, row=index, note=f"{key} = {value!r}")

    return plant


def _set_grade(defect: Defect, value: str | int) -> Planter:
    return _set_value(defect, "學業成績", {"分數": value})


def _set_code(defect: Defect, change: Callable[[str], str]) -> Planter:
    def plant(draft: Draft) -> None:
        index, row = _free_course(draft)
        row["課程代碼"] = change(row["課程代碼"])
        _mark(draft, defect, row=index, note=f"課程代碼 = {row['課程代碼']!r}")

    return plant


def _numbers_as_strings(draft: Draft) -> None:
    records = draft.json[RECORDS]
    for row in records[COURSES]:
        row["母體人數"] = str(row["母體人數"])
        if row[_BINS] is not None:
            row[_BINS] = {key: str(count) for key, count in row[_BINS].items()}
    for row in records[SEMESTERS]:
        for scope in ("校", "群別", "科班學程別"):
            part = row[f"{scope}學習相對表現資訊"]
            part["母體人數"] = str(part["母體人數"])
    _mark(draft, Defect.NUMBERS_AS_STRINGS, row=None, note="母體人數與各組距人數皆為文字")


def _unknown_keys(draft: Draft) -> None:
    draft.json[RECORDS]["資料版本"] = "115-測試"
    index, row = _free_course(draft)
    row.update({"開課年級": "2", "質性文字描述": "上課認真，樂於發問。", "系統欄位": {"來源": "中央資料庫"}})
    _mark(draft, Defect.UNKNOWN_KEYS, row=index, note="資料版本, 開課年級, 質性文字描述, 系統欄位")


def _shuffled_bins(draft: Draft) -> None:
    index, row = _free_course(draft)
    items = list((row[_BINS] or {}).items())
    draft.rng.shuffle(items)
    row[_BINS] = dict(items)
    _mark(draft, Defect.SHUFFLED_BINS, row=index, note="組距順序打亂")


def _population_mismatch(draft: Draft) -> None:
    index, row = _free_course(draft)
    row["母體人數"] = sum((row[_BINS] or {}).values()) - draft.rng.randint(2, 6)
    _mark(draft, Defect.POPULATION_MISMATCH, row=index, note="母體人數少於各組距總和")


def _zero_grade_passed(draft: Draft) -> None:
    index, row = _free_course(draft)
    row["學業成績"] = {"分數": "0", "成績及格": "1"}
    _mark(draft, Defect.ZERO_GRADE_PASSED, row=index, note="分數 0 而成績及格 1")


def _append_flexible(draft: Draft, attribute: str, *, grade: str) -> tuple[int, Document]:
    person, rows = draft.person, _courses(draft)
    offered = flexible_courses(person.school, person.plan)
    tail, name = next(item for item in offered if item[0][15] == attribute)
    row: Document = {
        "實際修課學年度": str(person.entry_year + 1),
        "實際修課學期": "1",
        "課程代碼": f"{person.entry_year}{tail}",
        "科目名稱": name,
        "學分數": "1",
        "課程類別": "彈性學習時間",
        "課程領域資訊": {"名稱": "不分領域"},
        "學業成績": {"分數": grade},
        "母體人數": 0,
        _BINS: None,
    }
    rows.append(row)
    draft.used.add((COURSES, len(rows) - 1))
    return len(rows) - 1, row


def _activity_course_graded(draft: Draft) -> None:
    index, row = _append_flexible(draft, "A", grade=str(draft.rng.randint(70, 95)))
    _mark(draft, Defect.ACTIVITY_COURSE_GRADED, row=index, note=f"{row['課程代碼']} 不應有成績")


def _flexible_course_ungraded(draft: Draft) -> None:
    index, row = _append_flexible(draft, "D", grade="-1")
    row["是否採計學分"] = "3"
    _mark(draft, Defect.FLEXIBLE_COURSE_UNGRADED, row=index, note=f"{row['課程代碼']} 需計學分但不需評分")


def _duplicate_course_row(draft: Draft) -> None:
    index, row = _free_course(draft)
    double = copy.deepcopy(row)
    own = float(row["學業成績"]["分數"])
    filled = [
        low for low, count in enumerate((row[_BINS] or {}).values()) if int(count) and abs(low - own) > 1
    ]
    double["學業成績"] = {"分數": str(draft.rng.choice(filled))}
    rows = _courses(draft)
    rows.append(double)
    draft.used.add((COURSES, len(rows) - 1))
    _mark(
        draft, Defect.DUPLICATE_COURSE_ROW, row=len(rows) - 1, note=f"與第 {index} 列同課程同學期，成績不同"
    )


def _records_missing(draft: Draft) -> None:
    del draft.json[RECORDS]
    draft.mark_item(Defect.RECORDS_MISSING, RECORDS, note="沒有任何修課紀錄檔")


RECORD_PLANTERS: dict[Defect, Planter] = {
    Defect.UNKNOWN_KEYS: _unknown_keys,
    Defect.NULL_DISTRIBUTION: _set_value(Defect.NULL_DISTRIBUTION, _BINS, None),
    Defect.NULL_AREA: _set_value(Defect.NULL_AREA, "課程領域資訊", None),
    Defect.SHUFFLED_BINS: _shuffled_bins,
    Defect.POPULATION_MISMATCH: _population_mismatch,
    Defect.GRADE_MINUS_ONE: _set_grade(Defect.GRADE_MINUS_ONE, "-1"),
    Defect.GRADE_SENTINEL: _set_grade(Defect.GRADE_SENTINEL, "-999.99"),
    Defect.MISSING_AS_WORD: _set_grade(Defect.MISSING_AS_WORD, "無"),
    Defect.ZERO_GRADE_PASSED: _zero_grade_passed,
    Defect.ACTIVITY_COURSE_GRADED: _activity_course_graded,
    Defect.FLEXIBLE_COURSE_UNGRADED: _flexible_course_ungraded,
    Defect.CODE_TOO_LONG: _set_code(Defect.CODE_TOO_LONG, lambda code: f"{code[:17]}0{code[17:]}"),
    Defect.CODE_WITH_BLANK: _set_code(Defect.CODE_WITH_BLANK, lambda code: f"{code[:17]} {code[18:]}"),
    Defect.CODE_EMPTY: _set_code(Defect.CODE_EMPTY, lambda _code: ""),
    Defect.CODE_UNKNOWN_AREA: _set_code(Defect.CODE_UNKNOWN_AREA, lambda code: f"{code[:19]}ZZ{code[21:]}"),
    Defect.DUPLICATE_COURSE_ROW: _duplicate_course_row,
    Defect.NUMBERS_AS_STRINGS: _numbers_as_strings,
    Defect.RECORDS_MISSING: _records_missing,
}
