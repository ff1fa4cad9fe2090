"""Step 2, 核心資料設定: the evidence a programme has, and which of it feeds which dimension."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import DimensionId
from app.domain.evidence import (
    ApplicationId,
    ApplicationSummary,
    CategoryCode,
    Programme,
    ReviewItem,
    TreeNode,
)
from app.domain.plan import ReviewPlan
from app.domain.rounding import round_half_up
from app.domain.visibility import Action
from app.errors import NotFound, PlanLocked
from app.evidence.application_questions import SHOWN_IF_PRESENT
from app.evidence.questions import (
    load_application_tree,
    load_applications,
    load_programme_tree,
    load_programmes,
    load_review_items,
)
from app.workflows.access import Access
from app.workflows.allowed_items import effective_choice

COURSE_GROUP = "course_group"
PROFILE_GROUP = "profile"
REST_GROUP = "rest"
MANY = Fraction(1, 2)
# Documents reach the programme from PDF uploads as well; everything else only from the database.
IN_BOTH_MODES = ("document.", "profile", "attachment.")


@dataclass(frozen=True)
class CategoryLine:
    """A row of the matrix. ``missing`` counts applicants without it, PDF-only ones apart in ``pdf_only``."""

    category_code: CategoryCode
    label: str
    item_codes: tuple[str, ...]
    closed_codes: tuple[str, ...]
    applications: int
    missing: int
    pdf_only: int
    missing_percent: Decimal
    is_open: bool
    is_stand_in: bool

    @property
    def is_empty_for_many(self) -> bool:
        """Whether at least half of those who could have it have none; stand-ins are rare by nature."""
        return not self.is_stand_in and self.missing_percent >= 100 * MANY


@dataclass(frozen=True)
class CategoryGroup:
    """Rows under one group of review items; ``name`` is the group as in the list of items."""

    name: str
    items: tuple[ReviewItem, ...]
    closed_codes: frozenset[str]
    lines: tuple[CategoryLine, ...]


@dataclass(frozen=True)
class CoreDataView:
    """The whole matrix of a programme on the snapshot of its plan."""

    groups: tuple[CategoryGroup, ...]
    applications: int
    pdf_only: int

    @property
    def lines(self) -> tuple[CategoryLine, ...]:
        """Every row once."""
        return tuple(line for group in self.groups for line in group.lines)


@dataclass(frozen=True)
class Tick:
    """One edit of the matrix: categories in or out of a dimension."""

    dimension_id: DimensionId
    category_codes: tuple[CategoryCode, ...]
    is_on: bool


def load_core_data(access: Access, programme: Programme, plan: ReviewPlan) -> CoreDataView:
    """The matrix: rows of the programme's tree under the review items of its channel and year."""
    access.require(Action.VIEW_PLAN, programme_code=programme.programme_code)
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    items = load_review_items(snapshot, programme.admission_channel, admission_year=programme.admission_year)
    applications = load_applications(snapshot, programme.programme_code)
    tree = load_programme_tree(snapshot, programme.programme_code)
    closed = _closed_codes(access, programme, items)
    modes = [each.submission_mode for each in applications]
    counts = (len(applications), modes.count("pdf"))
    return CoreDataView(_groups(tree, items, closed, counts), *counts)


def category_labels(access: Access, plan: ReviewPlan) -> Mapping[str, str]:
    """Names of evidence categories by code."""
    access.require(Action.VIEW_PLAN, programme_code=plan.programme_code)
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    return {node.category_code: node.label for node in load_programme_tree(snapshot, plan.programme_code)}


def category_openness(access: Access, plan: ReviewPlan) -> Mapping[CategoryCode, bool]:
    """The categories of the programme's tree; False where the office closed every item it belongs to."""
    access.require(Action.VIEW_PLAN, programme_code=plan.programme_code)
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    own = [each for each in load_programmes(snapshot) if each.programme_code == plan.programme_code]
    if not own:
        return {}
    channel, year = own[0].admission_channel, own[0].admission_year
    items = load_review_items(snapshot, channel, admission_year=year)
    closed = _closed_codes(access, own[0], items)
    tree = load_programme_tree(snapshot, plan.programme_code)
    return {node.category_code: _is_open(_item_codes(items, node.category_code), closed) for node in tree}


def apply_ticks(plan: ReviewPlan, ticks: Iterable[Tick], allowed: frozenset[CategoryCode]) -> ReviewPlan:
    """The plan after the ticks. Only categories of ``allowed`` go in; any may go out. A tick of a dimension
    that is gone changes nothing."""
    known = {each.dimension_id for each in plan.dimensions}
    if plan.status == "locked":
        raise PlanLocked(plan.plan_id, plan.revision)
    pairs = set(plan.core_data.pairs)
    for tick in ticks:
        if tick.dimension_id not in known:
            continue
        for code in tick.category_codes:
            if tick.is_on and code in allowed:
                pairs.add((tick.dimension_id, code))
            elif not tick.is_on:
                pairs.discard((tick.dimension_id, code))
    return replace(plan, core_data=CoreDataSelection(frozenset(pairs)))


