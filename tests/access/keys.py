"""A page walked by the keyboard: what Tab reaches, in which order, and whether it comes out again."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

# A date field has four stops of its own in Chromium (year, month, day, calendar): more presses on one element are a trap.
MOST_STOPS = 4
MOST_PRESSES = 1_500
START = "(place) => { const main = document.querySelector(place); main.tabIndex = -1; main.focus(); }"
# The number of what has the keyboard (its own as long as the page stands), its name, and whether it looks focused; nothing
# outside of `place`.
HERE = """(place) => {
  const on = document.activeElement;
  if (!on || on === document.body || !on.closest(place) || on.matches(place)) return null;
  const shows = (one) => one && (getComputedStyle(one).outlineStyle !== "none" || getComputedStyle(one).boxShadow !== "none");
  const name = (on.getAttribute("aria-label") || on.labels?.[0]?.textContent || on.textContent).trim().slice(0, 40);
  return [on.hgStop ??= globalThis.hgStops = (globalThis.hgStops ?? 0) + 1, `${on.localName} ${name}`,
    shows(on) || [...on.labels ?? []].some(shows) || shows(on.nextElementSibling)];
}"""
# What can be focused and is shown; of the radio buttons of one name the one that is chosen, or the first.
STOPS = """(place) => {
  const can = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const stops = [...document.querySelectorAll(place)].flatMap((one) => [...one.querySelectorAll(can)]).filter((one) =>
    one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0);
  const group = (one) => one.type !== "radio" ? [one]
    : stops.filter(({ type, name, form }) => type === "radio" && name === one.name && form === one.form);
  return stops.filter((one) => {
    const all = group(one);
    return one === (all.find(({ checked }) => checked) ?? all[0]);
  }).map((one) => one.hgStop);
}"""
FOCUSED = "document.activeElement === document.body ? '' : document.activeElement.textContent.trim() || document.activeElement.localName"


@dataclass(frozen=True)
class Stop:
    """An element that had the keyboard, for so many presses on end."""

    number: int
    name: str
    shown: bool
    presses: int


def walked(page: Page, key: str = "Tab", place: str = "main") -> list[Stop]:
    """The elements that the key reaches inside of `place` until it leaves it; raises if it never does."""
    stops: list[Stop] = []
    for _ in range(MOST_PRESSES):
        page.keyboard.press(key)
        here = page.evaluate(HERE, place)
        if here is None:
            return stops
        again = stops.pop().presses if stops and stops[-1].number == here[0] else 0
        stops.append(Stop(here[0], here[1], here[2], again + 1))
        assert again < MOST_STOPS, f"{key}(으)로 나갈 수 없어요: {here[1]}"
    raise AssertionError(f"{key}을(를) {MOST_PRESSES}번 눌러도 끝나지 않아요")


def faults(page: Page, place: str = "main") -> list[str]:
    """What is wrong with the way through `place`, forwards and back: left out, out of order, not seen."""
    page.evaluate(START, place)
    there = walked(page, "Tab", place)
    expected = page.evaluate(STOPS, place)  # None for one that had no turn
    back = walked(page, "Shift+Tab", place)
    found = [f"초점이 안 보임: {stop.name}" for stop in there if not stop.shown]
    found += [] if [stop.number for stop in there] == expected else [f"차례가 다르거나 빠짐: {len(expected)}곳 가운데 {len(there)}곳"]
    return found + ([] if [stop.number for stop in back] == [stop.number for stop in there][::-1] else ["돌아올 때 차례가 달라요"])
