"""Words of other results on step 4: importing a file, what it would change, earlier imports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class ComponentWords:
    """Words of the imports of components. Placeholders in braces are filled with ``str.format``."""

    intro: str
    no_components: str
    component: str
    facts: str
    minimum: str
    counted: str
    outdated: str
    upload: str
    refused: str
    file_rules: Mapping[str, str]
    at_row: str
    row_column: str
    columns: Mapping[str, str]
    changes: Mapping[str, str]
    summary: str
    without: str
    nothing_new: str
    number: str
    name: str
    change: str
    before: str
    after: str
    absent: str
    none: str
    save: str
    saved: str
    changed_meanwhile: str
    history: str
    history_line: str
    history_restored: str
    bring_back: str
    compare_back: str
    cancel: str


ZH = ComponentWords(
    intro="檔案有兩欄：編號（或准考證號碼）、成績；缺考請填「缺考」。可用 CSV（UTF-8 或 Big5）或 Excel。存入前會先列出會改變什麼；存入時全部一次存入，或一列都不存。",
    no_components="鎖定的計畫沒有審查以外的成績。需要時請在步驟 1 的「規則」新增（學測、面試……），再鎖定新的修訂版。",
    component="成績項目",
    facts="占總分 {weight}%，滿分 {maximum}",
    minimum="，最低得分 {minimum}",
    counted="目前採計 {counted}／{applications} 位考生的成績。",
    outdated="這個項目的滿分改過了，先前匯入的成績不再採計，請重新匯入。",
    upload="選擇成績檔",
    refused="這份檔案無法採用，沒有任何成績被改變：",
    file_rules={
        "too_large": "檔案太大（上限 8 MB）",
        "too_many_rows": "列數太多",
        "not_a_workbook": "不是可讀的 Excel 活頁簿",
        "one_sheet": "活頁簿應該只有一個工作表有內容",
        "encoding": "無法判斷文字編碼，請存成 UTF-8 的 CSV",
        "csv_refused": "欄名應為「編號」或「准考證號碼」、「成績」，只有這兩欄",
        "csv_quote": "引號不成對",
        "csv_line_end": "換行符號不一致",
        "csv_row_width": "欄數不符，應為兩欄",
        "csv_row_control": "含有無法辨識的控制字元",
        "csv_row_is_header": "欄名重複出現",
        "no_rows": "檔案裡沒有任何成績",
        "no_number": "沒有編號",
        "number_twice": "同一個編號出現兩次",
        "no_value": "沒有成績；缺考請填「缺考」",
        "not_a_number": "不是數字；缺考請填「缺考」",
        "above_maximum": "超過滿分",
        "unknown_number": "沒有這位考生",
        "zeros_lost": "沒有這位考生；開頭的 0 可能被試算表去掉，請把編號欄設為文字",
        "other_maximum": "當時的滿分與現在不同，不能恢復",
    },
    at_row="第 {row} 列",
    row_column="第 {row} 列「{column}」",
    columns={"number": "編號", "value": "成績"},
    changes={"added": "新增", "changed": "改變", "removed": "移除（檔案沒有這位考生）"},
    summary="會改變 {changed} 位考生的成績，{unchanged} 位不變；檔案裡缺考 {absent} 位。",
    without="存入後有 {count} 位考生沒有這項成績，因此沒有總分：{numbers}",
    nothing_new="與目前採計的成績完全相同。",
    number="編號",
    name="姓名",
    change="改變",
    before="目前",
    after="存入後",
    absent="缺考",
    none="—",
    save="存入這次匯入",
    saved="已存入並由資料庫讀回，排序已依新的成績計算。",
    changed_meanwhile="剛才有人匯入了同一項成績，這次沒有存入；請看更新後的比較。",
    history="匯入紀錄",
    history_line="第 {revision} 次　{time}　{person}　{file}　{count} 位　SHA-256 {digest}",
    history_restored="第 {revision} 次　{time}　{person}　恢復第 {restores} 次　{count} 位",
    bring_back="恢復第 {revision} 次匯入",
    compare_back="恢復第 {revision} 次匯入會改變：",
    cancel="取消",
)

EN = ComponentWords(
    intro="The file has two columns: 編號 or application_number, and 成績 or score; absent applicants say 缺考 or absent. CSV (UTF-8 or Big5) or Excel. What would change is shown first; then all of it is saved, or nothing.",
    no_components="The locked plan has nothing beside the review. Add components (a test, an interview …) under the rules of step 1 and lock a new revision.",
    component="Component",
    facts="{weight}% of the total, out of {maximum}",
    minimum=", minimum {minimum}",
    counted="Results of {counted} of {applications} applicants count now.",
    outdated="The maximum of this component was changed: what was imported before no longer counts. Please import again.",
    upload="Choose a file of results",
    refused="This file cannot be used; no result was changed:",
    file_rules={
        "too_large": "the file is too large (at most 8 MB)",
        "too_many_rows": "too many rows",
        "not_a_workbook": "no readable Excel workbook",
        "one_sheet": "the workbook should have exactly one sheet with content",
        "encoding": "the encoding of the text cannot be told; please save as CSV in UTF-8",
        "csv_refused": "the columns should be 編號 (application_number) and 成績 (score), these two only",
        "csv_quote": "a quote is not closed",
        "csv_line_end": "line ends differ",
        "csv_row_width": "there should be two columns",
        "csv_row_control": "a control character that cannot be read",
        "csv_row_is_header": "the header stands there again",
        "no_rows": "there is no result in the file",
        "no_number": "no application number",
        "number_twice": "this number stands there twice",
        "no_value": "no result; write 缺考 or absent for an absence",
        "not_a_number": "no number; write 缺考 or absent for an absence",
        "above_maximum": "above the maximum",
        "unknown_number": "no such applicant",
        "zeros_lost": "no such applicant; a spreadsheet may have dropped leading zeros: format the column as text",
        "other_maximum": "the maximum was another one then; it cannot be brought back",
    },
    at_row="Row {row}",
    row_column="Row {row}, {column}",
    columns={"number": "number", "value": "result"},
    changes={"added": "added", "changed": "changed", "removed": "removed (not in the file)"},
    summary="Results of {changed} applicants would change, {unchanged} stay; {absent} are absent in the file.",
    without="Afterwards {count} applicants have no result here, and so no total: {numbers}",
    nothing_new="The same as what counts now.",
    number="Number",
    name="Name",
    change="Change",
    before="Now",
    after="Afterwards",
    absent="absent",
    none="—",
    save="Save this import",
    saved="Saved and read back; the ranking is made of the new results.",
    changed_meanwhile="Somebody else has just imported this component: nothing was saved. Please look at the comparison again.",
    history="Imports",
    history_line="No. {revision}　{time}　{person}　{file}　{count} applicants　SHA-256 {digest}",
    history_restored="No. {revision}　{time}　{person}　brought back no. {restores}　{count} applicants",
    bring_back="Bring back no. {revision}",
    compare_back="Bringing back no. {revision} would change:",
    cancel="Cancel",
)

WORDS: Mapping[Language, ComponentWords] = {Language.ZH: ZH, Language.EN: EN}
