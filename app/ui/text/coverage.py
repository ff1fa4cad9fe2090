"""Words of coverage: who has which evidence, and whom a requirement would leave out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class CoverageWords:
    """Placeholders in braces are filled with ``str.format``."""

    intro: str
    split: str
    by_type: str
    by_county: str
    only_chosen: str
    category: str
    everyone: str
    group_of: str
    together: str
    type_unknown: str
    county_unknown: str
    percent: str
    hidden: str
    hidden_note: str
    too_few: str
    requirement: str
    requirement_help: str
    requirement_categories: str
    choose: str
    lacking: str
    lacking_hidden: str
    schools_without: str
    offers_intro: str
    offers_all: str
    offer_line: str
    people: str
    people_hidden: str
    offers_none_asked: str


ZH = CoverageWords(
    intro="有這類資料的考生占各組考生的比例。只計由學習歷程資料庫取得資料的考生；自行上傳 PDF 者的內容在文件中，不列入。",
    split="分組",
    by_type="依學校類型",
    by_county="依縣市",
    only_chosen="只看已選的核心資料",
    category="審查資料",
    everyone="全部",
    group_of="{label}（{count} 人）",
    together="合併 {count} 組（{people} 人）",
    type_unknown="類型不明",
    county_unknown="縣市不明",
    percent="{percent} %",
    hidden="（不顯示）",
    hidden_note="人數少於 {minimum} 的組別已合併；少於 {minimum} 人的人數（以及可由加減反推者）不顯示。",
    too_few="考生少於 {minimum} 人，不顯示涵蓋情形。",
    requirement="如果要求…",
    requirement_help="選擇一項以上的資料：具備其中任何一項就算符合。",
    requirement_categories="要求的資料（任一項）",
    choose="請選擇",
    lacking="{total} 位考生中，{count} 位沒有任何一項（{percent} %）。",
    lacking_hidden="{total} 位考生中，沒有任何一項或具備的人數少於 {minimum}，不顯示。",
    schools_without="{schools} 所學校中，{count} 所學校的考生全都沒有。",
    offers_intro="依課程計畫，下列學校沒有開設這些課程，該校學生無從修習：",
    offers_all="有課程清單的學校都有開設。",
    offer_line="{county} {type}：{none} 所未開設（{offering} 所有開設，{unknown} 所沒有課程清單）；受影響考生 {people}",
    people="{count} 位",
    people_hidden="少於 {minimum} 位",
    offers_none_asked="只選擇課程時，這裡會列出沒有開設這些課程的學校。",
)

EN = CoverageWords(
    intro="Share of each group's applicants who have the evidence. Only applicants whose data came from the portfolio database; what PDF uploads hold stands in their documents.",
    split="Groups",
    by_type="By school type",
    by_county="By county",
    only_chosen="Chosen core data only",
    category="Evidence",
    everyone="All",
    group_of="{label} ({count})",
    together="{count} groups together ({people})",
    type_unknown="type unknown",
    county_unknown="county unknown",
    percent="{percent} %",
    hidden="(hidden)",
    hidden_note="Groups under {minimum} people are put together; counts under {minimum}, and those that would follow from them, are hidden.",
    too_few="Fewer than {minimum} applicants: coverage is not shown.",
    requirement="If this were required …",
    requirement_help="Choose one or more: having any of them is enough.",
    requirement_categories="Evidence required (any of these)",
    choose="Choose",
    lacking="{count} of {total} applicants have none of them ({percent} %).",
    lacking_hidden="Of {total} applicants, those with or without are fewer than {minimum} and not shown.",
    schools_without="Of {schools} schools, {count} sent nobody who has.",
    offers_intro="By their course plans these schools offer none of the courses, so their students cannot take them:",
    offers_all="Every school with a course list offers one of them.",
    offer_line="{county}, {type}: {none} schools offer none ({offering} do, {unknown} have no list); applicants left out: {people}",
    people="{count}",
    people_hidden="under {minimum}",
    offers_none_asked="When only courses are chosen, schools that offer none of them are listed here.",
)

WORDS: Mapping[Language, CoverageWords] = {Language.ZH: ZH, Language.EN: EN}
