"""How deliveries are laid out: lists, rosters, and applicant folders known by their shape, however deep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from pipelines.exports.column_map import load_map_rows
from pipelines.exports.inventory import ListedFile
from pipelines.exports.media_type import is_media_name

SIXTH_SEMESTER_SUFFIX = "_grade6"
FOLDER_DEPTH = 3
ANYWHERE, ANYTHING_BELOW = "**/", "/**"

FolderKey = tuple[str, str, str]
"""University code, programme code, application number."""
Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApplicantFolder:
    """One folder of an applicant as it lies in a delivery; several make up an application."""

    key: FolderKey
    delivery_number: int
    depth: int
    """How many parts of a file's path lead to the folder."""
    files: list[ListedFile]


@dataclass
class ExportLayout:
    """Every listed file under the reader that takes it."""

    lists: dict[str, list[ListedFile]] = field(default_factory=dict)
    applicant_folders: list[ApplicantFolder] = field(default_factory=list)
    unrecognised: list[ListedFile] = field(default_factory=list)
    replaced: list[tuple[str, ListedFile, ListedFile]] = field(default_factory=list)
    """Role, list and the list of a later delivery at the same place, which counts instead."""


def lay_out(files: Iterable[ListedFile]) -> ExportLayout:
    """Sort the files by their place; they come in the order of the deliveries."""
    listing = list(files)
    sorting = _Sorting(_Shapes(_shaped_folders(listing)))
    for listed in listing:
        sorting.take(listed)
    layout = sorting.layout
    for (role, _), listed in sorting.lists.items():
        layout.lists.setdefault(role, []).append(listed)
    layout.applicant_folders = sorted(sorting.folders.values(), key=lambda folder: folder.key)
    return layout


@dataclass
class _Sorting:
    """The layout while the files come in."""

    shapes: _Shapes
    layout: ExportLayout = field(default_factory=ExportLayout)
    folders: dict[tuple[int, Place], ApplicantFolder] = field(default_factory=dict)
    lists: dict[tuple[str, Place], ListedFile] = field(default_factory=dict)

    def take(self, listed: ListedFile) -> None:
        # What people call a list is not looked for among the many files of applicants.
        is_list = not _is_shape_name(listed) and self._take_list(listed)
        if not is_list and not self._take_into_folder(listed) and not self._take_list(listed):
            self.layout.unrecognised.append(listed)

    def _take_into_folder(self, listed: ListedFile) -> bool:
        place = self.shapes.applicant_place(listed.parts)
        if place is None:
            return False
        key = (listed.delivery_number, place)
        if key not in self.folders:
            self.folders[key] = ApplicantFolder(_folder_key(place), listed.delivery_number, len(place), [])
        self.folders[key].files.append(listed)
        return True

    def _take_list(self, listed: ListedFile) -> bool:
        found = _list_role(listed.parts, self.shapes.wrappers)
        if found is None:
            return False
        earlier = self.lists.get(found)
        if earlier is not None:
            self.layout.replaced.append((found[0], earlier, listed))
        self.lists[found] = listed
        return True


def _is_shape_name(listed: ListedFile) -> bool:
    return listed.extension == "json" or is_media_name(listed.extension)


def _shaped_folders(files: Iterable[ListedFile]) -> set[Place]:
    """Places with a file that begins with the folder's own name."""
    return {
        listed.parts[:-1]
        for listed in files
        if len(listed.parts) > FOLDER_DEPTH
        and listed.parts[-1].startswith(f"{listed.parts[-2]}_")
        and _is_shape_name(listed)
    }


class _Shapes:
    """The applicant folders known by their shape, and what may lie around them."""

    def __init__(self, shaped: set[Place]) -> None:
        self._shaped = shaped
        around = [place[:-FOLDER_DEPTH] for place in shaped]
        self.wrappers: set[Place] = set(around) | {()}
        self._universities = {_plain_university(place[-FOLDER_DEPTH]) for place in shaped}

    def applicant_place(self, parts: Place) -> Place | None:
        """The outermost applicant folder around a file; one without any named file is known by its place."""
        depths = range(FOLDER_DEPTH, len(parts))
        for depth in depths:
            if parts[:depth] in self._shaped:
                return parts[:depth]
        for depth in depths:
            wrapper = parts[: depth - FOLDER_DEPTH]
            if (
                wrapper in self.wrappers
                and _plain_university(parts[depth - FOLDER_DEPTH]) in self._universities
            ):
                return parts[:depth]
        return None


def _list_role(parts: Place, wrappers: set[Place]) -> tuple[str, Place] | None:
    """The role of a list, and its place without what is wrapped around the delivery."""
    for role, pattern in _patterns():
        if pattern.startswith(ANYWHERE):
            if fnmatchcase(parts[-1], pattern.removeprefix(ANYWHERE)):
                return role, parts[-1:]
        elif pattern.endswith(ANYTHING_BELOW):
            folder = pattern.removesuffix(ANYTHING_BELOW)
            if folder in parts[:-1]:
                return role, parts[parts.index(folder) :]
        else:
            depth = pattern.count("/") + 1
            if parts[:-depth] in wrappers and fnmatchcase("/".join(parts[-depth:]), pattern):
                return role, parts[-depth:]
    return None


def _patterns() -> Iterator[tuple[str, str]]:
    for row in load_map_rows("export_file"):
        yield row["file_role"], row["path_pattern"]


def _folder_key(place: Place) -> FolderKey:
    university, programme, number = place[-FOLDER_DEPTH:]
    return _plain_university(university), programme, number


def _plain_university(name: str) -> str:
    return name.removesuffix(SIXTH_SEMESTER_SUFFIX)
