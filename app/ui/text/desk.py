"""Words of step 3, 資料綜整評量: those of its columns, put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text import desk_courses, desk_evidence, desk_side, score_panel
from app.ui.text.desk_courses import CourseWords
from app.ui.text.desk_evidence import EvidenceWords
from app.ui.text.desk_side import SideWords
from app.ui.text.language import Language
from app.ui.text.score_panel import ScoreWords


@dataclass(frozen=True)
class DeskWords(SideWords, EvidenceWords, CourseWords, ScoreWords):
    """Every word of the desk; each column keeps its own in its own file."""


ZH = DeskWords(
    **vars(desk_side.ZH), **vars(desk_evidence.ZH), **vars(desk_courses.ZH), **vars(score_panel.ZH)
)
EN = DeskWords(
    **vars(desk_side.EN), **vars(desk_evidence.EN), **vars(desk_courses.EN), **vars(score_panel.EN)
)

WORDS: Mapping[Language, DeskWords] = {Language.ZH: ZH, Language.EN: EN}
