# Python 3.11 or later: PYTHON=... names another one.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
# Passed on to the chat, for example CHAT_ARGS="--no-open --port 8000".
CHAT_ARGS ?=

.PHONY: chat test install browser clean

chat: install  ## create the environment, install, index the sample, open the chat
	$(BIN)/youju chat $(CHAT_ARGS)

test: $(VENV)/.installed-test browser  ## install what the tests need and run them
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

install: $(VENV)/.installed

# Debian keeps the venv module in a package of its own.
$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV) || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv && \
	  $(PYTHON) -m venv --clear $(VENV); }

$(VENV)/.installed: $(VENV)/bin/pip pyproject.toml
	$(BIN)/python -m pip install --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/python -m pip install --disable-pip-version-check --editable '.[test]'
	touch $@

# A browser for the page's tests: what is there, else Debian's where we may install it; without one those tests skip.
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk; } || \
	  echo "No Chromium and no way to install it: the tests of the page will be skipped."

clean:
	rm -rf $(VENV) build dist *.egg-info
