"""Two engines behind one small screen: Chromium through Playwright, Firefox through WebDriver BiDi.

Playwright drives only a Firefox of its own making; what our readers have is the stock one, which speaks WebDriver BiDi
(https://w3c.github.io/webdriver-bidi/) by itself. A journey is written once, against `Screen`.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, Error
from websockets.sync.client import ClientConnection, connect

PATIENCE = 40  # seconds
ENTER = "\ue007"
# A browser says "ResizeObserver loop" when a size that the theme watches changes once more in one frame: it is told in
# the next, and nothing has failed.
FAULTS = """if (!globalThis.hgFaults) {
  globalThis.hgFaults = [];
  addEventListener("error", ({ message }) => {
    if (!message.startsWith("ResizeObserver loop")) hgFaults.push(`오류: ${message}`);
  });
  addEventListener("unhandledrejection", (event) => hgFaults.push(`오류: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) => hgFaults.push(
    `막힘: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ""}:${event.lineNumber}`));
}"""


class BidiError(Exception):
    """Firefox could not do what it was asked."""


class Screen(Protocol):
    """What a person does, and what a test sees."""

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""

    def run(self, expression: str) -> Any:
        """The value of a JavaScript expression, as JSON."""

    def click(self, selector: str) -> None:
        """Press the first element that fits."""

    def write(self, text: str) -> None:
        """Type into what has the focus; `ENTER` is a key too."""

    def give(self, selector: str, file: Path) -> None:
        """Choose a file in a file field."""

    def saved(self, selector: str) -> Path:
        """Press what saves a file; the file."""


def wait(screen: Screen, condition: str) -> None:
    """Wait until a JavaScript expression holds."""
    until = time.monotonic() + PATIENCE
    while not _holds(screen, condition):
        assert time.monotonic() < until, f"기다려도 되지 않아요: {condition}\n{screen.run('[location.href, hgFaults]')}"
        time.sleep(.05)


def _holds(screen: Screen, condition: str) -> bool:
    try:
        return bool(screen.run(f"Boolean({condition})"))
    except (Error, BidiError):  # between two pages there is nothing to ask
        return False


class Chromium:
    """A page of Playwright's."""

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(locale="ko-KR", accept_downloads=True)
        self.context.add_init_script(FAULTS)
        self.page = self.context.new_page()

    def open(self, address: str) -> None:
        self.page.goto(address)

    def run(self, expression: str) -> Any:
        return self.page.evaluate(f"() => ({expression})")

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def write(self, text: str) -> None:
        if text == ENTER:
            self.page.keyboard.press("Enter")
        else:
            self.page.keyboard.type(text)

    def give(self, selector: str, file: Path) -> None:
        self.page.locator(selector).first.set_input_files(file)

    def saved(self, selector: str) -> Path:
        with self.page.expect_download() as download:
            self.click(selector)
        return Path(download.value.path())


class Firefox:
    """A tab of a stock Firefox."""

    def __init__(self, connection: ClientConnection, downloads: Path) -> None:
        self.connection, self.downloads, self.count = connection, downloads, 0
        self.call("session.new", capabilities={"alwaysMatch": {"unhandledPromptBehavior": {"default": "accept"}}})
        self.tab = self.call("browsingContext.getTree")["contexts"][0]["context"]
        self.call("script.addPreloadScript", functionDeclaration=f"() => {{ {FAULTS} }}")

    def call(self, method: str, **params: Any) -> Any:
        """One command and its answer."""
        self.count += 1
        self.connection.send(json.dumps({"id": self.count, "method": method, "params": params}))
        while True:
            answer = json.loads(self.connection.recv(PATIENCE * 2))
            if answer.get("id") == self.count:
                if answer["type"] != "success":
                    raise BidiError(f"{method} {params}: {answer.get('message')}")
                return answer["result"]

    def open(self, address: str) -> None:
        self.call("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def _value(self, expression: str) -> Any:
        answer = self.call("script.evaluate", expression=expression, target={"context": self.tab}, awaitPromise=True)
        if answer["type"] != "success":
            raise BidiError(f"{expression}: {answer.get('exceptionDetails', {}).get('text')}")
        return answer["result"]

    def run(self, expression: str) -> Any:
        value = self._value(f"JSON.stringify(({expression}) ?? null)")
        return json.loads(value["value"])

    def _element(self, selector: str) -> Any:
        found = f"document.querySelector({json.dumps(selector)})"
        wait(self, found)
        return {"sharedId": self._value(found)["sharedId"]}

    def click(self, selector: str) -> None:
        found = f"document.querySelector({json.dumps(selector)})"
        wait(self, f"{found}?.checkVisibility({{visibilityProperty: true}})")
        # At once: the theme's smooth scrolling would move the element away from where the pointer goes.
        self._value(f"{found}.scrollIntoView({{block: 'center', behavior: 'instant'}})")
        at = {"type": "pointerMove", "x": 0, "y": 0, "origin": {"type": "element", "element": self._element(selector)}}
        self._act({"type": "pointer", "id": "mouse", "actions": [
            at, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]})

    def write(self, text: str) -> None:
        self._act({"type": "key", "id": "keys", "actions": [
            {"type": kind, "value": char} for char in text for kind in ("keyDown", "keyUp")]})

    def _act(self, source: dict[str, Any]) -> None:
        self.call("input.performActions", context=self.tab, actions=[source])

    def give(self, selector: str, file: Path) -> None:
        self.call("input.setFiles", context=self.tab, element=self._element(selector), files=[str(file)])

    def saved(self, selector: str) -> Path:
        before = set(self.downloads.iterdir())
        self.click(selector)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for file in set(self.downloads.iterdir()) - before:
                if file.suffix != ".part" and file.stat().st_size:
                    return file
            time.sleep(.05)
        raise AssertionError("파일이 저장되지 않았어요")


PREFERENCES = {
    "browser.download.folderList": 2, "browser.download.always_ask_before_handling_new_types": False,
    "browser.shell.checkDefaultBrowser": False, "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False, "browser.startup.page": 0, "toolkit.telemetry.enabled": False,
    "intl.accept_languages": "ko-KR", "ui.prefersReducedMotion": 1, "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False, "browser.aboutwelcome.enabled": False,
    "services.settings.server": "data:,", "extensions.systemAddon.update.enabled": False,
}


@contextmanager
def firefox(executable: str, folder: Path) -> Iterator[Firefox]:
    """A Firefox with a profile of its own below `folder`, ended afterwards."""
    profile, downloads = folder / "profile", folder / "downloads"
    profile.mkdir()
    downloads.mkdir()
    wanted = {**PREFERENCES, "browser.download.dir": str(downloads)}
    (profile / "user.js").write_text("".join(
        f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wanted.items()), encoding="utf-8")
    log = folder / "firefox.log"
    with log.open("wb") as output:
        process = subprocess.Popen([executable, "--headless", "--no-remote", "--remote-debugging-port", "0",
                                    "--profile", str(profile)], stdout=output, stderr=output)
    try:
        with connect(_address(process, log), max_size=None, proxy=None) as connection:
            yield Firefox(connection, downloads)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        shutil.rmtree(profile, ignore_errors=True)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    until = time.monotonic() + 60  # the first start of a profile is slow on a busy machine
    while time.monotonic() < until and process.poll() is None:
        found = re.search(r"WebDriver BiDi listening on (ws://\S+)", log.read_text(encoding="utf-8", errors="replace"))
        if found:
            return f"{found[1]}/session"
        time.sleep(.1)
    raise AssertionError(f"파이어폭스가 시작되지 않아요:\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
