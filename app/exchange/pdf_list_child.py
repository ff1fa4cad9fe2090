"""The process that opens one PDF: it limits itself, reads, and prints JSON; it imports nothing of ours.

A PDF of a stranger may hang, eat the memory or crash its reader; only this process is lost then.
"""

from __future__ import annotations

import json
import sys

MEMORY_LIMIT = 2 << 30
SECONDS_LIMIT = 60


def limit_process() -> None:
    """Address space and processor time, where the system knows such limits."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_LIMIT, SECONDS_LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(content: bytes, attachment: str) -> dict[str, object] | None:
    """The visible text of each page and the text of the named attachment; None where it is no such PDF."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        pages = [page.get_textpage().get_text_range() for page in document]
        attached = [document.get_attachment(place) for place in range(document.count_attachments())]
        inside = next((each for each in attached if each.get_name() == attachment), None)
        return None if inside is None else {"pages": pages, "inside": bytes(inside.get_data()).decode()}
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        return None


if __name__ == "__main__":
    limit_process()
    json.dump(read(sys.stdin.buffer.read(), sys.argv[1]), sys.stdout)
    sys.stdout.flush()
