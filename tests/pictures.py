"""The pictures of CONTRIBUTING.md and of the page on editing: our own screens as they are. `python -m tests.pictures SITE`.

SITE is the built site. Run again when a screen has changed its looks; a test compares what the pictures say in words.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from macros.changes.report import compare, told
from macros.reading.guidebook import load
from tests.browser.ensure import find
from tests.conftest import ROOT, Quiet

FOLDER = ROOT / "docs/assets/images/editing"
NAMES = ("pick.png", "field.png", "take.png", "check.png", "changes.png")
RECORD = "rules/labour-cap"
LABEL = "인건비성 경비의 한도"
FAMILY = "Hyeopchi Sans"
# What the pictures of the command line and of the report are made of: the real data with these slips and changes.
SLIPS = (("data/rules/labour-cap.yaml", "severity:", "severty:"), ("data/rules/labour-cap.yaml", "at_most: 10%", "at_most: 0.1"))
CHANGED = (("data/rules/labour-cap.yaml", "label: 인건비성 경비 한도", f"label: {LABEL}"),)
TERMINAL = """<!doctype html><meta charset="utf-8"><body style="margin:0;width:900px"><pre style="margin:0;padding:16px 20px;
background:#f5f7fa;color:#161d26;font:15px/1.7 'D2Coding','Noto Sans Mono CJK KR',monospace;white-space:pre-wrap">$ make check
</pre></body>"""


def with_changes(folder: Path, changes: tuple[tuple[str, str, str], ...]) -> Path:
    """The data in `folder`, changed."""
    shutil.copytree(ROOT / "data", folder / "data")
    for name, find_, put in changes:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert find_ in text, name
        path.write_text(text.replace(find_, put, 1), encoding="utf-8")
    return folder / "data"


def said_by_check() -> str:
    """What the check says of the slips."""
    with TemporaryDirectory() as name:
        data = with_changes(Path(name), SLIPS)
        done = subprocess.run([sys.executable, "-m", "macros", "check", "--root", str(data)], cwd=ROOT, capture_output=True, text=True,
                              check=False, env={key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"})
        return done.stderr.strip()


def _report() -> str:
    with TemporaryDirectory() as name:
        (old, _), (new, _) = load(ROOT / "data"), load(with_changes(Path(name), CHANGED))
        assert old is not None and new is not None
        return told(compare("main", old, ROOT / "docs", new, ROOT / "docs"), "html")


def _edit_page(page: Page, address: str) -> None:
    """Picking a record; a wrong value; what is to be taken away."""
    page.goto(f"{address}/maintain/edit/#{RECORD}")
    name = page.get_by_label("규칙 이름", exact=True)
    name.wait_for()
    page.screenshot(path=FOLDER / "pick.png", clip={"x": 0, "y": 100, "width": 1000, "height": 620}, full_page=True)
    limit = page.get_by_label("이내·이하")
    limit.fill("0.1")
    limit.blur()
    box = page.locator(".hg-errors")
    box.wait_for()
    limit.scroll_into_view_if_needed()
    box.scroll_into_view_if_needed()
    limit.locator("xpath=ancestor::div[contains(@class, 'hg-calc__field')]").screenshot(path=FOLDER / "field.png")
    limit.fill("10%")
    name.fill(LABEL)
    name.blur()
    output = page.locator(".hg-edit-screen__yaml").locator("xpath=..")
    page.locator(".hg-edit-screen__yaml").evaluate("area => { area.rows = 9; }")
    output.scroll_into_view_if_needed()
    output.screenshot(path=FOLDER / "take.png")


def _in_our_font(page: Page) -> None:
    """Letters of the guide's own font, which the site beside holds: a machine without Korean fonts draws boxes otherwise."""
    page.add_style_tag(url="/assets/css/fonts.css")
    page.add_style_tag(content=f"body, pre {{ font-family: '{FAMILY}', monospace !important; }}")
    page.evaluate("document.fonts.ready")


def main(site: Path) -> None:
    """Take all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    executable = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        page = browser.new_context(viewport={"width": 1000, "height": 900}, locale="ko-KR", color_scheme="light", bypass_csp=True).new_page()
        _edit_page(page, f"http://127.0.0.1:{server.server_address[1]}")
        page.set_content(TERMINAL)
        _in_our_font(page)
        page.locator("pre").evaluate("(element, text) => element.append(text)", said_by_check())
        page.locator("pre").screenshot(path=FOLDER / "check.png")
        page.set_content(_report())
        _in_our_font(page)
        page.screenshot(path=FOLDER / "changes.png", clip={"x": 0, "y": 0, "width": 1000, "height": 520})
        browser.close()
    server.shutdown()
    print("\n".join(f"{name}: {(FOLDER / name).stat().st_size:,}바이트" for name in NAMES))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
