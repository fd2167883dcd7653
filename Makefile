# Two commands are enough: `make site` (the starter intranet, built) and `make test` (what CI runs).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

# What one program compiled, the next one reads: the tests start them by the hundred.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site test lint layers types unit system pictures bench faults word-check demo news clean

site: $(STAMP)
	@$(BIN)/classeur build

test: $(STAMP) system
	@$(MAKE) --no-print-directory -j2 lint types layers
	@$(MAKE) --no-print-directory unit

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "classeur needs Python 3.11 or newer ($(PYTHON) is older)"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "install python3-venv first: apt-get install python3-venv"; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@$(BIN)/python -m compileall -q generator/classeur # once here, not at each start where Python may not write it
	@touch $@

# Chromium and Node are for the browser tests only: installed on Debian as root, named elsewhere.
system:
	@sh tests/browser/install.sh
	@sh tests/word/install.sh

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

layers: $(STAMP)
	$(BIN)/lint-imports

unit: $(STAMP)
	@# One worker more than cores: browsers make theirs wait. In the order given, else few, long files come last.
	$(BIN)/python -m pytest -n $$($(BIN)/python -c "import os; print(1 + os.cpu_count())") --dist loadfile --no-loadscope-reorder -q

# The long campaign: power cuts, kills, full disks, tampering, damaged files, mutants. Writes benchmarks/faults.md.
faults: $(STAMP)
	@sh tests/faults/install.sh
	HYPOTHESIS_PROFILE=explore $(BIN)/python -m pytest -n auto -q tests/properties
	$(BIN)/python -m tests.faults.campaign

# Every kind of Word file through the Open XML SDK and LibreOffice, as PDF and pictures; writes benchmarks/word.md.
word-check: $(STAMP)
	@sh tests/word/install.sh check
	$(BIN)/python -m benchmarks.word

pictures: $(STAMP) system
	$(BIN)/python -m tests.browser.pictures

# Measures us beside our peers on the same made-up houses (benchmarks/results.md); about half an hour on two idle cores.
bench: $(STAMP)
	$(BIN)/python -m benchmarks.results
	$(BIN)/python -m benchmarks.check_and_build
	$(BIN)/python -m benchmarks.ledger

# Plays the story of the demonstration again: releases/ and the texts that have several editions.
demo: $(STAMP)
	$(BIN)/python -m classeur.tasks.demo

news: $(STAMP)
	$(BIN)/towncrier build --yes

clean:
	rm -rf $(VENV) site .classeur
