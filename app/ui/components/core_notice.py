"""The three stages of the announcement of core data: what each says, and the acts of saving, announcing, reopening."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.domain.core_notice import NoticeContent, NoticeStage, StageNotice
from app.domain.evidence import Programme
from app.domain.home_time import date_and_time
from app.errors import WorkbenchError
from app.reviews.store import Saved
from app.ui.messages import message_of
from app.ui.plain import field_name, plain
from app.ui.state import notice_forms as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.core_notice import WORDS, NoticeWords
from app.ui.visit import Visit
from app.workflows.core_notice import (
    NoticeRefused,
    NoticeView,
    announce_stage,
    load_notice,
    reopen_stage,
    save_stage,
)


def render_core_notice(visit: Visit, programme: Programme) -> None:
    """Every stage with its form; a locked one shows what it said."""
    words = WORDS[visit.language]
    view = load_notice(visit.access, programme)
    st.caption(words.intro)
    _render_doors(visit, words, view)
    for stage in NoticeStage:
        with st.container(border=True):
            _render_stage(visit, words, view, stage)


def _render_doors(visit: Visit, words: NoticeWords, view: NoticeView) -> None:
    if not any(notice.is_announced for notice in view.stages.values()):
        st.caption(words.nothing_announced)
        return
    code = view.programme.programme_code
    with st.container(horizontal=True):
        # Links to the guarded door: what Streamlit holds for a download, any session may fetch.
        st.link_button(
            words.page,
            f"/export/announcement/{code}.html?language={visit.language}",
            icon=":material/print:",
            key=state.key(code, "page"),
        )
        st.link_button(
            words.file,
            f"/export/announcement/{code}.json",
            icon=":material/data_object:",
            key=state.key(code, "file"),
        )


def _render_stage(visit: Visit, words: NoticeWords, view: NoticeView, stage: NoticeStage) -> None:
    notice = view.stages[stage]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(words.stages[stage.value])
        st.badge(
            plain(_state_line(words, view, stage)),
            icon=":material/lock:" if notice.is_announced else ":material/edit_note:",
            color="green" if notice.is_announced else "orange",
        )
    if notice.reason:
        st.text(words.reopened.format(reason=notice.reason))
    is_open = view.may_edit and not notice.is_announced
    if not is_open:
        st.caption(plain(_why_closed(words, view, is_announced=notice.is_announced)))
    draw = {
        NoticeStage.FORMAT: _draw_format,
        NoticeStage.ITEMS: _draw_items,
        NoticeStage.DETAILS: _draw_details,
    }[stage]
    draw(words, view, notice, disabled=not is_open)
    st.text_area(
        words.text,
        value=notice.content.text,
        key=_field(view, stage, "text"),
        disabled=not is_open,
        height=68,
    )
    _render_acts(visit, words, view, stage=stage, is_open=is_open)


def _why_closed(words: NoticeWords, view: NoticeView, *, is_announced: bool) -> str:
    """Why the fields of a stage cannot be used, and what opens them."""
    if not is_announced:
        return words.closed_no_right
    return words.closed_announced_office if view.may_announce else words.closed_announced


def _state_line(words: NoticeWords, view: NoticeView, stage: NoticeStage) -> str:
    if not view.stages[stage].is_announced:
        return words.open
    moment = view.announced_at.get(stage)
    return words.announced.format(time=date_and_time(moment)) if moment else words.announced_before


def _draw_format(words: NoticeWords, view: NoticeView, notice: StageNotice, *, disabled: bool) -> None:
    content = notice.content
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.toggle(
            words.accepts_pdf,
            value=content.accepts_pdf,
            key=_field(view, notice.stage, "pdf"),
            disabled=disabled,
        )
        limits = (
            ("pages", words.most_pages, content.most_pages),
            ("megabytes", words.most_megabytes, content.most_megabytes),
        )
        for name, label, value in limits:
            st.text_input(
                field_name(label),
                value="" if value is None else str(value),
                placeholder=words.no_limit,
                width=220,
                key=_field(view, notice.stage, name),
                disabled=disabled,
            )


def _draw_items(words: NoticeWords, view: NoticeView, notice: StageNotice, *, disabled: bool) -> None:
    labels = {item.item_code: f"{item.item_code} {item.label}" for item in view.items}
    chosen = list(notice.content.item_codes)
    offered = [code for code in labels if code in view.choice.allowed_items or code in chosen]
    st.pills(
        words.items,
        offered,
        format_func=lambda code: plain(labels[code]),
        selection_mode="multi",
        default=chosen,
        key=_field(view, notice.stage, "items"),
        help=words.items_help,
        disabled=disabled,
    )


def _draw_details(words: NoticeWords, view: NoticeView, notice: StageNotice, *, disabled: bool) -> None:
    codes = _remarked(view, notice)
    labels = {item.item_code: item.label for item in view.items}
    st.caption(words.remarks if codes else words.remarks_later)
    for code in codes:
        st.text_input(
            field_name(words.remark_of.format(code=code, label=labels.get(code, ""))),
            value=notice.content.remarks.get(code, ""),
            key=_field(view, notice.stage, f"remark-{code}"),
            disabled=disabled,
        )
    st.text_area(
        words.questions,
        value="\n".join(notice.content.questions),
        key=_field(view, notice.stage, "questions"),
        disabled=disabled,
        height=96,
    )


def _remarked(view: NoticeView, notice: StageNotice) -> list[str]:
    """Items that have or may have a remark, those no longer chosen last."""
    chosen = view.stages[NoticeStage.ITEMS].content.item_codes
    return list(dict.fromkeys([*chosen, *notice.content.remarks]))


def _render_acts(
    visit: Visit, words: NoticeWords, view: NoticeView, *, stage: NoticeStage, is_open: bool
) -> None:
    code = view.programme.programme_code
    with st.container(horizontal=True, vertical_alignment="center"):
        if is_open:
            st.button(
                words.save,
                key=state.key(code, "save", stage),
                on_click=_run,
                args=(visit, words, lambda: _save(visit, words, view, stage)),
            )
        if view.may_announce and not view.stages[stage].is_announced:
            confirmed = st.checkbox(words.announce_confirm, key=_field(view, stage, "confirm"))
            st.button(
                words.announce,
                key=state.key(code, "announce", stage),
                type="primary",
                icon=":material/campaign:",
                disabled=not confirmed,
                help=None if confirmed else words.announce_first.format(confirm=words.announce_confirm),
                on_click=_run,
                args=(visit, words, lambda: _announce(visit, words, view, stage)),
            )
    if view.may_announce and view.stages[stage].is_announced:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(words.reopen_reason, key=_field(view, stage, "reason"))
            st.button(
                words.reopen,
                key=state.key(code, "reopen", stage),
                on_click=_run,
                args=(visit, words, lambda: _reopen(visit, words, view, stage)),
            )


def _field(view: NoticeView, stage: NoticeStage, name: str) -> str:
    """A new version of the stage is a new form, so nothing unsaved of an older one survives."""
    revision = (view.stages[stage].revision, view.choice.row_revision)
    return state.key(view.programme.programme_code, stage, name, *revision)


def _run(visit: Visit, words: NoticeWords, act: Callable[[], Notice | None]) -> None:
    try:
        notice = act()
    except WorkbenchError as error:
        notice = Notice("error", message_of(error, visit.words))
    except ValueError as problem:
        notice = Notice("error", words.not_a_number.format(value=problem.args[0]))
    if notice is not None:
        leave_notice(notice)


def _save(visit: Visit, words: NoticeWords, view: NoticeView, stage: NoticeStage) -> Notice:
    """The form of a stage as it is now."""
    outcome = save_stage(visit.access, view, stage, _entered(view, stage))
    return _told(words, outcome, words.saved.format(stage=words.stages[stage.value]))


def _announce(visit: Visit, words: NoticeWords, view: NoticeView, stage: NoticeStage) -> Notice:
    """What is typed is announced, saved or not: nobody announces what they do not see."""
    entered = _entered(view, stage) if view.may_edit else None
    outcome = announce_stage(visit.access, view, stage, entered)
    return _told(words, outcome, words.announce_done.format(stage=words.stages[stage.value]))


def _reopen(visit: Visit, words: NoticeWords, view: NoticeView, stage: NoticeStage) -> Notice:
    reason = str(st.session_state[_field(view, stage, "reason")])
    outcome = reopen_stage(visit.access, view, stage, reason)
    return _told(words, outcome, words.reopen_done.format(stage=words.stages[stage.value]))


def _told(words: NoticeWords, outcome: object, done: str) -> Notice:
    if isinstance(outcome, Saved):
        return Notice("success", done)
    if isinstance(outcome, NoticeRefused):
        return Notice("error", " ".join(words.problems[problem.value] for problem in outcome.problems))
    return Notice("warning", words.stale)


def _entered(view: NoticeView, stage: NoticeStage) -> NoticeContent:
    """The form as it is typed; raises ValueError with a limit that is no whole number."""

    def value(name: str) -> object:
        return st.session_state.get(_field(view, stage, name))

    text = str(value("text") or "").strip()
    if stage is NoticeStage.FORMAT:
        limits = _limit(str(value("pages") or "")), _limit(str(value("megabytes") or ""))
        return NoticeContent(bool(value("pdf")), limits[0], limits[1], text=text)
    if stage is NoticeStage.ITEMS:
        ticked = value("items")
        codes = set(ticked) if isinstance(ticked, list) else set()
        ordered = tuple(item.item_code for item in view.items if item.item_code in codes)
        return NoticeContent(item_codes=ordered, text=text)
    remarks = {
        code: str(value(f"remark-{code}") or "").strip() for code in _remarked(view, view.stages[stage])
    }
    questions = str(value("questions") or "").splitlines()
    return NoticeContent(
        remarks={code: remark for code, remark in remarks.items() if remark},
        questions=tuple(each.strip() for each in questions if each.strip()),
        text=text,
    )


def _limit(text: str) -> int | None:
    typed = text.strip()
    if not typed:
        return None
    if not typed.isdecimal():
        raise ValueError(text)
    return int(typed)
