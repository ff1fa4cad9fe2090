"""The keyboard of the desk: one part for the whole page, and the dialog that says every key."""

from __future__ import annotations

from app.domain.evidence import ApplicationId
from app.ui.components.desk_line import offered_views
from app.ui.components.part import desk_part, on_trigger
from app.ui.state import desk as desk_state
from app.ui.state import scoring as state
from app.ui.text.desk import DeskWords
from app.ui.text.desk_keys import WORDS
from app.ui.visit import Visit
from app.workflows.desk_views import ApplicantLine, Desk


def draw_desk_keys(visit: Visit, desk: Desk, line: ApplicantLine | None, *, words: DeskWords) -> None:
    """Drawn once; it tells the other parts what was asked for by ``desk:key`` and changes nothing itself."""
    own = WORDS[visit.language]
    desk_part("desk_keys", "desk_place", "held_keys", "desk_help", "desk_connection")(
        key=state.KEYS,
        data={
            "application_id": line.application_id if line else "",
            "views": offered_views(desk, words),
            "title": own.title,
            "note": own.note,
            "close": own.close,
            "print": own.print,
            "choose_view": own.choose_view,
            "cut": own.cut,
            "held_dropped": own.held_dropped,
            "groups": [
                {"title": title, "lines": [{"keys": list(keys), "text": text} for keys, text in lines]}
                for title, lines in own.groups
            ],
        },
        on_look_change=_look,
        on_tick_change=on_trigger(state.KEYS, "tick", _tick),
    )


def _tick(application_id: object) -> None:
    """The applicant on screen joins those to be compared, or leaves them; rights are asked where they are drawn."""
    if application_id:
        desk_state.toggle_compared(ApplicationId(str(application_id)))


def _look() -> None:
    """The desk is drawn again, as after every message; there is nothing else to do."""
