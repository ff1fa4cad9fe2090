"""The announcement of core data as a page to be printed: plain HTML, every text escaped, no script."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path

from app.domain.core_notice import NoticeStage, StageNotice
from app.domain.home_time import date_and_time
from app.exchange.core_notice_file import Announcement
from app.web.page_markup import PageLanguage, page_words

WORDS_FILE = Path(__file__).parent / "pages/notice_words.toml"
STYLE_FILE = Path(__file__).parent / "pages/notice.css"


@cache
def notice_words(language: PageLanguage) -> Mapping[str, str]:
    """The words of the page in one language."""
    words: dict[str, dict[str, str]] = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    return words[language]


def notice_page(announcement: Announcement, language: PageLanguage) -> str:
    """The whole page: the programme, then the three stages, those not announced named as such."""
    words, programme = notice_words(language), announcement.programme
    title = words["title"].format(year=programme.admission_year, programme=programme.programme_name)
    channel = words.get(f"channel_{programme.admission_channel}", programme.admission_channel)
    stages = "".join(_stage(announcement, stage, words) for stage in NoticeStage)
    return (
        f'<!doctype html><html lang="{page_words(language)["html_lang"]}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{STYLE_FILE.read_text(encoding='utf-8')}</style></head><body>"
        f"<h1>{escape(title)}</h1>"
        f"{_paragraph(f'{programme.university_name}　{programme.programme_code}　{channel}')}{stages}</body></html>"
    )


def _stage(announcement: Announcement, stage: NoticeStage, words: Mapping[str, str]) -> str:
    heading = f"<h2>{escape(words[f'stage_{stage.value}'])}</h2>"
    notice = announcement.stages.get(stage)
    if notice is None:
        return f"<section>{heading}{_paragraph(words['not_announced'], 'muted')}</section>"
    moment = announcement.announced_at.get(stage)
    said = {
        NoticeStage.FORMAT: _format_lines,
        NoticeStage.ITEMS: _item_lines,
        NoticeStage.DETAILS: _detail_lines,
    }[stage](announcement, notice, words)
    when = words["announced"].format(time=date_and_time(moment) if moment else "—", revision=notice.revision)
    text = _paragraph(notice.content.text) if notice.content.text else ""
    return f"<section>{heading}{_paragraph(when, 'muted')}{''.join(said)}{text}</section>"


def _format_lines(announcement: Announcement, notice: StageNotice, words: Mapping[str, str]) -> Iterator[str]:
    del announcement
    content = notice.content
    yield _paragraph(words["pdf_accepted" if content.accepts_pdf else "pdf_refused"])
    if content.accepts_pdf and content.most_pages is not None:
        yield _paragraph(words["most_pages"].format(count=content.most_pages))
    if content.accepts_pdf and content.most_megabytes is not None:
        yield _paragraph(words["most_megabytes"].format(count=content.most_megabytes))


def _item_lines(announcement: Announcement, notice: StageNotice, words: Mapping[str, str]) -> Iterator[str]:
    del notice
    rows = ((each.item_code, each.item_group, each.label) for each in announcement.chosen_items)
    yield _table((words["code"], words["group"], words["item"]), rows)


def _detail_lines(announcement: Announcement, notice: StageNotice, words: Mapping[str, str]) -> Iterator[str]:
    labels = {each.item_code: each.label for each in announcement.items}
    content = notice.content
    if content.remarks:
        rows = ((code, labels.get(code, ""), text) for code, text in sorted(content.remarks.items()))
        yield _table((words["code"], words["item"], words["remark"]), rows)
    if content.questions:
        questions = "".join(f"<li>{escape(each)}</li>" for each in content.questions)
        yield f"<h3>{escape(words['questions'])}</h3><ol>{questions}</ol>"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{escape(each)}</th>" for each in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _paragraph(text: str, name: str = "said") -> str:
    return f'<p class="{name}">{escape(text)}</p>'
