"""Words of 內容相近; none of them judges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class LikenessWords:
    """Words of the lists of nearly equal texts and repeated files."""

    view: str
    intro: str
    all_programmes: str
    pairs: str
    no_pairs: str
    files: str
    no_files: str
    limit: str
    column_similarity: str
    column_first: str
    column_first_entry: str
    column_second: str
    column_second_entry: str
    column_open: str
    column_applicant: str
    column_entry: str
    column_applicants: str
    column_kind: str
    identical: str
    open_first: str
    open_second: str


ZH = LikenessWords(
    view="內容相近",
    intro="內容相近，請人工檢視（不是判定）。相近可能出於共同作業、學校範本或引用同一份文件。",
    all_programmes="所有校系",
    pairs="文字相近：{count} 組",
    no_pairs="沒有文字相近的資料。",
    files="相同檔案：{count} 筆",
    no_files="沒有不同考生繳交相同檔案。",
    limit="最多列出 {limit} 筆。",
    column_similarity="相近程度",
    column_first="考生一",
    column_first_entry="資料一",
    column_second="考生二",
    column_second_entry="資料二",
    column_open="開啟",
    column_applicant="考生",
    column_entry="檔案",
    column_applicants="繳交人數",
    column_kind="格式",
    identical="文字相同",
    open_first="開啟一",
    open_second="開啟二",
)
EN = LikenessWords(
    view="Alike contents",
    intro="Alike contents for a person to look at; this is no finding. Group work, a school's template or a common source "
    "can be the reason.",
    all_programmes="All programmes",
    pairs="Alike texts: {count} pairs",
    no_pairs="No alike texts.",
    files="Equal files: {count} entries",
    no_files="No file was handed in by several applicants.",
    limit="At most {limit} are listed.",
    column_similarity="Similarity",
    column_first="First applicant",
    column_first_entry="First entry",
    column_second="Second applicant",
    column_second_entry="Second entry",
    column_open="Open",
    column_applicant="Applicant",
    column_entry="File",
    column_applicants="Applicants",
    column_kind="Format",
    identical="equal text",
    open_first="Open first",
    open_second="Open second",
)

WORDS: Mapping[Language, LikenessWords] = {Language.ZH: ZH, Language.EN: EN}
