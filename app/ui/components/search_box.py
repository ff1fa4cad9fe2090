"""Keyword search at the desk: hits in context that stay beside what is read."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.evidence import ApplicationId, CategoryCode
from app.ui.components.part import desk_part, on_trigger
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.workflows.keyword_hits import Findings, Hit, HitGroup

KEYWORD_LENGTH = 60


def draw_search_box(findings: Findings | None, *, may_search_all: bool, words: DeskWords) -> None:
    """The box, and under it what was found by the running search."""
    key = state.SEARCH
    query = state.query()
    desk_part("search_box")(
        key=key,
        data={
            "keyword": query.keyword,
            "everyone": query.everyone,
            "may_search_all": may_search_all,
            "findings": _findings(findings, words) if findings else None,
            "words": {
                "placeholder": words.search_placeholder,
                "everyone": words.search_everyone,
                "clear": words.search_clear,
            },
        },
        on_search_change=on_trigger(key, "search", _asked),
        on_hit_change=on_trigger(key, "hit", _went),
    )


def _asked(value: Mapping[str, object]) -> None:
    keyword = str(value.get("keyword", ""))[:KEYWORD_LENGTH]
    state.ask(state.Query(keyword, everyone=value.get("everyone") is True))


def _went(value: Mapping[str, object]) -> None:
    state.choose_applicant(ApplicationId(str(value.get("application_id", ""))))
    state.choose_category(CategoryCode(str(value.get("category_code", ""))))
    if state.view() != "one":
        state.choose_view("one")


def _findings(findings: Findings, words: DeskWords) -> dict[str, object]:
    summary = words.search_found.format(count=findings.count)
    if findings.may_be_more:
        summary = words.search_limit.format(count=findings.count)
    if not findings.groups:
        summary = words.search_nothing.format(keyword=findings.keyword)
    return {"summary": summary, "groups": [_group(each, words) for each in findings.groups]}


def _group(each: HitGroup, words: DeskWords) -> dict[str, object]:
    name = f"{each.applicant_name}：" if state.query().everyone else ""
    return {
        "application_id": each.application_id,
        "category_code": each.category_code,
        "title": f"{name}{each.category_label} ({len(each.hits)})",
        "hits": [_pieces(hit, words) for hit in each.hits],
    }


def _pieces(hit: Hit, words: DeskWords) -> list[list[object]]:
    """The pieces as the browser wants them, a page led by its number."""
    page = [] if hit.page_number is None else [[words.search_page.format(page=hit.page_number), False]]
    return [*page, *map(list, hit.pieces)]
