"""The browser parts as modules: script and style of the pieces joined, named by content, so a browser keeps them."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

PARTS = Path(__file__).parent / "parts"
PREFIX = "/parts"
JOINT = "+"
KEPT = 128
"""Parts drawn are some thirty; names asked for may be any, so what is kept has an end."""


def joined(pieces: tuple[str, ...], ending: str) -> str:
    """The texts of these pieces that exist, one after the other."""
    files = [PARTS / f"{piece}{ending}" for piece in pieces]
    return "".join(file.read_text(encoding="utf-8") for file in files if file.exists())


@lru_cache(maxsize=KEPT)
def module_of(pieces: tuple[str, ...]) -> bytes:
    """The script of a part as one module that also exports its style."""
    style = json.dumps(joined(pieces, ".css"), ensure_ascii=False)
    return f"{joined(pieces, '.js')}\nexport const style = {style};\n".encode()


@lru_cache(maxsize=KEPT)
def address_of(pieces: tuple[str, ...]) -> str:
    """Where the module is served; other content is another address."""
    digest = blake2b(module_of(pieces), digest_size=8).hexdigest()
    return f"{PREFIX}/{JOINT.join(pieces)}.{digest}.js"


def find_module(name: str) -> bytes | None:
    """The module of ``<piece>+<piece>.<digest>.js``; None for any name that no part was ever given."""
    pieces = tuple(name.partition(".")[0].split(JOINT))
    known = {path.stem for path in PARTS.iterdir()}
    if not known.issuperset(pieces) or address_of(pieces) != f"{PREFIX}/{name}":
        return None
    return module_of(pieces)


@lru_cache(maxsize=KEPT)
def loader_of(pieces: tuple[str, ...]) -> str:
    """The few lines that Streamlit sends with every run: they fetch the module once and hand the data on."""
    return joined(("loader",), ".js").replace("ADDRESS", json.dumps(address_of(pieces)))
