"""Opaque keys: stable for the same place in the same round, telling nothing about the person."""

from __future__ import annotations

from hashlib import blake2b

KEY_BYTES = 10


def make_key(*parts: object) -> str:
    """20 hexadecimal characters from the parts in order."""
    joined = "\x1f".join(map(str, parts))
    return blake2b(joined.encode(), digest_size=KEY_BYTES).hexdigest()
