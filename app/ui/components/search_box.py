"""The search at the desk: the box with its hint, the query in words, and hits that stay beside what is read."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.evidence import ApplicationId, CategoryCode
from app.ui.components.part import desk_part, on_trigger
from app.ui.components.search_hits import findings_data
from app.ui.search_sentence import explain
from app.ui.state import address, search
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.ui.text.desk_search import WORDS, SearchWords
from app.ui.visit import Visit
from app.workflows.keyword_hits import Findings

KEYWORD_LENGTH = 160
EXPLANATION = "/search/explanation"


def draw_search_box(
    visit: Visit, findings: Findings | None, *, may_search_all: bool, words: DeskWords
) -> None:
    """The box, and under it the running search in words with what it found."""
    key, query, own = search.BOX, search.query(), WORDS[visit.language]
    desk_part("search_box", "search_results")(
        key=key,
        data={
            "keyword": query.keyword,
            "everyone": query.everyone,
            "may_search_all": may_search_all,
            "told": _told(query.keyword, visit, findings),
            "findings": findings_data(findings, visit.language, words) if findings else None,
            "narrowed": own.narrowed.format(count=len(search.found_ids())) if search.is_narrowed() else "",
            "selected": address.chosen_application() or "",
            "language": visit.language,
            "address": EXPLANATION,
            "reviewer": visit.person.person_id,
            "words": _words(own),
        },
        on_search_change=on_trigger(key, "search", _asked),
        on_hit_change=on_trigger(key, "hit", _went),
        on_category_change=on_trigger(key, "category", search.choose_category),
        on_more_change=on_trigger(key, "more", lambda _: search.show_more()),
        on_narrow_change=on_trigger(key, "narrow", lambda on: search.narrow(on == "on")),
    )


def _asked(value: Mapping[str, object]) -> None:
    keyword = str(value.get("keyword", ""))[:KEYWORD_LENGTH]
    search.ask(search.Query(keyword, everyone=value.get("everyone") is True))


def _went(value: Mapping[str, object]) -> None:
    """To the applicant; to the category, the course and the page when the hit stands there."""
    state.choose_applicant(ApplicationId(str(value.get("application_id", ""))))
    code, record, page = value.get("category_code"), value.get("record_id"), value.get("page")
    if code:
        state.choose_category(CategoryCode(str(code)))
    if record:
        state.open_record(str(record))
    search.go_to_page(page if isinstance(page, int) else None)
    if state.view() != "one":
        state.choose_view("one")


def _told(text: str, visit: Visit, findings: Findings | None) -> dict[str, object]:
    """The query in words; for one applicant with what became of each condition."""
    conditions, problems = explain(text, visit.language)
    verdicts = findings.verdicts if findings else ()
    return {
        "conditions": [
            {"text": each.text, "verdict": _verdict(verdicts[place]) if place < len(verdicts) else ""}
            for place, each in enumerate(conditions)
        ],
        "problems": [{"text": each.text, "piece": each.piece, "use": each.use} for each in problems],
    }


def _verdict(truth: bool | None) -> str:
    return {True: "yes", False: "no", None: "unknown"}[truth]


def _words(words: SearchWords) -> dict[str, object]:
    return {
        "placeholder": words.placeholder,
        "box": words.box,
        "everyone": words.everyone,
        "clear": words.clear,
        "hint": words.hint,
        "hint_title": words.hint_title,
        "recent": words.recent,
        "and": words.and_,
        "meant": words.meant,
        "near": words.near,
        "widen": words.widen,
        "yes": words.verdict_yes,
        "no": words.verdict_no,
        "unknown": words.verdict_unknown,
        "examples": [list(each) for each in words.examples],
    }
