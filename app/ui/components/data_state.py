"""What the pipeline said of the data: problems by rule, examples with their place, the ledger."""

from __future__ import annotations

import streamlit as st

from app.domain.cohort import LedgerTotal, ProblemCount
from app.domain.evidence import DataProblem
from app.ui.text.data_words import WORDS as DATA_WORDS
from app.ui.text.data_words import DataWords
from app.ui.text.office import OfficeWords
from app.ui.visit import Visit
from app.workflows.administration import PROBLEM_LIMIT, load_data_state


def render_data_state(visit: Visit, words: OfficeWords) -> None:
    """Counts and ledger side by side, problems below; one programme or all."""
    everything = st.toggle(words.all_programmes, value=True, key="office:data:all")
    programme = None if everything or visit.programme is None else visit.programme.programme_code
    data = load_data_state(visit.access, programme)
    st.text(words.data_intro.format(snapshot_id=data.snapshot_id))
    names = DATA_WORDS[visit.language]
    left, right = st.columns(2)
    with left:
        counts = [_count(each, words, names) for each in data.counts]
        st.dataframe(counts, hide_index=True, key="office:counts")
    with right:
        st.text(words.ledger)
        ledger = [_ledger(each, words, names) for each in data.ledger]
        st.dataframe(ledger, hide_index=True, key="office:ledger")
    st.text(words.problems if data.problems else words.no_problems)
    if len(data.problems) >= PROBLEM_LIMIT:
        st.caption(words.problem_limit.format(limit=PROBLEM_LIMIT))
    if data.problems:
        problems = [_problem(each, words, names) for each in data.problems]
        st.dataframe(problems, hide_index=True, placeholder="", key="office:problems")


def _severity(severity: str, words: OfficeWords) -> str:
    return words.severity_set_aside if severity == "set_aside" else words.severity_warn


def _count(each: ProblemCount, words: OfficeWords, names: DataWords) -> dict[str, str | int]:
    return {
        words.column_rule: names.rules.get(each.rule, each.rule),
        words.column_severity: _severity(each.severity, words),
        words.column_count: each.count,
    }


def _ledger(each: LedgerTotal, words: OfficeWords, names: DataWords) -> dict[str, str | int]:
    return {
        words.column_role: names.file_roles.get(each.file_role, each.file_role),
        words.column_files: each.files,
        words.column_read: each.rows_read,
        words.column_rows_published: each.rows_published,
        words.column_set_aside: each.rows_set_aside,
    }


def _problem(each: DataProblem, words: OfficeWords, names: DataWords) -> dict[str, str | int | None]:
    return {
        words.column_severity: _severity(each.severity, words),
        words.column_rule: names.rules.get(each.rule, each.rule),
        words.column_message: each.message,
        words.column_file: each.relative_path,
        words.column_row: None if each.row_position is None else each.row_position + 1,
        words.column_column: each.column_name,
        words.column_value: each.raw_value,
    }
