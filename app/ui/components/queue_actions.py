"""What a click on the filter does, whatever the browser really sent."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.evidence import ApplicationId
from app.domain.scores import ReviewState
from app.ui.state import queue
from app.workflows.applicant_filter import RENEWED, ApplicantFilter, Facet
from app.workflows.desk_views import Desk
from app.workflows.filter_text import number_in


@dataclass(frozen=True)
class QueueActions:
    """The filter of one desk; the drafts a browser names count only for applicants of the desk."""

    desk: Desk

    def sift(self, sent: object) -> None:
        """Toggle a choice, set bounds, clear, or only ask what each choice would leave."""
        if not isinstance(sent, Mapping):
            return
        self._keep_drafted(sent.get("drafted"))
        plan_id = self.desk.plan.plan_id
        wanted = queue.wanted(plan_id)
        chosen = self._chosen(sent, wanted)
        if chosen != wanted:
            queue.choose_filter(plan_id, chosen)
        if sent.get("is_open") is True:
            queue.ask_choices()

    def _chosen(self, sent: Mapping[str, object], wanted: ApplicantFilter) -> ApplicantFilter:
        act, facet, value = sent.get("act"), sent.get("facet"), sent.get("value")
        if act == "clear":
            return ApplicantFilter()
        if act == "news":
            return renewed_only(is_reviewed=value == "reviewed")
        if act == "bounds":
            return replace(wanted, lowest=_bound(sent.get("lowest")), highest=_bound(sent.get("highest")))
        if act == "toggle" and facet in list(Facet) and isinstance(value, str):
            return wanted.toggled(Facet(str(facet)), value)
        return wanted

    def _keep_drafted(self, sent: object) -> None:
        if isinstance(sent, list):
            named = {ApplicationId(each) for each in sent if isinstance(each, str)}
            queue.keep_drafted(named.intersection(self.desk.ids))


def renewed_only(*, is_reviewed: bool) -> ApplicantFilter:
    """Those with new evidence, or of them those already scored or abstained from."""
    choices = {Facet.EVIDENCE: frozenset({RENEWED})}
    done = frozenset({ReviewState.SCORED.value, ReviewState.ABSTAINED.value, ReviewState.PARTIAL.value})
    return ApplicantFilter(choices | {Facet.STATE: done} if is_reviewed else choices)


def _bound(sent: object) -> Decimal | None:
    text = unicodedata.normalize("NFKC", sent).strip() if isinstance(sent, str) else ""
    return number_in(text)
