"""How long a page is held by each hostile input at its limit, on a processor slowed to a quarter; part of `make bench`.

Three figures each. The answer: the work from when the input is given until the page says that it is taken, asks before it takes
it, or refuses it. The longest hold: the longest piece of work, then or after, in which the page could do nothing else. Of that, for a
long link, what is the browser's own: the same address given to a page that has nothing in it. All are the main thread's own
time from a trace, times four (the page's clock runs four times as fast meanwhile): what else runs on this machine counts
little. `--wall` slows the processor for real and measures by the clock, which needs a machine with nothing else to do.
`python -m tests.bench_gate [--wall] [folder of a built site] [part of a name]`
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from base64 import b64encode
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.browser.ensure import ensure
from tests.browser.hostile import KEYS, Hostile, everything, tables
from tests.conftest import ROOT

SLOWER = 4
PATIENCE = 60_000  # milliseconds
LONG_LINK = 100_000  # signs from which the browser's own work at an address is worth a figure
BARE = ROOT / "LICENSE"  # a page without anything of ours
CATEGORIES = ["toplevel", "blink.user_timing", "__metadata"]
# When the page changes what it says; with the clock, also the longest stretch without a turn of the loop.
WATCH = """globalThis.hgWatch = { begun: 0, last: 0, gap: 0, said: 0, text: "" };
globalThis.hgBegin = (clock) => {
  const watch = globalThis.hgWatch;
  const told = () => document.querySelector(".hg-notice:not([hidden]), .hg-drawer:not([hidden]), dialog[open]")?.textContent ?? "";
  watch.text = told();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    watch.gap = Math.max(watch.gap, now - watch.last);
    watch.last = now;
    channel.port2.postMessage(0);
  };
  new MutationObserver(() => {
    const text = told();
    if (watch.said > 0 || text === watch.text) return;
    watch.text = text;
    watch.said = performance.now();
    performance.mark("hg-said");
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  performance.mark("hg-begun");
  if (!clock) {
    const [real, since] = [performance.now.bind(performance), performance.now()];
    performance.now = () => since + (real() - since) * 4;
  }
  watch.begun = watch.last = performance.now();
  if (clock) channel.port2.postMessage(0);
};"""
# What is to come is laid ready first: the work for that is the bench's own.
READY = """([way, text, called]) => {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const data = new DataTransfer();
  const words = way === "file" ? "" : new TextDecoder().decode(bytes);
  if (way === "file") data.items.add(new File([bytes], called));
  else if (way !== "link") data.setData(way === "text" ? "text/plain" : "text/html", words);
  globalThis.hgGive = { way, data, words };
}"""
GO = """(clock) => {
  const { way, data, words } = hgGive;
  const input = document.querySelector("input[type=file]");
  if (way === "file") input.files = data.files;
  hgBegin(clock);
  if (way === "link") location.hash = words;
  else if (way === "file") input.dispatchEvent(new Event("change", { bubbles: true }));
  else {
    const field = document.querySelector(".hg-drawer textarea");
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    if (field.dispatchEvent(event) && way === "text") { field.setRangeText(words); field.dispatchEvent(new Event("input", { bubbles: true })); }
  }
}"""


def ready(page: Page, one: Hostile) -> None:
    """Lays the input ready in the page."""
    data = one.content if isinstance(one.content, bytes) else one.content.encode("utf-8", "surrogatepass")
    page.evaluate(READY, [one.way, b64encode(data).decode(), one.called])
    page.wait_for_timeout(300)


def opened(browser: Browser, start: str, one: Hostile) -> Page:
    """The page in a fresh window, ready for the input."""
    page = browser.new_context(locale="ko-KR", bypass_csp=True, reduced_motion="reduce").new_page()
    page.set_default_timeout(PATIENCE)
    page.route("**/search/index.js", lambda route: route.abort())  # what the search box reads meanwhile is no work of the input's
    page.add_init_script(WATCH)
    page.goto(f"{start}/{one.page}index.html")
    page.wait_for_selector("[data-ready]")
    if one.way in {"text", "html"}:
        page.get_by_role("button", name="표 붙여넣기").click()
    ready(page, one)
    return page


def settled(page: Page) -> dict[str, Any]:
    """What the page watched, when it has answered and what followed is done."""
    page.wait_for_function("hgWatch.said > 0")
    page.wait_for_timeout(2_500)
    found: dict[str, Any] = page.evaluate("hgWatch")
    return found


def by_clock(browser: Browser, start: str, one: Hostile) -> tuple[float, float, str]:
    """Until the answer, the longest hold, and what the page says, on a processor that is slowed for real."""
    page = opened(browser, start, one)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(GO, True)
    found = settled(page)
    page.context.close()
    return found["said"] - found["begun"], found["gap"], found["text"]


def by_trace(browser: Browser, start: str, one: Hostile) -> tuple[float, float, str]:
    """The same from a trace: the main thread's own time, times four."""
    page = opened(browser, start, one)
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.evaluate(GO, False)
    found = settled(page)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    page.context.close()
    return (*own_time(events), found["text"])


def own_time(events: list[dict[str, Any]]) -> tuple[float, float]:
    """The main thread's own time from the mark of the beginning to that of the answer, and its longest piece; slowed, in milliseconds."""
    marks = {event["name"]: event for event in events if event["name"] in {"hg-begun", "hg-said"}}
    begun = marks["hg-begun"]
    pieces = [event["tts"] + event["tdur"] - max(event["tts"], begun["tts"]) for event in events
              if event["name"].endswith("RunTask") and event["ph"] == "X" and "tdur" in event
              and all(event[key] == begun[key] for key in ("pid", "tid"))]
    return (marks.get("hg-said", begun)["tts"] - begun["tts"]) * SLOWER / 1000, max(pieces) * SLOWER / 1000


def of_address(browser: Browser, one: Hostile) -> float:
    """The longest hold where nothing but the browser is: a bare page gets the link and takes it out of its address again."""
    page = browser.new_context().new_page()
    page.goto(BARE.as_uri())
    page.add_script_tag(content=WATCH)
    ready(page, one)
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.evaluate(f"(clock) => {{ ({GO})(clock); history.replaceState(null, '', location.pathname); }}", False)
    page.wait_for_timeout(1_000)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    page.context.close()
    return own_time(events)[1]


def restarted(browser: Browser, start: str, name: str, text: str) -> float:
    """How long a page takes to stand when its store holds this, in milliseconds of a slowed processor."""
    page = browser.new_context(locale="ko-KR", bypass_csp=True).new_page()
    page.goto(f"{start}/{name}index.html")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEYS[name], text])
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.reload()
    page.wait_for_selector("[data-ready]", timeout=PATIENCE)
    took: float = page.evaluate("performance.now()")
    page.context.close()
    return took


