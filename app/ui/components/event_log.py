"""The log: who did what to what, when, in words."""

from __future__ import annotations

import json

import streamlit as st

from app.domain.home_time import date_and_seconds
from app.reviews.store import AuditEvent
from app.ui.text.data_words import WORDS as DATA_WORDS
from app.ui.text.language import Language
from app.ui.text.logged_details import WORDS as LOG_WORDS
from app.ui.text.office import OfficeWords
from app.ui.visit import Visit
from app.workflows.log_reading import Facts, ReadableLog, ToldRecusal, facts_of, open_log

SHOWN_DIGITS = 12
HIDDEN = frozenset({"row_revision", "tag_id", "is_new"})
"""Facts that help nobody who reads: they count rows of a table."""
PLAN_SAVES = ("plan_saved", "plan_locked")
LISTS = frozenset({"added", "removed"})
TABLE_HEIGHT = 620


def render_event_log(visit: Visit, words: OfficeWords) -> None:
    """The newest lines first."""
    log = open_log(visit.access)
    teller = LogTeller(visit.language, log)
    rows = [
        {
            words.column_time: date_and_seconds(line.occurred_at),
            words.column_person: log.persons.get(line.person_id or "", ""),
            words.column_action: teller.action(line),
            words.column_object: teller.thing(line),
            words.column_detail: teller.detail(line),
        }
        for line in log.lines
    ]
    st.text(LOG_WORDS[visit.language].times_note.format(count=len(rows)))
    st.dataframe(
        rows,
        hide_index=True,
        key="office:log",
        height=TABLE_HEIGHT,
        column_config={words.column_detail: st.column_config.TextColumn(width="large")},
    )


class LogTeller:
    """Lines of the log in one language; what has no word, as of another program, is shown as readable text."""

    def __init__(self, language: Language, log: ReadableLog) -> None:
        self._words, self._log = LOG_WORDS[language], log
        self._actions = DATA_WORDS[language].actions
        self._names = {
            "person": log.persons,
            "plan": log.plans,
            "programme": log.programmes,
            "application": log.applications,
        }

    def action(self, line: AuditEvent) -> str:
        """What was done."""
        return self._actions.get(line.action, _readable(line.action))

    def thing(self, line: AuditEvent) -> str:
        """「評審計畫 115 學年度資訊工程學系」."""
        kind, _, key = line.object_key.rpartition("/")
        if not kind:
            return self._bare(key)
        name = self._names.get(kind, {}).get(key) or self._words.named.get(key) or _short(key)
        return f"{self._words.objects.get(kind, _readable(kind))} {name}"

    def detail(self, line: AuditEvent) -> str:
        """Every fact with its name, those of recusals one by one."""
        facts = facts_of(line)
        if facts is None:
            return line.detail
        parts = [self._fact(line, name, value) for name, value in facts.items() if name not in HIDDEN | LISTS]
        parts += [self._count(facts, "added", self._words.assigned)]
        parts += [self._count(facts, "removed", self._words.unassigned)]
        parts += map(self._recusal, self._log.recusals.get(line.event_id, ()))
        return self._words.separator.join(part for part in parts if part)

    def _bare(self, key: str) -> str:
        for kind, names in self._names.items():
            if key in names:
                return f"{self._words.objects[kind]} {names[key]}"
        return self._words.named.get(key, _short(key))

    def _fact(self, line: AuditEvent, name: str, value: object) -> str:
        if name == "subject":
            return self._subject(line, str(value))
        if name == "revision" and line.action in PLAN_SAVES:
            name = "plan_revision"
        word = self._words.facts.get(name, _readable(name))
        told = self._value(name, value)
        return word.format(value=told) if "{value}" in word else f"{word} {told}"

    def _value(self, name: str, value: object) -> str:
        if isinstance(value, bool):
            return self._words.yes if value else self._words.no
        if name == "pages" and isinstance(value, list):
            return "–".join(dict.fromkeys(map(str, value)))
        if isinstance(value, list):
            return "、".join(self._value(name, each) for each in value) or "–"
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if name in self._words.values:
            return self._words.values[name].get(text, text)
        if name == "asked":
            return self._words.asked.get(text, _readable(text))
        if name == "sha256":
            return _short(text)
        known = {
            "programme_codes": self._log.programmes,
            "application_id": self._log.applications,
            "category_code": self._log.categories,
        }
        return known.get(name, {}).get(text, text)

    def _subject(self, line: AuditEvent, subject: str) -> str:
        """What a version is of: the kind of the event says how its key is read."""
        kind = line.action.removesuffix("_saved")
        if not subject:
            return ""
        if kind not in self._words.subjects:
            # Of a syllabus alias it is the name of a course.
            return f"{self._words.facts['subject']} {subject}"
        stages = self._words.values.get(kind, {})
        parts = [
            self._log.applications.get(part)
            or self._log.persons.get(part)
            or self._log.components.get(part)
            or stages.get(part)
            or _short(part)
            for part in subject.split("/")
        ]
        return f"{self._words.subjects[kind]} {' · '.join(parts)}"

    def _count(self, facts: Facts, name: str, words: str) -> str:
        listed = facts.get(name)
        pairs = [each for each in listed if each[2:3] == [False]] if isinstance(listed, list) else []
        return words.format(count=len(pairs)) if pairs else ""

    def _recusal(self, told: ToldRecusal) -> str:
        words = self._words.recused if told.is_declared else self._words.recusal_ended
        who = self._log.persons.get(told.reviewer_id, "?")
        number = self._log.applications.get(told.application_id, _short(told.application_id))
        reason = self._words.recusal_reason.format(reason=told.reason) if told.reason else ""
        return words.format(reviewer=who, number=number) + reason


def _readable(name: str) -> str:
    return name.replace("_", " ")


def _short(key: str) -> str:
    return key if len(key) <= 2 * SHOWN_DIGITS else f"{key[:SHOWN_DIGITS]}…"
