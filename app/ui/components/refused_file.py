"""Why a file cannot be taken in: by kind of fault with its first places, and every place as a list to take away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.exchange.fault_file import fault_csv
from app.ui.components.part import part
from app.ui.text.language import Language
from app.ui.text.refused_file import WORDS, RefusedFileWords

PART = "fault_list"
SHOWN_OF_A_KIND = 10


@dataclass(frozen=True)
class Fault:
    """One fault in words: of which kind, where (empty is the whole file), and what stands there."""

    rule: str
    place: str = ""
    value: str = ""


def render_faults(language: Language, faults: Iterable[Fault], *, key: str) -> None:
    """The commonest kind first; a file with five thousand faults is as short as one with a few."""
    words, told = WORDS[language], tuple(faults)
    kinds = _by_kind(told)
    is_long = any(len(each) > SHOWN_OF_A_KIND for each in kinds.values())
    part(PART)(
        key=key,
        data={
            "label": words.label,
            "summary": words.summary.format(count=len(told), kinds=len(kinds), shown=SHOWN_OF_A_KIND)
            if is_long
            else "",
            "kinds": [_kind(words, rule, each) for rule, each in kinds.items()],
            # The browser makes the file of it: what the server held for a download, any session might fetch.
            "download": words.download.format(count=len(told)) if is_long else "",
            "file_name": words.file_name,
            "file": fault_csv(words.columns, [(each.place, each.rule, each.value) for each in told])
            if is_long
            else "",
        },
    )


def _by_kind(faults: Sequence[Fault]) -> dict[str, list[Fault]]:
    kinds: dict[str, list[Fault]] = {}
    for each in faults:
        kinds.setdefault(each.rule, []).append(each)
    return dict(sorted(kinds.items(), key=lambda kind: -len(kind[1])))


def _kind(words: RefusedFileWords, rule: str, faults: Sequence[Fault]) -> dict[str, object]:
    shown = [line for each in faults[:SHOWN_OF_A_KIND] if (line := _line(words, each))]
    rest = len(faults) - SHOWN_OF_A_KIND
    return {
        "title": words.kind.format(rule=rule, count=len(faults)) if len(faults) > 1 else rule,
        "lines": shown,
        "more": words.more.format(count=rest) if rest > 0 else "",
    }


def _line(words: RefusedFileWords, fault: Fault) -> str:
    if fault.place and fault.value:
        return words.line.format(place=fault.place, value=fault.value)
    return fault.place or fault.value
