"""The exit codes of the command line."""

from __future__ import annotations

FINE, PROBLEMS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
EXIT_CODES = "exit codes: 0 fine, 1 problems in the data, 2 wrong use, 130 interrupted"
