"""The frame around every step: navigation by role, programme, person, language, demo banner."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from app.domain.people import Role
from app.domain.visibility import Action
from app.errors import WorkbenchError
from app.ui.components.part import part, shape
from app.ui.gate import programmes_of
from app.ui.messages import show_error
from app.ui.state import address
from app.ui.steps import (
    calibration,
    cohort_research,
    core_data_selection,
    dimension_setup,
    discussion,
    evidence_review,
    fairness,
    gap_check,
    office,
    offline_scoring,
    own_figures,
    raters,
    records,
    reviewer_assignment,
    text_likeness,
    total_ranking,
)
from app.ui.text.calibration import WORDS as CALIBRATION_WORDS
from app.ui.text.desk_scoring import WORDS as SCORING_WORDS
from app.ui.text.fairness import WORDS as FAIRNESS_WORDS
from app.ui.text.gaps import WORDS as GAP_WORDS
from app.ui.text.likeness import WORDS as LIKENESS_WORDS
from app.ui.text.offline import WORDS as OFFLINE_WORDS
from app.ui.text.raters import WORDS as RATER_WORDS
from app.ui.text.records import WORDS as RECORDS_WORDS
from app.ui.visit import Visit

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

Render = Callable[[Visit], None]

# A picture of our own: icons by name would be fetched from a foreign address.
ICON = Path(__file__).parent / "icon.png"


def steps_of(visit: Visit) -> list[Page]:
    """The pages of the person's role, in the order of the work; a page that is not here cannot be opened."""
    words = visit.words
    offered: dict[Role, list[tuple[Render, str, str]]] = {
        Role.CHAIR: [
            (dimension_setup.render, words.step_dimension_setup, "dimensions"),
            (core_data_selection.render, words.step_core_data, "core-data"),
            (evidence_review.render, words.step_evidence_review, "review"),
            (total_ranking.render, words.step_total_ranking, "ranking"),
            (reviewer_assignment.render, words.step_assignment, "assignment"),
            (calibration.render, CALIBRATION_WORDS[visit.language].step, "calibration"),
            (gap_check.render, GAP_WORDS[visit.language].step, "gaps"),
            (raters.render, RATER_WORDS[visit.language].step, "raters"),
            (fairness.render, FAIRNESS_WORDS[visit.language].step, "fairness"),
            (records.render, RECORDS_WORDS[visit.language].step, "records"),
            (text_likeness.render, LIKENESS_WORDS[visit.language].view, "likeness"),
        ],
        Role.REVIEWER: [
            (evidence_review.render, words.step_evidence_review, "review"),
            (discussion.render, GAP_WORDS[visit.language].discussion_step, "discussion"),
            (calibration.render, CALIBRATION_WORDS[visit.language].step, "calibration"),
            (offline_scoring.render, OFFLINE_WORDS[visit.language].step, "offline"),
            (own_figures.render, RATER_WORDS[visit.language].own_step, "my-scoring"),
        ],
        Role.OFFICE: [
            (office.render, words.step_office, "office"),
            (total_ranking.render, words.step_total_ranking, "ranking"),
            (evidence_review.render, words.step_evidence_review, "review"),
            (calibration.render, CALIBRATION_WORDS[visit.language].step, "calibration"),
            (gap_check.render, GAP_WORDS[visit.language].step, "gaps"),
            (raters.render, RATER_WORDS[visit.language].step, "raters"),
            (fairness.render, FAIRNESS_WORDS[visit.language].step, "fairness"),
            (records.render, RECORDS_WORDS[visit.language].step, "records"),
        ],
        Role.RESEARCHER: [(cohort_research.render, words.step_research, "research")],
    }
    if visit.person.role is Role.REVIEWER and _shows_ranking(visit):
        offered[Role.REVIEWER].insert(1, (total_ranking.render, words.step_total_ranking, "ranking"))
    steps = [
        st.Page(_guarded(render, visit), title=title, url_path=url_path)
        for render, title, url_path in offered[visit.person.role]
    ]
    return [_home(steps[0]), *steps]


def _shows_ranking(visit: Visit) -> bool:
    """Whether the phase of the programme's round shows the list to reviewers."""
    programme = visit.programme
    return programme is not None and visit.access.allows(
        Action.VIEW_RANKING, programme_code=programme.programme_code
    )


def _home(first: Page) -> Page:
    """The bare address leads to the person's first step, so that every step keeps an address of its own."""

    def go() -> None:
        st.switch_page(first, query_params=st.query_params.to_dict())

    return st.Page(go, title=first.title, url_path="home", default=True, visibility="hidden")


def _guarded(render: Render, visit: Visit) -> Callable[[], None]:
    def run() -> None:
        try:
            render(visit)
        except WorkbenchError as error:
            show_error(error, visit.words)

    return run


def draw_frame(visit: Visit) -> None:
    """The line above every step: demo banner, programme, person, language, sign-out."""
    words = visit.words
    programmes = programmes_of(visit.workbench, visit.person)
    shape("frame_shape")(key="frame_shape")
    part("frame_line", "sign_out_drafts", "desk_connection")(
        key="frame_line",
        data={
            "banner": words.demo_banner if visit.workbench.settings.demo else "",
            "programme_label": words.programme,
            "programmes": [
                {"code": each.programme_code, "label": f"{each.university_name} {each.programme_name}"}
                for each in programmes
            ],
            "chosen": visit.programme.programme_code if visit.programme else "",
            "person": f"{visit.person.display_name}（{_role_name(visit)}）",
            "other_language": words.other_language,
            "other_language_code": "en" if visit.language == "zh" else "zh",
            "sign_out": words.sign_out,
            "cut": words.cut,
            "choose_file": words.choose_file,
            "person_id": visit.person.person_id,
            "drafts": dict(SCORING_WORDS[visit.language].sign_out),
            "document_language": "zh-Hant-TW" if visit.language == "zh" else "en",
        },
        on_programme_change=_programme_chosen,
    )


def _programme_chosen() -> None:
    chosen = st.session_state["frame_line"].programme
    if chosen:
        address.choose_programme(chosen)


def _role_name(visit: Visit) -> str:
    names = {
        Role.CHAIR: visit.words.role_chair,
        Role.REVIEWER: visit.words.role_reviewer,
        Role.OFFICE: visit.words.role_office,
        Role.RESEARCHER: visit.words.role_researcher,
    }
    return names[visit.person.role]
