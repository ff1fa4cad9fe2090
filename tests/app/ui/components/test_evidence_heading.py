"""Why a category is empty, in words."""

from __future__ import annotations

import pytest

from app.ui.components.core_overview import group_data
from app.ui.components.evidence_heading import absence_text
from app.ui.text.desk import WORDS
from app.ui.text.desk_overview import ZH
from app.ui.text.language import Language
from app.workflows.desk_views import COURSE_OUTCOME, Absence
from app.workflows.overview_views import StrongGroup


@pytest.mark.parametrize("language", list(Language))
def test_an_unreadable_file_is_not_called_missing(language: Language) -> None:
    words = WORDS[language]
    text = absence_text(Absence.UNREADABLE, COURSE_OUTCOME, words)
    assert text == words.absence_unreadable != words.absence_missing


def test_overview_tells_of_an_unreadable_file_in_full() -> None:
    group = StrongGroup(COURSE_OUTCOME, "", 0, absence=Absence.UNREADABLE)
    assert group_data(group, ZH, WORDS[Language.ZH])["reason"] == (
        "檔案已送達但無法讀取，請洽招生辦公室；請勿視為未繳交。"
    )
