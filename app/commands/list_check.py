"""verify FILE: a signed list derived again, line by line, with the exit code for a script."""

from __future__ import annotations

import sys
from pathlib import Path

from app.commands.places import say
from app.errors import BadFile, NotFound
from app.exchange.signed_list_comparison import PERSONAL_KEYS, Finding, FindingKind, MadeAgain
from app.workbench import Workbench
from app.workflows.list_verification import Verification, verify_signed_list

AGREES, DIFFERS, UNREADABLE = 0, 1, 2


def check_list(workbench: Workbench, path: Path) -> int:
    """What agrees on standard output, what differs on standard error; 0 agrees, 1 differs, 2 cannot be read."""
    try:
        found = verify_signed_list(workbench, path.read_bytes(), name=path.name)
    except OSError:
        return _refused(say("list_no_file", path=path))
    except BadFile as bad:
        return _refused(say("list_unreadable", reason=", ".join(each.rule for each in bad.problems)))
    except NotFound:
        return _refused(say("list_unknown"))
    _tell(found)
    return AGREES if found.agrees else DIFFERS


def finding_line(finding: Finding) -> str:
    """One difference in words; values of persons are not in it."""
    is_personal = finding.kind is FindingKind.VALUE and finding.column in PERSONAL_KEYS
    return say(
        "finding_personal" if is_personal else f"finding_{finding.kind}",
        place=finding.place,
        column=finding.column,
        in_file=finding.in_file or "—",
        derived=finding.derived or "—",
    )


def _tell(found: Verification) -> None:
    compared = found.comparison
    print(say("list_stated", **{**found.stated, "form": compared.form.upper()}, lines=compared.lines))
    if found.other_program:
        print(say("list_other_program", then=found.stated["program_version"], now=found.program_now))
    if found.agrees:
        print(
            say("list_agrees" if not compared.notes else "list_agrees_in_other_words", lines=compared.lines)
        )
        print(_vouched(found))
        for note in compared.notes:
            print(say("list_note", note=finding_line(note)))
        return
    for finding in compared.findings:
        print(finding_line(finding), file=sys.stderr)
    counts = {"count": len(compared.findings), "lines": compared.lines, "equal": compared.equal_lines}
    print(say("list_differs", **counts), file=sys.stderr)
    if compared.is_doubtful:
        print(say("list_doubtful", now=found.typeset_now or "—"), file=sys.stderr)


def _vouched(found: Verification) -> str:
    """What the word stands on: the bytes made again, or the record alone."""
    compared = found.comparison
    if compared.made_again is MadeAgain.SAME:
        return say("list_on_record" if compared.was_recorded else "list_not_on_record")
    if compared.form != "pdf":
        return say("list_by_record")
    then, now = found.typeset_then or "—", found.typeset_now or "—"
    is_here = compared.made_again is MadeAgain.OTHER
    return say("list_by_record_pdf" if is_here else "list_by_record_no_font", then=then, now=now)


def _refused(reason: str) -> int:
    print(reason, file=sys.stderr)
    return UNREADABLE
