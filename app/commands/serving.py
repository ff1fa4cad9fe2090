"""demo and serve: the workbench on this machine."""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
from pathlib import Path

from app.commands.places import CommandFailed, Commands, add_snapshots, add_store, say, settings_of
from app.demo.accounts import DEMO_PASSWORD, demo_accounts
from app.demo.round import STORE_NAME, demo_environment, prepare_demo
from app.settings import ADDRESS, DEMO, PORT, Settings
from app.workbench import Workbench, open_workbench


def add_commands(commands: Commands) -> None:
    """Add both to the parser."""
    demo = commands.add_parser(
        "demo", help="a whole round with synthetic applicants, made at the first start"
    )
    demo.add_argument("--folder", type=Path, default=Path(".demo"), help="where it is kept (.demo)")
    demo.add_argument("--port", type=int, help=f"({PORT}, 8501)")
    demo.add_argument("--address", help=f"({ADDRESS}, 127.0.0.1)")
    demo.set_defaults(run=run_demo)
    serve = commands.add_parser("serve", help="the workbench of a round")
    add_snapshots(serve)
    add_store(serve)
    serve.add_argument("--port", type=int, help=f"({PORT}, 8501)")
    serve.add_argument("--address", help=f"({ADDRESS}, 127.0.0.1: behind a reverse proxy)")
    serve.add_argument(
        "--demo", action="store_true", help="open a demonstration store, whose passwords are public"
    )
    serve.set_defaults(run=run_serve)


def run_demo(options: argparse.Namespace) -> int:
    """Make what is missing, say how to sign in, and serve."""
    os.environ.update(demo_environment(options.folder))
    settings = settings_of(options, _listening(options))
    _require_free_port(settings.address, settings.port)
    workbench = _prepared(options.folder)
    names = "、".join(person.sign_in_name for person in demo_accounts(workbench.store))
    address = _shown_address(workbench.settings)
    return _serve(workbench, say("demo_ready", address=address, names=names, password=DEMO_PASSWORD))


def run_serve(options: argparse.Namespace) -> int:
    """Serve a round; a demonstration store only when asked for by name."""
    settings = settings_of(options, {**_listening(options), DEMO: "1" if options.demo else None})
    _require_free_port(settings.address, settings.port)
    workbench = open_workbench(settings)
    if workbench.is_demo_store() and not settings.demo:
        raise CommandFailed(say("demo_store"))
    snapshot_id = workbench.find_current_snapshot_id()
    if snapshot_id is None:
        raise CommandFailed(say("no_snapshot", folder=settings.snapshots))
    workbench.snapshot(snapshot_id)
    return _serve(workbench, say("listening", address=_shown_address(settings)))


def _listening(options: argparse.Namespace) -> dict[str, str | None]:
    """Address and port where a flag names them; None leaves the environment its say."""
    return {ADDRESS: options.address, PORT: str(options.port) if options.port is not None else None}


def _prepared(folder: Path) -> Workbench:
    if not (folder / STORE_NAME).exists():
        print(say("preparing"), flush=True)
    try:
        return prepare_demo(folder)
    except subprocess.CalledProcessError as error:
        raise CommandFailed(say("pipeline_failed")) from error


def _serve(workbench: Workbench, greeting: str) -> int:
    # Here, not above: the other commands need not wait for the screens to be imported.
    from app.web.server import run_server

    return 0 if run_server(workbench, greeting) else 1


def _require_free_port(address: str, port: int) -> None:
    """Asked before anything slow is done."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise CommandFailed(say("port_taken", port=port)) from error


def _shown_address(settings: Settings) -> str:
    host = "localhost" if settings.address in ("127.0.0.1", "0.0.0.0", "::1") else settings.address
    return f"http://{host}:{settings.port}"
