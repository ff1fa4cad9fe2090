"""A file brought back, compared with the list derived again."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from app.domain.home_time import date_and_seconds
from app.domain.plan import ReviewPlan
from app.errors import BadFile, NotFound
from app.exchange.signed_list_comparison import Finding, MadeAgain
from app.ui.state import records as state
from app.ui.text.records import RecordsWords
from app.ui.visit import Visit
from app.workflows.list_verification import Verification, verify_signed_list
from app.workflows.signed_list_content import signed_words

LARGEST_MEGABYTES = 8
TYPES = ["pdf", "xlsx", "csv", "json"]


def render_verification(visit: Visit, words: RecordsWords, plan: ReviewPlan) -> None:
    """Upload, and what agrees or differs."""
    st.text(words.verify_intro)
    upload = st.file_uploader(
        words.verify_label,
        type=TYPES,
        key=state.key(plan.programme_code, "file"),
        max_upload_size=LARGEST_MEGABYTES,
    )
    if upload is None:
        return
    try:
        found = verify_signed_list(visit.workbench, upload.getvalue(), access=visit.access)
    except BadFile as bad:
        rules = [words.reasons.get(each.rule, each.rule) for each in bad.problems]
        st.error(words.verify_unreadable.format(reason="、".join(rules)))
    except NotFound:
        st.error(words.verify_unknown)
    else:
        _render(visit, words, plan, found)


def _render(visit: Visit, words: RecordsWords, plan: ReviewPlan, found: Verification) -> None:
    compared, stated = found.comparison, found.stated
    if found.agrees:
        agrees = words.verify_agrees_in_other_words if compared.notes else words.verify_agrees
        st.success(agrees.format(lines=compared.lines), icon=":material/verified:")
        st.text(_vouched(words, found))
    else:
        counts = {"count": len(compared.findings), "lines": compared.lines, "equal": compared.equal_lines}
        st.error(words.verify_differs.format(**counts), icon=":material/report:")
        if compared.is_doubtful:
            st.text(words.verify_doubtful.format(now=found.typeset_now or "–"))
    # What the file says of itself is a stranger's text until it agrees: shown as text, never as markup.
    as_of = date_and_seconds(datetime.fromisoformat(stated["as_of"]))
    st.text(words.verify_stated.format(plan=stated["plan_id"], revision=stated["plan_revision"], as_of=as_of))
    if found.other_program:
        st.text(words.verify_other_program.format(then=stated["program_version"], now=found.program_now))
    if compared.findings or compared.notes:
        st.dataframe(
            [_row(visit, words, plan, each) for each in (*compared.findings, *compared.notes)],
            hide_index=True,
            key=state.key(plan.programme_code, "findings"),
        )


def _vouched(words: RecordsWords, found: Verification) -> str:
    """What the word stands on: the bytes made again, or the record alone."""
    compared = found.comparison
    if compared.made_again is MadeAgain.SAME:
        return words.verify_recorded if compared.was_recorded else words.verify_unrecorded
    pages = "pages" if compared.made_again is MadeAgain.OTHER else "no_font"
    told = words.verify_by_record["file" if compared.form != "pdf" else pages]
    return told.format(then=found.typeset_then or "–", now=found.typeset_now or "–")


def _row(visit: Visit, words: RecordsWords, plan: ReviewPlan, finding: Finding) -> dict[str, str]:
    column = _column(visit, plan, finding.column)
    return {
        words.columns["place"]: finding.place,
        words.columns["what"]: words.findings[finding.kind].format(column=column),
        words.columns["in_file"]: finding.in_file,
        words.columns["derived"]: finding.derived,
    }


def _column(visit: Visit, plan: ReviewPlan, key: str) -> str:
    """The word of a column or of something a list is made of; a dimension by its name."""
    names = {f"dimension:{each.dimension_id}": each.name for each in plan.dimensions}
    names |= {f"component:{each.component_id}": each.name for each in plan.rules.components}
    names |= {f"list:{each.list_id}": each.name for each in plan.rules.identity_lists}
    return {**signed_words(str(visit.language)), **names}.get(key, key)
