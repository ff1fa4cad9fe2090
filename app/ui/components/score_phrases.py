"""From what the scoring form sent to a change of the own phrases."""

from __future__ import annotations

from collections.abc import Mapping

from app.errors import WorkbenchError
from app.ui.messages import message_of
from app.ui.state import scoring as state
from app.ui.text.desk_scoring import WORDS
from app.ui.visit import Visit
from app.workflows.desk_views import OwnReview
from app.workflows.own_phrases import MOST_PHRASES, PhraseChange, PhraseChangeKind, change_own_phrases


def phrase_sent(visit: Visit, own: OwnReview, value: Mapping[str, object]) -> None:
    """Change the list; what could not be kept is said on the next run."""
    change = change_of(value)
    if change is None:
        return
    try:
        problem = change_own_phrases(visit.access, own.plan, own.application_id, change=change)
    except WorkbenchError as error:
        state.leave_phrase_problem(message_of(error, visit.words))
    else:
        state.leave_phrase_problem(WORDS[visit.language].phrase_problems[problem.value] if problem else "")


def change_of(value: Mapping[str, object]) -> PhraseChange | None:
    """The change a browser sent; None when it is none."""
    kind, place = value.get("kind"), value.get("place")
    if kind not in list(PhraseChangeKind):
        return None
    return PhraseChange(
        kind=PhraseChangeKind(str(kind)),
        phrase_id=str(value.get("phrase_id", "")),
        content=str(value.get("content") or ""),
        place=place if isinstance(place, int) and not isinstance(place, bool) else MOST_PHRASES,
    )
