"""The quality of the data at a glance: the report's door, rules, changes since the snapshot before, coverage."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app.domain.data_quality import CategoryCover, ChangedApplication, RuleFound, SnapshotChanges
from app.ui.text.data_words import WORDS as DATA_WORDS
from app.ui.text.data_words import DataWords
from app.ui.text.quality import WORDS, QualityWords
from app.ui.visit import Visit
from app.workflows.data_quality import QualityView, load_quality

Cell = str | int | float | None


def render_data_quality(visit: Visit) -> None:
    """The current snapshot; coverage of the programme that is chosen."""
    words, names = WORDS[visit.language], DATA_WORDS[visit.language]
    view = load_quality(visit.access, visit.programme)
    problems = sum(each.problems for each in view.rules)
    set_aside = sum(each.problems for each in view.rules if each.severity == "set_aside")
    st.text(words.intro.format(snapshot_id=view.snapshot_id, problems=problems, set_aside=set_aside))
    _render_doors(view, words)
    st.text(words.rules if view.rules else words.no_rules)
    if view.rules:
        rules = [_rule(each, words, names) for each in view.rules]
        st.dataframe(rules, hide_index=True, key="office:quality:rules")
    labels = {each.category_code: each.label for each in view.coverage} | dict(words.extra_categories)
    _render_changes(view.changes, words, names=names, labels=labels)
    _render_coverage(visit, view, words)


def _render_doors(view: QualityView, words: QualityWords) -> None:
    if not view.reports:
        st.text(words.no_report)
        return
    with st.container(horizontal=True):
        for snapshot_id in view.reports:
            is_current = snapshot_id == view.snapshot_id
            # A link to the guarded door: what Streamlit holds for a download, any session may fetch.
            st.link_button(
                words.open_current if is_current else words.open_planned,
                f"/quality/{snapshot_id}.html",
                icon=":material/description:",
                help=words.open_help,
                key=f"office:quality:report:{snapshot_id}",
            )


def _rule(each: RuleFound, words: QualityWords, names: DataWords) -> dict[str, Cell]:
    is_set_aside = each.severity == "set_aside"
    return {
        words.column_severity: words.severity_set_aside if is_set_aside else words.severity_warn,
        words.column_rule: names.rules.get(each.rule, each.rule),
        words.column_problems: each.problems,
        words.column_files: each.files,
        words.column_applications: each.applications,
        words.column_mend: each.message,
    }


def _render_changes(
    changes: SnapshotChanges | None, words: QualityWords, *, names: DataWords, labels: Mapping[str, str]
) -> None:
    if changes is None:
        st.text(words.since_first)
        return
    if changes.reason is not None:
        said = words.since_schema if changes.reason == "schema" else words.since_missing
        st.text(said.format(older_id=changes.older_id))
        return
    st.text(words.since.format(older_id=changes.older_id))
    files = {f"files_{fate}": count for fate, count in changes.files.items()}
    st.text(words.since_counts.format(**changes.applications, **files))
    if changes.listed:
        listed = [_changed(each, words, labels) for each in changes.listed]
        st.dataframe(listed, hide_index=True, key="office:quality:changed")
    if not changes.problems:
        st.text(words.since_same)
        return
    counts = [
        {
            words.column_rule: names.rules.get(rule, rule),
            words.column_before: before,
            words.column_now: now,
        }
        for rule, before, now in changes.problems
    ]
    st.dataframe(counts, hide_index=True, key="office:quality:counts")


def _changed(each: ChangedApplication, words: QualityWords, labels: Mapping[str, str]) -> dict[str, Cell]:
    return {
        words.column_fate: words.fates.get(each.fate, each.fate),
        words.column_programme: each.programme_code,
        words.column_number: each.application_number,
        words.column_categories: "、".join(labels.get(code, code) for code in each.category_codes),
    }


def _render_coverage(visit: Visit, view: QualityView, words: QualityWords) -> None:
    if visit.programme is None:
        st.text(words.coverage_no_programme)
        return
    st.text(words.coverage.format(programme=visit.programme.programme_name))
    share = st.column_config.ProgressColumn(words.column_share, format="percent", min_value=0, max_value=1)
    st.dataframe(
        [_cover(each, words) for each in view.coverage],
        hide_index=True,
        key="office:quality:coverage",
        column_config={words.column_share: share},
    )


def _cover(each: CategoryCover, words: QualityWords) -> dict[str, Cell]:
    return {
        words.column_category: each.label,
        words.column_with: each.applications_with,
        words.column_share: each.applications_with / each.applications if each.applications else None,
        words.column_entries: each.entries,
    }
