"""The numbers about reviewers on the screen."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from app.domain.evidence import ProgrammeCode
from app.domain.identity_list import IdentityList
from app.domain.scoring_method import ScoringMethod
from app.psychometrics.agreement import agreement_figures
from app.psychometrics.icc import IccForm
from app.ui.plain import plain
from app.ui.state import raters as state
from app.ui.steps.raters import SHOWS
from app.ui.text.certainty import ZH as CERTAINTY
from app.ui.text.raters import ZH
from app.workbench import Workbench
from app.workflows.list_stability import compare_methods
from app.workflows.rater_figures import load_ratings
from tests.app.ui.plan_screens import step_screen
from tests.app.workflows.people import access_of, programme_of
from tests.app.workflows.revised_rules import locked_with
from tests.app.workflows.test_component_import import TEST, applications, file_of, imported

CODE = "999101"


@pytest.mark.parametrize("view", SHOWS)
def test_every_view_opens(workbench: Workbench, view: str) -> None:
    screen = step_screen(workbench, "raters", code=CODE)
    screen.session_state[state.key(ProgrammeCode(CODE), "view")] = view
    screen.run()
    assert not screen.exception
    assert ZH.about[view] in [each.value for each in screen.text]


def test_agreement_names_its_form_of_the_icc_and_shows_all_six(workbench: Workbench) -> None:
    screen = step_screen(workbench, "raters", code=CODE)
    ratings = load_ratings(access_of(workbench, "chair"), programme_of(workbench, CODE))
    assert ratings is not None
    total = agreement_figures(ratings.totals)
    mean = total.icc(IccForm.ONE_WAY_MEAN)
    assert mean is not None
    assert not total.is_complete
    assert total.concordance is None
    captions = [each.value for each in screen.caption]
    assert plain(ZH.agreement.form_partial.format(readers=f"{mean.readers:.1f}")) in captions
    assert plain(ZH.agreement.no_concordance) in captions
    forms = screen.dataframe[-1].value
    assert list(forms.columns) == [ZH.subject, *(ZH.agreement.forms[form] for form in IccForm)]
    found = {form: total.icc(form) for form in IccForm}
    for form, icc in found.items():
        assert icc is not None
        assert forms[ZH.agreement.forms[form]][0].startswith(f"{icc.estimate:.2f}")


def test_methods_name_the_lists_once_and_say_how_a_cell_reads(workbench: Workbench) -> None:
    lists = (
        IdentityList("all", "一般", quota=4, waitlist=3),
        IdentityList("open", "不限", quota=2),
    )
    locked_with(workbench, identity_lists=lists)
    view = compare_methods(access_of(workbench, "chair"), programme_of(workbench, CODE))
    assert view is not None
    screen = step_screen(workbench, "raters", code=CODE)
    screen.session_state[state.key(ProgrammeCode(CODE), "view")] = "methods"
    screen.run()
    (table,) = (each.value for each in screen.dataframe)
    assert list(table[ZH.number]) == [row.summary.application_number for row in view.rows]
    assert set(table[ZH.compared.lists]) == {"一般、不限"}
    for place, row in enumerate(view.rows):
        median = row.places[ScoringMethod.MEDIAN]
        told = "、".join(ZH.compared.outcomes[outcome] for _, outcome in median.outcomes)
        said = f"{told}　{median.rank}　{median.total}" if median.total is not None else ZH.compared.no_total
        assert table[ZH.compared.methods["median"]][place] == said
    captions = [each.value for each in screen.caption]
    assert ZH.compared.reads_outcome in captions
    same = [method for method, count in view.without_value.items() if count and not view.warnings[method]]
    names = "、".join(ZH.compared.methods[method] for method in same)
    said = ZH.compared.without_value.format(count=view.without_value[same[0]])
    assert plain(ZH.compared.remark.format(methods=names, said=said)) in captions


def test_reviewer_sees_the_own_page_and_then_the_chair_does(workbench: Workbench) -> None:
    def seen_by_chair() -> list[str]:
        chair = step_screen(workbench, "raters", code=CODE)
        chair.session_state[state.key(ProgrammeCode(CODE), "view")] = "behaviour"
        chair.run()
        return [each.label for each in chair.expander]

    before = seen_by_chair()
    own = step_screen(workbench, "own_figures", name="reviewer2", code=CODE)
    assert not own.exception
    assert [each.label for each in own.expander]
    assert sorted(seen_by_chair()) == sorted([*before, *(each.label for each in own.expander)])


def test_programme_without_a_locked_plan_says_so(workbench: Workbench) -> None:
    screen = step_screen(workbench, "raters", code="999102")
    assert not screen.exception
    assert len(screen.info) == 1


def certainty_screen(workbench: Workbench) -> AppTest:
    """名次有多確定, as the chair sees it."""
    screen = step_screen(workbench, "raters", code=CODE)
    screen.session_state[state.key(ProgrammeCode(CODE), "view")] = "certainty"
    screen.run()
    assert not screen.exception
    return screen


def test_certainty_asks_for_places_only_where_the_plan_has_none(workbench: Workbench) -> None:
    key = state.key(ProgrammeCode(CODE), "places")
    locked_with(workbench, components=(), tie_breaks=(), identity_lists=())
    assumed = certainty_screen(workbench)
    assert key in [each.key for each in assumed.number_input]
    told = CERTAINTY.assumed.format(places=assumed.number_input(key=key).value)
    assert [told in each.value for each in assumed.caption] == [True]
    lists = (
        IdentityList("all", "一般", quota=4, waitlist=3),
        IdentityList("native", "原住民", frozenset({"原住民生"}), quota=1),
        IdentityList("open", "不限", quota=None),
    )
    locked_with(workbench, identity_lists=lists)
    screen = certainty_screen(workbench)
    assert key not in [each.key for each in screen.number_input]
    # The queue, the band of the first list where it has one, and everyone of it.
    (queue, *_, whole) = (each.value for each in screen.dataframe)
    assert list(queue[CERTAINTY.order]) == list(range(1, len(queue) + 1))
    ranks = whole[CERTAINTY.rank]  # Who is below a minimum has none, and stands last.
    assert ranks.dropna().is_monotonic_increasing
    assert ranks.isna().is_monotonic_increasing
    assert {"正取", "備取", "未錄取"} == set(whole[CERTAINTY.now])
    chosen = screen.button_group(key=state.key(ProgrammeCode(CODE), "list"))
    chosen.set_value("open").run()
    assert not screen.exception
    assert CERTAINTY.open_list.format(name="不限") in [each.value for each in screen.text]


def test_certainty_says_what_stays_fixed_and_that_nobody_has_a_total(workbench: Workbench) -> None:
    plan = locked_with(workbench, components=(replace(TEST, name="學測*", weight_percent=Decimal(40)),))
    screen = certainty_screen(workbench)
    told = plain(CERTAINTY.fixed.format(names="學測* 40%", share="60"))
    assert [told in each.value for each in screen.caption] == [True]
    assert [each.value for each in screen.info] == [CERTAINTY.nobody]
    assert not screen.dataframe
    everyone = applications(workbench, plan)
    imported(workbench, plan, file_of(everyone, ["30"] * len(everyone)))
    screen = certainty_screen(workbench)
    assert not screen.info
    assert len(screen.dataframe) >= 1
