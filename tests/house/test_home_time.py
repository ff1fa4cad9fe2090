"""One clock for the whole application: no screen, page or file tells a moment in a zone of its own."""

from __future__ import annotations

import ast
import re

from tests.house.sources import ROOT, place, python_files, tree_of

HOUSE_CLOCK = ROOT / "app/domain/home_time.py"
FORMATS = {"strftime", "ctime", "fromtimestamp"}


def test_only_the_clock_of_the_house_writes_moments_and_knows_a_zone() -> None:
    offenders = [
        place(file, node)
        for file in python_files("app")
        if file != HOUSE_CLOCK
        for node in ast.walk(tree_of(file))
        if (isinstance(node, ast.Attribute) and (node.attr in FORMATS or node.attr == "timezone"))
        or (isinstance(node, ast.Name) and node.id == "ZoneInfo")
    ]
    assert offenders == []


def test_browser_parts_tell_moments_in_the_zone_of_the_house() -> None:
    told = [
        (path.name, call)
        for path in sorted((ROOT / "app/ui/components/parts").glob("*.js"))
        for call in re.findall(
            r"\.toLocale(?:Date|Time)?String\([^)]*\)|\.get(?:Hours|Date|Month)\(", path.read_text("utf-8")
        )
        if "Hours" in call or "Date" in call or "Time" in call or "Month" in call
    ]
    assert {name for name, _ in told} == {"shared.js"}
    assert all("timeZone: HOME_ZONE" in call for _, call in told)
    assert 'HOME_ZONE = "Asia/Taipei"' in (ROOT / "app/ui/components/parts/shared.js").read_text("utf-8")
