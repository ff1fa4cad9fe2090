"""One gap case on screen: reviewers side by side, limits, steps so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from urllib.parse import urlencode

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.home_time import date_and_time
from app.domain.score_gap import GapFlag
from app.ui.components.gap_queue import flag_line
from app.ui.components.part import part
from app.ui.number_text import number_text
from app.ui.state import gaps as state
from app.ui.text.gaps import GapWords
from app.workflows.gap_decision import CaseReview, CaseView, StepLine

PART = "gap_case"


def render_case(
    words: GapWords, view: CaseView, flags: Sequence[GapFlag], *, on_close: Callable[[], None] | None = None
) -> None:
    """The case with its reviews, if they may be seen."""
    plan, summary = view.plan, view.summary
    part(PART)(
        key=state.key(plan.programme_code, PART, summary.application_id),
        data={
            "words": dict(words.case),
            "title": f"{summary.application_number} {summary.name}",
            "subtitle": summary.school_name,
            "state": view.case.state.value,
            "state_label": words.states[view.case.state],
            "link": desk_link(plan.programme_code, summary.application_id),
            "has_close": on_close is not None,
            "flags": [flag_line(words, plan, flag) for flag in flags],
            "note": "" if view.sees_reviews else words.hidden,
            "dimensions": [
                {"name": each.name, "is_apart": _is_apart(each.dimension_id, flags)}
                for each in plan.dimensions
            ],
            "total_is_apart": _is_apart(None, flags),
            "reviews": [_review(words, view, each) for each in view.reviews],
            "steps": [_step(words, line) for line in reversed(view.steps)],
        },
        on_closed_change=on_close or (lambda: None),
    )


def desk_link(code: ProgrammeCode, application_id: ApplicationId) -> str:
    """The address of the applicant at the desk."""
    return "review?" + urlencode({"programme": code, "app": application_id})


def _is_apart(dimension_id: DimensionId | None, flags: Sequence[GapFlag]) -> bool:
    return any(flag.dimension_id == dimension_id for flag in flags)


def _review(words: GapWords, view: CaseView, line: CaseReview) -> dict[str, object]:
    keys = [each.dimension_id for each in view.plan.dimensions]
    now = line.now.scores if line.now else {}
    before = line.before.scores if line.before and line.has_changed else {}
    is_plain = line.state == "scored" and not line.is_recused
    return {
        "name": line.name,
        "badges": [
            *([words.third] if line.is_third else []),
            *([] if is_plain else [words.review_states["recused" if line.is_recused else line.state]]),
        ],
        "scores": [_pair(words, before.get(key), now.get(key)) for key in keys],
        "total": _pair(words, line.total_before if line.has_changed else None, line.total),
        "saved": date_and_time(line.now.saved_at) if line.now and line.now.saved_at else "",
        "said": _said(words, view, line),
    }


def _pair(words: GapWords, before: Decimal | None, now: Decimal | None) -> dict[str, str]:
    is_changed = before is not None and before != now
    return {
        "now": number_text(now) if now is not None else words.case["none"],
        "before": words.before.format(value=number_text(before)) if is_changed else "",
    }


def _said(words: GapWords, view: CaseView, line: CaseReview) -> list[dict[str, str]]:
    if line.now is None:
        return []
    said = [(each.name, line.now.comments.get(each.dimension_id, "")) for each in view.plan.dimensions]
    said.append((words.case["comment"], line.now.comment))
    said.append((words.review_states["abstained"], line.now.abstain_reason if line.now.abstained else ""))
    return [{"about": about, "text": text} for about, text in said if text]


def _step(words: GapWords, line: StepLine) -> dict[str, object]:
    step = line.step
    saved_at = step.event.saved_at if step.event else None
    facts = [f"{name} {number_text(total)}" for name, total in line.totals if total is not None]
    if step.deadline:
        facts.append(words.step_due.format(date=step.deadline.isoformat()))
    if line.third_name:
        facts.append(words.step_third.format(name=line.third_name))
    return {
        "head": words.step_line.format(
            time=date_and_time(saved_at) if saved_at else "", name=line.name, state=words.states[step.state]
        ),
        "reason": words.step_by_rule if step.by_rule else step.reason,
        "facts": "　".join(facts),
    }
