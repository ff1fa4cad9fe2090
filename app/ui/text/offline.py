"""Words of scoring off line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class OfflineWords:
    """Words of the workbook that goes out and comes back. Placeholders are filled with ``str.format``."""

    step: str
    intro: str
    nothing_to_score: str
    out_title: str
    out_text: str
    hand_out: str
    back_title: str
    upload: str
    refused: str
    file_rules: Mapping[str, str]
    plan_moved: str
    summary: str
    nothing_new: str
    column_line: str
    column_number: str
    column_name: str
    column_state: str
    column_change: str
    column_problem: str
    states: Mapping[str, str]
    change: str
    no_score: str
    other_change: str
    problem_number: str
    problem_range: str
    problem_reason: str
    problem_long: str
    stale_note: str
    leave_out: str
    faulty_note: str
    save: str
    saved: str
    saved_without: str
    changed_meanwhile: str


ZH = OfflineWords(
    step="離線評分",
    intro="沒有網路也能評分：帶走一份活頁簿，填好再帶回來。存入之前，這裡會逐列說明會改變什麼。",
    nothing_to_score="目前沒有分派給您的考生。",
    out_title="1　帶走",
    out_text="內含分派給您的 {count} 位考生與目前已存的評分。檔案含個人資料，請妥善保管。",
    hand_out="下載評分活頁簿（XLSX）",
    back_title="2　帶回",
    upload="選擇填好的活頁簿",
    refused="這份檔案無法採用，沒有任何評分被改變：",
    file_rules={
        "too_large": "檔案太大",
        "not_a_workbook": "不是可讀的 Excel 活頁簿；請用下載的檔案另存為 .xlsx",
        "no_score_sheet": "找不到評分工作表；第一列（隱藏）的欄位代碼可能被刪除",
        "no_stamp": "找不到活頁簿的標記；請重新下載，把評分貼到新的活頁簿",
        "column_twice": "欄位出現兩次",
        "columns_missing": "缺少評分欄位；請重新下載活頁簿",
        "row_twice": "同一位考生出現兩次，請只留一列",
        "no_row_stamp": "這一列缺少列碼或版本；請由下載的檔案複製這一列",
        "not_yes": "這一格請選「是」或留白",
        "other_plan": "這是另一個校系計畫的活頁簿，請在上方選擇正確的校系",
        "other_reviewer": "這是另一位委員的活頁簿",
        "not_yours": "這位考生沒有分派給您，或已迴避；請刪除這一列",
    },
    plan_moved="活頁簿是以計畫第 {drawn} 修訂版產生，現在是第 {newest} 修訂版。請重新下載，把評分貼到新的活頁簿。",
    summary="會改變 {changed} 列；{same} 列與已存相同；{untouched} 列沒有填寫；{stale} 列在別處已經更新。",
    nothing_new="沒有任何一列需要存入。",
    column_line="列",
    column_number="編號",
    column_name="姓名",
    column_state="狀態",
    column_change="改變",
    column_problem="需要修正",
    states={"untouched": "未填寫", "same": "已相同", "changed": "會改變", "stale": "別處已更新"},
    change="{dimension} {before}→{after}",
    no_score="未評",
    other_change="評語或標記",
    problem_number="{dimension} 不是分數",
    problem_range="{dimension} 應為 0–{high}，以 {step} 為單位",
    problem_reason="棄權需要原因",
    problem_long="文字太長（最多 {limit} 字）",
    stale_note="有 {count} 列的評分在活頁簿產生之後於別處更新，不會被覆蓋。請到評量畫面核對，或選擇略過這些列。",
    leave_out="略過別處已更新的列（保留已存的評分）",
    faulty_note="有 {count} 列無法存入；請在活頁簿中修正後重新上傳。",
    save="存入 {count} 列",
    saved="已存入 {saved} 列，並由資料庫讀回確認。",
    saved_without="已存入 {saved} 列，並由資料庫讀回確認；{left_out} 列保留別處已存的評分。",
    changed_meanwhile="剛才有評分在別處更新，沒有存入任何一列；請看更新後的預覽。",
)

EN = OfflineWords(
    step="Score off line",
    intro="No network? Take a workbook along, fill it in, bring it back. Before anything is saved you see row by row what would change.",
    nothing_to_score="No applicants are assigned to you.",
    out_title="1  Take along",
    out_text="Holds the {count} applicants assigned to you with the scores saved so far. It contains personal data: keep it safe.",
    hand_out="Download the score workbook (XLSX)",
    back_title="2  Bring back",
    upload="Choose the workbook you filled in",
    refused="This file cannot be used; no score was changed:",
    file_rules={
        "too_large": "the file is too large",
        "not_a_workbook": "not a readable Excel workbook; save the downloaded file as .xlsx",
        "no_score_sheet": "the sheet of scores is missing; its hidden first row may have been deleted",
        "no_stamp": "the mark of the workbook is missing; download a new one and paste your scores into it",
        "column_twice": "a column occurs twice",
        "columns_missing": "columns of scores are missing; download the workbook again",
        "row_twice": "the same applicant occurs twice, keep one row",
        "no_row_stamp": "this row lacks its key or version; copy the row from the downloaded file",
        "not_yes": "choose “yes” in this cell or leave it empty",
        "other_plan": "this workbook belongs to another programme; choose that programme above",
        "other_reviewer": "this workbook belongs to another reviewer",
        "not_yours": "this applicant is not assigned to you, or you are recused; delete the row",
    },
    plan_moved="The workbook was made under revision {drawn} of the plan, which is now at revision {newest}. Download a new one and paste your scores into it.",
    summary="{changed} rows would change; {same} are stored already; {untouched} were not filled in; {stale} were saved elsewhere meanwhile.",
    nothing_new="No row needs to be saved.",
    column_line="Row",
    column_number="Number",
    column_name="Name",
    column_state="State",
    column_change="Change",
    column_problem="To be mended",
    states={
        "untouched": "not filled in",
        "same": "stored already",
        "changed": "would change",
        "stale": "saved elsewhere",
    },
    change="{dimension} {before}→{after}",
    no_score="not scored",
    other_change="comment or mark",
    problem_number="{dimension}: not a score",
    problem_range="{dimension}: 0–{high} in steps of {step}",
    problem_reason="abstaining needs a reason",
    problem_long="text too long (at most {limit} characters)",
    stale_note="{count} rows were saved elsewhere after the workbook was made and will not be overwritten. Compare them in the review, or leave these rows out.",
    leave_out="Leave out rows saved elsewhere (keep what is stored)",
    faulty_note="{count} rows cannot be saved; mend them in the workbook and upload it again.",
    save="Save {count} rows",
    saved="{saved} rows saved and read back from the database.",
    saved_without="{saved} rows saved and read back from the database; {left_out} keep what was saved elsewhere.",
    changed_meanwhile="A score was saved elsewhere just now, so nothing was saved; look at the preview as it is now.",
)

WORDS: Mapping[Language, OfflineWords] = {Language.ZH: ZH, Language.EN: EN}
