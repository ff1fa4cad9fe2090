"""Names of the files researchers take away."""

from __future__ import annotations

from app.ui.components.cohort_views import file_name


def test_file_name_tells_the_view_and_the_smallest_group() -> None:
    assert file_name("uptake-subject-none", 10) == "cohort-uptake-subject-none-min10.csv"
