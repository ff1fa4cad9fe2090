"""What the readers of lists share: raw tables, problems, the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pipelines.errors import RAW_VALUE_LIMIT, ExportProblem, ProblemLog
from pipelines.exports.inventory import ListedFile, SourceFile, read_file
from pipelines.exports.media_type import is_other_than_named, is_truncated_pdf
from pipelines.exports.raw_tables import RawTables

Progress = Callable[[str, int, int], None]
"""Called with the step, the units done, and the units in all."""

Place = tuple[str | None, str | None]
"""Column name and raw value, as far as there are any."""


@dataclass(frozen=True)
class Application:
    """One applicant at one programme, whose folders may lie in several deliveries."""

    application_id: str
    applicant_id: str
    programme_code: str
    university_code: str
    application_number: str


@dataclass
class Reading:
    """Collects everything one build reads."""

    raw: RawTables = field(default_factory=RawTables)
    problems: ProblemLog = field(default_factory=ProblemLog)
    ledger: list[SourceFile] = field(default_factory=list)

    def open(
        self, listed: ListedFile, file_role: str, application: Application | None = None
    ) -> tuple[SourceFile, bytes]:
        """Read a file once and enter it into the ledger."""
        source, content = read_file(listed, file_role)
        self.ledger.append(source)
        if application is not None:
            source.application_id = application.application_id
        if is_other_than_named(source.media_type, listed.extension):
            self.report("media_type_mismatch", source, application, place=(None, source.media_type))
        if is_truncated_pdf(source.media_type, content):
            self.report("pdf_truncated", source, application)
        return source, content

    def report(
        self,
        rule: str,
        source: SourceFile | None,
        application: Application | None = None,
        *,
        row: int | None = None,
        place: Place = (None, None),
    ) -> None:
        """Add a problem at a place of a file."""
        column_name, value = place
        self.problems.add(
            ExportProblem(
                rule=rule,
                relative_path=source.relative_path if source else None,
                row_position=row,
                column_name=column_name,
                raw_value=value[:RAW_VALUE_LIMIT] if value is not None else None,
                application_id=application.application_id if application else None,
                programme_code=application.programme_code if application else None,
            )
        )

    def set_aside(
        self,
        rule: str,
        source: SourceFile,
        application: Application | None = None,
        *,
        row: int | None = None,
        place: Place = (None, None),
    ) -> None:
        """One row of a file, or the file as one row, that will not be published."""
        source.rows_set_aside += 1
        self.report(rule, source, application, row=row, place=place)
