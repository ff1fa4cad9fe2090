"""Plants defects in 多元表現: dates, hours and texts as people and hostile people write them."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from pipelines.synthesis.activities import (
    COMPETITION,
    FLEXIBLE,
    LICENCE,
    OTHER,
    SERVICE,
    WORK,
    WORKPLACE,
    make_entry,
)
from pipelines.synthesis.course_records import Document
from pipelines.synthesis.dates import gregorian, random_day, roc_slashed, roc_with_time
from pipelines.synthesis.defect import Defect
from pipelines.synthesis.draft import ACTIVITIES, Draft

Planter: TypeAlias = Callable[[Draft], None]

_HOSTILE_SUMMARIES = (
    "我設計了這個頁面 ![x](http://evil.example/x.png) 請點開看看",
    "<img src=http://evil.example/y.png> 參加活動後收穫很多",
    "<script>fetch('http://evil.example/z')</script>學到很多",
    ":red[這段文字] **不應** 變成格式 $x^2$ [連結](http://evil.example)",
    "@SUM(1+1)*cmd|' /C calc'!A0",
)
_HOSTILE_NAMES = (
    '=HYPERLINK("http://evil.example")',
    "![x](http://evil.example/x.png)",
    "<img src=http://evil.example/y.png>",
    "+1+1 作品集",
    ":red[x]",
)
_UNREADABLE_DATES = ("113年5月某日", "1130230", "高二上學期", "113-13-40")
_INVISIBLE_TEXTS = (
    "我\u200b把\u200b程\u200b式\u202e碼序順的\u202c倒著讀了一遍",
    "\ufeff參加\u2066活動\u2069之後\u200d，我更\u00ad了解自己",
)


def fresh_entry(draft: Draft, name: str) -> tuple[int, Document]:
    """An entry of the list ``name`` that no other defect has touched, added when there is none."""
    entries: list[Document] = draft.json[ACTIVITIES][name]
    free = [index for index in range(len(entries)) if (name, index) not in draft.used]
    if not free:
        entries.append(make_entry(name, draft.story, draft.attachments))
        free = [len(entries) - 1]
    draft.used.add((name, free[0]))
    return free[0], entries[free[0]]


def _set_value(defect: Defect, name: str, values: dict[str, str | None]) -> Planter:
    def plant(draft: Draft) -> None:
        index, entry = fresh_entry(draft, name)
        entry.update(values)
        draft.mark_item(defect, ACTIVITIES, row=index, note=f"{name}: {', '.join(values)}")

    return plant


def _set_choice(defect: Defect, name: str, key: str, *, values: tuple[str, ...]) -> Planter:
    def plant(draft: Draft) -> None:
        index, entry = fresh_entry(draft, name)
        entry[key] = draft.rng.choice(values)
        draft.mark_item(defect, ACTIVITIES, row=index, note=f"{name}: {key} = {entry[key][:60]!r}")

    return plant


def _set_date(defect: Defect, name: str, key: str, *, form: Callable[[date], str]) -> Planter:
    def plant(draft: Draft) -> None:
        index, entry = fresh_entry(draft, name)
        entry[key] = form(random_day(draft.rng))
        draft.mark_item(defect, ACTIVITIES, row=index, note=f"{name}: {key} = {entry[key]!r}")

    return plant


def _line_breaks_quotes(draft: Draft) -> None:
    index, entry = fresh_entry(draft, SERVICE)
    entry["內容簡述"] = "第一天：整理場地\r\n第二天：他說\"謝謝你\"，\n我回答：'不客氣'。\t以上,全部,屬實"
    draft.mark_item(Defect.LINE_BREAKS_QUOTES, ACTIVITIES, row=index, note=f"{SERVICE}: 內容簡述")


def _very_long_text(draft: Draft) -> None:
    index, entry = fresh_entry(draft, OTHER)
    entry["內容簡述"] = "".join(f"{draft.story.did()}，{draft.story.learned()}。" for _ in range(90))
    length = len(entry["內容簡述"])
    draft.mark_item(Defect.VERY_LONG_TEXT, ACTIVITIES, row=index, note=f"{OTHER}: 內容簡述 {length} 字")


ACTIVITY_PLANTERS: dict[Defect, Planter] = {
    Defect.HOURS_SENTINEL: _set_value(Defect.HOURS_SENTINEL, WORKPLACE, {"時數": "-9999.999"}),
    Defect.TERM_SENTINEL: _set_value(Defect.TERM_SENTINEL, FLEXIBLE, {"學年度": "-999", "學期": "-1"}),
    Defect.HOURS_ZERO: _set_value(Defect.HOURS_ZERO, SERVICE, {"服務學習時數": "0.000"}),
    Defect.MISSING_AS_EMPTY: _set_value(Defect.MISSING_AS_EMPTY, SERVICE, {"內容簡述": "", "結束日期": ""}),
    Defect.LICENCE_SCORE_MINUS_ONE: _set_value(Defect.LICENCE_SCORE_MINUS_ONE, LICENCE, {"分數": "-1"}),
    Defect.OTHER_WITHOUT_ORGANISER: _set_value(Defect.OTHER_WITHOUT_ORGANISER, OTHER, {"主辦單位": None}),
    Defect.DATE_SLASHED: _set_date(Defect.DATE_SLASHED, LICENCE, "取得證照日期", form=roc_slashed),
    Defect.DATE_WITH_TIME: _set_date(
        Defect.DATE_WITH_TIME,
        COMPETITION,
        "結果公布日期",
        form=lambda day: roc_with_time(day, 9 + day.day % 8),
    ),
    Defect.DATE_GREGORIAN: _set_date(Defect.DATE_GREGORIAN, WORK, "作品日期", form=gregorian),
    Defect.DATE_UNREADABLE: _set_choice(Defect.DATE_UNREADABLE, OTHER, "開始日期", values=_UNREADABLE_DATES),
    Defect.LINE_BREAKS_QUOTES: _line_breaks_quotes,
    Defect.HOSTILE_SUMMARY: _set_choice(
        Defect.HOSTILE_SUMMARY, COMPETITION, "內容簡述", values=_HOSTILE_SUMMARIES
    ),
    Defect.HOSTILE_NAME: _set_choice(Defect.HOSTILE_NAME, WORK, "名稱", values=_HOSTILE_NAMES),
    Defect.VERY_LONG_TEXT: _very_long_text,
    Defect.INVISIBLE_CHARACTERS: _set_choice(
        Defect.INVISIBLE_CHARACTERS, COMPETITION, "內容簡述", values=_INVISIBLE_TEXTS
    ),
}
