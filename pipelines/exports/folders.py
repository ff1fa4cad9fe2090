"""How an export folder is laid out: lists beside the applicant folders of each programme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from pipelines.exports.column_map import load_map_rows
from pipelines.exports.inventory import ListedFile

SIXTH_SEMESTER_SUFFIX = "_grade6"
FOLDER_DEPTH = 3
LIST_DEPTH = 2

FolderKey = tuple[str, str, str]
"""University code, programme code, application number."""


@dataclass
class ExportLayout:
    """Every listed file under the reader that takes it."""

    lists: dict[str, list[ListedFile]] = field(default_factory=dict)
    applicant_folders: dict[FolderKey, list[ListedFile]] = field(default_factory=dict)
    unrecognised: list[ListedFile] = field(default_factory=list)


def lay_out(files: Iterable[ListedFile]) -> ExportLayout:
    """Sort the files by their place; the sixth-semester tree joins the applicant folders."""
    layout = ExportLayout()
    for listed in files:
        role = _list_role(listed)
        if role is not None:
            layout.lists.setdefault(role, []).append(listed)
        elif len(listed.parts) > FOLDER_DEPTH:
            layout.applicant_folders.setdefault(_folder_key(listed), []).append(listed)
        else:
            layout.unrecognised.append(listed)
    return layout


def _list_role(listed: ListedFile) -> str | None:
    if len(listed.parts) > LIST_DEPTH:
        return None
    path = listed.relative_path
    for row in load_map_rows("export_file"):
        if fnmatchcase(path, row["path_pattern"]) and path.count("/") == row["path_pattern"].count("/"):
            return row["file_role"]
    return None


def _folder_key(listed: ListedFile) -> FolderKey:
    university, programme, number = listed.parts[:FOLDER_DEPTH]
    return university.removesuffix(SIXTH_SEMESTER_SUFFIX), programme, number
