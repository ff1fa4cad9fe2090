"""The same day in each form that exports use."""

from datetime import date

from pipelines.synthesis.dates import gregorian, roc_compact, roc_slashed, roc_with_time

DAY = date(2024, 5, 2)


def test_a_day_in_each_form() -> None:
    forms = [
        roc_compact(DAY),
        roc_slashed(DAY),
        gregorian(DAY),
        roc_with_time(DAY, 9),
        roc_with_time(DAY, 13),
    ]
    assert forms == [
        "1130502",
        "113/05/02",
        "2024-05-02",
        "113/05/02 上午 09:30:00",
        "113/05/02 下午 01:30:00",
    ]