def without_categories(plan: ReviewPlan, codes: Collection[CategoryCode]) -> ReviewPlan:
    """The plan after these categories left every dimension."""
    if plan.status == "locked":
        raise PlanLocked(plan.plan_id, plan.revision)
    kept = frozenset(pair for pair in plan.core_data.pairs if pair[1] not in codes)
    return replace(plan, core_data=CoreDataSelection(kept))


def read_tick(raw: Mapping[str, object]) -> Tick:
    """The tick in a message of the screen."""
    codes = raw.get("category_codes")
    listed = codes if isinstance(codes, list) else []
    return Tick(
        dimension_id=DimensionId(str(raw.get("dimension_id"))),
        category_codes=tuple(CategoryCode(str(code)) for code in listed),
        is_on=raw.get("on") is True,
    )


def load_preview_choices(access: Access, plan: ReviewPlan) -> Sequence[ApplicationSummary]:
    """Applicants whose tree this person may look at."""
    visible = access.visible_applications(plan.programme_code)
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    found = load_applications(snapshot, plan.programme_code)
    return [each for each in found if visible is None or each.application_id in visible]


def load_preview_tree(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> Sequence[TreeNode]:
    """The tree of one applicant as a reviewer gets it."""
    access.require(Action.VIEW_APPLICATION, programme_code=plan.programme_code, application_id=application_id)
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    if application_id not in {
        each.application_id for each in load_applications(snapshot, plan.programme_code)
    }:
        raise NotFound("application", application_id)
    return load_application_tree(snapshot, application_id)


def dimensions_without_core(plan: ReviewPlan) -> Sequence[str]:
    """Names of dimensions nothing feeds."""
    return [each.name for each in plan.dimensions if not plan.core_data.categories_of(each.dimension_id)]


def _closed_codes(access: Access, programme: Programme, items: Iterable[ReviewItem]) -> frozenset[str]:
    listed = tuple(items)
    choice = effective_choice(access.workbench.store, programme, listed)
    return frozenset(item.item_code for item in listed) - choice.considered_items


def _groups(
    tree: Sequence[TreeNode],
    items: Sequence[ReviewItem],
    closed: frozenset[str],
    counts: tuple[int, int],
) -> tuple[CategoryGroup, ...]:
    """Every category once, in the group of the first item it belongs to; ``counts`` are all and PDF-only."""
    of_category: dict[CategoryCode, list[ReviewItem]] = {
        node.category_code: [item for item in items if _feeds(item, node.category_code)] for node in tree
    }
    lines: dict[str, list[CategoryLine]] = {}
    for node in tree:
        own = of_category[node.category_code]
        name = own[0].item_group if own else _group_without_item(node)
        lines.setdefault(name, []).append(_line(node, own, closed, counts))
    order = [PROFILE_GROUP, *dict.fromkeys(item.item_group for item in items), REST_GROUP]
    return tuple(
        CategoryGroup(name, _items_of(items, name), closed, tuple(lines[name]))
        for name in order
        if name in lines
    )


def _feeds(item: ReviewItem, code: CategoryCode) -> bool:
    return code in item.category_codes or (
        code.startswith(f"{COURSE_GROUP}.") and COURSE_GROUP in item.category_codes
    )


def _item_codes(items: Iterable[ReviewItem], code: CategoryCode) -> tuple[str, ...]:
    return tuple(item.item_code for item in items if _feeds(item, code))


def _is_open(item_codes: Collection[str], closed: frozenset[str]) -> bool:
    """What belongs to no item cannot be closed by one."""
    return not item_codes or not closed.issuperset(item_codes)


def _group_without_item(node: TreeNode) -> str:
    return PROFILE_GROUP if node.category_code == "profile" else REST_GROUP


def _items_of(items: Iterable[ReviewItem], name: str) -> tuple[ReviewItem, ...]:
    return tuple(item for item in items if item.item_group == name)


def _line(
    node: TreeNode, items: Sequence[ReviewItem], closed: frozenset[str], counts: tuple[int, int]
) -> CategoryLine:
    total, pdf_only = counts
    apart = 0 if node.category_code.startswith(IN_BOTH_MODES) else pdf_only
    able = total - apart
    missing = max(0, able - node.count)
    codes = tuple(item.item_code for item in items)
    shut = tuple(code for code in codes if code in closed)
    percent = round_half_up(Fraction(100 * missing, able), 0) if able else Decimal(0)
    return CategoryLine(
        category_code=node.category_code,
        label=node.label,
        item_codes=codes,
        closed_codes=shut,
        applications=node.count,
        missing=missing,
        pdf_only=apart,
        missing_percent=percent,
        is_open=_is_open(codes, closed),
        is_stand_in=node.category_code in SHOWN_IF_PRESENT,
    )
