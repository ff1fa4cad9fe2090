"""The applicant list: what changes from run to run, as small as it can be told, and what its clicks do."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.evidence import ApplicationId
from app.domain.rounding import round_half_up
from app.domain.scores import ReviewState
from app.ui.components.applicant_choices import chips, facets
from app.ui.components.applicant_lines import Stock, draw_lines, mode_badges
from app.ui.components.applicant_words import list_words
from app.ui.components.news_notice import news_line
from app.ui.components.part import desk_part, on_trigger
from app.ui.components.queue_actions import QueueActions
from app.ui.state import desk as state
from app.ui.state import queue
from app.ui.text.desk import DeskWords
from app.ui.text.desk_queue import WORDS
from app.ui.text.language import Language
from app.ui.visit import Visit
from app.workflows.desk_views import ApplicantLine, ApplicantOrder, Desk

__all__ = ["draw_applicant_list", "mode_badges", "order_labels", "state_text"]

PIECES = ("desk_place", "applicant_shelf", "applicant_rows", "applicant_head", "applicant_choices")
_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
_LETTERS = {
    ReviewState.NOT_SCORED: "n",
    ReviewState.PARTIAL: "p",
    ReviewState.ABSTAINED: "a",
    ReviewState.SCORED: "s",
}
NO_STATE = "-"


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
    stock = draw_lines(desk, visit.language)
    actions = QueueActions(desk)
    desk_part("applicant_list", *PIECES)(
        key=key,
        data={
            "version": stock.version,
            "selected": chosen,
            "alone": is_alone,
            "order": _order(words),
            "comparing": [each for each in state.compared() if desk.find_line(each)],
            "compare_most": state.COMPARE_MOST,
            "drafts": {
                "plan_id": desk.plan.plan_id,
                "plan_revision": desk.plan.revision,
                "reviewer_id": visit.person.person_id,
            },
            "outside": chosen is not None and not desk.is_kept(chosen),
            "news": news_line(desk, WORDS[visit.language]),
        }
        | _told(desk, stock)
        | _filter(desk, visit.language),
        on_chosen_change=on_trigger(key, "chosen", state.go_to),
        on_order_change=on_trigger(key, "order", queue.choose_order),
        on_turn_change=on_trigger(key, "turn", lambda _: queue.turn_order()),
        on_compare_change=on_trigger(key, "compare", _compare),
        on_compare_start_change=on_trigger(key, "compare_start", lambda _: state.choose_view("compare")),
        on_compare_clear_change=on_trigger(key, "compare_clear", lambda _: state.clear_compared()),
        on_sift_change=on_trigger(key, "sift", actions.sift),
    )


def _compare(ticked: object) -> None:
    """All ticks as they stand on the list; the address keeps no more than can be compared."""
    if isinstance(ticked, list):
        state.compare_these([ApplicationId(str(each)) for each in ticked][: state.COMPARE_MOST])


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


def sequence_text(places: list[int], count: int) -> str:
    """Places as digits of 64, all of one width; empty where they are simply all of them in turn.

    A thousand lines in another order are two thousand characters.
    """
    if places == list(range(count)):
        return ""
    width = 2 if count <= len(_ALPHABET) ** 2 else 3
    return "".join(_digits(place, width) for place in places)


def _digits(place: int, width: int) -> str:
    return "".join(_ALPHABET[place >> 6 * digit & 63] for digit in reversed(range(width)))


def _told(desk: Desk, stock: Stock) -> dict[str, object]:
    """Order, states and marks of all lines: a letter each, by their places in the stock."""
    by_place = sorted(desk.lines, key=lambda line: stock.place[line.application_id])
    renewed = {stock.place[key]: each for key, each in desk.renewed.items()}
    return {
        "sequence": sequence_text([stock.place[each.application_id] for each in desk.walked], len(by_place)),
        "is_empty": not desk.walked,
        "states": "".join(_LETTERS[line.state] if line.is_assigned else NO_STATE for line in by_place),
        "totals": [
            str(round_half_up(line.total)) for line in by_place if line.is_assigned and line.total is not None
        ],
        "flagged": [place for place, line in enumerate(by_place) if line.is_flagged],
        "renewed": [place for place, each in renewed.items() if each.changes],
        "incomparable": [place for place, each in renewed.items() if each.is_incomparable],
    }


def _order(words: DeskWords) -> Mapping[str, object]:
    now = queue.order()
    choices = [{"code": code, "label": label} for code, label in order_labels(words).items()]
    return {"chosen": now.order, "is_reversed": now.is_reversed, "choices": choices}


def _filter(desk: Desk, language: Language) -> dict[str, object]:
    words = list_words(language)
    wanted = queue.wanted(desk.plan.plan_id)
    asked = facets(desk, wanted, words) if queue.are_choices_asked() else None
    return {
        "chips": chips(wanted, words),
        "facets": asked,
        "bounds": [None if each is None else f"{each:f}" for each in (wanted.lowest, wanted.highest)],
    }
