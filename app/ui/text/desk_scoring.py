"""Words of the score column around the form: drafts, undo, versions, levels, phrases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class ScoringWords:
    """``form`` goes to the browser part as it is; the others are filled with ``str.format``."""

    form: Mapping[str, str]
    changes: Mapping[str, str]
    states: Mapping[str, str]
    scales: Mapping[str, str]
    old_score: str
    levels_note: str
    levels_withheld: Mapping[str, str]
    undone: str
    undone_blank: str
    undo_stale: str
    undo_moved: str
    undo_failed: str
    undo: str
    redo: str
    yes: str
    no: str
    nothing: str
    no_change: str
    phrase_problems: Mapping[str, str]
    sign_out: Mapping[str, str]


ZH = ScoringWords(
    form={
        "minus": "減 {step}",
        "plus": "加 {step}",
        "level_follows": "等第隨分數改為「{level}」",
        "level_none": "不在任何等第的範圍內",
        "restored_at": "已還原 {time} 未存檔的內容，請確認後儲存。",
        "unsaved_at": "尚未存檔（{time} 暫存於這台電腦）",
        "no_storage": "尚未存檔，且瀏覽器無法暫存：請儘快儲存，不要關閉分頁。",
        "offline": "連線中斷。已輸入的內容保存在這台電腦，恢復連線後可儲存。",
        "waits": "連線中斷。內容保存在這台電腦，恢復連線後自動儲存。",
        "sent_again": "連線已恢復，重新送出…",
        "other_draft": "另有一份未存檔的內容（{time}）",
        "other_live": "另一個分頁正在編輯同一位考生。",
        "other_open": "另一個分頁也開著同一位考生。",
        "other_saved": "另一個分頁已儲存這位考生；儲存時會並列兩份內容供選擇。",
        "use_other": "改用這份",
        "drop_other": "捨棄",
        "dropped": "已捨棄一份未存檔的內容。",
        "bring_back": "取回",
        "undo": "復原上次儲存",
        "redo": "取消復原",
        "undo_title": "回到上一次儲存的內容；這次的內容仍留在版本紀錄",
        "discard": "放棄修改",
        "discarded": "已放棄未存檔的修改。",
        "phrases": "片語",
        "history": "我的版本",
        "levels": "等第分布",
        "drawers": "更多",
        "close": "關閉",
        "version": "第 {revision} 版",
        "newest": "目前",
        "take_version": "取回表單",
        "took_version": "已取回第 {revision} 版的內容，尚未存檔。",
        "no_versions": "這位考生還沒有存檔的評分。",
        "level": "等第",
        "own": "我",
        "intended": "預期",
        "panel": "其他委員",
        "outside": "等第範圍外",
        "phrase_open": "插入片語（;;）",
        "phrase_none": "沒有符合的片語",
        "phrase_empty": "還沒有片語。在評語中選取文字後按「片語」，或在這裡輸入。",
        "phrase_keep_selection": "＋ 把選取的文字存成片語",
        "phrase_keep_all": "＋ 把整段評語存成片語",
        "phrase_new": "新的片語",
        "phrase_add": "新增",
        "phrase_up": "上移",
        "phrase_down": "下移",
        "phrase_delete": "刪除",
        "phrase_deleted": "已刪除「{text}」",
        "phrase_hint": "只有自己看得到。在評語中輸入 ;; 再打字可篩選插入。",
        "phrase_kept": "已存成片語。",
    },
    changes={
        "score": "{dimension}：{before} → {after}",
        "comment": "{dimension}評語：{before} → {after}",
        "overall": "整體評語：{before} → {after}",
        "flag": "提出討論：{before} → {after}",
        "abstain": "棄權：{before} → {after}",
        "reason": "棄權理由：{before} → {after}",
    },
    states={"not_scored": "未評", "partial": "未評完", "abstained": "棄權", "scored": ""},
    scales={"percent": "百分制", "points": "配分制，滿分 {maximum}"},
    old_score="原評 {score}（{scale}）不再適用，請重新評分",
    levels_note="我評過的考生在各等第的人數；「預期」為計畫的期望比例。",
    levels_withheld={
        "few_reviewers": "其他委員：評過的不到 3 位，不顯示",
        "one_dominates": "其他委員：多數評分出自同一位，不顯示",
        "one_level": "其他委員：評分集中在一個等第，不顯示",
    },
    undone="已復原：{name}（回到 {total}）",
    undone_blank="已復原：{name}（回到未評分）",
    undo_stale="無法復原：{name} 在這之後又存了另一個版本。請看「我的版本」。",
    undo_moved="無法復原：評審計畫已更新為第 {newest} 版。",
    undo_failed="沒有復原：{reason}",
    undo="復原",
    redo="取消復原",
    yes="是",
    no="否",
    nothing="（無）",
    no_change="內容相同",
    phrase_problems={
        "empty": "片語沒有內容。",
        "too_long": "片語最多 500 字。",
        "too_many": "片語最多 200 則，請先刪除不用的。",
        "bad_id": "這則片語沒有存成，請重新整理頁面後再試。",
    },
    sign_out={
        "text": "這台電腦上還有 {count} 位考生未存檔的評分內容。保留的內容只有您登入後才會出現；如果這是共用電腦，可以清除。",
        "keep": "保留並登出",
        "clear": "清除並登出",
        "stay": "不登出",
    },
)

EN = ScoringWords(
    form={
        "minus": "{step} less",
        "plus": "{step} more",
        "level_follows": "level follows the score: “{level}”",
        "level_none": "in no level's band",
        "restored_at": "Restored what was typed at {time} and not saved; check and save.",
        "unsaved_at": "Not saved yet (kept on this computer {time})",
        "no_storage": "Not saved, and this browser cannot keep it: save soon, do not close the tab.",
        "offline": "Connection lost. What you typed is kept on this computer; save once it is back.",
        "waits": "Connection lost. Kept on this computer; saved by itself once it is back.",
        "sent_again": "Connected again, sending…",
        "other_draft": "Another unsaved version ({time})",
        "other_live": "Another tab is editing the same applicant.",
        "other_open": "Another tab shows the same applicant.",
        "other_saved": "Another tab saved this applicant; saving here will show both to choose from.",
        "use_other": "Use it",
        "drop_other": "Discard",
        "dropped": "An unsaved version was discarded.",
        "bring_back": "Bring back",
        "undo": "Undo last save",
        "redo": "Take undo back",
        "undo_title": "Back to what was saved before; this version stays among yours",
        "discard": "Discard edits",
        "discarded": "Unsaved edits were discarded.",
        "phrases": "Phrases",
        "history": "My versions",
        "levels": "Levels",
        "drawers": "More",
        "close": "Close",
        "version": "Version {revision}",
        "newest": "current",
        "take_version": "Into the form",
        "took_version": "Version {revision} is in the form, not saved yet.",
        "no_versions": "Nothing was saved for this applicant.",
        "level": "Level",
        "own": "Mine",
        "intended": "Intended",
        "panel": "Others",
        "outside": "in no band",
        "phrase_open": "Insert a phrase (;;)",
        "phrase_none": "No phrase matches",
        "phrase_empty": "No phrase yet. Select text in a comment and press Phrases, or type one here.",
        "phrase_keep_selection": "+ Keep the selected text as a phrase",
        "phrase_keep_all": "+ Keep the whole comment as a phrase",
        "phrase_new": "New phrase",
        "phrase_add": "Add",
        "phrase_up": "Move up",
        "phrase_down": "Move down",
        "phrase_delete": "Delete",
        "phrase_deleted": "Deleted “{text}”",
        "phrase_hint": "Only you see them. Type ;; in a comment, then letters, to find and insert one.",
        "phrase_kept": "Kept as a phrase.",
    },
    changes={
        "score": "{dimension}: {before} → {after}",
        "comment": "Comment on {dimension}: {before} → {after}",
        "overall": "Overall comment: {before} → {after}",
        "flag": "For discussion: {before} → {after}",
        "abstain": "Abstained: {before} → {after}",
        "reason": "Reason for abstaining: {before} → {after}",
    },
    states={"not_scored": "not scored", "partial": "in part", "abstained": "abstained", "scored": ""},
    scales={"percent": "percent", "points": "points out of {maximum}"},
    old_score="Was {score} ({scale}), which no longer applies; score again",
    levels_note="How many of the applicants I scored are in each level; “Intended” is the share the plan expects.",
    levels_withheld={
        "few_reviewers": "Others: fewer than 3 reviewers scored, not shown",
        "one_dominates": "Others: most scores are of one reviewer, not shown",
        "one_level": "Others: all scores in one level, not shown",
    },
    undone="Undone: {name} (back to {total})",
    undone_blank="Undone: {name} (back to not scored)",
    undo_stale="Cannot undo: another version of {name} was saved since. See “My versions”.",
    undo_moved="Cannot undo: the plan moved to revision {newest}.",
    undo_failed="Not undone: {reason}",
    undo="Undo",
    redo="Take undo back",
    yes="yes",
    no="no",
    nothing="(none)",
    no_change="the same content",
    phrase_problems={
        "empty": "The phrase is empty.",
        "too_long": "A phrase has 500 characters at most.",
        "too_many": "There are 200 phrases at most; delete some first.",
        "bad_id": "The phrase was not kept; reload the page and try again.",
    },
    sign_out={
        "text": "Scores not saved yet on this computer: {count} applicant(s). They appear only when you sign in again; on a shared computer you may clear them.",
        "keep": "Keep and sign out",
        "clear": "Clear and sign out",
        "stay": "Stay",
    },
)

WORDS: Mapping[Language, ScoringWords] = {Language.ZH: ZH, Language.EN: EN}
