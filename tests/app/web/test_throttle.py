"""How long a guesser must wait."""

from __future__ import annotations

from app.web.throttle import SignInThrottle


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def failing(throttle: SignInThrottle, *, times: int, name: str = "chair", address: str = "10.0.0.1") -> None:
    for _ in range(times):
        throttle.note_failure(name, address)


def test_wait_after_four_failures_is_none() -> None:
    throttle = SignInThrottle(Clock())
    failing(throttle, times=4)
    assert throttle.seconds_to_wait("chair", "10.0.0.1") == 0


def test_wait_grows_with_every_failure_up_to_a_quarter_hour() -> None:
    waits = []
    for times in (5, 6, 7, 30):
        throttle = SignInThrottle(Clock())
        failing(throttle, times=times)
        waits.append(throttle.seconds_to_wait("chair", "10.0.0.1"))
    assert waits == [30, 60, 120, 900]


def test_wait_passes_with_time() -> None:
    clock = Clock()
    throttle = SignInThrottle(clock)
    failing(throttle, times=5)
    clock.now += 30
    assert throttle.seconds_to_wait("chair", "10.0.0.1") == 0


def test_wait_is_for_this_name_from_this_address_in_any_spelling() -> None:
    throttle = SignInThrottle(Clock())
    failing(throttle, times=5, name="Chair")
    waits = [
        throttle.seconds_to_wait(*pair)
        for pair in (("ｃｈａｉｒ", "10.0.0.1"), ("chair", "10.0.0.2"), ("office", "10.0.0.1"))
    ]
    assert waits == [30, 0, 0]


def test_success_forgives() -> None:
    throttle = SignInThrottle(Clock())
    failing(throttle, times=6)
    throttle.note_success("chair", "10.0.0.1")
    assert throttle.seconds_to_wait("chair", "10.0.0.1") == 0


def test_failures_of_an_hour_ago_are_forgotten() -> None:
    clock = Clock()
    throttle = SignInThrottle(clock)
    failing(throttle, times=5)
    clock.now += 3601
    failing(throttle, times=1)
    assert throttle.seconds_to_wait("chair", "10.0.0.1") == 0


def test_twenty_failures_of_one_name_from_anywhere_make_every_address_wait() -> None:
    waits = []
    for times in (19, 20, 21):
        throttle = SignInThrottle(Clock())
        for number in range(times):
            failing(throttle, times=1, address=f"10.0.1.{number}")
        waits.append([throttle.seconds_to_wait(name, "10.0.0.9") for name in ("chair", "office")])
    assert waits == [[0, 0], [30, 0], [60, 0]]


def test_success_forgives_its_own_failures_and_no_others() -> None:
    throttle = SignInThrottle(Clock())
    for number in range(20):
        failing(throttle, times=1, address=f"10.0.1.{number}")
    failing(throttle, times=1)
    throttle.note_success("chair", "10.0.0.1")
    assert throttle.seconds_to_wait("chair", "10.0.0.9") == 30
    throttle.note_success("chair", "10.0.1.0")
    assert throttle.seconds_to_wait("chair", "10.0.0.9") == 0
