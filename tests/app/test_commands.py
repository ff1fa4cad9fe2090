"""python -m app, by its main function: what it prints and the code it ends with."""

from __future__ import annotations

import io
import socket
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.__main__ import main
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.round_event import RoundEventKind
from app.domain.scores import Review
from app.domain.syllabus_alias import AliasPair, AliasVerdict
from app.exchange.signed_list_comparison import file_digest
from app.reviews.sql_store import open_store
from app.settings import Settings
from app.workflows.sign_in import SignedIn, sign_in
from tests.app.web.web_round import PLAN_ID, make_round


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Flags are left in the environment for the screens: set here so that they are taken back."""
    for name in ("REVIEW_STORE", "REVIEW_SNAPSHOTS", "REVIEW_DEMO", "REVIEW_ADDRESS", "REVIEW_PORT"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


@pytest.fixture
def store_url(tmp_path: Path) -> str:
    """The address of an empty store."""
    return f"sqlite:///{tmp_path / 'review.db'}"


def add_user(monkeypatch: pytest.MonkeyPatch, store_url: str, *, password: str) -> int:
    """``user add`` with the password on standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    flags = ["--role", "chair", "--display-name", "A Chair", "--programme", "999101", "--programme", "999102"]
    return main(["user", "add", "lin", *flags, "--store", store_url, "--password-stdin"])


