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
    schools_held: str
    schools_offered: str
    schools_anywhere: str
    anywhere_held: str
    anywhere_offered: str
    school_share: str
    not_a_course: str
    schools_note: str
    left_out: str
    left_out_columns: Mapping[str, str]
    left_out_reasons: Mapping[str, str]
    left_out_unnamed: str
    many: str
    few: str


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
    schools_held="有考生具備的學校",
    schools_offered="有開設的學校",
    schools_anywhere="全部學校",
    anywhere_held="具備 {share}",
    anywhere_offered="開設 {share}",
    school_share="{count} / {schools} 所（{percent} %）",
    not_a_course="（非課程）",
    schools_note="「有考生具備的學校」：本校系考生就讀的學校中，至少一位考生具備的；「有開設的學校」：其中有課程清單、且課程計畫開設的；「全部學校」：課程依所有學校的課程清單，其他資料依所有校系的考生。勾選表格中的列，下方就列出這項要求會排除的學校。",
    left_out="這項要求會排除的學校",
    left_out_columns={
        "school": "學校",
        "county": "縣市",
        "type": "學校類型",
        "reason": "原因",
        "applicants": "本校系考生",
    },
    left_out_reasons={"offers_none": "課程計畫沒有開設", "nobody_has": "考生全都沒有"},
    left_out_unnamed="另有 {count} 所學校的考生也全都沒有；每所考生少於 {minimum} 位，不列校名。",
    many="{minimum} 位以上",
    few="少於 {minimum} 位",
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
    schools_held="Schools with somebody who has it",
    schools_offered="Schools that offer it",
    schools_anywhere="All schools",
    anywhere_held="have it: {share}",
    anywhere_offered="offer it: {share}",
    school_share="{count} of {schools} ({percent} %)",
    not_a_course="(no course)",
    schools_note="First: of the schools this programme's applicants come from, those with one applicant or more who has it. Second: of those with a course list, the ones whose plan offers it. All schools: for courses by every course list, else by the applicants of every programme. Tick rows of the table to see below which schools the requirement would leave out.",
    left_out="Schools this requirement would leave out",
    left_out_columns={
        "school": "School",
        "county": "County",
        "type": "School type",
        "reason": "Why",
        "applicants": "Applicants here",
    },
    left_out_reasons={"offers_none": "its course plan offers none", "nobody_has": "no applicant has it"},
    left_out_unnamed="Of {count} more schools nobody has it either; each has fewer than {minimum} applicants and is not named.",
    many="{minimum} or more",
    few="under {minimum}",
)

WORDS: Mapping[Language, CoverageWords] = {Language.ZH: ZH, Language.EN: EN}
