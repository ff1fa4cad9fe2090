"""What a snapshot promises: schema version, tables with their grain, columns with their meaning, code values."""

from __future__ import annotations

from pipelines.contract.code_values import (
    ActivityList,
    DocumentKind,
    ItemMode,
    MatchMethod,
    StandingLevel,
    SubmissionMode,
)
from pipelines.contract.cohort_tables import COHORT_TABLES
from pipelines.contract.derived_tables import DERIVED_TABLES
from pipelines.contract.evidence_tables import EVIDENCE_TABLES
from pipelines.contract.table import Column, Table

__all__ = [
    "COHORT_TABLES",
    "DERIVED_TABLES",
    "EVIDENCE_TABLES",
    "SCHEMA_VERSION",
    "TABLES",
    "ActivityList",
    "Column",
    "DocumentKind",
    "ItemMode",
    "MatchMethod",
    "StandingLevel",
    "SubmissionMode",
    "Table",
]

SCHEMA_VERSION = 2

TABLES: tuple[Table, ...] = (*EVIDENCE_TABLES, *DERIVED_TABLES, *COHORT_TABLES)
