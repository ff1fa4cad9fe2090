"""Words of the frame around every step: navigation, identity, notices that any step may show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language
from app.ui.text.phase_names import PHASE_NAMES_EN, PHASE_NAMES_ZH


@dataclass(frozen=True)
class FrameWords:
    """Words shared by all steps. Placeholders in braces are filled with ``str.format``."""

    product: str
    step_dimension_setup: str
    step_core_data: str
    step_evidence_review: str
    step_total_ranking: str
    step_assignment: str
    step_office: str
    step_research: str
    programme: str
    sign_out: str
    choose_file: str
    other_language: str
    demo_banner: str
    cut: str
    signed_out: str
    sign_in_again: str
    not_allowed: str
    phase_forbids: str
    phase_names: Mapping[str, str]
    not_found: str
    store_unavailable: str
    snapshot_broken: str
    unexpected: str
    no_programme: str
    no_plan: str
    no_snapshot: str
    save: str
    cancel: str
    undo: str
    delete: str
    copy: str
    unknown: str
    yes: str
    no: str
    mode_database: str
    mode_partial_pdf: str
    mode_pdf: str
    mode_missing: str
    role_chair: str
    role_reviewer: str
    role_office: str
    role_researcher: str


ZH = FrameWords(
    product="學習歷程審查工作檯",
    step_dimension_setup="1 面向設定",
    step_core_data="2 核心資料設定",
    step_evidence_review="3 資料綜整評量",
    step_total_ranking="4 總分排序",
    step_assignment="評審分派",
    step_office="招生辦公室",
    step_research="群體選課",
    programme="校系",
    sign_out="登出",
    choose_file="選擇檔案",
    other_language="English",
    demo_banner="示範模式：畫面上的人、學校與成績全部是合成資料。",
    cut="連線中斷，正在重新連線。畫面可能不是最新的；沒有存檔的變更請等連線恢復後再存一次。",
    signed_out="您尚未登入，或登入已逾時。",
    sign_in_again="前往登入",
    not_allowed="您沒有這項權限。如果您認為應該有，請洽系主席或招生辦公室。",
    phase_forbids="目前是「{phase}」階段，不開放這個動作，所以沒有存檔。您輸入的內容仍保留在這個瀏覽器；請等主席改變階段後再儲存，或洽系主席。",
    phase_names=PHASE_NAMES_ZH,
    not_found="找不到這筆資料。可能已經更換資料版本，請從清單重新選擇。",
    store_unavailable="評分資料庫暫時無法使用，剛才的動作沒有存檔。請稍後再試；若持續發生，請通知系統管理者。",
    snapshot_broken="資料快照無法開啟或內容不符，請通知招生辦公室重新建置。",
    unexpected="發生未預期的問題，剛才的動作沒有完成。請重新整理頁面；若持續發生，請通知系統管理者。",
    no_programme="您的帳號沒有指定任何校系，請洽招生辦公室。",
    no_plan="這個校系還沒有鎖定的評審計畫。請系主席先完成「面向設定」與「核心資料設定」並鎖定。",
    no_snapshot="還沒有可用的資料快照。請招生辦公室先執行資料建置。",
    save="儲存",
    cancel="取消",
    undo="復原",
    delete="刪除",
    copy="複製",
    unknown="未知",
    yes="是",
    no="否",
    mode_database="學習歷程資料庫",
    mode_partial_pdf="部分 PDF",
    mode_pdf="PDF 上傳",
    mode_missing="未繳資料",
    role_chair="系主席",
    role_reviewer="審查委員",
    role_office="招生辦公室",
    role_researcher="研究者",
)

EN = FrameWords(
    product="Portfolio review workbench",
    step_dimension_setup="1 Dimensions",
    step_core_data="2 Core data",
    step_evidence_review="3 Evidence review",
    step_total_ranking="4 Ranking",
    step_assignment="Assignment",
    step_office="Admissions office",
    step_research="Cohort courses",
    programme="Programme",
    sign_out="Sign out",
    choose_file="Choose a file",
    other_language="中文",
    demo_banner="Demo mode: every person, school and grade on screen is synthetic.",
    cut="Connection lost, trying again. What you see may be out of date; save unsaved changes again once it is back.",
    signed_out="You are not signed in, or your session has expired.",
    sign_in_again="Go to sign-in",
    not_allowed="You do not have this right. If you think you should, ask the chair or the admissions office.",
    phase_forbids="The round is in the phase “{phase}”, which does not allow this; nothing was saved. What you typed is kept in this browser: save it again once the chair changes the phase, or ask the chair.",
    phase_names=PHASE_NAMES_EN,
    not_found="This entry was not found. The data may have changed version; please choose again from the list.",
    store_unavailable="The store of scores is unavailable; your last action was not saved. Try again soon; if it persists, tell the administrator.",
    snapshot_broken="The evidence snapshot cannot be opened or does not match. Please ask the admissions office to rebuild it.",
    unexpected="Something unexpected happened; your last action did not complete. Reload the page; if it persists, tell the administrator.",
    no_programme="Your account has no programme. Please ask the admissions office.",
    no_plan="This programme has no locked review plan yet. The chair completes and locks steps 1 and 2 first.",
    no_snapshot="There is no evidence snapshot yet. The admissions office builds one first.",
    save="Save",
    cancel="Cancel",
    undo="Undo",
    delete="Delete",
    copy="Copy",
    unknown="unknown",
    yes="yes",
    no="no",
    mode_database="Portfolio database",
    mode_partial_pdf="Partly PDF",
    mode_pdf="PDF upload",
    mode_missing="Nothing submitted",
    role_chair="Chair",
    role_reviewer="Reviewer",
    role_office="Admissions office",
    role_researcher="Researcher",
)

WORDS: Mapping[Language, FrameWords] = {Language.ZH: ZH, Language.EN: EN}
