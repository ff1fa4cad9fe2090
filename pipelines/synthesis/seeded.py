"""One independent random stream per purpose, so that a change in one place does not stir all others."""

import random


def stream(seed: int, *purpose: object) -> random.Random:
    """A generator seeded by text: ``random`` hashes strings with SHA-512, not with PYTHONHASHSEED."""
    return random.Random("/".join(str(part) for part in (seed, *purpose)))
