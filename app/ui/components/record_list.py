"""The list as of a moment, with its files, and the lists that left."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote, urlencode

import streamlit as st

from app.domain.home_time import date_and_seconds
from app.domain.plan import PlanId, ReviewPlan
from app.domain.ranked_row import RankedRow
from app.domain.visibility import Action
from app.exchange.signed_list import DIGEST_KEY, FORMS
from app.ui.components.record_moment import AskedMoment, render_moment
from app.ui.state import records as state
from app.ui.text.records import RecordsWords
from app.ui.visit import Visit
from app.workflows.appeal_text import full_names
from app.workflows.list_as_of import DerivedList
from app.workflows.list_difference import load_moments, open_list_as_of
from app.workflows.ranked_list_file import outcome_text
from app.workflows.signed_list_content import signed_words
from app.workflows.signed_lists import LeftList, load_left_lists

TABLE_HEIGHT = 560
SHOWN_DIGEST = 16


def render_list_as_of(visit: Visit, words: RecordsWords, plan: ReviewPlan, *, now: datetime) -> None:
    """Choose a moment; read and take away the list of then."""
    code = plan.programme_code
    moments = load_moments(visit.access, plan.plan_id, now=now)
    with st.columns([3, 2])[0]:
        moment = render_moment(visit, words, moments, asked=AskedMoment(code, "as-of", words.moment, now))
    derived = open_list_as_of(visit.access, plan.plan_id, moment)
    if derived is None:
        st.info(words.no_list)
        return
    _render_facts(words, derived)
    if visit.access.allows(Action.EXPORT_RANKING, programme_code=code):
        _render_downloads(visit, words, plan, moment)
    rows = [_row(visit, words, derived, row) for row in derived.view.ranked.rows]
    st.dataframe(rows, hide_index=True, key=state.key(code, "list"), height=TABLE_HEIGHT)
    with st.expander(words.made_of):
        _render_made_of(visit, derived)


def render_left_lists(visit: Visit, words: RecordsWords, plan: ReviewPlan) -> None:
    """Every list that left, the last first."""
    left = load_left_lists(visit.access, plan.plan_id)
    if not left:
        st.info(words.left_none)
        return
    names = full_names(visit.workbench)
    st.text(words.left_intro)
    st.dataframe(
        [_left_row(words, each, names.get(each.person_id) if each.person_id else None) for each in left],
        hide_index=True,
        key=state.key(plan.programme_code, "left"),
    )


def outcomes_of(row: RankedRow, plan: ReviewPlan, language: str) -> str:
    """「一般生：正取」 for every list that says something."""
    stood = [(one.name, row.standing_in(one.list_id)) for one in plan.rules.identity_lists]
    return "；".join(
        f"{name}：{outcome_text(plan, standing, language=language)}"
        for name, standing in stood
        if standing is not None
    )


def _render_facts(words: RecordsWords, derived: DerivedList) -> None:
    rows = derived.view.ranked.rows
    ranked = sum(row.rank is not None for row in rows)
    st.text(
        words.listed.format(
            revision=derived.view.plan.revision, total=len(rows), ranked=ranked, unranked=len(rows) - ranked
        )
    )
    if derived.known_from is not None:
        st.warning(words.known_from.format(moment=date_and_seconds(derived.known_from)))


def _render_downloads(visit: Visit, words: RecordsWords, plan: ReviewPlan, moment: datetime) -> None:
    with st.container(horizontal=True):
        for form in FORMS:
            # A link to the guarded door, not a download button: what Streamlit holds for one, any session may fetch.
            st.link_button(
                words.download.format(form=words.forms[form]),
                list_address(plan.plan_id, form, language=str(visit.language), as_of=moment),
                key=state.key(plan.programme_code, "download", form),
                icon=":material/download:",
                help=words.download_help,
            )


def list_address(plan_id: PlanId, form: str, *, language: str, as_of: datetime) -> str:
    """Where the list of a moment is to be had."""
    query = urlencode({"language": language, "as_of": as_of.isoformat()})
    return f"/export/list/{quote(plan_id, safe='')}.{form}?{query}"


def _row(visit: Visit, words: RecordsWords, derived: DerivedList, row: RankedRow) -> dict[str, object]:
    summary = derived.view.summaries[row.application_id]
    told: dict[str, object] = {
        words.columns["rank"]: row.rank,
        words.columns["number"]: summary.application_number,
        words.columns["name"]: summary.name,
        words.columns["total"]: None if row.total is None else f"{row.total:f}",
        words.columns["block"]: words.blocks[row.block],
    }
    if derived.view.plan.rules.identity_lists:
        told[words.columns["outcome"]] = outcomes_of(row, derived.view.plan, str(visit.language))
    return told


def _render_made_of(visit: Visit, derived: DerivedList) -> None:
    told, ranked = signed_words(str(visit.language)), derived.view.ranked
    facts = (
        ("snapshot_id", ranked.snapshot_id),
        ("plan_id", f"{ranked.plan_id} · {ranked.plan_revision}"),
        ("plan_digest", derived.plan_digest),
        ("scores_digest", ranked.scores_digest),
        ("components_digest", derived.components_digest),
    )
    st.text("\n".join(f"{told[key]}　{value}" for key, value in facts))


def _left_row(words: RecordsWords, left: LeftList, name: str | None) -> dict[str, object]:
    columns = words.columns
    return {
        columns["when"]: date_and_seconds(left.left_at),
        columns["who"]: name or words.command_line,
        columns["form"]: words.forms.get(left.form, left.form),
        columns["as_of"]: date_and_seconds(datetime.fromisoformat(left.stated["as_of"])),
        columns["revision"]: left.stated["plan_revision"],
        columns["selection"]: left.stated["selection"].partition(":")[2],
        columns["lines"]: left.lines,
        columns["digest"]: left.stated[DIGEST_KEY][:SHOWN_DIGEST],
        columns["file"]: left.file_sha256,
        columns["program"]: left.stated["program_version"],
    }
