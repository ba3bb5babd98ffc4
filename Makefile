# Two commands: `make` sets everything up and builds every script into output/; `make test` runs all tests.
# Two more for before a release: `make check-pdfs` asks veraPDF about every reading PDF there is, `make check-site` asks
# the W3C's checker about pages, styles and pictures of every kind (it comes from npm into a temporary folder), and
# axe-core about every page in every language, narrow and wide, light and dark.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TESTS_READY := $(VENV)/.tests-ready
# What the package is installed from; when one of these changes, it is installed again.
RECIPE := pyproject.toml hatch_build.py panels/fonts/fonts.toml panels/fonts/package-lock.json

# Programs that the tests start load faster from compiled files, also where others are told to write none.
export PYTHONDONTWRITEBYTECODE :=

PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: all build test check-pdfs check-site clean

all: build

build: $(READY)
	@$(BIN)/kokko build --lang all

test: $(TESTS_READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -q

check-pdfs: $(TESTS_READY)
	@$(BIN)/python tests/accessibility/every_story.py

check-site: $(TESTS_READY)
	@$(BIN)/python tests/accessibility/every_page.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@sh .ci/python.sh $(VENV)

$(READY): $(RECIPE) | $(BIN)/python
	@echo "Installing Kokko and what it needs …"
	@$(PIP) install --editable .
	@sh .ci/system.sh "$(BIN)/python -c 'import weasyprint'" $(PANGO)
	@touch $@

$(TESTS_READY): $(READY)
	@echo "Installing what the tests need …"
	@$(PIP) install --editable '.[dev]'
	@sh .ci/system.sh "command -v pdftotext && command -v pdftoppm" poppler-utils
	@sh .ci/system.sh "command -v javac" default-jdk-headless
	@sh .ci/system.sh "command -v chromium-headless-shell" chromium-headless-shell 2>/dev/null || \
	  sh .ci/system.sh "command -v chromium || command -v chromium-browser || command -v google-chrome" chromium
	@sh .ci/system.sh "$(BIN)/python -c 'import libvoikko; libvoikko.Voikko(\"fi\")'" libvoikko1 voikko-fi
	@touch $@
