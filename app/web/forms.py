"""What a form post must prove, and where a redirect may lead."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request

LOWEST_PRINTABLE = " "
DELETE = "\x7f"


def is_own_origin(request: Request) -> bool:
    """Whether a post came from a page of this workbench; a browser that says nothing is not believed."""
    host = request.headers.get("host", "")
    claimed = request.headers.get("origin") or request.headers.get("referer")
    # "null" is what a browser sends for a page that hides where it comes from: not one of ours.
    return bool(claimed) and claimed != "null" and urlsplit(claimed or "").netloc.lower() == host.lower()


def safe_next(text: str | None) -> str:
    """A path of this workbench to go on to; anything that could lead elsewhere becomes the front page."""
    if not text or not text.startswith("/") or text.startswith("//"):
        return "/"
    if "\\" in text or any(character <= LOWEST_PRINTABLE or character == DELETE for character in text):
        return "/"
    parts = urlsplit(text)
    leads_away = bool(parts.scheme or parts.netloc) or parts.path.startswith("//")
    return "/" if leads_away or parts.path in ("/sign-in", "/sign-out") else text
