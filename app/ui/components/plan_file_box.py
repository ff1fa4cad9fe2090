"""The plan as a file: taken away, brought back, previewed, taken over."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app.domain.plan import PlanId, ReviewPlan
from app.errors import BadFile, FileProblem
from app.ui.components.plan_desk import save_edit
from app.ui.components.plan_wording import change_lines, problem_line
from app.ui.components.refused_file import Fault, render_faults
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.dimension_setup import DimensionWords
from app.ui.visit import Visit
from app.workflows.plan_changes import plan_changes
from app.workflows.plan_check import check_plan
from app.workflows.plan_draft import PlanView
from app.workflows.plan_transfer import export_plan, import_plan

LARGEST_MEGABYTES = 4


def render_plan_file(visit: Visit, words: DimensionWords, view: PlanView, labels: Mapping[str, str]) -> None:
    """Export of what is shown; import into the draft, with a preview of what would change."""
    if view.stored is None:
        return
    plan = view.stored.plan
    st.download_button(
        words.export,
        data=lambda: export_plan(visit.access, plan),
        file_name=f"{plan.plan_id}-r{plan.revision}.json",
        mime="application/json",
        key=state.key(plan.plan_id, "export"),
        icon=":material/download:",
        on_click="ignore",
    )
    if not view.is_editable:
        st.caption(plain(words.import_closed))
        return
    upload = st.file_uploader(
        words.import_label,
        type=["json"],
        key=state.key(plan.plan_id, "import", view.stored.row_revision),
        max_upload_size=LARGEST_MEGABYTES,
    )
    st.caption(words.import_core_note)
    if upload is not None:
        _preview(visit, words, plan, labels=labels, content=upload.getvalue())


def _preview(
    visit: Visit, words: DimensionWords, plan: ReviewPlan, *, labels: Mapping[str, str], content: bytes
) -> None:
    try:
        offered = import_plan(visit.access, content, plan)
    except BadFile as refusal:
        st.error(words.import_refused)
        faults = [_fault(words, each) for each in refusal.problems]
        render_faults(visit.language, faults, key=state.key(plan.plan_id, "faults"))
        return
    lines = change_lines(words, plan_changes(plan, offered), labels)
    st.text(words.import_preview if lines else words.import_same)
    for line in lines:
        st.text(f"・{line}")
    for problem in check_plan(visit.access, offered):
        st.text(f"⚠ {problem_line(words, offered, problem, labels)}")
    if lines:
        st.button(
            words.import_take,
            key=state.key(plan.plan_id, "take-import"),
            type="primary",
            on_click=_take,
            args=(visit, words, plan.plan_id, offered),
        )


def _take(visit: Visit, words: DimensionWords, plan_id: PlanId, offered: ReviewPlan) -> None:
    save_edit(visit, plan_id, offered)
    leave_notice(Notice("success", words.import_taken))


def _fault(words: DimensionWords, problem: FileProblem) -> Fault:
    return Fault(words.notes.file_rules.get(problem.rule, problem.rule), problem.place, problem.value)
