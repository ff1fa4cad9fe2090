"""The applicant list: grouped, with the state of the own review and a box for comparison."""

from __future__ import annotations

from app.domain.evidence import ApplicationId
from app.domain.rounding import round_half_up
from app.domain.scores import ReviewState
from app.ui.components.part import desk_part, on_trigger
from app.ui.state import desk as state
from app.ui.text.desk import DeskWords
from app.ui.text.frame import FrameWords
from app.ui.visit import Visit
from app.workflows.desk_views import ApplicantLine, ApplicantOrder, Desk


def draw_applicant_list(
    visit: Visit,
    desk: Desk,
    chosen: ApplicationId | None,
    *,
    words: DeskWords,
    is_alone: bool = False,
) -> None:
    """The list at the left; ``is_alone`` when no tree stands below it."""
    key = state.list_key(desk.plan)
    visible = [each for each in state.compared() if desk.find_line(each)]
    desk_part("applicant_list")(
        key=key,
        data={
            "groups": _groups(desk, words, visit.words),
            "selected": chosen,
            "title": words.applicants,
            "order": state.order(),
            "orders": [{"code": code, "label": label} for code, label in order_labels(words).items()],
            "comparing": visible,
            "compare_most": state.COMPARE_MOST,
            "alone": is_alone,
            "drafts": {
                "plan_id": desk.plan.plan_id,
                "plan_revision": desk.plan.revision,
                "reviewer_id": visit.person.person_id,
            },
            "words": {
                "applicants": words.applicants,
                "order": words.order,
                "compare": words.compare,
                "compare_start": words.compare_start,
                "compare_clear": words.compare_clear,
                "filter": words.filter,
                "filter_label": words.filter_label,
                "filter_nothing": words.filter_nothing,
                "draft": words.draft,
            },
        },
        on_chosen_change=on_trigger(key, "chosen", state.choose_applicant),
        on_order_change=on_trigger(key, "order", state.choose_order),
        on_compare_change=on_trigger(key, "compare", state.toggle_compared),
        on_compare_start_change=on_trigger(key, "compare_start", lambda _: state.choose_view("compare")),
        on_compare_clear_change=on_trigger(key, "compare_clear", lambda _: state.clear_compared()),
    )


def order_labels(words: DeskWords) -> dict[ApplicantOrder, str]:
    """The orders in words."""
    return {
        ApplicantOrder.NUMBER: words.order_number,
        ApplicantOrder.IDENTITY: words.order_identity,
        ApplicantOrder.SCHOOL: words.order_school,
        ApplicantOrder.COUNTY: words.order_county,
        ApplicantOrder.SCHOOL_TYPE: words.order_school_type,
        ApplicantOrder.MODE: words.order_mode,
        ApplicantOrder.NAME: words.order_name,
        ApplicantOrder.STANDING: words.order_standing,
        ApplicantOrder.SCORE: words.order_score,
        ApplicantOrder.PROGRESS: words.order_progress,
        ApplicantOrder.RANDOM: words.order_random,
    }


def state_text(line: ApplicantLine, words: DeskWords) -> str:
    """未評, 未評完, 棄權, or the own total."""
    if not line.is_assigned:
        return ""
    if line.state is ReviewState.SCORED and line.total is not None:
        return str(round_half_up(line.total))
    return {
        ReviewState.NOT_SCORED: words.state_not_scored,
        ReviewState.PARTIAL: words.state_partial,
        ReviewState.ABSTAINED: words.state_abstained,
        ReviewState.SCORED: words.state_scored,
    }[line.state]


def mode_badges(line: ApplicantLine, frame: FrameWords) -> list[str]:
    """What marks an application that did not come from the database."""
    labels = {"partial_pdf": frame.mode_partial_pdf, "pdf": frame.mode_pdf, "missing": frame.mode_missing}
    label = labels.get(line.summary.submission_mode)
    return [label] if label else []


def _groups(desk: Desk, words: DeskWords, frame: FrameWords) -> list[dict[str, object]]:
    titles = {False: words.group_database, True: words.group_pdf}
    groups: list[dict[str, object]] = []
    for is_pdf, title in titles.items():
        lines = [line for line in desk.lines if line.is_pdf is is_pdf]
        if lines:
            shown: list[object] = [_line(line, words, frame) for line in lines]
            groups.append({"title": f"{title} ({len(lines)})", "lines": shown})
    return groups


def _line(line: ApplicantLine, words: DeskWords, frame: FrameWords) -> dict[str, object]:
    summary = line.summary
    detail = " · ".join(
        part for part in (summary.application_number, summary.school_name, summary.applicant_status) if part
    )
    return {
        "id": line.application_id,
        "name": summary.name,
        "detail": detail,
        "hint": f"{summary.name} {detail}",
        "state": line.state.value if line.is_assigned else "",
        "state_label": state_text(line, words),
        # The group already says that an application is PDF only.
        "badges": [] if line.is_pdf else mode_badges(line, frame),
    }
