# Two commands are enough: `make site` (the starter intranet, built) and `make test` (what CI runs).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: site test lint layers types unit browser system bench news clean

site: $(STAMP)
	@$(BIN)/classeur build

test: $(STAMP) system lint types layers unit

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "classeur needs Python 3.11 or newer ($(PYTHON) is older)"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "install python3-venv first: apt-get install python3-venv"; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

# Chromium and Node are for the browser tests only: installed on Debian as root, named elsewhere.
system:
	@sh tests/browser/install.sh

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

layers: $(STAMP)
	$(BIN)/lint-imports

unit: $(STAMP)
	$(BIN)/python -m pytest -n auto -q

pictures: $(STAMP) system
	$(BIN)/python -m tests.browser.pictures

# Measures check and build on made-up houses, beside plain MkDocs; about five minutes.
bench: $(STAMP)
	$(BIN)/python -m benchmarks.check_and_build

news: $(STAMP)
	$(BIN)/towncrier build --yes

clean:
	rm -rf $(VENV) site .classeur
