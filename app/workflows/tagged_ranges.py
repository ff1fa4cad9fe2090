"""Tagged page ranges of one category over all applicants, for tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.page_tags import standing_tags
from app.domain.plan import ReviewPlan
from app.domain.visibility import Action
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.application_files import files_of

PageRange = tuple[int, int]


def load_ranges(
    access: Access, plan: ReviewPlan, category_code: CategoryCode
) -> Mapping[ApplicationId, tuple[PageRange, ...]]:
    """The tagged ranges by application, those of replaced files left out; show only applications that may be seen."""
    access.require(Action.VIEW_PLAN, programme_code=plan.programme_code)
    events = standing_tags(access.workbench.store.load_page_tag_events(category_code=category_code))
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    known = facts.applications_by_id(snapshot, plan.programme_code) if events else {}
    found: dict[ApplicationId, list[PageRange]] = defaultdict(list)
    for tag in (event.tag for event in events if event.tag.application_id in known):
        if tag.sha256 in files_of(snapshot, tag.application_id):
            found[tag.application_id].append((tag.first_page, tag.last_page))
    return {application_id: tuple(ranges) for application_id, ranges in found.items()}
