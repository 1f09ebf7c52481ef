"""Every place where something from outside comes into a page, and where it goes: a new one is written down here, with its gate.

What is read is text, held against the limits of docs/assets/js/gate/; tests/browser/test_gate.py tries each way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from tests.conftest import ROOT

SCRIPTS = ROOT / "docs" / "assets" / "js"
# What gives a script something that neither the site nor its reader wrote a moment before.
WAYS: Mapping[str, str] = {
    "저장된 것": r"\b(?:localStorage|sessionStorage|indexedDB|caches)\b|document\.cookie",
    "다른 탭": r"Listener\(\"storage\"|BroadcastChannel",
    "주소": r"\blocation\.(?:hash|search)\b|\bhash\b[^;]*= globalThis\.location|URLSearchParams\(",
    "파일": r"\binput\.files\b|dataTransfer\.(?:files|items|getData)|FileReader\(|showOpenFilePicker|launchQueue|\.(?:arrayBuffer|text)\(\)",
    "붙여넣은 것": r"clipboardData|clipboard\.read",
    "다른 창": r"window\.(?:name|opener)|globalThis\.(?:name\b|opener)|document\.referrer|history\.state\.|Listener\(\"message\"|onmessage",
    "다른 곳": r"\bfetch\(|XMLHttpRequest|WebSocket|EventSource|importScripts",
}
# The script, what comes in there, and what stands between it and the page.
KNOWN: Mapping[str, Mapping[str, str]] = {
    "storage.js": {"저장된 것": "gate/sources.js: fromText"},
    "search/trail.js": {"저장된 것": "the words that were searched for, so many and of a length"},
    "store/shelf.js": {"다른 탭": "reads the store anew"},
    "package/watch.js": {"다른 탭": "reads the stores anew"},
    "gate/sources.js": {"주소": "the gate", "파일": "the gate"},
    "gate/turns.js": {"다른 창": "a channel of its own"},
    "share.js": {"주소": "gate/sources.js: takeFragment, link.js"},
    "checklist/checklist.js": {"주소": "gate/sources.js: takeFragment, link.js"},
    "deadlines/planner.js": {"주소": "deadlines/state.js"},
    "deadlines/state.js": {"주소": "a length, then values that are known"},
    "edition-compare.js": {"주소": "two years of the page's list"},
    "edit/screen.js": {"주소": "ids of the page's records"},
    "tables.js": {"파일": "table/reader.js"},
    "checklist/bar.js": {"파일": "checklist/file.js: open"},
    "tools/plan.js": {"파일": "gate/sources.js: fromFile"},
    "table/panel.js": {"붙여넣은 것": "gate/pasted.js"},
    "ours.js": {"붙여넣은 것": "gate/pasted.js, then cells of a length"},
    "package/list-field.js": {"붙여넣은 것": "package/tables.js"},
    "search/turns.js": {"다른 창": "a channel of its own"},
    "search/client.js": {"다른 창": "the site's own worker"},
    "search/worker.js": {"다른 창": "the site's own page", "다른 곳": "a file of the site", "파일": "the same file"},
}


def test_밖에서_들어오는_곳은_모두_적혀_있다() -> None:
    found: dict[str, set[str]] = {}
    for path in sorted(SCRIPTS.rglob("*.js")):
        text = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        ways = {way for way, sign in WAYS.items() if re.search(sign, text)}
        if ways:
            found[path.relative_to(SCRIPTS).as_posix()] = ways
    assert found == {name: set(ways) for name, ways in KNOWN.items()}


@pytest.mark.parametrize("name", [name for name, ways in KNOWN.items() if any(".js" in how for how in ways.values())])
def test_들어온_것을_문에_건네는_스크립트는_그_문을_부른다(name: str) -> None:
    text = (SCRIPTS / name).read_text(encoding="utf-8")
    for how in KNOWN[name].values():
        for module in re.findall(r"[\w/-]+\.js", how):
            assert re.search(rf"(?:from|import\()\s*\"[./]*(?:[\w-]+/)*{re.escape(module.rsplit('/', 1)[-1])}\"", text), (name, module)
