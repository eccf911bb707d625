# make site: set up and build the site into site/.   make test: set up and run every check.
# make audit: the accessibility of every page, on phone and desktop, light and dark; of these make test takes a sample.
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/ready

site: $(READY)
	$(VENV)/bin/python build_site.py

serve: $(READY)
	$(VENV)/bin/python build_site.py --serve

test: $(READY) lint
	$(VENV)/bin/python tests/browser.py
	$(VENV)/bin/python -m pytest -n auto

audit: $(READY)
	$(VENV)/bin/python tests/browser.py
	$(VENV)/bin/python -m pytest -n auto -m "" tests/site/test_accessibility.py

lint: $(READY)
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy

score: $(READY)
	$(VENV)/bin/python -m benchmarks.score
	$(VENV)/bin/python -m benchmarks.measures

bench: $(READY)
	$(VENV)/bin/python -m benchmarks.speed

# The pins of everything, for the oldest Python that is supported; no registry's address goes into them.
lock: $(READY)
	$(VENV)/bin/pip install --quiet pip-tools
	$(VENV)/bin/pip-compile --quiet --upgrade --extra dev --strip-extras --no-header --no-annotate \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements.lock pyproject.toml

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

clean:
	rm -rf $(VENV) build site

.PHONY: site serve test audit lint score bench lock clean
