# Everything starts here. `make` alone lists the targets.
PY := .venv/bin/python
OUT := out
MINUTES := 10

.DEFAULT_GOAL := help
.PHONY: help run test lint check bench minute usability fuzz reader screenshots guide-pictures translations lock format clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/ready ## open the desktop; without a display, do the main job and leave pictures in out/
	@packaging/run.sh $(OUT)

test: .venv/ready-test ## lint, types, import contract and all tests
	@$(MAKE) --no-print-directory lint
	$(PY) -m pytest tests/ui/test_desktop_stalls.py
	$(PY) -m pytest -n 2 --dist loadfile

lint: .venv/ready ## lint, types and import contract only
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

bench: .venv/ready-test ## measure, and write docs/benchmarks.md
	env -u PYTHONDONTWRITEBYTECODE $(PY) packaging/bench.py

minute: .venv/ready-test ## measure a practitioner's minute alone, in three browsers, into docs/benchmarks.md
	$(PY) packaging/minute.py

usability: .venv/ready-test ## count and time the ten commonest jobs in the real window, into docs/usability.md
	$(PY) packaging/usability.py

fuzz: .venv/ready-test ## mutated files through every reader, for MINUTES=10; what fails stays in out/fuzz
	$(PY) -m tests.fuzz --minutes $(MINUTES)

reader: .venv/ready-test ## rebuild the reading page (needs Node.js)
	cd sharing/reader && npm ci --no-audit --no-fund && node build.mjs

screenshots: .venv/ready-test ## every page of three records, languages, themes, 100 and 200 %, into out/screenshots
	$(PY) packaging/screenshots.py $(OUT)/screenshots

guide-pictures: .venv/ready-test ## renew the pictures of README and guides in docs/images
	$(PY) packaging/guide_pictures.py docs/images

translations: .venv/ready ## collect the texts to translate
	$(PY) packaging/update_translations.py

lock: ## renew packaging/requirements.lock (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --upgrade --quiet --custom-compile-command "make lock" -o packaging/requirements.lock

format: .venv/ready ## format the code
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

clean: ## remove what was built
	rm -rf .venv build $(OUT) sharing/reader/node_modules *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready: packaging/requirements.lock pyproject.toml packaging/setup.sh packaging/debian-run.txt
	@packaging/setup.sh run
	@touch $@

.venv/ready-test: .venv/ready packaging/debian-test.txt
	@packaging/setup.sh test
	@touch $@
