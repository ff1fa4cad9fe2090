"""Words of the details of the log: what a line was about, and each fact it tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class LogWords:
    """By the names the log keeps; a fact's own value stands where ``{value}`` does, else behind its name.

    ``values`` are those of a fact that can have no others.
    """

    objects: Mapping[str, str]
    named: Mapping[str, str]
    facts: Mapping[str, str]
    subjects: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]
    asked: Mapping[str, str]
    yes: str
    no: str
    separator: str
    assigned: str
    unassigned: str
    recused: str
    recusal_ended: str
    recusal_reason: str
    times_note: str


ZH = LogWords(
    objects={
        "person": "人員",
        "plan": "評審計畫",
        "programme": "校系",
        "application": "考生",
        "course": "課程",
        "snapshot": "資料快照",
        "file": "檔案",
        "setting": "設定",
    },
    named={
        "cohort": "群體選課",
        "sign_in": "登入",
        "unknown": "不存在的檔案",
        "demo": "示範模式",
    },
    facts={
        "role": "角色",
        "programme_codes": "校系",
        "is_active": "啟用",
        "is_new": "新帳號",
        "revision": "第 {value} 次存檔",
        "plan_revision": "第 {value} 修訂版",
        "row_revision": "存檔次數",
        "added": "新增",
        "removed": "移除",
        "allowed_items": "可採計",
        "chosen_items": "採計",
        "published": "已公布",
        "reason": "原因",
        "verdict": "判定",
        "course_code": "課程代碼",
        "subject": "對象",
        "syllabus_course_code": "大綱課程代碼",
        "syllabus_subject": "大綱科目",
        "tag_id": "標記",
        "sha256": "檔案",
        "pages": "頁",
        "category_code": "項目",
        "value": "值",
        "application_id": "考生",
        "source_plan": "來源計畫",
        "form": "格式",
        "asked": "要求",
    },
    subjects={
        "component_values": "成績",
        "gap_case": "考生",
        "calibration_round": "校準",
        "calibration_review": "校準評分",
        "core_data_notice": "階段",
        "rater_seen": "委員",
        "signed_list": "名單摘要碼",
        "score_workbook": "活頁簿",
    },
    values={
        "role": {"chair": "系主席", "reviewer": "審查委員", "office": "招生辦公室", "researcher": "研究者"},
        "verdict": {"accepted": "採用", "rejected": "不採用", "withdrawn": "收回"},
        "reason": {"edited": "修改", "published": "公布"},
        "form": {"html": "網頁", "json": "JSON"},
        "core_data_notice": {
            "format": "資料格式",
            "items": "採計項目",
            "details": "說明",
            "allowed_items": "管道可採計項目",
        },
    },
    asked={
        "view_plan": "看評審計畫",
        "edit_plan": "修改評審計畫",
        "lock_plan": "鎖定評審計畫",
        "view_application": "看考生資料",
        "open_file": "開啟檔案",
        "search_programme": "搜尋",
        "score": "評分",
        "tag_pages": "標記 PDF 頁面",
        "take_back_tags": "取消他人的頁面標記",
        "view_other_reviews": "看其他委員的評分",
        "view_ranking": "看總分排序",
        "export_ranking": "匯出名單",
        "view_records": "看名單紀錄",
        "view_appeal": "看複查表",
        "view_recusal_reason": "看迴避原因",
        "import_components": "匯入其他成績",
        "view_fairness": "看公平性檢視",
        "view_raters": "看評分者概況",
        "view_own_figures": "看自己的評分概況",
        "assign_reviewers": "分派委員",
        "view_progress": "看各校系進度",
        "view_data_problems": "看資料問題",
        "edit_item_choice": "修改審查資料項目",
        "publish_item_choice": "公布審查資料項目",
        "reopen_item_choice": "重新開放審查資料項目",
        "choose_items": "選擇核心資料項目",
        "confirm_alias": "判定課程對應",
        "view_research": "看群體選課",
        "export_research": "匯出群體選課",
        "manage_persons": "管理帳號",
        "view_log": "看操作紀錄",
        "view_phase": "看評審階段",
        "set_phase": "變更評審階段",
        "view_gap_cases": "看差分個案",
        "decide_gap_case": "處理差分個案",
        "set_up_calibration": "設定尺規校準",
        "score_calibration": "校準評分",
        "view_calibration_results": "看校準結果",
    },
    yes="是",
    no="否",
    separator="；",
    assigned="新增 {count} 件分派",
    unassigned="取消 {count} 件分派",
    recused="登記迴避：{reviewer}－考生 {number}",
    recusal_ended="撤銷迴避：{reviewer}－考生 {number}",
    recusal_reason="（原因：{reason}）",
    times_note="最近 {count} 筆，最新的在最上面。時間都是臺北時間。",
)

EN = LogWords(
    objects={
        "person": "Person",
        "plan": "Plan",
        "programme": "Programme",
        "application": "Applicant",
        "course": "Course",
        "snapshot": "Snapshot",
        "file": "File",
        "setting": "Setting",
    },
    named={
        "cohort": "Cohort",
        "sign_in": "Sign-in",
        "unknown": "a file that is not there",
        "demo": "demonstration mode",
    },
    facts={
        "role": "role",
        "programme_codes": "programmes",
        "is_active": "active",
        "is_new": "new account",
        "revision": "version {value}",
        "plan_revision": "plan revision {value}",
        "row_revision": "saves",
        "added": "added",
        "removed": "removed",
        "allowed_items": "may be considered",
        "chosen_items": "considered",
        "published": "published",
        "reason": "reason",
        "verdict": "judgement",
        "course_code": "course code",
        "subject": "subject",
        "syllabus_course_code": "syllabus course code",
        "syllabus_subject": "syllabus subject",
        "tag_id": "tag",
        "sha256": "file",
        "pages": "pages",
        "category_code": "category",
        "value": "value",
        "application_id": "applicant",
        "source_plan": "source plan",
        "form": "form",
        "asked": "asked to",
    },
    subjects={
        "component_values": "component",
        "gap_case": "applicant",
        "calibration_round": "calibration",
        "calibration_review": "trial review",
        "core_data_notice": "stage",
        "rater_seen": "reviewer",
        "signed_list": "digest of the list",
        "score_workbook": "workbook",
    },
    values={
        "role": {
            "chair": "chair",
            "reviewer": "reviewer",
            "office": "admissions office",
            "researcher": "researcher",
        },
        "verdict": {"accepted": "accepted", "rejected": "rejected", "withdrawn": "withdrawn"},
        "reason": {"edited": "edited", "published": "published"},
        "form": {"html": "web page", "json": "JSON"},
        "core_data_notice": {
            "format": "formats",
            "items": "items",
            "details": "details",
            "allowed_items": "items of the channel",
        },
    },
    asked={
        "view_plan": "read the plan",
        "edit_plan": "change the plan",
        "lock_plan": "lock the plan",
        "view_application": "read an applicant",
        "open_file": "open a file",
        "search_programme": "search",
        "score": "score",
        "tag_pages": "tag PDF pages",
        "take_back_tags": "take back tags of others",
        "view_other_reviews": "read other reviews",
        "view_ranking": "read the ranked list",
        "export_ranking": "export the list",
        "view_records": "read the records",
        "view_appeal": "read an appeal sheet",
        "view_recusal_reason": "read why somebody is recused",
        "import_components": "import other results",
        "view_fairness": "read the fairness view",
        "view_raters": "read figures of reviewers",
        "view_own_figures": "read the own figures",
        "assign_reviewers": "assign reviewers",
        "view_progress": "read the progress",
        "view_data_problems": "read data problems",
        "edit_item_choice": "change review items",
        "publish_item_choice": "publish review items",
        "reopen_item_choice": "reopen review items",
        "choose_items": "choose core-data items",
        "confirm_alias": "judge a syllabus alias",
        "view_research": "read cohort statistics",
        "export_research": "export cohort statistics",
        "manage_persons": "manage accounts",
        "view_log": "read the log",
        "view_phase": "read the phase",
        "set_phase": "change the phase",
        "view_gap_cases": "read gap cases",
        "decide_gap_case": "decide a gap case",
        "set_up_calibration": "set up calibration",
        "score_calibration": "score for calibration",
        "view_calibration_results": "read calibration results",
    },
    yes="yes",
    no="no",
    separator="; ",
    assigned="{count} assignments added",
    unassigned="{count} assignments taken away",
    recused="recusal declared: {reviewer} – applicant {number}",
    recusal_ended="recusal withdrawn: {reviewer} – applicant {number}",
    recusal_reason=" (reason: {reason})",
    times_note="The newest {count} lines, the last first. All times are Taipei time.",
)

WORDS: Mapping[Language, LogWords] = {Language.ZH: ZH, Language.EN: EN}
