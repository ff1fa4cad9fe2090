"""The scripts of the screen's own parts: named by content, and nothing else under that door."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from app.ui.components.part_files import address_of, module_of

SignIn = Callable[[str], httpx.Client]
PIECES = ("shared", "desk", "desk_line")


def test_module_is_sent_as_its_address_promises(signed_in: SignIn) -> None:
    answer = signed_in("reviewer").get(address_of(PIECES))
    assert answer.content == module_of(PIECES)
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"


def test_piece_may_be_style_alone(signed_in: SignIn) -> None:
    address = address_of(("shared", "desk_shape"))
    assert signed_in("reviewer").get(address).status_code == 200


def test_stranger_gets_no_module(visitor: httpx.Client) -> None:
    assert visitor.get(address_of(PIECES), headers={"accept": "*/*"}).status_code == 401


@pytest.mark.parametrize(
    "name",
    [
        "shared+desk+desk_line.0000000000000000.js",
        "shared.js",
        "..+part_files.js",
        "shared+..part.0000000000000000.js",
        "+.js",
    ],
)
def test_name_that_no_part_was_given_is_not_found(signed_in: SignIn, name: str) -> None:
    assert signed_in("reviewer").get(f"/parts/{name}").status_code == 404


def test_other_content_is_another_address() -> None:
    assert address_of(PIECES) != address_of(("shared", "desk", "search_box"))
    assert module_of(PIECES).endswith(b";\n")
