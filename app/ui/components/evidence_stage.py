"""The middle of the desk in one message: the parts of one applicant and category, put up together by the browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import orjson

from app.domain.evidence import ApplicationId, CategoryCode
from app.ui.components.part import GatheredPart, desk_part, on_trigger
from app.ui.state import desk as state

Place = tuple[ApplicationId, CategoryCode]


def draw_stage(place: Place, parts: Sequence[GatheredPart], *, is_top: bool) -> None:
    """Hand over what was gathered; what a part sends comes back under its key, which names its applicant."""
    desk_part("evidence_stage", "desk_place", "applicant_shelf")(
        key=state.STAGE,
        data=stage_data(place, parts, is_top=is_top),
        on_act_change=on_trigger(state.STAGE, "act", lambda sent: act_of_part(parts, sent)),
    )


def stage_data(place: Place, parts: Sequence[GatheredPart], *, is_top: bool) -> dict[str, object]:
    """What the browser puts up; a part with the digest it has on screen is not drawn again.

    ``is_top`` when neither a course nor a page is open: the same may be shown again later.
    """
    return {
        "application_id": place[0],
        "category": place[1],
        "is_top": is_top,
        "parts": [_part(each) for each in parts],
    }


def act_of_part(parts: Sequence[GatheredPart], sent: object) -> None:
    """Do what one of these parts asked for; what was put up for another applicant or category is not done."""
    if not isinstance(sent, Mapping):
        return
    acts = next((each.acts for each in parts if each.key == sent.get("key")), {})
    act = acts.get(str(sent.get("event")))
    if act is not None and sent.get("value") is not None:
        act(sent["value"])


def _part(part: GatheredPart) -> dict[str, object]:
    return {
        "key": part.key,
        "module": part.module,
        "digest": blake2b(part.text, digest_size=8).hexdigest(),
        "data": orjson.Fragment(part.text),
    }
