"""Words of the queue: filters, order, what is new, progress, the link to one applicant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class QueueWords:
    """Placeholders in braces are filled with ``str.format`` or, in browser parts, replaced by name."""

    sift: str
    sift_title: str
    sift_close: str
    sift_clear: str
    sift_chips: str
    sift_remove: str
    sift_find: str
    sift_outside: str
    sift_none: str
    shown: str
    turn_order: str
    facet_state: str
    facet_mark: str
    facet_evidence: str
    facet_scope: str
    facet_identity: str
    facet_mode: str
    facet_standing: str
    facet_school_type: str
    facet_county: str
    facet_school: str
    facet_score: str
    score_from: str
    score_to: str
    score_range: str
    mark_flagged: str
    mark_draft: str
    evidence_renewed: str
    evidence_incomparable: str
    scope_mine: str
    scope_others: str
    mode_database: str
    unknown: str
    band_10: str
    band_25: str
    band_50: str
    band_75: str
    band_100: str
    badge_renewed: str
    badge_incomparable: str
    flagged: str
    news_reviewed: str
    news_open: str
    news_incomparable: str
    news_only: str
    news_title: str
    news_intro: str
    news_unknown: str
    news_came: str
    news_went: str
    news_changed: str
    news_entries: str
    news_same_entries: str
    news_looked: str
    news_seen: str
    news_hint: str
    category_semester_standing: str
    category_unlinked: str
    meter: str
    not_scored: str
    partial: str
    abstained: str
    scored: str
    today: str
    all_done: str
    next_open: str
    next_open_keys: str
    link: str
    link_copy: str
    link_copied: str
    link_title: str
    link_by_hand: str


ZH = QueueWords(
    sift="條件",
    sift_title="依條件篩選考生",
    sift_close="關閉",
    sift_clear="清除條件",
    sift_chips="目前的條件",
    sift_remove="移除條件：{label}",
    sift_find="找…",
    sift_outside="{name} 不符合目前的條件，仍開啟中。",
    sift_none="沒有考生符合這些條件。",
    shown="{shown} / {count} 位",
    turn_order="倒序",
    facet_state="評分狀態",
    facet_mark="我的記號",
    facet_evidence="新資料",
    facet_scope="指派",
    facet_identity="身份別",
    facet_mode="繳交方式",
    facet_standing="推估相對表現",
    facet_school_type="學校類型",
    facet_county="縣市",
    facet_school="學校",
    facet_score="我的總分",
    score_from="最低",
    score_to="最高",
    score_range="我的總分 {lowest}–{highest}",
    mark_flagged="已標記",
    mark_draft="有草稿",
    evidence_renewed="有新資料",
    evidence_incomparable="無法比對",
    scope_mine="指派給我",
    scope_others="未指派給我",
    mode_database="資料庫",
    unknown="不明",
    band_10="前 10%",
    band_25="10–25%",
    band_50="25–50%",
    band_75="50–75%",
    band_100="75–100%",
    badge_renewed="有新資料",
    badge_incomparable="新舊未比對",
    flagged="已標記",
    news_reviewed="資料已更新：您已評的考生中有 {count} 位有新資料。",
    news_open="資料已更新：{count} 位看過的考生有新資料。",
    news_incomparable="{count} 位考生上次看的資料版本無法比對。",
    news_only="只看這些",
    news_title="上次看過之後的新資料",
    news_intro="與您上次看過的資料版本相比，以下類別不同：",
    news_unknown="資料已更新，但您上次看的資料版本已無法開啟，無法列出哪些類別不同。請自行確認。",
    news_came="新增",
    news_went="不再提供",
    news_changed="內容不同",
    news_entries="{before} → {now} 筆",
    news_same_entries="{now} 筆",
    news_looked="已開啟",
    news_seen="標為已看",
    news_hint="開啟每個類別後會自動標為已看。",
    category_semester_standing="學期成績",
    category_unlinked="其他附件",
    meter="評分進度",
    not_scored="未評 {count}",
    partial="未評完 {count}",
    abstained="棄權 {count}",
    scored="已評 {count}",
    today="今日 {count}",
    all_done="全部評完，辛苦了",
    next_open="下一位未評",
    next_open_keys="Alt+Shift+↓",
    link="連結",
    link_copy="複製連結",
    link_copied="已複製連結",
    link_title="複製這位考生與類別的連結；有權限的同仁可以開啟",
    link_by_hand="請複製這個連結",
)
EN = QueueWords(
    sift="Filters",
    sift_title="Filter applicants",
    sift_close="Close",
    sift_clear="Clear filters",
    sift_chips="Filters now on",
    sift_remove="Remove filter: {label}",
    sift_find="Find…",
    sift_outside="{name} does not match the filters and stays open.",
    sift_none="No applicant matches these filters.",
    shown="{shown} / {count}",
    turn_order="Reverse",
    facet_state="State",
    facet_mark="My marks",
    facet_evidence="New evidence",
    facet_scope="Assignment",
    facet_identity="Identity",
    facet_mode="Submission",
    facet_standing="Estimated standing",
    facet_school_type="School type",
    facet_county="County",
    facet_school="School",
    facet_score="My total",
    score_from="Lowest",
    score_to="Highest",
    score_range="My total {lowest}–{highest}",
    mark_flagged="Flagged",
    mark_draft="Has a draft",
    evidence_renewed="New evidence",
    evidence_incomparable="Cannot be compared",
    scope_mine="Assigned to me",
    scope_others="Not assigned to me",
    mode_database="Database",
    unknown="Unknown",
    band_10="Top 10%",
    band_25="10–25%",
    band_50="25–50%",
    band_75="50–75%",
    band_100="75–100%",
    badge_renewed="New evidence",
    badge_incomparable="Not compared",
    flagged="Flagged",
    news_reviewed="Data was updated: {count} of the applicants you scored have new evidence.",
    news_open="Data was updated: {count} applicants you looked at have new evidence.",
    news_incomparable="For {count} applicants the data version you last saw cannot be compared.",
    news_only="Only these",
    news_title="New since you last looked",
    news_intro="These categories differ from the data version you last looked at:",
    news_unknown="Data was updated, but the version you last looked at can no longer be opened, so what differs cannot be listed. Please check for yourself.",
    news_came="new",
    news_went="gone",
    news_changed="changed",
    news_entries="{before} → {now} entries",
    news_same_entries="{now} entries",
    news_looked="opened",
    news_seen="Mark as seen",
    news_hint="Once each category was opened, this is marked as seen by itself.",
    category_semester_standing="Semester grades",
    category_unlinked="Other attachments",
    meter="Progress",
    not_scored="Not scored {count}",
    partial="Partial {count}",
    abstained="Abstained {count}",
    scored="Scored {count}",
    today="Today {count}",
    all_done="All done, well done",
    next_open="Next not scored",
    next_open_keys="Alt+Shift+↓",
    link="Link",
    link_copy="Copy link",
    link_copied="Link copied",
    link_title="Copy a link to this applicant and category; colleagues with rights can open it",
    link_by_hand="Please copy this link",
)

WORDS: Mapping[Language, QueueWords] = {Language.ZH: ZH, Language.EN: EN}
