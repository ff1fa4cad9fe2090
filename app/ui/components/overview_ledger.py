"""The completeness ledger as rows of numbers and words."""

from __future__ import annotations

from app.domain.completeness import LedgerLine, LedgerState, SetAside
from app.ui.components.overview_timeline import symbol_of
from app.ui.text.data_words import DataWords
from app.ui.text.desk_overview import OverviewWords
from app.workflows.overview_views import CoreOverview

GOOD = (LedgerState.COMPLETE, LedgerState.AS_PDF, LedgerState.NO_ENTRIES, LedgerState.NOT_ASKED)
SCHOOL_CADRE = "activity.school_cadre"
SEPARATE = " · "


def ledger_data(overview: CoreOverview, words: OverviewWords, data_words: DataWords) -> dict[str, object]:
    """A line an item with its state in words, and the total that must add up."""
    lines = overview.ledger
    is_good = all(line.state in GOOD and line.is_balanced for line in lines)
    return {
        "title": words.ledger,
        "about": words.ledger_about,
        "sum": words.ledger_sum_good if is_good else words.ledger_sum_bad,
        "is_good": is_good,
        "total": words.ledger_sum.format(
            expected=sum(line.expected for line in lines),
            shown=sum(line.shown for line in lines),
            aside=sum(line.rows_set_aside for line in lines),
            missing=sum(line.not_handed_in for line in lines),
        ),
        "columns": [
            words.col_item,
            words.col_expected,
            words.col_shown,
            words.col_aside,
            words.col_missing,
            words.col_state,
        ],
        "none": words.absences["no_entries"],
        "lines": [_line(line, words, data_words) for line in lines],
    }


def _line(line: LedgerLine, words: OverviewWords, data_words: DataWords) -> dict[str, object]:
    return {
        "code": line.category_code or "",
        "label": words.items[line.item],
        "numbers": [line.expected, line.shown, line.rows_set_aside, line.not_handed_in],
        "state": _state(line, words),
        "kind": "" if line.state in GOOD and line.is_balanced else "warn",
        "reasons": [
            *(_reason(each, words.aside_line, words, data_words) for each in line.set_aside),
            *(_reason(each, words.note_line, words, data_words) for each in line.notes),
        ],
        "parts": [
            {
                "code": part.category_code,
                "symbol": symbol_of(part.category_code),
                "label": part.label,
                "count": part.count,
                "title": "" if part.is_asked else words.not_considered,
            }
            for part in line.parts
            if not line.is_pdf and line.shown
        ],
    }


def _state(line: LedgerLine, words: OverviewWords) -> str:
    texts = [words.states[line.state]]
    if not line.is_balanced:
        texts = [words.unbalanced]
    if line.pages:
        texts.append(words.state_pages.format(pages=line.pages))
    if line.limit and not line.is_pdf:
        form = words.over_limit if _counted(line) > line.limit else words.at_most
        texts.append(form.format(limit=line.limit))
    return SEPARATE.join(texts)


def _counted(line: LedgerLine) -> int:
    """What the limit counts: offices the school registered are not chosen by the applicant."""
    return line.shown - sum(part.count for part in line.parts if part.category_code == SCHOOL_CADRE)


def _reason(each: SetAside, form: str, words: OverviewWords, data_words: DataWords) -> str:
    rule = data_words.rules.get(each.rule, each.rule)
    if not each.file_name:
        form = words.aside_replaced
    return form.format(file=each.file_name, rule=rule, count=each.count)
