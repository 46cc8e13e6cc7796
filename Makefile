# chresto: one manuscript, a printed book and an e-book.  `make help` lists what can be made.
#
#   make EDITION=public     which edition of the outline to make
#   make JOBS=4             how many things to do at once
#   make PYTHON=python3.12  which Python to set up with, the first time

EDITION := public
JOBS :=
PYTHON := python3

venv := .venv
chresto := $(venv)/bin/chresto
pytest := $(venv)/bin/pytest -q -n $(or $(JOBS),2) --dist loadscope
options := --edition '$(EDITION)' $(if $(JOBS),--jobs $(JOBS))

export PYTHONUTF8 := 1
.NOTPARALLEL:
.DEFAULT_GOAL := book
.PHONY: book pdf epub proof pages review test check bench golden set-up lock clean distclean help again


# The set-up. A stamp holds the folder it was made in, so that a copy or a renamed folder is set up anew.

ready := $(venv)/.ready-book
ready-dev := $(venv)/.ready-dev
# "again" is never made, so whatever needs it is always made.
one-word = $(subst $() ,?,$(1))
moved = $(if $(filter-out $(call one-word,$(CURDIR)),$(call one-word,$(shell cat '$(1)' 2>/dev/null))),again)

$(ready): requirements/book.txt tools/set-up $(call moved,$(ready))
	@$(PYTHON) tools/set-up book

$(ready-dev): requirements/dev.txt tools/set-up $(call moved,$(ready-dev))
	@$(PYTHON) tools/set-up dev


# The book. A stamp holds the names of all files the book was made from, and is as old as the beginning of its making:
# a file changed, added, renamed or deleted counts, whatever its name or date, and so does one changed in the meantime.

made := build/.made-$(EDITION)
inputs := requirements/book.txt manuscript layouts src
files := find -L $(inputs) -name __pycache__ -prune -o -type f ! -name '*~' ! -name '.*.sw?'
names := $(files) -print | LC_ALL=C sort
newer := $(files) -newer '$(made)' -print
same := $(names) | cmp -s - '$(made)' && test -z "`$(newer)`" && ls build/*.pdf build/*.epub
stale := $(shell { $(same); } >/dev/null 2>&1 || echo again)

$(made): $(stale) | $(ready)
	@mkdir -p build
	@$(names) >'$@.new'
	@$(chresto) build $(options)
	@mv '$@.new' '$@'

## The printed book and the e-book, unless nothing has changed: what `make` alone makes.
book: $(made)
	@$(if $(stale),:,echo "Nothing has changed: the $(EDITION) edition in build/ is up to date.")

## The printed book only.
pdf: $(ready)
	@$(chresto) build $(options) --only pdf

## The e-book only.
epub: $(ready)
	@$(chresto) build $(options) --only epub

## Read the finished book as a proofreader would: EPUBCheck, tags, links, fonts, each note, each page of the index.
proof: book
	@$(chresto) proof $(options)

## Draw every page of the PDF as a picture, in build/pages/.
pages: book
	@$(chresto) pages $(options)

## List every name that was found, and why, and those that no register knows: a page and a text in build/review/.
review: $(ready)
	@$(chresto) index review $(options)


# The compiler.

## Run all tests.
test: $(ready-dev)
	@$(pytest)

## Look over style and types of the code, then the manuscript, without making anything.
check: $(ready-dev)
	@$(venv)/bin/ruff check --quiet
	@$(venv)/bin/ruff format --check --quiet
	@$(venv)/bin/mypy --strict src tests
	@$(chresto) check

## Measure how long each stage takes, and how much memory.
bench: $(ready)
	@$(chresto) bench $(options)

## Write what the tests expect of whole books anew; read the difference before you keep it.
golden: $(ready-dev)
	@CHRESTO_GOLDEN=write $(pytest)
	@git --no-pager diff --stat -- tests


# The house.

## Put the Python packages into .venv and what the system lacks in its place; all targets do this when it is needed.
set-up: $(ready)

## Make the locks in requirements/ anew from pyproject.toml; with UPGRADE=1, newer versions of what it leaves open.
lock: $(ready-dev)
	@$(call compile,book.txt,--extra proof)
	@$(call compile,dev.txt,--extra proof --extra dev --constraints requirements/book.txt)

compile = $(venv)/bin/uv pip compile --quiet pyproject.toml requirements/build.in $(2) \
  --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
  $(if $(UPGRADE),--upgrade) --output-file requirements/$(1)

## Empty build/.
clean:
	@find build -mindepth 1 ! -path build/README.md -delete

## Empty build/ and undo the set-up.
distclean: clean
	@rm -rf $(venv) .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find src tests tools -name __pycache__ -prune -exec rm -rf {} +

## Print this list.
help:
	@awk '/^## / { what = substr($$0, 4) } /^[a-z-]+:/ && what { sub(/:.*/, ""); printf "make %-10s %s\n", $$0, what; what = "" }' Makefile
