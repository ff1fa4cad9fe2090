"""The sections of the report: findings in, HTML out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pipelines.quality.findings import Example, Findings, RuleFound, TroubledFile
from pipelines.quality.markup import Html, filled, joined, row
from pipelines.quality.words import word


def summary_section(findings: Findings, manifest: Mapping[str, Any]) -> Html:
    """How much there is, what arrived when, and how much of it is doubtful."""
    set_aside = sum(each.problems for each in findings.rules if each.severity == "set_aside")
    warn = sum(each.problems for each in findings.rules if each.severity != "set_aside")
    totals = (filled("total", label=word("total", kind), value=n) for kind, n in findings.totals.items())
    return filled(
        "summary",
        totals=joined(totals),
        problems=set_aside + warn,
        set_aside=set_aside,
        warn=warn,
        match=_match_score(manifest.get("match_score")),
        deliveries=joined(row(*delivery) for delivery in findings.deliveries),
        programmes=joined(row(*vars(each).values()) for each in findings.programmes),
    )


def _match_score(score: Any) -> Html:
    """Precision and recall where the build knows them."""
    if not isinstance(score, Mapping) or not score:
        return Html("")
    said = [f"{word('match', name)} {value}" for name, value in sorted(score.items())]
    return filled("match", scores="、".join(said))


def problem_section(findings: Findings) -> Html:
    """Every rule with its counts, the way to mend it, and its first places."""
    if not findings.rules:
        return filled("no_problems")
    pieces: list[Html] = []
    for each in findings.rules:
        pieces += [_rule_row(each), _example_row(each, findings.examples.get(each.rule, ()))]
    return filled("problems", rows=joined(pieces))


def _rule_row(found: RuleFound) -> Html:
    return row(
        word("severity", found.severity),
        Html(f"<code>{found.rule}</code>"),
        found.problems,
        found.files,
        found.applications,
        found.message,
        marks={"data-rule": found.rule, "data-severity": found.severity},
    )


def _example_row(found: RuleFound, examples: Iterable[Example]) -> Html:
    rows = [
        row(
            filled("several_files") if each.relative_path is None else each.relative_path,
            each.row_number,
            each.column_name,
            filled("hidden_value") if each.is_hidden else each.value,
        )
        for each in examples
    ]
    return filled("examples", shown=len(rows), problems=found.problems, rows=joined(rows))


def ledger_section(findings: Findings) -> Html:
    """Totals by role, and every file that did not become evidence as a whole, as far as they fit."""
    roles = (row(word("role", role), *counts) for role, *counts in (vars(r).values() for r in findings.roles))
    total = findings.troubled[0].files if findings.troubled else 0
    return filled(
        "ledger",
        roles=joined(roles),
        troubled_total=total,
        troubled_shown=len(findings.troubled),
        troubled=joined(map(_troubled_row, findings.troubled)),
    )


def _troubled_row(file: TroubledFile) -> Html:
    reasons = [*((filled("superseded"),) if file.is_superseded else ()), *file.rules]
    return row(
        file.relative_path,
        word("role", file.file_role),
        file.rows_read,
        file.rows_published,
        file.rows_set_aside,
        file.rows_superseded,
        joined(f"{reason} " for reason in reasons),
    )


def likeness_section(findings: Findings) -> Html:
    """Counts of equal files and nearly equal texts."""
    counts = (row(word("likeness", kind), things) for kind, things in findings.likeness.items())
    return filled("likeness", rows=joined(counts))
