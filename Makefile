# `make demo` and `make test` set up everything themselves; Python 3.11 to 3.13 and make are all they need.
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# The first interpreter that works, is of a version we support and can make virtual environments.
SUITS := import sys, ensurepip, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	$$python -c '$(SUITS)' 2>/dev/null && { echo $$python; break; }; done)

.PHONY: help demo test tools format schemas bench pictures coverage mutation nightly clean fuzz-long same-bytes
help:
	@echo "make demo      check the articles in examples/ and write a report"
	@echo "make test      style, types and all tests"
	@echo "make tools     axe-core, with which the tests look at the report (needs npm)"
	@echo "make format    put the code into the house style"
	@echo "make schemas   the JSON schemas of rules, configuration, decisions, facts and reports anew"
	@echo "make bench     speed, beside that of quantulum3"
	@echo "make coverage  which branches the tests take"
	@echo "make mutation  which changes of the verdict code the tests notice (an hour)"
	@echo "make nightly   the laws with 20,000 new examples each (hours)"
	@echo "make pictures  the pictures of the report in docs/ (needs chromium)"
	@echo "make fuzz-DOOR coverage-guided fuzzing of text, html, docx, jsonl, rule or facts; SECONDS=60"
	@echo "make fuzz-long 100,000 random files and 100,000 changed articles, and 500 of them beside others in the pool"
	@echo "make same-bytes the same outputs on every Python, pandas, locale, time zone, hash seed and number of jobs at hand"
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

tools: .tools/node_modules/axe-core/axe.min.js

.tools/node_modules/axe-core/axe.min.js:
	@command -v npm >/dev/null || { echo "make tools needs npm (Debian: apt install npm)"; exit 1; }
	npm install --prefix .tools --no-audit --no-fund --no-save --silent axe-core@4.14.1

format: .venv/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schemas: .venv/installed
	@for name in rule config decisions facts report; do $(BIN)/qcheck schema $$name > qcheck/schemas/$$name.json || exit 1; done

bench: .venv/installed-dev
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.seeds
	$(BIN)/python -m bench.cost

pictures: demo .venv/installed-dev
	@command -v chromium >/dev/null || { echo "make pictures needs chromium (Debian: apt install chromium)"; exit 1; }
	$(BIN)/python docs/pictures.py reports/demo/report.html

# New examples every time: what fails is printed with a line that gives it again.
nightly: .venv/installed-dev
	HYPOTHESIS_PROFILE=nightly $(BIN)/python -m pytest -n auto -m hypothesis

# atheris finds new ways through the code; where it cannot be had, the doors get a seeded stream
SECONDS ?= 60
fuzz-text fuzz-html fuzz-docx fuzz-jsonl fuzz-rule fuzz-facts: fuzz-%: .venv/installed-dev
	@$(PIP) 'atheris>=2.3' || echo "no atheris for this Python"
	@mkdir -p reports/fuzz
	$(BIN)/python -m tests.fuzz.coverage_guided $* -max_total_time=$(SECONDS) -artifact_prefix=reports/fuzz/

fuzz-long: .venv/installed-dev
	nice $(BIN)/python -m tests.fuzz.long --count 100000 --pool 500

same-bytes: .venv/installed-dev
	$(BIN)/python -m bench.same_bytes

coverage: .venv/installed-dev
	$(BIN)/python -m pytest -n auto --cov=qcheck --cov-branch --cov-report= --cov-report=json:.coverage.json
	$(BIN)/python -m tests.thoroughness.coverage .coverage.json

# Takes up to an hour and a half: not for each change.
mutation: .venv/installed-dev
	$(PIP) 'mutmut>=3.8'
	rm -rf mutants
	$(BIN)/mutmut run
	$(BIN)/python -m tests.thoroughness.mutation

clean:
	rm -rf .venv reports/* build dist mutants .coverage* .mypy_cache .ruff_cache .hypothesis
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
