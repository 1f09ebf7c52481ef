"""Links, files, stored texts and pastes made wrong, by bytes and by structure, and given to the page's own readers.

Whatever comes: a value that reads again as the same value, or one sentence in Korean; no exception, nothing polluted.
`python -m tests.fuzz_browser 20000 [folder of a built site] [seed]` runs long.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, sync_playwright

from tests.browser.ensure import ensure
from tests.browser.hostile import CHECKLIST, PLAN, SHEET, VALID, in_link, link, text_of
from tests.conftest import ROOT
from tests.scripts import put as put_scripts

Random = random.Random
BATCH = 100
SLOW = 1_000  # milliseconds for one input: none may take so long, on any machine
WORDS: list[Any] = [None, True, False, 0, -1, 1.5, 2**53, -(2**63), 10**400, float("inf"), float("nan"),
                    "", " ", "가" * 400, "x" * 30_000, "\ud800", "\u202e", "\u200b", "\x00", "__proto__", "toString", [], {}, [[]], {"toString": 1},
                    {"__proto__": {"polluted": 1}}, {"constructor": {"prototype": {"polluted": 1}}}, {"length": 3}, {"then": 1},
                    {"toJSON": 1}, {"valueOf": None}]
KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "toJSON", "then", "",
        " ", "가", "id", "x" * 200, "0", "\u202e"]
BYTES = [b"[" * 100, b'{"a":' * 100, b"\x00", b"\xff", b"\xfe\xff", b"\xed\xa0\x80", b"\xc0\x80", b'"', b"\\", b"{", b"}", b"[", b"]",
         b",", b":", b"\xef\xbb\xbf", b"1e999", b"\\ud800"]
TAGS = ["<table>", "</table>", "<tr>", "</tr>", "<td>", "<td colspan=3>", "<td rowspan=0>", "<td rowspan=65534 colspan=9>", "<th>",
        "</td>", "<p>", "<div>", "<script>", "</script>", "<style>", "<!--", "-->", "<![if x]>", "<a href='", "\">", "<svg>", "<math>",
        "<img src=x onerror=alert(1)>", "<font>", "<template>", "<select>", "<textarea>", "</p>", "<br>", "&lt;", "&#x202e;", "&", "<",
        ">", "가나다", "1,000", "\t", "\n", "<caption>", "<td a=\"", "<td a='>' b>"]


@dataclass(frozen=True)
class Case:
    """One input: the page, the way in, what comes."""

    page: str
    way: str
    content: bytes


@dataclass
class Found:
    """What came of many cases."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: float = 0


def flip(data: bytes, at: Random) -> bytes:
    """A byte is another."""
    place = at.randrange(len(data) or 1)
    return data[:place] + bytes([at.randrange(256)]) + data[place + 1:]


def cut(data: bytes, at: Random) -> bytes:
    """The end is gone."""
    return data[:at.randrange(len(data) or 1)]


def drop(data: bytes, at: Random) -> bytes:
    """A run is gone."""
    place = at.randrange(len(data) or 1)
    return data[:place] + data[place + at.randrange(1, 20):]


def insert(data: bytes, at: Random) -> bytes:
    """Something odd stands between."""
    place = at.randrange(len(data) + 1)
    return data[:place] + at.choice(BYTES) * at.choice([1, 1, 3, 5_000]) + data[place:]


