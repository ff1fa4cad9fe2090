"""One step alone on a screen, for a demo person."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from app.workbench import Workbench


def step_screen(workbench: Workbench, step: str, *, name: str = "chair", code: str = "999102") -> AppTest:
    """The step, drawn once for this person at this programme, in Traditional Chinese."""
    screen = AppTest.from_function(
        _draw,
        kwargs={"workbench": workbench, "step": step, "name": name, "code": code},
        default_timeout=30,
    )
    return screen.run()


# Only the source of this function reaches the screen, so it names nothing from outside itself.
def _draw(workbench: object, step: str, name: str, code: str) -> None:
    from importlib import import_module

    from app.ui.text.frame import ZH
    from app.ui.text.language import Language
    from app.ui.visit import Visit
    from app.workbench import Workbench as OpenWorkbench
    from tests.app.workflows.people import access_of, programme_of

    assert isinstance(workbench, OpenWorkbench)
    access = access_of(workbench, name)
    visit = Visit(
        workbench=workbench,
        access=access,
        person=access.person,
        language=Language.ZH,
        words=ZH,
        programme=programme_of(workbench, code),
    )
    import_module(f"app.ui.steps.{step}").render(visit)
