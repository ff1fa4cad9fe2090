"""The rules of the field stand alone: a fresh process that imports them loads no library of the other rooms."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOMAIN_MODULES = sorted(f"app.domain.{path.stem}" for path in (ROOT / "app" / "domain").glob("*.py"))
ASK = """
import importlib, sys
before = set(sys.modules)
for name in sys.argv[1:]:
    importlib.import_module(name)
loaded = {name.partition(".")[0] for name in set(sys.modules) - before}
print(*sorted(loaded - sys.stdlib_module_names - {"app"}))
"""


def foreign_modules(*modules: str) -> list[str]:
    """Top-level packages outside the standard library that importing ``modules`` loads."""
    command = [sys.executable, "-c", ASK, *modules]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()


def test_domain_loads_the_standard_library_only() -> None:
    assert foreign_modules(*(name.removesuffix(".__init__") for name in DOMAIN_MODULES)) == []


@pytest.mark.parametrize("library", ["numpy"])
def test_foreign_modules_would_be_seen(library: str) -> None:
    assert library in foreign_modules(library)
