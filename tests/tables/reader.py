"""The browser's table reader in an empty page, and what it makes of a folder of tables."""

from __future__ import annotations

import json
import unicodedata
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from macros.api.table_reader import reader_script
from macros.reading.guidebook import Guidebook
from tests.conftest import ROOT
from tests.plain_yaml import plain
from tests.scripts import put

READ = (Path(__file__).parent / "read.js").read_text(encoding="utf-8")
UNPACKER = ROOT / "docs" / "assets" / "vendor" / "fflate" / "index.js"
FUNDS = ("city", "own", "outside")
SUMS = (*FUNDS, "before", "after")
Case = Mapping[str, Any]


def open_reader(guide: Guidebook, browser: Browser) -> Page:
    """An empty page with the reader; the caller closes it."""
    page = browser.new_page()
    put(page, "tables", "gate/decode")
    page.add_script_tag(path=UNPACKER)
    page.add_script_tag(content=reader_script(guide))
    page.add_script_tag(content=READ)
    return page


def cases(folder: Path) -> Iterator[tuple[str, bytes, Case]]:
    """Each table of a folder with what must come of it (expected.yaml)."""
    expected = plain((folder / "expected.yaml").read_text(encoding="utf-8"))
    for name, wanted in expected.items():
        yield name, (folder / name).read_bytes(), wanted


def purpose_of(wanted: Case) -> str:
    """For what the table is read."""
    return next((purpose for key, purpose in (("roster", "roster"), ("agendas", "scores"), ("before", "change"), ("after", "change"))
                 if key in wanted), "plan")


def read(page: Page, name: str, content: bytes, purpose: str) -> dict[str, Any]:
    """What the reader makes of a file as the clipboard or a folder holds it."""
    return read_all(page, [(name, content, purpose)])[0]


def read_all(page: Page, given: Sequence[tuple[str, bytes, str]]) -> list[dict[str, Any]]:
    """The same of many files in one step, each with its name, bytes and purpose."""
    found: list[dict[str, Any]] = page.evaluate("(given) => globalThis.readTables(given)",
                                                [[name, b64encode(content).decode(), purpose] for name, content, purpose in given])
    return found


def read_texts(page: Page, given: list[tuple[str, str]]) -> list[dict[str, int]]:
    """The sums of many small pasted texts, each with its purpose, in one step."""
    found: list[dict[str, str]] = page.evaluate("(given) => globalThis.readTexts(given)", given)
    return [{key: int(number) for key, number in sums.items() if int(number) != 0} for sums in found]


def squeezed(text: str) -> str:
    """Without blanks, in composed letters."""
    return "".join(unicodedata.normalize("NFC", text).split())


def faults(found: Mapping[str, Any], wanted: Case) -> list[str]:
    """What is not as it must be; nothing when all is."""
    told = []
    sums = found["sums"]
    if "roster" in wanted:
        told += [f"{key}: {sums.get(key)}, {number}이어야 해요" for key, number in wanted["roster"].items() if sums.get(key) != number]
        told += [f"이름이 남았어요: {name}" for name in found["kept"]]
        return told
    agendas = wanted.get("agendas")
    names = agendas if isinstance(agendas, list) else wanted.get("names", [])
    count = len(agendas) if isinstance(agendas, list) else wanted.get("agendas", wanted.get("lines"))
    if count is not None and len(found["names"]) != count:
        told.append(f"줄 {len(found['names'])}개, {count}개여야 해요")
    if not ("agendas" in wanted or count == 0):
        told += [f"{key}: {int(sums.get(key, 0)):,}, {wanted.get(key, 0):,}이어야 해요" for key in SUMS
                 if int(sums.get(key, 0)) != wanted.get(key, 0)]
        if found["asks"] != (wanted.get("unit") == "ask") and "unit" in wanted:
            told.append(f"단위를 {'묻지 않아요' if not found['asks'] else '물어요'}")
    if found.get("asksFund", 0) != wanted.get("asks_fund", found.get("asksFund", 0)):
        told.append(f"재원을 묻는 줄 {found['asksFund']}개, {wanted['asks_fund']}개여야 해요")
    told += [f"이름 {number}: {had}, {name}이어야 해요" for number, (name, had) in
             enumerate(zip(names, [*found["names"], *[None] * len(names)], strict=False), 1)
             if had is None or squeezed(had) != squeezed(name)]
    told += [f"빠진 열로 알리지 않아요: {head} ({', '.join(found['left'])})" for head in wanted.get("left_out", [])
             if not any(squeezed(head) in squeezed(left) for left in found["left"])]
    told += [f"표의 합계와 달라요: {json.dumps(one, ensure_ascii=False)}" for one in found["wrong"] if not wanted.get("differs")]
    if wanted.get("differs") and not found["wrong"]:
        told.append("표의 합계와 다른 것을 알리지 않아요")
    return told


def is_silent(found: Mapping[str, Any], wanted: Case) -> bool:
    """Whether money or people came in wrong and nothing asks about it: no unit, no difference, no doubt."""
    sums = found["sums"]
    if "roster" in wanted:
        differs = any(sums.get(key) != number for key, number in wanted["roster"].items())
        return differs and not found["doubts"]
    if "agendas" in wanted:
        return False
    differs = any(int(sums.get(key, 0)) != wanted.get(key, 0) for key in SUMS)
    return bool(found["names"]) and differs and not (found["asks"] or found.get("asksFund") or found["wrong"] or found["doubts"])
