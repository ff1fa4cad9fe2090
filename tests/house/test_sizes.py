"""Small rooms: the sizes that feel right, with the offenders printed."""

from __future__ import annotations

import ast
import statistics

from tests.house.sources import functions_of, place, python_files

FILES = python_files("app", "pipelines")


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_is_longer_than_sixty_lines() -> None:
    long = [f"{place(f, n)} {n.name}: {_lines(n)}" for f in FILES for n in functions_of(f) if _lines(n) > 60]
    assert long == []


def test_functions_are_short_on_the_whole() -> None:
    sizes = sorted(_lines(node) for file in FILES for node in functions_of(file))
    assert statistics.median(sizes) <= 8
    assert sizes[int(len(sizes) * 0.95)] <= 35


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    # The contract is a list of tables and the word catalogues are lists of words: one job, many lines.
    lists = ("pipelines/contract/", "app/ui/text/", "pipelines/synthesis/banks/")
    long = [
        f"{place(file, ast.Module([], []))}: {count}"
        for file in FILES
        if not any(part in file.as_posix() for part in lists)
        and (count := len(file.read_text(encoding="utf-8").splitlines())) > 400
    ]
    assert long == []


def test_parameters_are_few_and_the_later_ones_named() -> None:
    offenders = []
    for file in FILES:
        for node in functions_of(file):
            positional = [
                a.arg for a in node.args.posonlyargs + node.args.args if a.arg not in ("self", "cls")
            ]
            if len(positional) + len(node.args.kwonlyargs) > 6 or len(positional) > 4:
                offenders.append(f"{place(file, node)} {node.name}")
    assert offenders == []


def test_every_module_says_its_job_in_its_first_line() -> None:
    silent = [
        place(f, ast.Module([], [])) for f in FILES if not ast.get_docstring(ast.parse(f.read_text("utf-8")))
    ]
    assert silent == []
