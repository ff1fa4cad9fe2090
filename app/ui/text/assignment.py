"""Words of the assignment of reviewers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class AssignmentWords:
    """Words of the page that says who reviews whom."""

    intro: str
    no_plan: str
    no_reviewers: str
    without_reviewer: str
    too_few_reviewers: str
    everyone_covered: str
    column_reviewer: str
    column_role: str
    column_assigned: str
    column_recused: str
    column_reviewed: str
    fill_title: str
    reviewers: str
    per_application: str
    fill: str
    filled: str
    nothing_to_fill: str
    recusal_title: str
    recusal_reviewer: str
    recusal_applicant: str
    recusal_reason: str
    recuse: str
    recused: str
    undone: str
    stale: str
    column_reason: str
    refused_reviewers: str
    refused_applications: str
    refused_reason: str
    recusal_list: str


ZH = AssignmentWords(
    intro="決定每位考生由哪些委員審查。補足分派時，已有的分派不變，工作量平均；迴避的組合永遠不會被分派。",
    no_plan="請先在「面向設定」建立評審計畫，再分派委員。",
    no_reviewers="這個校系還沒有審查委員的帳號，請洽招生辦公室建立。",
    without_reviewer="還有 {count} 位考生沒有委員。",
    too_few_reviewers="{count} 位考生的委員不足計畫要求的 {required} 位（可能因為迴避）；請補足分派，或加入其他委員。",
    everyone_covered="每位考生都已有計畫要求的 {required} 位委員。",
    column_reviewer="委員",
    column_role="角色",
    column_assigned="分派",
    column_recused="迴避",
    column_reviewed="已存評分",
    fill_title="補足分派",
    reviewers="參與審查的委員",
    per_application="每位考生的委員人數",
    fill="補足分派",
    filled="已新增 {count} 件分派並存檔。",
    nothing_to_fill="每位考生的委員人數都已足夠，沒有變更。",
    recusal_title="登記迴避",
    recusal_reviewer="委員",
    recusal_applicant="考生",
    recusal_reason="迴避原因（例如三親等內親屬、曾任教）",
    recuse="登記迴避",
    recused="已登記迴避，該委員不能再開啟這位考生的資料；先前的評分保留紀錄但不計入總分。",
    undone="已復原上一次的變更。",
    stale="其他人剛剛改過分派或迴避，您的變更沒有存檔。畫面已更新，請看過後再試一次。",
    column_reason="迴避原因",
    refused_reviewers="委員不屬於這個校系，沒有存檔。",
    refused_applications="考生不屬於這個校系，沒有存檔。",
    refused_reason="請填寫迴避原因。",
    recusal_list="迴避名單",
)

EN = AssignmentWords(
    intro="Decide who reviews whom. Filling up keeps what stands and spreads the load; a recused pair is never assigned.",
    no_plan="Start a review plan in “Dimensions” first, then assign reviewers.",
    no_reviewers="This programme has no reviewer accounts yet. Please ask the admissions office.",
    without_reviewer="{count} applicants have no reviewer yet.",
    too_few_reviewers="{count} applicants have fewer reviewers than the {required} the plan asks for (perhaps by recusal); fill up, or add another reviewer.",
    everyone_covered="Every applicant has the number of reviewers the plan asks for: {required}.",
    column_reviewer="Reviewer",
    column_role="Role",
    column_assigned="Assigned",
    column_recused="Recused",
    column_reviewed="Reviews saved",
    fill_title="Fill up",
    reviewers="Reviewers who take part",
    per_application="Reviewers per applicant",
    fill="Fill up",
    filled="{count} assignments added and saved.",
    nothing_to_fill="Every applicant has enough reviewers; nothing was changed.",
    recusal_title="Record a recusal",
    recusal_reviewer="Reviewer",
    recusal_applicant="Applicant",
    recusal_reason="Reason (for example a relative, a former teacher)",
    recuse="Record recusal",
    recused="Recorded: this reviewer can no longer open the applicant's file; earlier scores stay on record and do not count.",
    undone="The last change was undone.",
    stale="Somebody changed assignments or recusals just now; yours were not saved. The page is up to date: look, then try again.",
    column_reason="Reason",
    refused_reviewers="A reviewer is not of this programme; nothing was saved.",
    refused_applications="The applicant is not of this programme; nothing was saved.",
    refused_reason="Please give the reason.",
    recusal_list="Recusals",
)

WORDS: Mapping[Language, AssignmentWords] = {Language.ZH: ZH, Language.EN: EN}
