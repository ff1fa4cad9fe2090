"""Identity lists on step 1: who competes, places, waitlist, order, and a tie at the last place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from app.domain.identity_list import IdentityList, TieAtLine
from app.domain.plan import ReviewPlan
from app.ui.components.rule_widgets import Apply, RuleDesk, TextRule, text_rule, with_rules
from app.ui.plain import field_name, plain
from app.ui.state import plan as state
from app.ui.text.rule_words import RuleWords
from app.workflows.rule_edits import add_list, delete_list, move_list, replace_list, whole_or_none

WIDTHS = (3, 5, 2, 2, 1, 1)


def render_lists(desk: RuleDesk, words: RuleWords, statuses: Sequence[str]) -> None:
    """One line a list in the order in which they are filled; ``statuses`` are those of the snapshot."""
    st.caption(words.lists_help)
    for place, one in enumerate(desk.plan.rules.identity_lists):
        _render_list(desk, words, one, place=place, statuses=statuses)
    st.button(
        words.add_list,
        key=desk.key("add-list"),
        icon=":material/add:",
        disabled=desk.disabled,
        on_click=desk.edit,
        args=(partial(add_list, name=words.new_list),),
    )
    if desk.plan.rules.identity_lists:
        _render_tie(desk, words)


def _render_list(
    desk: RuleDesk, words: RuleWords, one: IdentityList, *, place: int, statuses: Sequence[str]
) -> None:
    key = one.list_id
    columns = st.columns(WIDTHS, vertical_alignment="bottom")
    with columns[0]:
        _text(desk, TextRule(f"list-{key}", words.list_name, one.name, _field(key, _named)), place)
    with columns[1]:
        _render_statuses(desk, words, one, place=place, statuses=statuses)
    with columns[2]:
        rule = TextRule(f"quota-{key}", words.list_quota, one.quota, _field(key, _with_quota))
        _text(desk, replace(rule, empty=words.list_no_quota), place)
    with columns[3]:
        rule = TextRule(f"wait-{key}", words.list_waitlist, one.waitlist, _field(key, _with_waitlist))
        _text(desk, replace(rule, empty=words.list_no_limit), place)
    with columns[4]:
        earlier = partial(move_list, list_id=key, offset=-1)
        _button(desk, ("up", key), ":material/arrow_upward:", words.earlier, change=earlier, off=place == 0)
    with columns[5]:
        _button(desk, ("drop-list", key), ":material/delete:", words.delete, change=_dropped(key))


def _render_statuses(
    desk: RuleDesk, words: RuleWords, one: IdentityList, *, place: int, statuses: Sequence[str]
) -> None:
    widget = desk.key("statuses", one.list_id)
    # A status that the plan names and this snapshot lacks stays to be seen and removed.
    known = [*statuses, *sorted(one.statuses.difference(statuses))]
    st.multiselect(
        field_name(words.list_statuses),
        known,
        key=state.follow(widget, [each for each in known if each in one.statuses]),
        placeholder=words.list_everyone,
        label_visibility="collapsed" if place else "visible",
        disabled=desk.disabled,
        on_change=_statuses_changed,
        args=(desk, one.list_id, widget),
    )


def _statuses_changed(desk: RuleDesk, list_id: str, widget: str) -> None:
    chosen = frozenset(str(each) for each in st.session_state[widget])

    def change(plan: ReviewPlan) -> ReviewPlan:
        found = [each for each in plan.rules.identity_lists if each.list_id == list_id]
        return replace_list(plan, replace(found[0], statuses=chosen)) if found else plan

    desk.edit(change)


def _render_tie(desk: RuleDesk, words: RuleWords) -> None:
    names = {TieAtLine.EXTRA: words.tie_extra, TieAtLine.UNDECIDED: words.tie_undecided}
    widget = desk.key("tie-at-line")
    st.radio(
        words.tie_at_line,
        list(TieAtLine),
        format_func=lambda tie: names[tie],
        key=state.follow(widget, desk.plan.rules.tie_at_line),
        horizontal=True,
        disabled=desk.disabled,
        on_change=desk.changed,
        args=(widget, _with_tie),
    )


def _text(desk: RuleDesk, rule: TextRule, place: int) -> None:
    text_rule(desk, replace(rule, width="stretch"), hides_label=place > 0)


def _button(
    desk: RuleDesk,
    key: tuple[str, str],
    icon: str,
    help: str,
    *,
    change: Callable[[ReviewPlan], ReviewPlan],
    off: bool = False,
) -> None:
    st.button(
        "",
        key=desk.key(key[0], key[1]),
        icon=icon,
        help=plain(desk.words.no_further if off else help),
        type="tertiary",
        disabled=desk.disabled or off,
        on_click=desk.edit,
        args=(change,),
    )


def _dropped(list_id: str) -> Callable[[ReviewPlan], ReviewPlan]:
    return partial(delete_list, list_id=list_id)


def _field(list_id: str, change: Callable[[IdentityList, str], IdentityList]) -> Apply:
    """A change of one list, found anew in the plan it is applied to."""

    def apply(plan: ReviewPlan, value: str) -> ReviewPlan:
        found = [each for each in plan.rules.identity_lists if each.list_id == list_id]
        return replace_list(plan, change(found[0], value)) if found else plan

    return apply


def _named(one: IdentityList, value: str) -> IdentityList:
    return replace(one, name=value.strip())


def _with_quota(one: IdentityList, value: str) -> IdentityList:
    return replace(one, quota=whole_or_none(value))


def _with_waitlist(one: IdentityList, value: str) -> IdentityList:
    return replace(one, waitlist=whole_or_none(value))


def _with_tie(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, tie_at_line=TieAtLine(value))
