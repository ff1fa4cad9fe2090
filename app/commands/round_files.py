"""rank, backup, verify: what a round takes away, and whether everything it rests on is intact."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from app.commands.list_check import check_list
from app.commands.places import CommandFailed, Commands, add_snapshots, add_store, say, settings_of
from app.commands.store_copy import copy_store
from app.domain.evidence import SnapshotId
from app.domain.plan import PlanId
from app.errors import SnapshotBroken
from app.evidence.questions import load_applications
from app.exchange.signed_list import FORMS
from app.workbench import Workbench, open_workbench


def add_commands(commands: Commands) -> None:
    """Add the three to the parser."""
    rank = commands.add_parser("rank", help="the ranked list of a plan")
    rank.add_argument("--plan", required=True, metavar="ID")
    rank.add_argument("--format", required=True, choices=FORMS)
    rank.add_argument("--as-of", metavar="MOMENT", help="the list as of a moment, as 2026-05-20T17:00+08:00")
    rank.add_argument("--out", type=Path, help="file to write; standard output without it")
    rank.add_argument("--language", choices=["zh", "en"], default="zh")
    rank.set_defaults(run=run_rank)
    backup = commands.add_parser("backup", help="a checked copy of the store, also while it is in use")
    backup.add_argument("--out", type=Path, required=True, help="file to write; never overwritten")
    backup.set_defaults(run=run_backup)
    verify = commands.add_parser(
        "verify",
        help="check the round, or derive the list in a FILE again and compare",
        description=say("verify_help"),
    )
    verify.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="a signed list: PDF, XLSX, CSV or JSON"
    )
    verify.set_defaults(run=run_verify)
    for parser in (rank, backup, verify):
        add_store(parser)
    for parser in (rank, verify):
        add_snapshots(parser)


def run_rank(options: argparse.Namespace) -> int:
    """The same list that step 4 shows, with snapshot, revision and rules printed in it."""
    from app.workflows.signed_lists import AskedSigned, export_signed_list

    workbench = open_workbench(settings_of(options))
    _require_new(options.out)
    asked = AskedSigned(
        PlanId(options.plan), options.format, language=options.language, as_of=_moment(options.as_of)
    )
    content = export_signed_list(workbench, None, asked).content
    if options.out is None:
        sys.stdout.buffer.write(content)
    else:
        options.out.write_bytes(content)
    return 0


def run_backup(options: argparse.Namespace) -> int:
    """Copy, check the copy, and only then give it its name."""
    _require_new(options.out)
    copy_store(settings_of(options).store, options.out)
    print(say("backed_up", path=options.out, size=options.out.stat().st_size))
    return 0


def run_verify(options: argparse.Namespace) -> int:
    """Every problem on a line of its own; 1 when there is any. With a FILE the list in it, and nothing else."""
    workbench = open_workbench(settings_of(options))
    if options.file is not None:
        return check_list(workbench, options.file)
    problems = list(find_problems(workbench))
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    plan_ids = workbench.store.load_plan_ids()
    reviews = sum(len(workbench.store.load_reviews(plan_id)) for plan_id in plan_ids)
    snapshots = len(workbench.known_snapshot_ids())
    print(say("verified", snapshots=snapshots, plans=len(plan_ids), reviews=reviews))
    return 0


def find_problems(workbench: Workbench) -> Iterator[str]:
    """What is wrong with the snapshots in use, and with judgements that do not fit them."""
    broken: set[SnapshotId] = set()
    for snapshot_id in sorted(workbench.known_snapshot_ids()):
        try:
            workbench.snapshot(snapshot_id)
        except SnapshotBroken as error:
            broken.add(snapshot_id)
            yield str(error)
    for plan_id in workbench.store.load_plan_ids():
        yield from _plan_problems(workbench, plan_id, broken=broken)


def _plan_problems(workbench: Workbench, plan_id: PlanId, *, broken: set[SnapshotId]) -> Iterator[str]:
    store = workbench.store
    stored = store.find_locked(plan_id) or store.find_draft(plan_id)
    if stored is None or stored.plan.snapshot_id in broken:
        return
    snapshot = workbench.snapshot(stored.plan.snapshot_id)
    known = {each.application_id for each in load_applications(snapshot, stored.plan.programme_code)}
    people = {person.person_id for person in store.load_persons()}
    revisions = {each.plan.revision for each in store.load_plan_history(plan_id)}
    for review in store.load_reviews(plan_id):
        place = f"plan {plan_id}: review of {review.application_id} by {review.reviewer_id}"
        if review.application_id not in known:
            yield f"{place}: no such application in snapshot {snapshot.snapshot_id}"
        if review.reviewer_id not in people:
            yield f"{place}: no such person"
        if review.plan_revision not in revisions:
            yield f"{place}: no locked revision {review.plan_revision}"
    for assignment in store.load_assignments(plan_id):
        if assignment.application_id not in known:
            yield f"plan {plan_id}: assignment of {assignment.application_id}: no such application"


def _moment(text: str | None) -> datetime | None:
    try:
        moment = None if text is None else datetime.fromisoformat(text)
    except ValueError as problem:
        raise CommandFailed(say("moment_unreadable", moment=text)) from problem
    if moment is not None and moment.utcoffset() is None:
        raise CommandFailed(say("moment_unreadable", moment=text))
    return moment


def _require_new(path: Path | None) -> None:
    if path is not None and path.exists():
        raise CommandFailed(say("out_exists", path=path))
