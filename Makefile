# `make demo` and `make test` set up everything themselves; Python 3.11 to 3.13 and make are all they need.
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# The first interpreter that works, is of a version we support and can make virtual environments.
SUITS := import sys, ensurepip, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	$$python -c '$(SUITS)' 2>/dev/null && { echo $$python; break; }; done)

.PHONY: help demo test format schemas bench pictures clean
help:
	@echo "make demo      check the articles in examples/ and write a report"
	@echo "make test      style, types and all tests"
	@echo "make format    put the code into the house style"
	@echo "make schemas   the JSON schemas of rules, configuration, decisions and facts anew"
	@echo "make bench     speed, beside that of quantulum3"
	@echo "make pictures  the picture of the report in docs/ (needs chromium)"
	@echo "make clean     remove what make has made"

demo: .venv/installed
	@$(BIN)/qcheck check examples/articles --facts examples/facts.yml --out reports/demo; code=$$?; \
	if [ $$code -gt 1 ]; then exit $$code; fi; \
	echo; echo "The report: file://$(CURDIR)/reports/demo/report.html"

test: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

format: .venv/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schemas: .venv/installed
	@for name in rule config decisions facts; do $(BIN)/qcheck schema $$name > qcheck/schemas/$$name.json || exit 1; done

bench: .venv/installed-dev
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.seeds
	$(BIN)/python -m bench.cost

pictures: demo
	@command -v chromium >/dev/null || { echo "make pictures needs chromium (Debian: apt install chromium)"; exit 1; }
	@mkdir -p docs
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1200,1600 \
		--screenshot=docs/report.png file://$(CURDIR)/reports/demo/report.html

clean:
	rm -rf .venv reports/* build dist .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: installed again when pyproject.toml is newer.
.venv/installed: pyproject.toml | .venv/bin/python
	@echo "Installing qcheck into .venv ..."
	@$(PIP) --editable .
	@touch $@

.venv/installed-dev: pyproject.toml | .venv/bin/python
	@echo "Installing qcheck and its development tools into .venv ..."
	@$(PIP) --editable '.[dev]'
	@touch $@ .venv/installed

.venv/bin/python:
	@if [ -z "$(PYTHON)" ]; then \
	echo "qcheck needs Python 3.11, 3.12 or 3.13 with its venv module, and found none."; \
	echo "Install one (Debian, Ubuntu: apt install python3-venv) or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; \
	exit 1; fi
	@$(PYTHON) -m venv .venv
