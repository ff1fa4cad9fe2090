"""What a row of a pass says about categories without entries."""

from __future__ import annotations

import pytest

from app.domain.evidence import CategoryCode
from app.ui.components.evidence_lines import lines_data
from app.ui.text.desk import WORDS
from app.ui.text.language import Language
from app.workflows.desk_views import Absence
from app.workflows.score_passes import CategoryLines


@pytest.mark.parametrize("language", list(Language))
def test_nothing_on_a_row_is_told_apart_by_its_reason_before_any_category_is_named(
    language: Language,
) -> None:
    words = WORDS[language]
    code = CategoryCode("activity.work")
    rows = lines_data([CategoryLines(code, "", (), each) for each in Absence], words)
    told = dict(zip(Absence, [row["short"] for row in rows], strict=True))
    assert told == {
        Absence.CAME_AS_PDF: words.mode_pdf,
        Absence.NOT_SUBMITTED: words.mode_missing,
        Absence.UNREADABLE: words.mode_unreadable,
        Absence.NO_ENTRIES: "",
        Absence.CAME_AS_RECORDS: words.mode_json,
    }
    assert len({row["reason"] for row in rows}) == len(Absence)
