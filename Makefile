# Two commands: `make` sets everything up and builds every script into output/; `make test` runs all tests.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TESTS_READY := $(VENV)/.tests-ready
# What the package is installed from; when one of these changes, it is installed again.
RECIPE := pyproject.toml hatch_build.py panels/fonts/fonts.toml panels/fonts/package-lock.json

PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# root: "", passwordless sudo: "sudo -n", else "false", so that nothing ever waits for a password.
AS_ROOT := $(shell if [ "$$(id -u)" = 0 ]; then echo; elif sudo -n true 2>/dev/null; then echo sudo -n; else echo false; fi)
APT := $(AS_ROOT) env DEBIAN_FRONTEND=noninteractive apt-get

.PHONY: all build test clean
.DELETE_ON_ERROR:

all: build

build: $(READY)
	@$(BIN)/kokko build

test: $(TESTS_READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadfile -q

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

# install-debian(test, packages): do nothing if the test passes; else install with apt, or say what to type.
define install-debian
	@if ! $(1) >/dev/null 2>&1; then \
	  if command -v apt-get >/dev/null && ($(APT) update -q && $(APT) install -y -q --no-install-recommends $(2)) >$(VENV).log 2>&1 && $(1) >/dev/null 2>&1; then \
	    rm -f $(VENV).log; echo "Installed $(2)."; \
	  else \
	    rm -f $(VENV).log; echo "Please install what is missing, then type make again:" >&2; \
	    if command -v apt-get >/dev/null; then echo "  sudo apt-get install --no-install-recommends $(2)" >&2; else echo "  $(3)" >&2; fi; exit 1; \
	  fi; \
	fi
endef

FIND_PYTHON = for p in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
  "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done

$(BIN)/python:
	@if [ -z "$$($(FIND_PYTHON))" ]; then \
	  if ! command -v apt-get >/dev/null || ! ($(APT) update -q && $(APT) install -y -q --no-install-recommends python3 python3-venv) >/dev/null 2>&1 || [ -z "$$($(FIND_PYTHON))" ]; then \
	    echo "Kokko needs Python 3.11 or newer. Please install it, then type make again:" >&2; \
	    echo "  sudo apt-get install python3 python3-venv   (Debian 12, Ubuntu 24.04 or newer)" >&2; \
	    echo "  brew install python                         (macOS)" >&2; exit 1; \
	  fi; \
	fi
	$(call install-debian,"$$($(FIND_PYTHON))" -c 'import ensurepip$(comma) venv',python3-venv,python3 -m ensurepip)
	@echo "Making the virtual environment $(VENV) …"
	@"$$($(FIND_PYTHON))" -m venv --clear $(VENV)
	@$(PIP) install --upgrade pip

comma := ,

$(READY): $(BIN)/python $(RECIPE)
	@echo "Installing Kokko and what it needs …"
	@$(PIP) install --editable .
	$(call install-debian,$(BIN)/python -c 'import weasyprint',$(PANGO),brew install pango)
	@touch $@

$(TESTS_READY): $(READY)
	@echo "Installing what the tests need …"
	@$(PIP) install --editable '.[dev]'
	$(call install-debian,command -v pdftotext,poppler-utils,brew install poppler)
	@touch $@
