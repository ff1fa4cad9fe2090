"""Names of the phases of a round; errors of every step need them."""

from __future__ import annotations

from collections.abc import Mapping

PHASE_NAMES_ZH: Mapping[str, str] = {
    "calibration": "尺規校準",
    "first_reading": "初評",
    "gap_check": "差分檢核",
    "discussion": "差分討論",
    "third_reading": "第三審",
    "closed": "結案",
}

PHASE_NAMES_EN: Mapping[str, str] = {
    "calibration": "Calibration",
    "first_reading": "First reading",
    "gap_check": "Gap check",
    "discussion": "Discussion",
    "third_reading": "Third reading",
    "closed": "Closed",
}
