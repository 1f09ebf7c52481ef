"""The main journeys, once for every engine and for a site from a server or from a file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.browser.engines import ENTER, Screen, wait

ITEM = "process-design-governance-diagnosis"
VERDICTS = "[...document.querySelectorAll('[data-rule]')].map(({dataset}) => [dataset.rule, dataset.project, dataset.verdict])"


def named(screen: Screen, text: str) -> str:
    """A selector of the first thing in sight to press that says just this."""
    mark = f"""(() => {{
      document.querySelector("[data-here]")?.removeAttribute("data-here");
      const found = [...document.querySelectorAll("a, button, summary, label")].find(
        (one) => one.textContent.trim() === {json.dumps(text)} && one.checkVisibility());
      found?.setAttribute("data-here", "");
      return Boolean(found);
    }})()"""
    wait(screen, mark)
    return "[data-here]"


def kept_file(screen: Screen, button: str, target: Path) -> Path:
    """What a button saves, put aside."""
    return Path(shutil.copy(screen.saved(named(screen, button)), target))


def unharmed(screen: Screen) -> None:
    """No script of this page failed, and the page's policy had nothing to forbid."""
    faults = screen.run("hgFaults")
    assert faults == [], faults


def search(screen: Screen) -> None:
    """From the home page by words to the step that answers."""
    screen.click(".md-search__input")
    screen.write("의제 우선순위")
    wait(screen, "document.querySelector('.hg-result__link')?.href.includes('/plan/agenda-priority/')")
    screen.write(ENTER)
    wait(screen, "location.pathname.includes('/plan/agenda-priority/') && document.readyState === 'complete'")
    assert "우선순위" in screen.run("document.querySelector('h1').textContent")
    unharmed(screen)


def calculator(screen: Screen, folder: Path) -> None:
    """By links to the calculator; an example judged, saved, cleared, opened again."""
    screen.click(".md-tabs a[href*='tools/']")
    wait(screen, "location.pathname.includes('/tools/') && document.readyState === 'complete'")
    screen.click("article a[href*='budget/']")
    wait(screen, "document.querySelector('[data-module=budget-calculator][data-ready]')")
    screen.click(".hg-menu > summary")
    screen.click(".hg-menu li:nth-child(2) button")
    wait(screen, "document.querySelectorAll('.hg-project').length > 1")
    before = screen.run(VERDICTS)
    assert [one for one in before if one[2] == "fail"], before
    file = kept_file(screen, "파일로 저장", folder / "plan.json")
    assert json.loads(file.read_text(encoding="utf-8"))["format"] == "hyeopchi-plan"
    screen.click(named(screen, "모두 지우기"))
    wait(screen, "!document.querySelector('.hg-project')")
    screen.give("[data-module=budget-calculator] input[type=file]", file)
    wait(screen, "document.querySelectorAll('.hg-project').length > 1")
    assert screen.run(VERDICTS) == before
    unharmed(screen)


# The menu bar comes back a little after the scrolling: a press before that would meet what lies below it.
REACHED = """(() => {
  const tab = document.querySelector(".md-tabs a[href*='dates/']"), box = tab.getBoundingClientRect();
  return tab.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
})()"""


def checklist(screen: Screen, folder: Path) -> None:
    """By links to a checklist; an item marked, kept over a reload, saved, and taken in again after it was unmarked."""
    ready = "document.querySelector('[data-module=checklist][data-ready]')"
    state = f"document.querySelector('[data-item={ITEM}]').dataset.state"
    screen.run("scrollTo(0, 0)")  # the menu bar hides on the way down
    wait(screen, REACHED)
    screen.click(".md-tabs a[href*='dates/']")
    wait(screen, "location.pathname.includes('/dates/') && document.readyState === 'complete'")
    screen.click(".md-nav a[href*='checklists/planning/']")
    wait(screen, ready)
    screen.click(f"[data-item={ITEM}] label[data-state=done]")
    wait(screen, f"{state} === 'done'")
    screen.open(screen.run("location.href"))
    wait(screen, f"{ready} && {state} === 'done'")
    file = kept_file(screen, "파일로 저장", folder / "checklist.json")
    assert json.loads(file.read_text(encoding="utf-8"))["plans"][0]["items"][ITEM]["state"] == "done"
    screen.click(f"[data-item={ITEM}] label[data-state=none]")
    wait(screen, f"{state} === 'none'")
    screen.give("input[type=file]", file)
    wait(screen, "document.querySelector('dialog[open]')")
    unharmed(screen)


def walk(screen: Screen, start: str, folder: Path) -> None:
    """All of them, from the start page, by links alone."""
    screen.open(start)
    wait(screen, "document.querySelector('.md-search__input') && document.readyState === 'complete'")
    search(screen)
    calculator(screen, folder)
    checklist(screen, folder)
