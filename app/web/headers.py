"""The security headers of every response."""

from __future__ import annotations

# Streamlit's own page needs inline scripts, eval and blob workers; everything else stays on this host, so that
# text of an applicant can never make the browser fetch an address of theirs.
WORKBENCH_POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval' 'unsafe-inline' blob:",
        "style-src 'self' 'unsafe-inline'",
        "worker-src 'self' blob:",
        "frame-src 'self'",
        "frame-ancestors 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
# The sign-in pages are plain HTML with one style sheet.
PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
# An original is shown, never run: no script, no form, no way out.
EVIDENCE_POLICY = (
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; "
    "frame-ancestors 'self'; sandbox"
)
COMMON_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
NEVER_KEPT = ("/media", "/evidence", "/export", "/quality", "/search", "/sign-in", "/sign-out", "/language")
FORM_PAGES = ("/sign-in", "/sign-out")


def headers_for(path: str) -> dict[str, str]:
    """The headers that a response to this path must carry."""
    headers = {**COMMON_HEADERS, "content-security-policy": _policy(path)}
    if is_below(path, FORM_PAGES):
        # Under no-referrer a browser posts a form with ``Origin: null``, and the origin could not be checked.
        headers["referrer-policy"] = "same-origin"
    if is_below(path, NEVER_KEPT):
        headers["cache-control"] = "private, no-store"
    return headers


def is_below(path: str, prefixes: tuple[str, ...]) -> bool:
    """Whether a path is one of the prefixes or lies below it."""
    return any(path == prefix or path.startswith(f"{prefix}/") for prefix in prefixes)


def _policy(path: str) -> str:
    if is_below(path, ("/evidence", "/export", "/quality")):
        return EVIDENCE_POLICY
    return PAGE_POLICY if is_below(path, FORM_PAGES) else WORKBENCH_POLICY
