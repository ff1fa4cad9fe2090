"""A signed list somebody brings back, beside the same list derived again from the store and the snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.plan import PlanId
from app.domain.visibility import Action
from app.errors import BadFile, FileProblem, NotFound
from app.exchange.signed_list import DIGEST_KEY, SignedList
from app.exchange.signed_list_comparison import Comparison, compare_signed_list, file_digest
from app.exchange.signed_list_reading import ReadList, read_signed_list
from app.exchange.typeset import NoPrintingFont, typesetter
from app.program_version import program_version
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.list_as_of import derive_list
from app.workflows.signed_list_content import LANGUAGES, signed_list_of
from app.workflows.signed_lists import recorded_files


@dataclass(frozen=True)
class Verification:
    """What was found. ``stated`` is what the file says of itself; ``program_now`` the program that derived it again.

    ``typeset_then`` set the pages of a PDF on record, ``typeset_now`` would set them here; empty is not known.
    """

    comparison: Comparison
    stated: Mapping[str, str]
    program_now: str
    typeset_then: str = ""
    typeset_now: str = ""

    @property
    def agrees(self) -> bool:
        """Whether every line, every digest and every byte agrees."""
        return self.comparison.agrees

    @property
    def other_program(self) -> bool:
        """Whether another version of the program made the file."""
        return self.stated["program_version"] != self.program_now


def verify_signed_list(
    workbench: Workbench, content: bytes, *, name: str = "", access: Access | None = None
) -> Verification:
    """Derive the list of a file again and compare; ``access`` None is the administrator at the command line.

    Raises BadFile when the file is no signed list, NotFound when the store knows no such plan of that time.
    """
    read = read_signed_list(content, name=name)
    plan_id = PlanId(read.stated["plan_id"])
    if access is not None:
        _require(access, plan_id)
    derived = _derive(workbench, read, name)
    recorded = recorded_files(workbench.store, plan_id, read.stated[DIGEST_KEY])
    found = compare_signed_list(
        content,
        read,
        derived,
        recorded=recorded,
        same_program=read.stated["program_version"] == program_version(),
    )
    left = recorded.get(file_digest(content))
    then = left.typesetter if left is not None else ""
    return Verification(found, read.stated, program_version(), then, _typesetter())


def _typesetter() -> str:
    try:
        return typesetter()
    except NoPrintingFont:
        return ""


def _require(access: Access, plan_id: PlanId) -> None:
    stored = access.workbench.store.find_locked(plan_id)
    if stored is None:
        raise NotFound("locked plan", "stated by the file")
    access.require(Action.VIEW_RECORDS, programme_code=stored.plan.programme_code)


def _derive(workbench: Workbench, read: ReadList, name: str) -> SignedList:
    stated = read.stated
    derived = derive_list(workbench, PlanId(stated["plan_id"]), _moment(stated, name))
    if stated["language"] not in LANGUAGES:
        raise BadFile(name, [FileProblem(name, "unknown_language")])
    return signed_list_of(
        derived,
        language=stated["language"],
        selection=stated["selection"],
        version=stated["program_version"],
    )


def _moment(stated: Mapping[str, str], name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(stated["as_of"])
        if moment.utcoffset() is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError) as problem:
        raise BadFile(name, [FileProblem(name, "unreadable_moment")]) from problem
    raise BadFile(name, [FileProblem(name, "unreadable_moment")])
