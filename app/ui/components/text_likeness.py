"""內容相近: the lists of alike texts and equal files, each row with links to what it names."""

from __future__ import annotations

import streamlit as st

from app.domain.likeness import LikeEntry, LikePair, RepeatedFile
from app.ui.state.address import link_to_entry
from app.ui.text.likeness import WORDS, LikenessWords
from app.ui.visit import Visit
from app.workflows.text_likeness import load_likeness, may_see_all_programmes

Cells = dict[str, str | int]


def render_text_likeness(visit: Visit) -> None:
    """Counts, a sentence that nothing is judged, and the two lists."""
    words = WORDS[visit.language]
    programme = visit.programme.programme_code if visit.programme else None
    if may_see_all_programmes(visit.access) and st.toggle(
        words.all_programmes, value=True, key="likeness:all"
    ):
        programme = None
    view = load_likeness(visit.access, programme)
    st.text(words.intro)
    st.text(words.pairs.format(count=view.pair_count) if view.pairs else words.no_pairs)
    _draw([_pair(each, words) for each in view.pairs], "likeness:pairs", words)
    st.text(words.files.format(count=view.file_count) if view.files else words.no_files)
    _draw([_file(each, words) for each in view.files], "likeness:files", words)
    if max(view.pair_count, view.file_count) > view.limit:
        st.caption(words.limit.format(limit=view.limit))


def _draw(rows: list[Cells], key: str, words: LikenessWords) -> None:
    if rows:
        links = (words.open_first, words.open_second, words.column_open)
        columns = {name: st.column_config.LinkColumn(display_text=name) for name in links if name in rows[0]}
        st.dataframe(rows, hide_index=True, key=key, column_config=columns)


def _pair(each: LikePair, words: LikenessWords) -> Cells:
    return {
        words.column_similarity: words.identical if each.is_identical else f"{each.similarity:.0f} %",
        words.column_first: _person(each.left),
        words.column_first_entry: each.left.title,
        words.open_first: _link(each.left),
        words.column_second: _person(each.right),
        words.column_second_entry: each.right.title,
        words.open_second: _link(each.right),
    }


def _file(each: RepeatedFile, words: LikenessWords) -> Cells:
    return {
        words.column_applicants: each.applicants,
        words.column_kind: each.media_type,
        words.column_applicant: _person(each.entry),
        words.column_entry: each.entry.title,
        words.column_open: _link(each.entry),
    }


def _person(entry: LikeEntry) -> str:
    return f"{entry.applicant_name} · {entry.programme_code}"


def _link(entry: LikeEntry) -> str:
    return link_to_entry(entry.programme_code, entry.application_id, category_code=entry.category_code)
