/**
 * Checklists: a tick for each item, progress for each step and over all, kept in this browser.
 * The same item shows the same tick on a step's page and on the checklist's page.
 *
 * What is kept: {format: "hyeopchi-checklist", version: 1, items: {"<item id>": {state: "done"}}}.
 */
(function (hyeopchi) {
  "use strict";

  const KEY = "hyeopchi-checklist";
  const { h, setText } = hyeopchi.dom;

  /** @returns {{items: Record<string, {state: string}>, problem: string | null}} */
  function load() {
    const { value, problem } = hyeopchi.storage.read(KEY);
    if (value === null) return { items: {}, problem };
    if (value.format !== KEY || value.version !== 1 || typeof value.items !== "object") {
      hyeopchi.storage.setAside(KEY);
      return { items: {}, problem: hyeopchi.storage.BROKEN };
    }
    return { items: value.items, problem };
  }

  /** Saves one item without undoing what another tab has saved since. */
  function save(id, done) {
    const { items } = load();
    if (done) items[id] = { ...items[id], state: "done" };
    else delete items[id];
    return hyeopchi.storage.write(KEY, { format: KEY, version: 1, items });
  }

  /** A bar with its numbers in words. @returns {{element: HTMLElement, show: (done: number, all: number) => void}} */
  function progress(label) {
    const bar = h("progress", { class: "hg-progress__bar", "aria-label": label, max: 1, value: 0 });
    const text = h("span", { class: "hg-progress__text" });
    return {
      element: h("div", { class: "hg-progress" }, bar, text),
      show(done, all) {
        bar.max = all;
        bar.value = done;
        setText(text, `${all}가지 가운데 ${done}가지 했어요`);
      },
    };
  }

  /** Puts a tick box where the printed box stands. */
  function tick(item, onChange) {
    const id = item.dataset.item;
    const text = item.querySelector(".hg-checklist__text");
    const box = h("input", { type: "checkbox", class: "hg-checklist__tick", "aria-labelledby": text.id, onchange: () => onChange(id, box.checked) });
    item.querySelector(".hg-checklist__box").replaceWith(box);
    return box;
  }

  function isDone(items, id) {
    return items[id]?.state === "done";
  }

  /** Serves every checklist of the page. @param {HTMLElement} root where progress and words about it stand */
  function checklist(root) {
    const state = load();
    const message = h("p", { role: "status" });
    const boxes = new Map();
    const bars = [];

    function show() {
      for (const [id, box] of boxes) {
        box.checked = isDone(state.items, id);
        box.closest(".hg-checklist__item").classList.toggle("hg-checklist__item--done", box.checked);
      }
      for (const { ids, bar } of bars) bar.show(ids.filter((id) => isDone(state.items, id)).length, ids.length);
    }

    function change(id, done) {
      const problem = save(id, done);
      if (done) state.items[id] = { state: "done" };
      else delete state.items[id];
      say(problem);
      show();
    }

    function say(problem) {
      setText(message, problem ?? "표시한 것은 이 브라우저에만 남아요. 다른 컴퓨터에서는 보이지 않아요.");
    }

    const groups = [...document.querySelectorAll(".hg-checklist")];
    for (const group of groups) {
      const items = [...group.querySelectorAll("[data-item]")];
      items.forEach((item) => boxes.set(item.dataset.item, tick(item, change)));
      const bar = progress("이 단계의 진행");
      group.before(bar.element);
      bars.push({ ids: items.map((item) => item.dataset.item), bar });
    }
    root.append(...tools(groups.length > 1));
    say(state.problem);
    show();

    function tools(whole) {
      if (!whole) return [message];
      const bar = progress("전체 진행");
      bars.push({ ids: [...boxes.keys()], bar });
      return [bar.element, h("button", { type: "button", class: "hg-button", onclick: () => globalThis.print() }, "인쇄하기"), message];
    }

    // Another tab, or the step's page in another window, has ticked something.
    globalThis.addEventListener("storage", (event) => {
      if (event.key !== KEY) return;
      state.items = load().items;
      show();
    });
    // The page may come back from the browser's cache as it was before the other page's ticks.
    globalThis.addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      state.items = load().items;
      show();
    });
  }

  hyeopchi.modules = hyeopchi.modules || {};
  hyeopchi.modules.checklist = checklist;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
