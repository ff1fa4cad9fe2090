"""What a trial cannot count, before any of its numbers: values not imported, reviews a real revision sets aside."""

from __future__ import annotations

import streamlit as st

from app.ui.number_text import number_text
from app.ui.plain import plain
from app.ui.text.what_if import WhatIfWords
from app.workflows.trial_limits import MissingComponent, StoppedReviews
from app.workflows.what_if import WhatIf


def render_limits(words: WhatIfWords, found: WhatIf) -> None:
    """One warning for each component that lacks values, one for the reviews that would stop counting."""
    for each in found.missing:
        st.warning(plain(_missing(words, each, is_own=found.is_own)), icon=":material/upload_file:")
    if not found.has_totals:
        st.text(words.no_totals)
    if found.stopped is not None:
        st.warning(plain(_stopped(words, found.stopped)), icon=":material/restart_alt:")


def _missing(words: WhatIfWords, each: MissingComponent, *, is_own: bool) -> str:
    said = words.nobody_imported if each.is_whole else words.some_not_imported
    parts = [
        said.format(
            name=each.component.name,
            weight=number_text(each.component.weight_percent),
            missing=each.missing,
            applications=each.applications,
        )
    ]
    if each.other_maximum is not None:
        before, after = number_text(each.other_maximum), number_text(each.component.maximum)
        parts.append(words.other_maximum.format(before=before, after=after))
    elif not is_own:
        parts.append(words.other_plan)
    elif each.is_locked:
        parts.append(words.import_now.format(tab=words.other_results))
    else:
        parts.append(words.lock_first)
    return " ".join(parts)


def _stopped(words: WhatIfWords, stopped: StoppedReviews) -> str:
    parts = [words.stopped.format(count=stopped.reviews)]
    parts += [
        words.why_maximum.format(
            name=each.name, before=number_text(each.before), after=number_text(each.after)
        )
        for each in stopped.changed
    ]
    if stopped.is_other_scale:
        parts.append(words.why_scale)
    if stopped.added:
        parts.append(words.why_added.format(names="、".join(stopped.added)))
    parts += [words.without_total.format(count=stopped.without_total), words.tried_otherwise]
    return " ".join(parts)
