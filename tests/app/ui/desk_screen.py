"""The desk alone on a screen, for a demo person and an address."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from streamlit.testing.v1 import AppTest

from app.workbench import Workbench
from tests.app.ui.plan_screens import _draw


def desk_screen(
    workbench: Workbench,
    *,
    name: str = "reviewer1",
    code: str = "999101",
    address: Mapping[str, str] | None = None,
) -> AppTest:
    """Step 3, drawn once with these query parameters."""
    screen = AppTest.from_function(
        _draw,
        kwargs={"workbench": workbench, "step": "evidence_review", "name": name, "code": code},
        default_timeout=30,
    )
    for parameter, value in (address or {}).items():
        screen.query_params[parameter] = value
    return screen.run()


def part_data(screen: AppTest, key: str) -> Any:
    """What was handed to the own browser part with this key, on the page itself or in the middle of the desk."""
    for element in screen.get("bidi_component"):
        if element.proto.id.endswith(f"-{key}"):
            return json.loads(element.proto.bytes)
        if element.proto.id.endswith("-desk:stage"):
            staged = {each["key"]: each["data"] for each in json.loads(element.proto.bytes)["parts"]}
            if key in staged:
                return staged[key]
    raise AssertionError(f"no part {key}")