def main(arguments: list[str]) -> int:
    """Builds the site unless one is given, sends everything in and prints what it took."""
    measure = by_clock if "--wall" in arguments else by_trace
    given = [one for one in arguments if not one.startswith("--")]
    wanted = given[1] if len(given) > 1 else ""
    executable = ensure()
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(given[0]) if given else Path(made)
        if not given:
            subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", made], cwd=ROOT, check=True, capture_output=True)
        browser = playwright.chromium.launch(executable_path=executable)
        print("CPU 속도를 4분의 1로 낮춘 브라우저에서: 답까지 일한 때, 한 번에 가장 길게 일한 때, 그 가운데 브라우저가 주소에 쓴 때", flush=True)
        for one in (*everything(), *tables()):
            if wanted not in one.name:
                continue
            try:
                answer, hold, text = measure(browser, folder.resolve().as_uri(), one)
                own = f"{of_address(browser, one):8.0f} ms" if one.way == "link" and len(one.content) > LONG_LINK else " " * 11
                print(f"{answer:8.0f} ms {hold:8.0f} ms {own}  {one.name}: {json.dumps(text[:90], ensure_ascii=False)}", flush=True)
            except Error as error:
                print(f"답이 없음  {one.name}: {str(error).splitlines()[0]}", flush=True)
                browser.close()
                browser = playwright.chromium.launch(executable_path=executable)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
