"""Settings as read from an environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import BadSetting, Settings


def test_empty_environment_listens_to_this_machine_only() -> None:
    settings = Settings.from_environment({})
    assert (settings.address, settings.port, settings.demo, settings.https) == (
        "127.0.0.1",
        8501,
        False,
        False,
    )
    assert settings.allowed_hosts == ("127.0.0.1", "localhost", "[::1]")


def test_environment_is_read() -> None:
    settings = Settings.from_environment(
        {
            "REVIEW_SNAPSHOTS": "/data/snapshots",
            "REVIEW_STORE": "postgresql+psycopg:///review",
            "REVIEW_CACHE": "/var/cache/review",
            "REVIEW_ADDRESS": "0.0.0.0",
            "REVIEW_PORT": "9000",
            "REVIEW_DEMO": "yes",
            "REVIEW_HTTPS": "1",
            "REVIEW_ALLOWED_HOSTS": "Review.example.edu.tw, localhost",
            "REVIEW_CACHE_MEGABYTES": "64",
            "REVIEW_SESSION_HOURS": "8",
        }
    )
    assert settings == Settings(
        snapshots=Path("/data/snapshots"),
        store="postgresql+psycopg:///review",
        cache=Path("/var/cache/review"),
        address="0.0.0.0",
        port=9000,
        demo=True,
        https=True,
        allowed_hosts=("review.example.edu.tw", "localhost"),
        cache_megabytes=64,
        session_hours=8,
    )


@pytest.mark.parametrize(
    ("name", "value"), [("REVIEW_PORT", "80a"), ("REVIEW_DEMO", "maybe"), ("REVIEW_HTTPS", "2")]
)
def test_unusable_value_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting) as raised:
        Settings.from_environment({name: value})
    assert (raised.value.name, raised.value.value) == (name, value)


def test_equal_settings_are_one_key() -> None:
    assert hash(Settings.from_environment({})) == hash(Settings.from_environment({}))
