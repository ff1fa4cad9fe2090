"""Words of the numbers about reviewers: how many readers an applicant needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ReadersWords:
    """Placeholders in braces are filled with ``str.format``."""

    readers: str
    generalisability: str
    dependability: str
    standard_error: str
    needed: str
    needed_none: str
    component: str
    share: str
    components: Mapping[str, str]
    readers_none: str


ZH = ReadersWords(
    readers="委員數",
    generalisability="排序可靠度 Eρ²",
    dependability="分數可靠度 Φ",
    standard_error="分數標準誤",
    needed="分數可靠度 {target}：每位考生需要 {count} 位委員。",
    needed_none="分數可靠度 {target}：一百位委員也達不到。",
    component="變異來源",
    share="占比",
    components={
        "p": "考生之間",
        "r": "委員寬嚴",
        "pr": "考生×委員與其他誤差",
        "r:p": "同一考生的委員之間",
    },
    readers_none="沒有考生由兩位以上委員評分，無法估計。",
)


EN = ReadersWords(
    readers="Readers",
    generalisability="Reliability of the order Eρ²",
    dependability="Reliability of scores Φ",
    standard_error="Standard error",
    needed="Reliability {target}: {count} readers for each applicant.",
    needed_none="Reliability {target}: not even a hundred readers reach it.",
    component="Source of variance",
    share="Share",
    components={
        "p": "between applicants",
        "r": "strictness of reviewers",
        "pr": "applicant × reviewer and all other error",
        "r:p": "between readers of one applicant",
    },
    readers_none="No applicant was read by two reviewers, so nothing can be estimated.",
)
