"""Words of the cohort step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class ResearchWords:
    """Words of uptake, co-choice and competencies, and of what is hidden."""

    intro: str
    view: str
    view_uptake: str
    view_pairs: str
    view_competencies: str
    subject_of: str
    by_category: str
    by_area: str
    by_subject: str
    split: str
    split_none: str
    split_programme: str
    split_school_type: str
    split_semester: str
    hidden: str
    hidden_note: str
    hidden_pairs_note: str
    nothing: str
    column_label: str
    column_split: str
    column_applicants: str
    column_population: str
    column_share: str
    column_first: str
    column_second: str
    column_both: str
    column_first_applicants: str
    column_second_applicants: str
    table: str
    export: str
    more_labels: str
    snapshot: str
    competencies_intro: str
    pairs_intro: str
    school_types: Mapping[str, str]


ZH = ResearchWords(
    intro="只看群體、不看個人：這裡沒有姓名、編號，也不能連到任何考生。僅計入以資料庫繳交修課紀錄的考生。",
    view="檢視",
    view_uptake="修課比率",
    view_pairs="一起選的課",
    view_competencies="核心素養涵蓋",
    subject_of="統計對象",
    by_category="課程類別",
    by_area="學習領域",
    by_subject="單一科目",
    split="分組",
    split_none="不分組",
    split_programme="依校系",
    split_school_type="依學校類型",
    split_semester="依學期",
    hidden="隱藏",
    hidden_note="為保護個人，隱藏 {cells} 格；另有 {labels} 個項目因選修人數少於 {minimum} 而不列出。",
    hidden_pairs_note="為保護個人，另有 {pairs} 組配對因人數少於 {minimum}（或可反推）而不列出。",
    nothing="這個條件下沒有可以顯示的資料。",
    column_label="項目",
    column_split="分組",
    column_applicants="修習人數",
    column_population="母體",
    column_share="修習比率（%）",
    column_first="科目一",
    column_second="科目二",
    column_both="兩科皆修",
    column_first_applicants="修科目一",
    column_second_applicants="修科目二",
    table="表格",
    export="下載 CSV",
    more_labels="圖表只畫修習人數最多的 {shown} 個項目，全部 {all} 個見表格。",
    snapshot="資料快照 {snapshot_id}",
    competencies_intro="考生自選課程（部定必修以外）之教學大綱所涵蓋的核心素養，依校系計算人數比率。",
    pairs_intro="兩門選修都修習的考生人數，由多到少。",
    school_types={
        "H": "普通型高中",
        "V": "技術型高中",
        "M": "綜合型高中",
        "S": "單科型高中",
        "C": "進修部",
        "E": "實用技能學程（日）",
        "F": "實用技能學程（夜）",
        "G": "建教合作班",
    },
)

EN = ResearchWords(
    intro="Groups, not persons: no names, no applicant numbers, no way to a person. Only applicants whose course records came from the database count.",
    view="View",
    view_uptake="Uptake",
    view_pairs="Chosen together",
    view_competencies="Core competencies",
    subject_of="Counted by",
    by_category="Course category",
    by_area="Learning area",
    by_subject="Single course",
    split="Split",
    split_none="Whole cohort",
    split_programme="By programme",
    split_school_type="By school type",
    split_semester="By semester",
    hidden="hidden",
    hidden_note="To protect persons {cells} cells are hidden; {labels} entries chosen by fewer than {minimum} are not listed.",
    hidden_pairs_note="To protect persons {pairs} pairs under {minimum} (or that could be worked out) are not listed.",
    nothing="Nothing may be shown for this choice.",
    column_label="Entry",
    column_split="Split",
    column_applicants="Applicants",
    column_population="Population",
    column_share="Share (%)",
    column_first="First course",
    column_second="Second course",
    column_both="Both",
    column_first_applicants="First",
    column_second_applicants="Second",
    table="Table",
    export="Download CSV",
    more_labels="The chart draws the {shown} entries chosen most; all {all} are in the table.",
    snapshot="Snapshot {snapshot_id}",
    competencies_intro="Core competencies covered by the syllabi of the courses applicants chose (required national courses aside), by programme.",
    pairs_intro="Applicants who took both electives, most first.",
    school_types={
        "H": "General",
        "V": "Technical",
        "M": "Comprehensive",
        "S": "Single-subject",
        "C": "Continuing education",
        "E": "Practical skills (day)",
        "F": "Practical skills (evening)",
        "G": "Cooperative education",
    },
)

WORDS: Mapping[Language, ResearchWords] = {Language.ZH: ZH, Language.EN: EN}
