"""What opens over a page, and what a page shows once it has been filled in: by readers' own clicks and keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from playwright.sync_api import Browser, Page, expect

from tests.access.faults import faults, probe
from tests.access.page import COLOURS, ROOM, opened, screen
from tests.browser.test_budget_ways import paste
from tests.browser.test_checklists import ONE, TWO, document, hand_in, mark, note, share
from tests.browser.test_tools import load_example
from tests.search.box import STATUS, open_box

State = tuple[str, Callable[[Page], None]]
PASTED = "사업명\t비목\t시비\t구비\n골목 순찰\t인건비\t1,000\t0\n마을 기록\t모르는 비목\t이천\t500"


def press(page: Page, name: str) -> None:
    """A button of the page's content, by its words."""
    page.locator("main").get_by_role("button", name=name, exact=True).first.click()


def nothing_found(page: Page) -> None:
    """The search box with a word that stands nowhere."""
    open_box(page)
    page.keyboard.insert_text("쀍쀓쀼")
    expect(page.locator(STATUS)).to_contain_text("검색 결과가 없어요")


def menu(page: Page) -> None:
    """The menu of worked examples, open."""
    page.locator(".hg-menu > summary").press("Enter")


def drawer(page: Page) -> None:
    """The theme's menu on a phone."""
    screen(page, 390, "light")
    page.locator(".md-header__button[for=__drawer]").click()
    page.locator(".md-sidebar--primary .md-nav__link").first.wait_for()


def filled(page: Page, then: Callable[[Page], None] | None = None) -> None:
    """A tool with its second example and an amount that cannot be read; then one thing more."""
    load_example(page, 1)
    number = page.locator(".hg-tool__number:not([readonly]):visible, [data-fund]:visible").last
    number.fill("십")
    number.blur()
    if then:
        then(page)


def pressed(name: str) -> Callable[[Page], None]:
    """The pressing of a button, for later."""
    return partial(press, name=name)


def pasted(page: Page) -> None:
    """A table taken from the clipboard, with words in it that nobody knows."""
    press(page, "표 붙여넣기")
    paste(page, PASTED)


def marked(page: Page) -> None:
    """A checklist with items in other states than none, and one written on."""
    page.wait_for_selector("[data-module=checklist][data-ready]")
    mark(page, ONE, "done")
    mark(page, TWO, "doing")
    note(page, TWO, who="김하나", due="2020-01-02", note="메모")


def merging(page: Page) -> None:
    """Another member's file, that says something else of the same item."""
    marked(page)
    hand_in(page, document({TWO: {"state": "done", "note": "다른 메모"}, ONE: {"state": "na"}}))


def sharing(page: Page) -> None:
    """The link of a checklist, with its picture."""
    marked(page)
    share(page)


def chosen_plan(page: Page, name: str) -> None:
    """One of the dialogs on the council's plans."""
    marked(page)
    if name != "새 계획":
        page.locator(".hg-plans summary").press("Enter")
    press(page, name)


def wrong_record(page: Page) -> None:
    """A record on the edit page without its title."""
    page.wait_for_selector(".hg-edit-screen textarea, .hg-edit-screen input[type=text]")
    field = page.locator(".hg-edit-screen textarea:visible, .hg-edit-screen input[type=text]:visible").first
    field.fill("")
    field.blur()


CHECKLIST, CALCULATOR = "checklists/planning/", "tools/budget/"
SHEETS = ("budget-change", "strategic-matching", "council", "evaluation", "priorities")
STATES: Mapping[str, State] = MappingProxyType({
    "찾기 결과": ("plan/", partial(open_box, text="시설비 한도")),
    "찾기 결과 없음": ("plan/", nothing_found),
    "찾기 빈 칸": ("", open_box),
    "접힌 메뉴": ("plan/agenda-plan/", drawer),
    "적은 체크리스트": (CHECKLIST, marked),
    "합치기 창": (CHECKLIST, merging),
    "링크 창": (CHECKLIST, sharing),
    "계획 이름 창": (CHECKLIST, partial(chosen_plan, name="이름 바꾸기")),
    "새 계획 창": (CHECKLIST, partial(chosen_plan, name="새 계획")),
    "진행 모음": ("checklists/progress/", lambda page: None),
    "채운 계산기": (CALCULATOR, filled),
    "계산기의 보기 목록": (CALCULATOR, menu),
    "표 붙여넣기": (CALCULATOR, partial(filled, then=pasted)),
    "검토의견": (CALCULATOR, partial(filled, then=pressed("검토의견"))),
    "계산기 링크": (CALCULATOR, partial(filled, then=pressed("링크로 공유"))),
    "지운 계산기": (CALCULATOR, partial(filled, then=pressed("모두 지우기"))),
    "기한": ("tools/deadlines/#from=submission&date=2021-07-09", lambda page: None),
    "틀린 기록": ("maintain/edit/#rules/labour-cap", wrong_record),
    **{f"채운 도구 {name}": (f"tools/{name}/", filled) for name in SHEETS},
    **{f"도구의 링크 {name}": (f"tools/{name}/", partial(filled, then=pressed("링크로 공유"))) for name in SHEETS},
    **{f"도구의 보기 목록 {name}": (f"tools/{name}/", menu) for name in SHEETS},
})
# These lie over the page by design; the keyboard stays in them or closes them, which other tests try.
OVERLAYS = ("찾기", "접힌 메뉴")


def state_faults(browser: Browser, site: str, name: str) -> list[str]:
    """The faults of what a state shows, on all screens."""
    address, reach = STATES[name]
    context = opened(browser, site)
    page = context.new_page()
    screen(page, 1280, "light")
    page.goto("/" + address)
    reach(page)
    found = [] if page.viewport_size == {"width": 390, "height": 844} else [f"밝은 화면 {fault}" for fault in faults(page)]
    for width, scheme, rules in ((1280, "dark", COLOURS), (390, "dark", ROOM), (390, "light", ROOM)):
        screen(page, width, "dark" if scheme == "dark" else "light")
        found += [f"{width} {scheme} {fault}" for fault in faults(page, rules=rules)]
    screen(page, 320, "light")
    found += probe(page, "sideways")
    if not name.startswith(OVERLAYS):
        found += probe(page, "focus")
    context.close()
    return found