def double(data: bytes, at: Random) -> bytes:
    """A run stands several times."""
    place = at.randrange(len(data) or 1)
    run = data[place:place + at.randrange(1, 60)]
    return data[:place] + run * at.choice([2, 2, 50]) + data[place:]


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a document: what holds it and the key."""
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from places(value[key])


def put(value: Any, at: Random) -> None:
    """Something of another kind stands in a place."""
    holder, key = at.choice(list(places(value)))
    holder[key] = deepcopy(at.choice(WORDS))


def add(value: Any, at: Random) -> None:
    """A record has one key more, a list one entry more."""
    holder, _ = at.choice(list(places(value)))
    if isinstance(holder, dict):
        holder[at.choice(KEYS)] = deepcopy(at.choice(WORDS))
    else:
        holder.insert(at.randrange(len(holder) + 1), deepcopy(at.choice(WORDS)))


def lose(value: Any, at: Random) -> None:
    """Something is missing."""
    holder, key = at.choice(list(places(value)))
    del holder[key]


def repeat(value: Any, at: Random) -> None:
    """A list is long."""
    lists = [holder[key] for holder, key in places(value) if isinstance(holder[key], list) and holder[key]]
    if lists:
        found = at.choice(lists)
        found.extend(deepcopy(found[0]) for _ in range(at.choice([1, 50, 250, 1_200])))


def nest(value: Any, at: Random) -> None:
    """Something is wrapped many times."""
    holder, key = at.choice(list(places(value)))
    for _ in range(at.choice([1, 3, 15, 40])):
        holder[key] = [holder[key]] if at.random() < 0.5 else {"x": holder[key]}


BY_BYTES: list[Callable[[bytes, Random], bytes]] = [flip, cut, drop, insert, double]
BY_STRUCTURE: list[Callable[[Any, Random], None]] = [put, put, add, lose, repeat, nest]


def document(page: str, at: Random) -> str:
    """A document of that page, wrong in its structure or not at all."""
    value: Any = VALID[page]()
    if page == PLAN:
        value["answers"] = {"no-product-sale": {"answer": "no", "note": "메모"}}
    for _ in range(at.choice([0, 1, 1, 2, 4])):
        if isinstance(value, dict | list) and value:
            at.choice(BY_STRUCTURE)(value, at)
    return in_link(page, value) if at.random() < 0.5 else text_of(value)


def made_wrong(data: bytes, at: Random) -> bytes:
    """The same bytes, several of them wrong or none."""
    for _ in range(at.choice([0, 0, 1, 2, 5])):
        data = at.choice(BY_BYTES)(data, at)
    return data


def one_case(at: Random) -> Case:
    """A case of any kind."""
    page, way = at.choice([PLAN, SHEET, CHECKLIST]), at.choice(["file", "store", "link", "link", "html", "text"])
    if way in {"html", "text"}:
        soup = "".join(at.choice(TAGS) * at.choice([1, 1, 1, 2, 300]) for _ in range(at.randrange(60)))
        return Case(PLAN, way, made_wrong(soup.encode(), at))
    text = document(page, at)
    if way != "link":
        return Case(page, way, made_wrong(text.encode("utf-8", "surrogatepass"), at))
    inner = made_wrong(text.encode("utf-8", "surrogatepass"), at)
    fragment = link(page, inner, packing=at.choice("ddp"), check=at.choice([None, None, "0"]))
    return Case(page, way, made_wrong(fragment.encode(), at) if at.random() < 0.5 else fragment.encode())


def cases(seed: int, count: int) -> list[Case]:
    """So many cases, the same for the same seed."""
    at = Random(seed)
    return [one_case(at) for _ in range(count)]


# Reads one case with the page's own readers; what a reader gives is read again from what would be saved of it.
READ = """(() => {
  const gate = Object.assign({}, ...["limits", "json", "sources", "pasted", "turns"].map((part) => hyeopchi.modules[`gate/${part}`]));
  const block = document.querySelector("[data-calculator], [data-sheet]");
  const data = block && JSON.parse(block.textContent);
  const kinds = {
    plan: {
      units: ["projects", "lines"],
      read: (plain) => hyeopchi.modules.plan.fromJson("plan" in Object(plain) ? plain.plan : plain, data).plan,
      write: (plan) => hyeopchi.modules.plan.toJson(plan),
      use: (plan) => void hyeopchi.modules['budget/store'].createStore(data, hyeopchi.modules['budget/draft'].fromPlan(plan)).view,
    },
    sheet: {
      units: ["lines", "agendas", "answers"],
      read(plain) {
        const { state, problem } = hyeopchi.modules['tools/file'].fromJson(plain, data);
        gate.demand(state, problem);
        return state;
      },
      write: (state) => hyeopchi.modules['tools/file'].toJson(state),
      use: (state) => void hyeopchi.modules['tools/state'].view(hyeopchi.modules['tools/state'].load(data), state),
    },
    checklist: {
      units: ["plans", "items"],
      read(plain) {
        const { document, problem } = hyeopchi.modules['checklist/file'].fromJson(plain);
        gate.demand(document, problem);
        return document;
      },
      write: (document) => hyeopchi.modules['checklist/file'].toJson(document),
      use: (document) => void document.plans,
    },
  };
  const pasted = {
    html(text) {
      const kept = new DOMParser().parseFromString(gate.atOnce(gate.pastedHtml(text)), "text/html");
      if (kept.querySelector("script, img, svg, style, a, [onerror], [href]")) throw new Error("more than tables");
      const covered = [...kept.querySelectorAll("td, th")].reduce((sum, cell) => sum + cell.colSpan * cell.rowSpan, 0);
      if (covered > gate.LIMITS.tableCells) throw new Error("too many cells");
      return null;
    },
    text: (text) => void gate.pastedText(text),
  };

  /** What is taken must be whole: saved and read again it is the same. */
  function proved(kind, value) {
    kind.use(value);
    const once = JSON.stringify(kind.write(value));
    const again = JSON.stringify(kind.write(kind.read(gate.whole(once, "깨졌어요."))));
    if (once !== again) throw new Error(`read again it is another: ${once.slice(0, 200)} / ${again.slice(0, 200)}`);
    return "taken";
  }
  async function read(name, way, bytes) {
    const text = new TextDecoder().decode(bytes);
    const kind = kinds[name];
    let found;
    if (way in pasted) found = gate.guarded(() => pasted[way](text));
    else if (way === "file") found = await gate.fromFile(new File([bytes], "x.json"), kind.read, "파일이 깨졌어요.");
    else if (way === "store") found = gate.fromText(text, kind.read, "저장한 것이 깨졌어요.");
    else {
      found = await hyeopchi.modules.link.create({ name, version: Number(/=(\\d)/.exec(text)?.[1] ?? 1), part: "읽을 수 있는 것만",
        units: kind.units, holds: () => true,
        read: (plain) => ({ value: kind.read(plain), problem: null }) }).read(text) ?? { value: null, problem: null };
    }
    if (found.problem === gate.UNEXPECTED) throw new Error("a reader threw what nobody foresaw");
    const odd = found.problem !== null && (!/[가-힣]/.test(found.problem) || /undefined|\\[object|NaN/.test(found.problem));
    if (odd) throw new Error(`said: ${found.problem}`);
    return found.value !== null && kind && !(way in pasted) ? proved(kind, found.value) : found.problem === null ? "nothing" : "refused";
  }
  globalThis.hgFuzz = async (name, list) => {
    const results = [];
    for (const [way, encoded] of list) {
      const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
      const begun = performance.now();
      let outcome;
      try {
        outcome = await read(name, way, bytes);
      } catch (error) {
        outcome = `FAILED ${error}`;
      }
      if (Object.keys(Object.prototype).length || {}.polluted || [].polluted) outcome = "FAILED polluted";
      results.push([outcome, performance.now() - begun]);
    }
    return results;
  };
})()"""


def _note(errors: list[str], error: Error) -> None:
    errors.append(str(error))


def run(browser: Browser, start: str, given: list[Case], told: Callable[[int], None] = lambda _: None) -> Found:
    """Gives the cases to the pages that they are for."""
    found = Found()
    for address, name in ((PLAN, "plan"), (SHEET, "sheet"), (CHECKLIST, "checklist")):
        context = browser.new_context(bypass_csp=True, service_workers="block")
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", partial(_note, errors))
        page.goto(f"{start}/{address}index.html")
        page.wait_for_selector("[data-ready]")
        put_scripts(page, "gate/pasted")
        page.evaluate(READ)
        mine = iter([case for case in given if case.page == address])
        while batch := list(islice(mine, BATCH)):
            results = page.evaluate("([name, list]) => hgFuzz(name, list)",
                                    [name, [[case.way, b64encode(case.content).decode()] for case in batch]])
            for case, (outcome, took) in zip(batch, results, strict=True):
                found.outcomes[f"{case.way} {outcome.split()[0]}"] += 1
                found.slowest = max(found.slowest, took)
                if outcome.startswith("FAILED") or took > SLOW:
                    found.failures.append(f"{name} {case.way} {outcome} {took:.0f} ms {case.content[:600]!r}")
            told(sum(found.outcomes.values()))
        found.failures += errors
        context.close()
    return found


def main(arguments: list[str]) -> int:
    """Builds the site unless one is given, and prints what came of the cases."""
    count = int(arguments[0]) if arguments else 20_000
    seed = int(arguments[2]) if len(arguments) > 2 else 41
    executable = ensure()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(arguments[1]) if len(arguments) > 1 else Path(made)
        if len(arguments) < 2:
            subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", made], cwd=ROOT, check=True, capture_output=True)
        browser = playwright.chromium.launch(executable_path=executable)
        found = run(browser, folder.resolve().as_uri(), cases(seed, count), lambda done: print(f"  {done:,}", end="\r", flush=True))
        browser.close()
    print(json.dumps(dict(sorted(found.outcomes.items())), ensure_ascii=False))
    print(f"{sum(found.outcomes.values()):,}가지, 어긋난 것 {len(found.failures)}, 가장 오래 걸린 것 {found.slowest:.0f} ms,"
          f" {time.perf_counter() - begun:.0f}초")
    print("\n".join(found.failures[:20]))
    return 1 if found.failures else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
