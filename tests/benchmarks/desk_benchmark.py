"""How long a reviewer waits at the desk: next applicant, other category, save, from key press to changed page.

One reviewer in a real Chromium, a programme of a thousand applicants among 60,000 applications. The next applicant
and the other category only read; the save writes, reads back and goes on.
"""

from __future__ import annotations

import argparse

from playwright.sync_api import sync_playwright

from tests.benchmarks.desk_round import PROGRAMME, add_round_options, desk_round, sign_in_name
from tests.benchmarks.desk_stopwatch import CATEGORY, NEXT, SAVE, Timing, start_at, timed
from tests.browser.served_round import CHROMIUM, CHROMIUM_FLAGS, serve, visit


def main() -> None:
    """Make the round, serve it, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_round_options(parser)
    parser.add_argument("--times", type=int, default=40)
    options = parser.parse_args()
    with desk_round(options) as settings, serve(settings) as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        reviewer = visit(browser, served, sign_in_name(1))
        position = start_at(reviewer, f"/review?programme={PROGRAMME}")
        print(f"desk at {position}, Chromium, one reviewer", flush=True)
        for kind in (NEXT, CATEGORY, SAVE):
            print(Timing(kind, timed(reviewer.page, kind, options.times)).line(), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
