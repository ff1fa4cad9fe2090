"""What the line above the desk tells of the own queue: progress as a bar and in words, the next open one, the link."""

from __future__ import annotations

from app.ui.components.queue_link import link_to
from app.ui.text.desk_queue import WORDS, QueueWords
from app.ui.text.language import Language
from app.workflows.desk_views import ApplicantLine, Desk, Progress


def queue_line(desk: Desk, line: ApplicantLine | None, language: Language) -> dict[str, object]:
    """Data of the line for the queue; the bar is there only for who scores."""
    own = WORDS[language]
    progress = desk.progress
    open_count = progress.assigned - progress.scored - progress.abstained - progress.partial
    parts = [
        ("scored", own.scored, progress.scored),
        ("abstained", own.abstained, progress.abstained),
        ("partial", own.partial, progress.partial),
        ("not_scored", own.not_scored, open_count),
    ]
    return {
        "meter": [
            {"state": state, "count": count, "label": text.format(count=count)}
            for state, text, count in parts
        ]
        if progress.assigned
        else [],
        "today": _today(progress, open_count + progress.partial, own),
        "next_open": desk.next_open(line.application_id) if line else None,
        "link": link_to(desk, line),
        "queue_words": {
            "meter": own.meter,
            "next_open": own.next_open,
            "next_open_keys": own.next_open_keys,
            "link": own.link,
            "copy": own.link_copy,
            "copied": own.link_copied,
            "copy_title": own.link_title,
            "by_hand": own.link_by_hand,
        },
    }


def _today(progress: Progress, left: int, own: QueueWords) -> str:
    """How much of the work was done today, and a kind word at the end of it."""
    parts = [own.today.format(count=progress.today)] if progress.today else []
    if progress.assigned and left == 0:
        parts.append(own.all_done)
    return " · ".join(parts)
