"""Settings of one installation: read once from the environment, every variable named here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SNAPSHOTS = "REVIEW_SNAPSHOTS"
STORE = "REVIEW_STORE"
ADDRESS = "REVIEW_ADDRESS"
PORT = "REVIEW_PORT"
DEMO = "REVIEW_DEMO"
HTTPS = "REVIEW_HTTPS"
CACHE = "REVIEW_CACHE"
CACHE_MEGABYTES = "REVIEW_CACHE_MEGABYTES"
ALLOWED_HOSTS = "REVIEW_ALLOWED_HOSTS"
SESSION_HOURS = "REVIEW_SESSION_HOURS"
SMALLEST_GROUP = "REVIEW_SMALLEST_GROUP"

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")
TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
FALSE_WORDS = frozenset({"", "0", "false", "no", "off"})


class BadSetting(ValueError):
    """An environment variable or flag holds something that cannot be used."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f"{name}={value!r}: expected {expected}")
        self.name = name
        self.value = value
        self.expected = expected


@dataclass(frozen=True)
class Settings:
    """Where things are and how the workbench listens. Hashable: one workbench is opened per Settings."""

    snapshots: Path
    store: str
    cache: Path
    address: str = "127.0.0.1"
    port: int = 8501
    demo: bool = False
    https: bool = False
    allowed_hosts: tuple[str, ...] = LOOPBACK_HOSTS
    cache_megabytes: int = 512
    session_hours: int = 12
    smallest_group: int = 5

    @staticmethod
    def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings an environment describes; where nothing is set, a folder ``.review`` where we stand."""
        return _read(environment)


def _read(environment: Mapping[str, str]) -> Settings:
    address = environment.get(ADDRESS, "127.0.0.1")
    return Settings(
        snapshots=Path(environment.get(SNAPSHOTS, ".review/snapshots")).absolute(),
        store=environment.get(STORE, f"sqlite:///{Path('.review/review.db').absolute()}"),
        cache=Path(environment.get(CACHE, ".review/cache")).absolute(),
        address=address,
        port=_number(environment, PORT, 8501),
        demo=_truth(environment, DEMO),
        https=_truth(environment, HTTPS),
        allowed_hosts=_hosts(environment.get(ALLOWED_HOSTS, ""), address),
        cache_megabytes=_number(environment, CACHE_MEGABYTES, 512),
        session_hours=_number(environment, SESSION_HOURS, 12),
        smallest_group=_number(environment, SMALLEST_GROUP, 5),
    )


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, "").strip()
    if not text:
        return default
    # isdecimal alone would let full-width digits through, which int() reads as well: harmless.
    if not text.isdecimal():
        raise BadSetting(name, text, "a whole number")
    return int(text)


def _truth(environment: Mapping[str, str], name: str) -> bool:
    text = environment.get(name, "").strip().lower()
    if text not in TRUE_WORDS | FALSE_WORDS:
        raise BadSetting(name, text, "1 or 0")
    return text in TRUE_WORDS


def _hosts(text: str, address: str) -> tuple[str, ...]:
    named = tuple(host.strip().lower() for host in text.split(",") if host.strip())
    return named or tuple(dict.fromkeys((*LOOPBACK_HOSTS, address)))
