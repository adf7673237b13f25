# Everything a newcomer needs: `make exercise` runs the main job, `make test` the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready

.PHONY: exercise test test-slow bench lint lock clean

exercise: $(RUN_READY)
	$(BIN)/simulator demo --out output

test: $(DEV_READY) lint
	$(BIN)/python -m pytest -m "not slow" -n auto --maxprocesses 4 --dist loadfile

test-slow: $(DEV_READY)
	$(BIN)/python -m pytest -m slow

lint: $(DEV_READY)
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(DEV_READY)
	$(BIN)/python -m benchmarks

# The lock files are made with uv; nothing else needs it.
lock:
	uv pip compile --universal --generate-hashes --no-header --no-emit-index-url --no-annotate --python-version 3.11 \
	  requirements.in -o requirements.lock
	uv pip compile --universal --generate-hashes --no-header --no-emit-index-url --no-annotate --python-version 3.11 \
	  -c requirements.lock requirements.in requirements-dev.in -o requirements-dev.lock

clean:
	rm -rf $(VENV) output

$(RUN_READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(DEV_READY): $(RUN_READY) requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@
