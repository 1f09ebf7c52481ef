# 협치 길잡이: `make help` lists what there is.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
HOST ?= 127.0.0.1
PORT ?= 8000
# The theme tells of its successor at every start, which is no news to a reader of this terminal.
export NO_MKDOCS_2_WARNING := 1
# "… 기준" on paper and in the archive is the day of the last change, so that the same content gives the same bytes.
CHANGED := $(shell git log -1 --format=%ct 2>/dev/null)
ifneq ($(CHANGED),)
export SOURCE_DATE_EPOCH ?= $(CHANGED)
endif

.PHONY: help serve test programs build zip pdf publish check lint form bench fuzz lock clean

help: ## 이 목록
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 16

serve: $(READY) ## 사이트를 띄워 고치는 대로 보여 줍니다 (http://127.0.0.1:8000)
	@$(BIN)/python -m macros serve --host $(HOST) --port $(PORT)

test: ## 검사를 모두 돌립니다 (실제 브라우저 포함)
	@$(MAKE) --no-print-directory --jobs=2 $(READY) programs
	$(BIN)/python -m tests.browser.ensure
	$(BIN)/python -m tests.workbook.office
	$(BIN)/ruff check macros tests
	$(BIN)/pytest

# Beside the libraries: both download and unpack for a minute.
programs:
	@$(PYTHON) -m tests.programs

build: $(READY) ## 사이트를 site/에 만듭니다
	$(BIN)/mkdocs build --strict

zip: build ## 인터넷 없이 열리는 압축 파일을 dist/에 만듭니다
	@$(BIN)/python -m macros zip

pdf: build ## 안내서 전체를 PDF 한 권으로 dist/에 만듭니다 (몇 분)
	@browser=$$($(BIN)/python -m tests.browser.ensure --chromium) && \
	  $(BIN)/python -m macros pdf --browser "$$browser"

publish: build ## 올릴 사이트를 만들고, PDF와 압축 파일을 site/downloads/에 넣습니다
	@browser=$$($(BIN)/python -m tests.browser.ensure --chromium) && \
	  $(BIN)/python -m macros publish --browser "$$browser"

check: $(READY) ## 자료(data/)만 검사합니다
	@$(BIN)/python -m macros check $(OPTIONS)

lint: $(READY) ## 코드와 스크립트의 모양과 형만 검사합니다
	$(BIN)/ruff check macros tests
	$(BIN)/mypy
	$(BIN)/python -m tests.deno

form: $(READY) ## 스크립트를 정한 모양으로 고칩니다
	$(BIN)/python -m tests.deno fmt

bench: $(READY) ## 속도를 재고, 두 엔진을 계획 10만 개로 견줍니다 (10분쯤)
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench_recalculation
	$(BIN)/python -m tests.bench_gate
	$(BIN)/python -m tests.bench_preview
	$(BIN)/python -m tests.bench_parity
	$(BIN)/python -m tests.bench_fix

fuzz: $(READY) ## 실제 자료를 2만 번 망가뜨려 보고, 모두 알아채는지 봅니다 (오래 걸립니다)
	$(BIN)/python -m tests.fuzz
	$(BIN)/python -m tests.fuzz_bytes
	$(BIN)/python -m tests.fuzz_browser

lock: ## 라이브러리 잠금 파일을 새로 만듭니다 (pyproject.toml을 고친 뒤)
	$(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip --quiet install uv==0.13.9
	$(VENV)/lock/bin/uv pip compile pyproject.toml --extra test --extra pdf --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-emit-index-url --output-file requirements.txt

clean: ## 만든 것을 모두 지웁니다
	rm -rf site dist $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

# The set-up: a virtual environment with exactly the locked packages. Made again when the lock changes.
# Debian's python3 comes without ensurepip; then the machine's own pip fills the environment.
$(READY): requirements.txt
	@echo "처음 한 번 준비합니다: 가상 환경을 만들고 라이브러리를 내려받습니다. 1~3분 걸립니다."
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "파이썬 3.11 이상이 있어야 합니다.")'
	@$(PYTHON) -m venv --clear $(VENV) 2>/dev/null || $(PYTHON) -m venv --clear --without-pip $(VENV)
	@pip=$$( [ -x $(BIN)/pip ] && echo "$(BIN)/python -m pip" || echo "$(PYTHON) -m pip --python $(BIN)/python" ); \
	  $$pip install --disable-pip-version-check --require-hashes -r requirements.txt || \
	  { echo "라이브러리를 내려받지 못했습니다. 인터넷 연결과 pip 설정을 확인해 주세요." >&2; exit 1; }
	@touch $@