def test_user_added_can_sign_in_and_is_listed(
    monkeypatch: pytest.MonkeyPatch, store_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add_user(monkeypatch, store_url, password="a long enough one") == 0
    capsys.readouterr()
    assert main(["user", "list", "--store", store_url]) == 0
    assert capsys.readouterr().out == "lin\tchair\tactive\t999101,999102\tA Chair\n"
    assert isinstance(signed_in(store_url, "a long enough one"), SignedIn)


def signed_in(store_url: str, password: str) -> object:
    """What signing in gives."""
    store = open_store(store_url)
    try:
        return sign_in(store, "lin", password=password, now=datetime.now(UTC))
    finally:
        store.close()


def test_user_with_short_password_or_taken_name_is_refused(
    monkeypatch: pytest.MonkeyPatch, store_url: str
) -> None:
    codes = [
        add_user(monkeypatch, store_url, password=each)
        for each in ("short", "a long enough one", "another one!!")
    ]
    assert codes == [1, 0, 1]


def test_user_disabled_and_given_a_new_password(monkeypatch: pytest.MonkeyPatch, store_url: str) -> None:
    add_user(monkeypatch, store_url, password="a long enough one")
    assert main(["user", "disable", "lin", "--store", store_url]) == 0
    refused = signed_in(store_url, "a long enough one")
    monkeypatch.setattr("sys.stdin", io.StringIO("quite another one\n"))
    assert main(["user", "password", "lin", "--password-stdin", "--store", store_url]) == 0
    found = [signed_in(store_url, each) for each in ("a long enough one", "quite another one")]
    assert [isinstance(each, SignedIn) for each in (refused, *found)] == [False, False, True]


def test_user_that_is_not_there_ends_with_one(store_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["user", "disable", "nobody", "--store", store_url]) == 1
    assert capsys.readouterr().err == "python -m app user: 沒有這個帳號：nobody (no such account)\n"


@pytest.mark.parametrize("arguments", [[], ["fly"], ["user"], ["rank", "--plan", "p"], ["backup"]])
def test_what_is_not_understood_ends_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_backup_is_whole_private_and_never_overwrites(store_url: str, tmp_path: Path) -> None:
    store = open_store(store_url)
    store.save_setting("a", "b", person_id=None)
    store.close()
    out = tmp_path / "copy.db"
    codes = [main(["backup", "--store", store_url, "--out", str(out)]) for _ in range(2)]
    with sqlite3.connect(out) as copy:
        found = copy.execute("select name, value from setting").fetchall()
    copy.close()
    assert (codes, found, out.stat().st_mode & 0o777) == ([0, 1], [("a", "b")], 0o600)


def test_backup_of_no_file_ends_with_one(tmp_path: Path) -> None:
    out = tmp_path / "copy.db"
    code = main(["backup", "--store", f"sqlite:///{tmp_path / 'none.db'}", "--out", str(out)])
    assert (code, sorted(tmp_path.iterdir())) == (1, [])


def test_aliases_are_written_once_and_never_over_a_file(
    store_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(store_url)
    pair = AliasPair("111041305H11101A5110301", "歷史", "111041305H11101A5110399", "歷史Ⅰ")
    store.save_alias_event(pair, AliasVerdict.ACCEPTED, seen_revision=0, person_id=PersonId("nobody"))
    store.close()
    out = tmp_path / "aliases.csv"
    codes = [main(["aliases", "--store", store_url, "--out", str(out)]) for _ in range(2)]
    assert codes == [0, 1]
    assert out.read_text("utf-8-sig").splitlines()[1].startswith("111041305H11101A5110301,歷史,")
    assert "已寫出 1 筆課程對應" in capsys.readouterr().out


def test_verify_finds_nothing_in_a_sound_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = make_round(tmp_path).settings
    assert main(["verify", *places(settings)]) == 0
    assert capsys.readouterr().out.startswith("檢查完成，沒有問題：1 個快照、1 個計畫、0 筆評分。")


@pytest.mark.parametrize("form", ["pdf", "xlsx", "csv", "json"])
def test_ranked_list_is_verified_by_its_file_and_a_changed_one_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    settings = make_round(tmp_path).settings
    out, copy = tmp_path / f"list.{form}", tmp_path / f"copy.{form}"
    assert main(["rank", "--plan", PLAN_ID, "--format", form, "--out", str(out), *places(settings)]) == 0
    assert main(["verify", str(out), *places(settings)]) == 0
    assert "相符" in capsys.readouterr().out
    damaged = bytearray(out.read_bytes())
    damaged[-3] ^= 1
    copy.write_bytes(damaged)
    assert main(["verify", str(copy), *places(settings)]) in (1, 2)
    assert capsys.readouterr().err != ""


def test_verify_of_pages_set_elsewhere_says_what_vouches_for_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbench = make_round(tmp_path)
    out, verify = tmp_path / "list.pdf", ["verify", str(tmp_path / "list.pdf"), *places(workbench.settings)]
    main(["rank", "--plan", PLAN_ID, "--format", "pdf", "--out", str(out), *places(workbench.settings)])
    # As another typst or other fonts would have set it: the same list inside, other bytes.
    out.write_bytes(out.read_bytes() + b"\n")
    assert main(verify) == 1
    assert "無法分辨，所以不算相符" in capsys.readouterr().err
    (event,) = workbench.store.load_round_events(PLAN_ID, RoundEventKind.SIGNED_LIST)
    content = {**event.content, "file_sha256": file_digest(out.read_bytes()), "typesetter": "typst 0.1, Old"}
    workbench.store.save_round_event(replace(event, event_id="then", content=content), seen_revision=1)
    assert main(verify) == 0
    said = capsys.readouterr().out
    assert "以紀錄的 SHA-256 為憑" in said
    assert "當時 typst 0.1, Old，這裡 typst " in said


def test_verify_of_a_file_tells_unreadable_from_different(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = make_round(tmp_path).settings
    out, other = tmp_path / "list.json", tmp_path / "other.json"
    main(["rank", "--plan", PLAN_ID, "--format", "json", "--out", str(out), *places(settings)])
    other.write_text(out.read_text("utf-8").replace('"rank": ""', '"rank": "1"', 1), "utf-8")
    assert main(["verify", str(other), *places(settings)]) == 1
    assert "rank，檔案為 1，推導為 —" in capsys.readouterr().err
    other.write_text("nothing", "utf-8")
    assert main(["verify", str(other), *places(settings)]) == 2
    assert main(["verify", str(tmp_path / "none.json"), *places(settings)]) == 2
    other.write_text(out.read_text("utf-8").replace(PLAN_ID, "plan-nobody-has"), "utf-8")
    assert main(["verify", str(other), *places(settings)]) == 2


def test_list_as_of_a_moment_without_a_zone_is_refused(tmp_path: Path) -> None:
    settings = make_round(tmp_path).settings
    asked = ["rank", "--plan", PLAN_ID, "--format", "json", *places(settings)]
    assert main([*asked, "--as-of", "2026-05-20T09:00"]) == 1
    assert main([*asked, "--as-of", "2001-05-20T09:00+08:00"]) == 1


def test_verify_names_a_review_of_nobody_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbench = make_round(tmp_path)
    stray = Review(PLAN_ID, 1, ApplicationId("app-9"), PersonId("p-reviewer"), comment="x")
    workbench.store.save_review(stray, seen_revision=0, event_id="e1")
    assert main(["verify", *places(workbench.settings)]) == 1
    snapshot_id = workbench.current_snapshot_id()
    assert capsys.readouterr().err == (
        f"plan {PLAN_ID}: review of app-9 by p-reviewer: no such application in snapshot {snapshot_id}\n"
    )


def test_serve_refuses_a_demonstration_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbench = make_round(tmp_path)
    workbench.store.save_setting("demo", "1", person_id=None)
    assert main(["serve", "--port", "0", *places(workbench.settings)]) == 1
    assert capsys.readouterr().err.startswith("python -m app serve: 這是示範用的評分資料庫")


def test_serve_without_a_snapshot_says_what_to_run(
    store_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["serve", "--port", "0", "--store", store_url, "--snapshots", str(tmp_path)])
    assert (code, "python -m pipelines build" in capsys.readouterr().err) == (1, True)


@pytest.mark.parametrize("by_flag", [True, False])
def test_demo_listens_where_flag_or_environment_say(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], by_flag: bool
) -> None:
    for name in ("REVIEW_CACHE", "REVIEW_SNAPSHOTS", "REVIEW_STORE", "REVIEW_DEMO"):
        monkeypatch.setenv(name, "")
    with socket.create_server(("127.0.0.2", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("REVIEW_ADDRESS", "127.0.0.3" if by_flag else "127.0.0.2")
        monkeypatch.setenv("REVIEW_PORT", "1" if by_flag else str(port))
        flags = ["--address", "127.0.0.2", "--port", str(port)] if by_flag else []
        assert main(["demo", "--folder", str(tmp_path / "demo"), *flags]) == 1
    assert f"連接埠 {port} 已被使用" in capsys.readouterr().err


def places(settings: Settings) -> list[str]:
    """The flags that name a round."""
    return ["--store", settings.store, "--snapshots", str(settings.snapshots)]
