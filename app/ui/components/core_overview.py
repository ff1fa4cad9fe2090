"""核心資料總覽: one screen that answers who this is, in one message to the browser."""

from __future__ import annotations

from app.domain.dimensions import Dimension, ScoringScale, weight_of
from app.domain.evidence import CategoryCode
from app.domain.plan import ReviewPlan
from app.ui.components.evidence_heading import absence_text
from app.ui.components.evidence_tree import category_label
from app.ui.components.overview_choices import choices_data
from app.ui.components.overview_entries import document_fact, entry_data
from app.ui.components.overview_ledger import ledger_data
from app.ui.components.overview_timeline import timeline_data
from app.ui.components.overview_who import who_data
from app.ui.components.part import desk_part, on_trigger, shape
from app.ui.components.standing_charts import standing_data
from app.ui.number_text import number_text
from app.ui.state import desk as state
from app.ui.text.data_words import WORDS as DATA_WORDS
from app.ui.text.desk import DeskWords
from app.ui.text.desk_overview import WORDS, OverviewWords
from app.ui.text.language import Language
from app.workflows.desk_views import ALL_COURSES, OVERVIEW, Absence
from app.workflows.overview_views import CoreOverview, DimensionBlock, StrongGroup

PIECES = ("overview_strong", "standing_charts", "overview_choices", "overview_timeline", "overview_ledger")
RECORD_MARK = "\n"
"""Between a category and a course of it; neither holds one."""


def draw_core_overview(
    overview: CoreOverview, plan: ReviewPlan, *, words: DeskWords, language: Language
) -> None:
    """Who, strongest evidence, standing, choices, time line and ledger; a click goes to the category or course."""
    application_id = overview.profile.summary.application_id
    key = state.content_key("overview", application_id, OVERVIEW)
    own = WORDS[language]
    desk_part("core_overview", *PIECES)(
        key=key,
        data={
            "who": {"label": own.who, "facts": who_data(overview, own, words)},
            "dimensions": [_dimension(each, plan, own, desk=words) for each in overview.dimensions],
            "standing": standing_data(
                overview.standings,
                course_record_mode=overview.profile.course_record_mode,
                words=words,
                language=language,
            ),
            "choices": choices_data(overview, own),
            "timeline": timeline_data(overview, own, words),
            "ledger": ledger_data(overview, own, DATA_WORDS[language]),
            "words": {"nothing_chosen": own.nothing_chosen},
        },
        on_chosen_change=on_trigger(key, "chosen", _open),
    )


def draw_print_shape() -> None:
    """How the page prints while it shows an overview."""
    shape("overview_print")(key="desk:overview-print")


def weight_label(dimension: Dimension, scale: ScoringScale, words: DeskWords) -> str:
    """占比 40 %, or 配分 40."""
    text = words.score_weight if scale is ScoringScale.PERCENT else words.score_points
    return text.format(weight=number_text(weight_of(dimension, scale)))


def _open(target: str) -> None:
    """The category, and the course of it when one was chosen."""
    code, _, record = target.partition(RECORD_MARK)
    state.choose_category(CategoryCode(code))
    if record:
        state.open_record(record)


def _dimension(
    block: DimensionBlock, plan: ReviewPlan, words: OverviewWords, *, desk: DeskWords
) -> dict[str, object]:
    return {
        "name": block.dimension.name,
        "weight": weight_label(block.dimension, plan.scale, desk),
        "groups": [group_data(each, words, desk) for each in block.groups],
    }


def group_data(group: StrongGroup, words: OverviewWords, desk: DeskWords) -> dict[str, object]:
    """A row of a dimension: label and count, the strongest entries, the number of the others, or why there is none."""
    rest = group.count - group.unranked - len(group.entries)
    return {
        "code": group.category_code,
        "label": _label(group, words, desk),
        "count": group.count,
        "rule": words.rule.format(rule=words.rules[group.rule]) if group.rule else "",
        "entries": [entry_data(each, words, desk) for each in group.entries],
        "more": words.more.format(count=rest) if rest else "",
        "unranked": _unranked(group, words),
        "reason": _reason(group, words, desk),
        "stand_ins": [
            {"code": each.category_code, "text": each.label, "fact": document_fact(each, words)}
            for each in group.stand_ins
        ],
    }


def _label(group: StrongGroup, words: OverviewWords, desk: DeskWords) -> str:
    if group.course_groups > 1:
        return words.courses_together.format(groups=group.course_groups)
    if group.category_code == ALL_COURSES:
        return words.courses_every
    return category_label(group.category_code, group.label, desk)


def _unranked(group: StrongGroup, words: OverviewWords) -> str:
    if not group.unranked:
        return ""
    form = words.unranked if group.entries else words.unranked_only
    return form.format(count=group.unranked)


def _reason(group: StrongGroup, words: OverviewWords, desk: DeskWords) -> str:
    """Short, because the ledger below tells the whole; an unreadable file is told in full here too."""
    if group.absence is None:
        return ""
    if group.absence is Absence.UNREADABLE:
        return absence_text(group.absence, group.category_code, desk)
    return words.absences[group.absence]
