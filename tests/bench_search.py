"""How well the search finds, beside kept libraries and the theme's own engine, and how long it holds a key:
`python -m tests.bench_search`.

In a real browser over the built site; the libraries (tests/search/libraries.js) are fetched when they are asked for.
Files named after it are queries that nobody here has seen (tests/unseen/search.py): they are measured by kind as well.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from unicodedata import normalize

from deno import find_deno_bin
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Page, sync_playwright

from macros.reading.guidebook import load as load_guide
from tests.browser.ensure import ensure
from tests.conftest import ROOT
from tests.search.box import found
from tests.search.keys import table
from tests.search.measure import FORMS, Figures, Query, Search, load, load_judged, measure

TYPED_ON = "plan/"

# The theme's worker, spoken to as the theme does (0 set up, 1 ready, 2 query, 3 result); a page's finds stand together.
THEMES = """([url, index]) => new Promise((resolve) => {
  globalThis.worker = new Worker(new URL(url, location.href));
  worker.addEventListener("message", ({ data }) => { if (data.type === 1) resolve(); }, { once: true });
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
})"""
ASK_THEMES = """async (texts) => {
  const found = [];
  for (const text of texts) {
    found.push(await new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data.data.items.slice(0, 10).map((group) => group.map(({ location }) => location)));
      worker.postMessage({ type: 2, data: text });
    }));
  }
  return found;
}"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def build_site(folder: Path) -> dict[str, Any]:
    """Builds the site; returns what the theme's engine would have searched, which our build does not let it index."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
    plugin: Any = config.plugins["material/search"]
    plugin.config.enabled, plugin.config.lang = True, ["ko"]
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    keys = ("lang", "separator", "pipeline", "fields")
    return {"config": {key: plugin.config[key] for key in keys}, "docs": plugin.search_index.entries}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder's address on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def themes(page: Page, folder: Path, index: dict[str, Any]) -> Search:
    """The theme's own engine. A page counts as found where any of its parts is: kinder than what a reader sees."""
    script = next((folder / "assets" / "javascripts" / "workers").glob("search.*.min.js"))
    page.evaluate(THEMES, [script.relative_to(folder).as_posix(), index])

    def search(texts: Sequence[str]) -> Sequence[Sequence[str]]:
        groups: list[list[list[str]]] = page.evaluate(ASK_THEMES, list(texts))
        return [["\n".join(group) for group in found] for found in groups]

    return search


def libraries(folder: Path, texts: Sequence[str]) -> dict[str, Mapping[str, Sequence[str]]]:
    """What each kept library finds for these texts: addresses, best first."""
    done = subprocess.run([find_deno_bin(), "run", "--quiet", "--no-config", "--no-lock", f"--allow-read={folder}",
                           str(ROOT / "tests/search/libraries.js"), str(folder)],
                          input=json.dumps(texts), capture_output=True, text=True, encoding="utf-8", check=True)
    return {name: dict(zip(texts, found, strict=True)) for name, found in json.loads(done.stdout).items()}


def answered(answers: Mapping[str, Sequence[str]], texts: Sequence[str]) -> Sequence[Sequence[str]]:
    """What was found for each text."""
    return [answers[text] for text in texts]


class GroupQuery(Query):
    """A query whose finds are groups of addresses, one a line."""

    def rank(self, found: Sequence[str]) -> int | None:
        return next((place for place, group in enumerate(found, 1) if super(GroupQuery, self).rank(group.split("\n"))), None)


def line(name: str, figures: Figures) -> str:
    """A row of the table."""
    return (f"{name:<24} {figures.count:>4}  R@1 {figures.first:.3f}  R@3 {figures.three:.3f}  R@5 {figures.five:.3f}"
            f"  MRR {figures.mrr:.3f}")


def unseen(files: Sequence[str]) -> Iterator[tuple[str, Sequence[Query]]]:
    """The queries of files that come from elsewhere."""
    from tests.unseen.search import queries  # it uses this module

    guide, problems = load_guide(ROOT / "data")
    assert guide, problems
    yield from ((file, queries(Path(file), guide)[0]) for file in files)


def report(name: str, queries: Sequence[Query], search: Search, forms: Sequence[str] = tuple(FORMS)) -> None:
    """The figures by kind and by form."""
    print(f"\n{name}")
    for kind in dict.fromkeys(query.kind for query in queries):
        print(line(f"  {kind}", measure([query for query in queries if query.kind == kind], search)))
    for form in forms:
        print(line(f"  [{form}]", measure(queries, search, form)))


def main() -> None:
    """Builds, searches, prints."""
    executable = ensure()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        index = build_site(folder)
        for script in ("index.js", "texts.js"):
            data = (folder / "search" / script).read_bytes()
            print(f"search/{script}: {len(data):,} B, gzip {len(gzip.compress(data, 9)):,} B")
        browser = playwright.chromium.launch(executable_path=executable)
        with served(folder) as address:
            page = browser.new_page(bypass_csp=True)  # the pages' policy forbids waiting for a condition
            page.goto(address)
            queries = load()
            report("이 길잡이", queries, lambda texts: found(page, texts))
            report("이 길잡이, 남이 낸 물음", load_judged(), lambda texts: found(page, texts))
            new = list(unseen(sys.argv[1:]))
            for name, asked in new:
                report(f"이 길잡이, 처음 보는 물음 {name}", asked, lambda texts: found(page, texts), ("그대로",))
            sets = [("두 묶음", [*queries, *load_judged()]), *new]
            for library, answers in libraries(folder, sorted({normalize("NFC", query.text) for _, asked in sets for query in asked})).items():
                print(f"\n{library}")
                for name, asked in sets:
                    print(line(f"  {name}", measure(asked, partial(answered, answers))))
            print("\n치는 동안", *table(browser, [("서버", f"{address}{TYPED_ON}"), ("파일", (folder / TYPED_ON / "index.html").as_uri())]), sep="\n")
            grouped = [GroupQuery(query.text, query.kind, query.answers) for query in queries]
            report("테마의 엔진", grouped, themes(page, folder, index))
        browser.close()


if __name__ == "__main__":
    main()
