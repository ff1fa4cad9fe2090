"""Words of the office's view of courses and the syllabi found for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class AliasWords:
    """Words of the open matches and of what was said."""

    view_aliases: str
    intro: str
    open_title: str
    nothing_open: str
    page: str
    course: str
    found: str
    runner_up: str
    aims: str
    uncertain: str
    accept: str
    take_runner_up: str
    reject: str
    saved: str
    stale: str
    decisions_title: str
    no_decisions: str
    decision: str
    verdict_accepted: str
    verdict_rejected: str
    undo: str
    undone: str


ZH = AliasWords(
    view_aliases="課程對應",
    intro="下列課程沒有相同的課程代碼，依名稱相近找到教學大綱。請確認是否為同一門課；您的判定立即記錄，下次建置生效。",
    open_title="待確認 {count} 門課，修課紀錄多的在前",
    nothing_open="沒有待確認的課程。",
    page="第 {page} 頁，共 {pages} 頁",
    course="{subject}　{school}　{code}　{records} 筆修課紀錄",
    found="對應：{subject}　{code}　相似度 {similarity}",
    runner_up="次選：{subject}　{code}　相似度 {similarity}",
    aims="學習目標：{aims}",
    uncertain="次選幾乎同樣相近，請務必確認",
    accept="採用",
    take_runner_up="改採次選",
    reject="不採用",
    saved="已記錄：{subject} → {syllabus}（{verdict}），下次建置生效。",
    stale="其他人已先判定這門課，您的判定沒有存檔。畫面已更新，請再看一次。",
    decisions_title="已判定 {count} 筆，下次建置生效",
    no_decisions="還沒有任何判定。",
    decision="{verdict}：{subject}（{code}） → {syllabus}（{syllabus_code}）　{person}　{time}",
    verdict_accepted="採用",
    verdict_rejected="不採用",
    undo="復原",
    undone="已復原：{subject} → {syllabus}，這門課回到待確認。",
)

EN = AliasWords(
    view_aliases="Course syllabi",
    intro="No syllabus has the code of these courses; one was found by an alike name. Say whether it is the same course: "
    "your word is recorded at once and counts from the next build.",
    open_title="{count} courses to confirm, those of most records first",
    nothing_open="Nothing to confirm.",
    page="Page {page} of {pages}",
    course="{subject}  {school}  {code}  {records} course records",
    found="Found: {subject}  {code}  similarity {similarity}",
    runner_up="Runner-up: {subject}  {code}  similarity {similarity}",
    aims="Aims: {aims}",
    uncertain="The runner-up is nearly as alike: please look",
    accept="Accept",
    take_runner_up="Take the runner-up",
    reject="Reject",
    saved="Recorded: {subject} → {syllabus} ({verdict}); counts from the next build.",
    stale="Somebody spoke on this course first; your word was not saved. The page is up to date: please look again.",
    decisions_title="{count} decisions, counting from the next build",
    no_decisions="No decision yet.",
    decision="{verdict}: {subject} ({code}) → {syllabus} ({syllabus_code})  {person}  {time}",
    verdict_accepted="Accepted",
    verdict_rejected="Rejected",
    undo="Undo",
    undone="Taken back: {subject} → {syllabus}; the course is open again.",
)

WORDS: Mapping[Language, AliasWords] = {Language.ZH: ZH, Language.EN: EN}
