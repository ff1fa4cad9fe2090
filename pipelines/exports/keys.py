"""Opaque keys: stable for the same place in the same round, telling nothing about the person."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

KEY_BYTES = 10


def make_key(*parts: object) -> str:
    """20 hexadecimal characters from the parts in order."""
    joined = "\x1f".join(map(str, parts))
    return blake2b(joined.encode(), digest_size=KEY_BYTES).hexdigest()


def make_keys(*parts: object) -> Callable[[int], str]:
    """What ``make_key`` gives for the parts and a number, with the parts read once."""
    start = blake2b("".join(f"{part}\x1f" for part in parts).encode(), digest_size=KEY_BYTES)

    def key_of(number: int) -> str:
        digest = start.copy()
        digest.update(b"%d" % number)
        return digest.hexdigest()

    return key_of
