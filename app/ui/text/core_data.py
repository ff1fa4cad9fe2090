"""Words of step 2: which review items and course groups feed which dimension."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class CoreDataWords:
    """Words of step 2. Placeholders in braces are filled with ``str.format``; ``matrix`` goes to the browser part."""

    no_plan: str
    no_dimensions: str
    intro: str
    matrix: Mapping[str, str]
    group_profile: str
    group_rest: str
    missing: str
    missing_pdf: str
    pdf_stand_in: str
    not_allowed: str
    not_in_choice: str
    without_core: str
    unknown: str
    unknown_remove: str
    many_empty: str
    and_more: str
    preview_title: str
    preview_choose: str
    preview_label: str
    preview_hint: str
    group_core: str
    group_items: str
    group_courses: str
    not_for_reviewers: str


ZH = CoreDataWords(
    no_plan="這個校系還沒有評審計畫。請先在步驟 1 建立面向。",
    no_dimensions="還沒有任何面向。請先在步驟 1 新增面向。",
    intro="勾選每個面向要看的審查資料。勾選的資料會在評量畫面標示為核心資料；未勾選的仍可查閱。",
    matrix={
        "filter": "篩選項目…",
        "only_chosen": "只看已勾選",
        "category": "審查資料",
        "count": "有資料",
        "saving": "儲存中…",
        "whole_group": "整組勾選：{group} → {dimension}",
        "tick": "{category} → {dimension}",
        "no_row": "沒有符合的項目",
        "chosen": "已選 {count} 項",
        "people": "{count} 人",
    },
    group_profile="基本資料",
    group_rest="其他資料",
    missing="{count} 人沒有（{share}%）",
    missing_pdf="另 {count} 人：PDF 上傳者的資料在文件中",
    pdf_stand_in="PDF 上傳者以此文件代替",
    not_allowed="招生辦公室未開放項目 {codes}",
    not_in_choice="未開放",
    without_core="還沒有核心資料的面向：{names}",
    unknown="計畫中有這個校系的資料所沒有的類別，無法鎖定：{names}",
    unknown_remove="移除這些類別",
    many_empty="勾選的資料中，半數以上考生沒有：{names}",
    and_more="…等 {count} 項",
    preview_title="審查委員看到的資料樹",
    preview_choose="預覽考生",
    preview_label="資料樹預覽",
    preview_hint="左側色條表示核心資料。",
    group_core="核心資料",
    group_items="其他審查資料",
    group_courses="其他修課紀錄",
    not_for_reviewers="涵蓋與開課的統計供主席與招生辦公室使用。",
)

EN = CoreDataWords(
    no_plan="This programme has no review plan yet. Create dimensions in step 1 first.",
    no_dimensions="There is no dimension yet. Add dimensions in step 1 first.",
    intro="Tick the evidence each dimension looks at. Ticked evidence is marked as core data while scoring; the rest can still be opened.",
    matrix={
        "filter": "Filter…",
        "only_chosen": "Ticked only",
        "category": "Evidence",
        "count": "Have it",
        "saving": "Saving…",
        "whole_group": "Tick the whole group: {group} → {dimension}",
        "tick": "{category} → {dimension}",
        "no_row": "Nothing matches",
        "chosen": "{count} ticked",
        "people": "{count}",
    },
    group_profile="Profile",
    group_rest="Other evidence",
    missing="{count} without ({share}%)",
    missing_pdf="{count} more: PDF uploads, the data are in their documents",
    pdf_stand_in="Stands in for PDF uploads",
    not_allowed="The admissions office has not opened item {codes}",
    not_in_choice="not opened",
    without_core="Dimensions without core data: {names}",
    unknown="The plan names categories this programme's data do not have, so it cannot be locked: {names}",
    unknown_remove="Remove these categories",
    many_empty="Ticked, but at least half of the applicants have none: {names}",
    and_more="… {count} in all",
    preview_title="The tree reviewers will see",
    preview_choose="Preview applicant",
    preview_label="Preview of the tree",
    preview_hint="A bar at the left marks core data.",
    group_core="Core data",
    group_items="Other evidence",
    group_courses="Other course records",
    not_for_reviewers="Coverage is for the chair and the admissions office.",
)

WORDS: Mapping[Language, CoreDataWords] = {Language.ZH: ZH, Language.EN: EN}
