"""What the widgets of rules share: each follows what is stored and saves when it is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

import streamlit as st

from app.domain.plan import RankingRules, ReviewPlan
from app.ui.components.plan_desk import save_edit
from app.ui.number_text import number_text
from app.ui.plain import field_name
from app.ui.state import plan as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.dimension_setup import DimensionWords
from app.ui.visit import Visit
from app.workflows.dimension_setup import UnusableEdit

Apply = Callable[[ReviewPlan, str], ReviewPlan]


@dataclass(frozen=True)
class RuleDesk:
    """Where rules are edited: who, with which words, on which plan, and whether anything may be changed."""

    visit: Visit
    words: DimensionWords
    plan: ReviewPlan
    disabled: bool

    def key(self, name: str, *parts: object) -> str:
        """A widget key that belongs to the plan."""
        return state.key(self.plan.plan_id, name, *parts)

    def changed(self, widget: str, apply: Apply) -> None:
        """A callback: apply the widget's value, as text, to the newest stored plan and save."""
        shown = state.shown(self.plan.plan_id)
        if shown is None:
            return
        try:
            plan = apply(shown.plan, str(st.session_state[widget]))
        except UnusableEdit as problem:
            leave_notice(Notice("warning", self.words.refused_edit.format(value=problem.value)))
            return
        save_edit(self.visit, self.plan.plan_id, plan)

    def edit(self, change: Callable[[ReviewPlan], ReviewPlan]) -> None:
        """A callback of a button: change the newest stored plan and save."""
        shown = state.shown(self.plan.plan_id)
        if shown is not None:
            save_edit(self.visit, self.plan.plan_id, change(shown.plan))


@dataclass(frozen=True)
class TextRule:
    """A rule typed as text: its label, what is stored, what a change does, what an empty one says."""

    name: str
    label: str
    value: Decimal | str | int | None
    apply: Apply
    empty: str = ""
    help: str | None = None
    width: int | str = 220


def text_rule(desk: RuleDesk, rule: TextRule, *, hides_label: bool = False) -> None:
    """A text box that follows what is stored."""
    stored = rule.value if isinstance(rule.value, str) else _shown(rule.value)
    widget = desk.key(rule.name)
    st.text_input(
        field_name(rule.label),
        placeholder=rule.empty or None,
        width="stretch" if rule.width == "stretch" else int(rule.width),
        max_chars=60,
        key=state.follow(widget, stored),
        help=rule.help,
        label_visibility="collapsed" if hides_label else "visible",
        disabled=desk.disabled,
        on_change=desk.changed,
        args=(widget, rule.apply),
    )


def with_rules(plan: ReviewPlan, **changed: object) -> ReviewPlan:
    """The plan with some rules changed."""
    rules: RankingRules = replace(plan.rules, **changed)  # type: ignore[arg-type]
    return replace(plan, rules=rules)


def _shown(value: Decimal | int | None) -> str:
    return number_text(value if value is None else Decimal(value))
