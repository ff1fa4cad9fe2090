"""Which program made a file: its version, and a digest of the rules it was made by."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

VERSION = "0.1.0"
"""The version of ``pyproject.toml``."""
RULES = Path(__file__).parent / "domain"
SHOWN_DIGITS = 12


@cache
def program_version() -> str:
    """``0.1.0+rules.<digest>``: the digest tells when a rule was edited and nobody raised the version."""
    digest = hashlib.sha256()
    for path in sorted(RULES.glob("*.py")):
        # A checkout with other line ends is the same program.
        digest.update(f"{path.name}\n{path.read_text(encoding='utf-8')}\0".encode())
    return f"{VERSION}+rules.{digest.hexdigest()[:SHOWN_DIGITS]}"
