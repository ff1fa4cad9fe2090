"""Reviewers without a screen: each reads, changes category and saves about every ten seconds, and tells what it saw.

Run by the load benchmark as a process of its own, so that its work is not counted to the server. The last line it
prints is JSON: every run, every save with what was believed of it, every complaint.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import uuid4

from websockets.exceptions import WebSocketException

from tests.benchmarks.desk_wire import Run, Wire, sign_in

READY = "ready"
FORM, LINE, TREE, STAGE = "score_form", "desk_line", "evidence_tree", "evidence_stage"
ACTIONS = {"next": 40, "category": 30, "save_next": 20, "save": 10}
CATEGORIES = ("document.personal_statement", "course_outcome", "activity.competition", "profile", "overview")
HIGHEST = 95
NOTE = re.compile(r"\S+ on \S+")


@dataclass
class SentSave:
    """A save as it left; ``is_confirmed`` when the server said that the store has it."""

    event_id: str
    reviewer_id: str
    application_id: str
    scores: dict[str, str]
    comment: str
    is_confirmed: bool = False


@dataclass
class Told:
    """Everything one reviewer has to tell; a run is its kind, its time of day, seconds to page and to end, bytes."""

    runs: list[tuple[str, float, float, float, int]] = field(default_factory=list)
    saves: list[SentSave] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)


class DeskClient:
    """One reviewer at a tab."""

    def __init__(self, wire: Wire, chance: random.Random) -> None:
        self._wire, self._chance = wire, chance
        self._own: dict[str, SentSave] = {}
        self.told = Told()

    async def arrive(self) -> None:
        """Open the desk."""
        await self._timed("open", self._wire.open(), FORM)

    async def act(self) -> None:
        """One thing a reviewer does, chosen by chance."""
        kind = self._chance.choices(list(ACTIONS), list(ACTIONS.values()))[0]
        if kind == "category":
            await self._choose_category()
        elif kind == "next":
            await self._go_on()
        else:
            await self._save(goes_on=kind == "save_next")

    async def _choose_category(self) -> None:
        chosen = self._wire.parts[TREE].data.get("selected")
        code = self._chance.choice([each for each in CATEGORIES if each != chosen])
        await self._timed("category", self._wire.trigger(TREE, "chosen", self._place(category=code)), STAGE)

    async def _go_on(self) -> None:
        target = self._neighbour()
        await self._timed("next", self._wire.trigger(LINE, "go", self._place(application_id=target)), FORM)
        if self._form["application_id"] != target:
            self.told.errors["another applicant than asked for"] += 1

    def _place(self, **change: str) -> dict[str, str]:
        """Where the reviewer is, but for what changes: a move names applicant and category."""
        line = self._wire.parts[LINE].data
        return {"application_id": line["application_id"], "category": line["category"], **change}

    def _neighbour(self) -> str:
        line = self._wire.parts[LINE].data
        found: str = line["next"] or line["previous"]
        return found

    async def _save(self, *, goes_on: bool) -> None:
        form = self._form
        save = self._new_save(form)
        value = _entry_of(form, save) | {"goes_on": goes_on}
        self.told.saves.append(save)
        await self._timed("save", self._wire.trigger(FORM, "save", value), FORM)
        save.is_confirmed = self._is_confirmed(save)
        if save.is_confirmed:
            self._own[save.application_id] = save
        else:
            self.told.errors["save without an answer"] += 1
        self._look()

    def _new_save(self, form: dict[str, Any]) -> SentSave:
        scores = {each["id"]: str(self._chance.randint(0, HIGHEST)) for each in form["dimensions"]}
        event_id, reviewer, application = str(uuid4()), form["reviewer_id"], form["application_id"]
        comment = f"{reviewer} on {application} {event_id}"
        return SentSave(event_id, reviewer, application, scores, comment)

    def _is_confirmed(self, save: SentSave) -> bool:
        answers = [self._form.get("notice"), self._wire.parts[LINE].data.get("confirmed")]
        return any(
            answer and answer["event_id"] == save.event_id and answer.get("kind", "saved") == "saved"
            for answer in answers
        )

    def _look(self) -> None:
        """What the form shows must be of this applicant and this reviewer, and what was saved last."""
        form = self._form
        stored, own = form["stored"], self._own.get(form["application_id"])
        mark = f"{form['reviewer_id']} on {form['application_id']}"
        # Reviews stored before may say anything; those of this benchmark say whose they are.
        if NOTE.match(stored["comment"]) and not stored["comment"].startswith(mark):
            self.told.errors["a review of somebody else on screen"] += 1
        if own and (stored["scores"], stored["comment"]) != (own.scores, own.comment):
            self.told.errors["other scores on screen than saved"] += 1

    @property
    def _form(self) -> dict[str, Any]:
        return self._wire.parts[FORM].data

    async def _timed(self, kind: str, running: Any, awaited: str) -> None:
        moment = time.time()
        run: Run = await running
        self.told.errors.update(run.complaints)
        if awaited not in run.drawn:
            self.told.errors[f"{kind}: the page did not come"] += 1
        self.told.runs.append((kind, moment, run.drawn.get(awaited, run.seconds), run.seconds, run.bytes))


def _entry_of(form: dict[str, Any], save: SentSave) -> dict[str, object]:
    """What the scoring form sends."""
    drawn_with = ("queue_order", "queue_position")
    return {
        **{name: form[name] for name in drawn_with if name in form},
        "plan_id": form["plan_id"],
        "plan_revision": form["plan_revision"],
        "application_id": save.application_id,
        "seen_revision": form["stored"]["revision"],
        "event_id": save.event_id,
        "scores": save.scores,
        "comments": {},
        "comment": save.comment,
        "abstained": False,
        "abstain_reason": "",
        "flagged": False,
    }


async def review(client: DeskClient, *, think: float, start: float, end: float) -> None:
    """Act until the end; a lost connection is told, and opened again as a browser does."""
    chance = random.Random(start)
    await asyncio.sleep(max(0.0, start - time.time()))
    while time.time() < end:
        try:
            await client.act()
        except (WebSocketException, OSError, TimeoutError) as problem:
            client.told.errors[f"connection: {type(problem).__name__}"] += 1
            await asyncio.sleep(1)
            await client.arrive()
        await asyncio.sleep(think * chance.uniform(0.5, 1.5))


async def work(address: str, places: Sequence[str], *, seconds: float, think: float) -> list[Told]:
    """Sign everybody in, wait until every desk stands, then let them work."""
    arrivals = [place.partition("?") for place in places]
    wires = [Wire(address, sign_in(address, name), query) for name, _, query in arrivals]
    clients = [DeskClient(wire, random.Random(place)) for place, wire in enumerate(wires)]
    for client in clients:
        await client.arrive()
    print(READY, flush=True)
    now = time.time()
    starts = [now + think * place / len(clients) for place in range(len(clients))]
    jobs = [
        review(client, think=think, start=start, end=now + seconds)
        for client, start in zip(clients, starts, strict=True)
    ]
    try:
        await asyncio.gather(*jobs)
    finally:
        for wire in wires:
            await wire.close()
    return [client.told for client in clients]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--think", type=float, default=10.0)
    parser.add_argument("places", nargs="+", help="name?query of each reviewer")
    options = parser.parse_args()
    working = work(options.address, options.places, seconds=options.seconds, think=options.think)
    # Not of all at once: a Counter among them would come out as pairs.
    told = [
        {"runs": each.runs, "saves": [asdict(save) for save in each.saves], "errors": each.errors}
        for each in asyncio.run(working)
    ]
    print(json.dumps(told))


if __name__ == "__main__":
    main()
