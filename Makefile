PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: chat test install browser clean

chat: $(VENV)/.installed  ## create the environment, install, index the sample, open the chat
	$(BIN)/youju chat

test: $(VENV)/.installed-test browser  ## install what the tests need and run them
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

install: $(VENV)/.installed

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --editable .
	touch $@

$(VENV)/.installed-test: $(VENV)/.installed pyproject.toml
	$(BIN)/python -m pip install --editable '.[test]'
	touch $@

# A browser for the page's tests: what is there, else Debian's where we may install it; without one those tests skip.
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk; } || \
	  echo "No Chromium and no way to install it: the tests of the page will be skipped."

clean:
	rm -rf $(VENV) build dist *.egg-info
