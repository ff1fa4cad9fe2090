"""A browser part is registered by its name alone: two sets of pieces under one name would take turns for everybody."""

from __future__ import annotations

import ast
from collections import defaultdict

from tests.house.sources import python_files, tree_of


def test_every_part_is_made_of_the_same_pieces_wherever_it_is_drawn() -> None:
    made_of: defaultdict[str, set[str]] = defaultdict(set)
    for file in python_files("app/ui"):
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("part", "desk_part"):
                name, *pieces = (ast.unparse(each) for each in node.args)
                made_of[name].add(", ".join([ast.unparse(node.func), *pieces]))
    assert len(made_of) > 20
    assert {name: sets for name, sets in made_of.items() if len(sets) > 1} == {}
