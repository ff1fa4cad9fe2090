# The commands of the project. Every one sets up what it needs first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TEST_STAMP := $(VENV)/.installed-for-tests

# Two processes; a file stays in one of them, so that what it builds or serves is made once.
SIDE_BY_SIDE := -n 2 --dist loadfile

LOCK_OPTIONS := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header

.PHONY: demo clean-demo test bench lock screenshots

demo: $(STAMP)
	$(BIN)/python -m app demo

clean-demo:
	rm -rf .demo

test: $(TEST_STAMP)
	$(BIN)/ruff format --check app pipelines tests
	$(BIN)/ruff check app pipelines tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) --ignore=tests/browser --ignore=tests/journeys --ignore=tests/benchmarks
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) tests/journeys tests/browser

bench: $(TEST_STAMP)
	$(BIN)/python -m tests.benchmarks.build_benchmark --applicants 300
	$(BIN)/python -m tests.benchmarks.desk_benchmark --applicants 750 --copies 4 --round-reviewers 8
	$(BIN)/python -m tests.benchmarks.desk_load_benchmark --applicants 750 --copies 4 --round-reviewers 12 \
		--reviewers 10 --minutes 1
	$(BIN)/python -m tests.benchmarks.question_benchmark
	$(BIN)/python -m tests.benchmarks.matching_benchmark
	$(BIN)/python -m tests.benchmarks.likeness_benchmark
	$(BIN)/python -m tests.benchmarks.roster_benchmark
	$(BIN)/python -m tests.benchmarks.ranking_benchmark
	$(BIN)/python -m tests.benchmarks.what_if_benchmark
	$(BIN)/python -m tests.benchmarks.psychometrics_benchmark
	$(BIN)/python -m tests.benchmarks.certainty_benchmark
	$(BIN)/python -m tests.benchmarks.agreement_benchmark

lock: $(TEST_STAMP)
	$(BIN)/uv pip compile pyproject.toml $(LOCK_OPTIONS) -o requirements.txt
	$(BIN)/uv pip compile --group test -c requirements.txt $(LOCK_OPTIONS) -o tests/requirements.txt

screenshots: $(TEST_STAMP)
	$(BIN)/python -m tests.browser.screenshots

# A stamp is newer than its lock: installed once, and again when the lock changes.
$(STAMP): requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(TEST_STAMP): $(STAMP) tests/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	touch $@
