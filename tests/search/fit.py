"""Fits how much each feature of a result counts: `python -m tests.search.fit SITE [FILE …]` writes docs/assets/js/search/weights.js.

SITE is a built site; the queries are the two sets of the repository, what its tests hold (`held`), and those of FILEs
(tests/unseen/search.py). Look at what it
says of queries that were kept aside, not at those that it was fitted to.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from deno import find_deno_bin

from tests.bench_search import unseen
from tests.browser.test_search import TYPED
from tests.conftest import ROOT
from tests.search.measure import Query, load, load_judged

ENGINE = ROOT / "docs" / "assets" / "js" / "search"
TEXT = 3  # where an entry of the index has its text
HEAD = """/** How much each feature (features.js) counts: fitted to queries by tests/search/fit.py, never by hand. */

/** @type {{[name: string]: number}} */
export const WEIGHTS = """
TAIL = """;

/** The score of what has these features. @param {{[name: string]: number}} features */
export function scoreOf(features) {
  let sum = 0;
  for (const [name, value] of Object.entries(features)) sum += (WEIGHTS[name] ?? 0) * value;
  return Math.exp(sum);
}
"""


def _data(script: Path, name: str) -> Any:
    """What the script of a built site puts among the page's data."""
    text = script.read_text(encoding="utf-8")
    return json.JSONDecoder().raw_decode(text, text.index(f'["{name}"] = ') + len(name) + 7)[0]


def index(site: Path) -> dict[str, Any]:
    """All that can be found on a built site, with the texts that come later."""
    data: dict[str, Any] = _data(site / "search" / "index.js", "search")
    for row, text in zip(data["entries"], _data(site / "search" / "texts.js", "searchTexts"), strict=True):
        row[TEXT] = text or row[TEXT]
    data["queries"] = _data(site / "search" / "texts.js", "searchQueries")
    return data


def _rows(name: str, queries: Sequence[Query]) -> Iterator[Mapping[str, object]]:
    yield from ({"set": name, "text": query.text, "right": query.answers} for query in queries)


def script(weights: dict[str, float]) -> str:
    """The module of the weights, in the form that deno gives it."""
    rows = [f"  {json.dumps(name, ensure_ascii=False) if not name.isidentifier() else name}: {weight:g},"
            for name, weight in weights.items()]
    return HEAD + "\n".join(["{", *rows, "}"]) + TAIL


def main(site: Path, files: Sequence[str]) -> None:
    """Fits and writes."""
    held = [Query(text, "held", (answer,)) for text, answer, _ in TYPED]
    sets = [("own", load()), ("judged", load_judged()), ("held", held), *((str(number), asked) for number, (_, asked) in enumerate(unseen(files), 1))]
    with tempfile.TemporaryDirectory() as folder:
        known = Path(folder) / "input.json"
        known.write_text(json.dumps({"data": index(site), "queries": [row for name, asked in sets for row in _rows(name, asked)]}),
                         encoding="utf-8")
        command = [find_deno_bin(), "run", "--quiet", "--allow-read", str(Path(__file__).with_suffix(".js")), str(ENGINE), str(known)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    (ENGINE / "weights.js").write_text(script(json.loads(done.stdout)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
