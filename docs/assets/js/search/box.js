/**
 * The theme's search box, with this guide's search behind it. The theme's own script leaves the box alone, because
 * the box does not carry `data-md-component="search"`: it could not be reached with the Tab key past the field, put
 * texts into the page as markup, and asked for an index that does not load from a file.
 */
(function (hyeopchi) {
  "use strict";

  const SLICE = 12; // milliseconds of reading at a time, so that the page never halts
  const TEXT = 3; // where an entry of the index has its text
  const MEANT = 3;
  const FOUND = "hyeopchi-found";
  const NOTHING = { results: [], looked: { keys: new Set(), said: [] }, meant: [], answers: [] };

  const box = document.querySelector("[data-hg-search]");
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  if (!box || !toggle) return;

  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const list = box.querySelector("ol");
  const help = box.querySelectorAll(".hg-meant, .hg-empty");
  const answer = box.querySelector(".hg-answer");
  const further = box.querySelector("[data-hg-search-more]");
  const templates = box.querySelectorAll("template");
  const root = new URL(`${box.dataset.base}/`.replace(/\/+$/, "/"), location.href);
  let engine = null;
  let loading = false;
  let shown = null;
  let opener = null;

  /* Loading */

  function script(path, then) {
    document.head.append(hyeopchi.trusted.script(new URL(path, root).href, {
      load: then,
      error: () => say("찾을 거리를 불러오지 못했어요. 화면을 새로 고쳐 주세요."),
    }));
  }

  /** First what the first answer needs, then the texts: until they are read the first engine answers by names. */
  function load() {
    if (loading) return;
    loading = true;
    script("search/index.js", () => {
      engine = new hyeopchi.search.Engine(hyeopchi.searchData);
      if (field.value) find();
      script("search/texts.js", () => {
        hyeopchi.searchTexts.forEach((text, i) => text && (hyeopchi.searchData.entries[i][TEXT] = text));
        prepare(new hyeopchi.search.Engine(hyeopchi.searchData));
      });
    });
  }

  /** Reads a little at a time; takes the engine that has read all, and what was typed meanwhile is found again. */
  function prepare(next) {
    if (!next.prepare(SLICE)) {
      setTimeout(() => prepare(next));
      return;
    }
    engine = next;
    hyeopchi.search.ready = true;
    if (field.value && toggle.checked) find();
  }

  /* Results */

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  function find() {
    const text = field.value.trim() ? field.value : "";
    if (!engine) {
      if (text) say("찾을 거리를 불러오고 있어요.");
      return;
    }
    const { results, looked, meant, answers } = text ? engine.search(text) : NOTHING;
    const { groups, count, weak } = hyeopchi.search.groups.shown(results);
    shown ??= new hyeopchi.search.List(box, address, search);
    answer.hidden = !answers.length;
    answer.firstElementChild.replaceChildren(...hyeopchi.search.card(templates[2], answers, hyeopchi.searchData.kinds, address));
    box.querySelector(".md-search__scrollwrap").scrollTop = 0;
    say(text ? (answers.length ? "바로 볼 답이 있어요. " : "") + summary(count, weak) : status.dataset.empty);
    shown.show({ groups, looked, text, meant: [...new Set(meant)].slice(0, MEANT), near: text && !count ? engine.near(text) : [] }, engine.corpus);
  }

  function summary(count, weak) {
    if (count) return `잘 맞는 ${count}곳을 찾았어요.`;
    if (weak) return `꼭 맞는 곳은 없어요. 덜 맞는 ${weak}곳을 보여 드려요.`;
    return "찾는 말이 있는 곳이 없어요. 낱말을 줄이거나 다른 말로 찾아보세요.";
  }

  /** Searches something else, as if it had been typed. */
  function search(text) {
    field.value = text;
    find();
    keep(text);
    field.focus();
  }

  /** A page in a folder is opened from a file by the name of its file. */
  function address(at) {
    const [path, anchor] = at.split("#");
    const file = location.protocol === "file:" && (path === "" || path.endsWith("/")) ? `${path}index.html` : path;
    return new URL(file + (anchor ? `#${anchor}` : ""), root).href;
  }

  /* On the page that a result opens */

  /** Leaves the words that were found for the page that opens (search/found.js marks them there). */
  function leave(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !shown?.found) return;
    const page = link.href.slice(root.href.length).split("#")[0].replace(/index\.html$/, "");
    try {
      sessionStorage.setItem(FOUND, JSON.stringify({ page, words: hyeopchi.search.wordsOn(decodeURI(page), shown.found.looked, engine.corpus) }));
    } catch {
      // Without a store the page opens unmarked.
    }
  }

  /** Marks what was left for this page, where the browser can mark without touching the text. */
  function marks() {
    try {
      const left = JSON.parse(sessionStorage.getItem(FOUND) ?? "null");
      sessionStorage.removeItem(FOUND);
      const here = location.href.split(/[?#]/)[0].slice(root.href.length).replace(/index\.html$/, "");
      if (!left?.words.length || left.page !== here || !globalThis.CSS?.highlights) return;
      hyeopchi.found = left.words;
      script("search/found.js", () => {});
    } catch {
      // As above.
    }
  }

  /* Opening and closing */

  function open(text) {
    if (!toggle.checked) {
      opener = document.activeElement === field ? null : document.activeElement;
      toggle.click();
    }
    if (text !== undefined) {
      field.value = text;
      keep(text.trim());
    }
    field.focus();
    load();
    find();
  }

  function close() {
    if (toggle.checked) toggle.click();
    keep("");
  }

  /** Keeps what was searched in the address, so that the way back from a result leads to the results. */
  function keep(text) {
    const url = new URL(location.href);
    if ((url.searchParams.get("q") ?? "") === text) return;
    if (text) url.searchParams.set("q", text);
    else url.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", url);
    } catch {
      // A browser that forbids this for pages from files loses the way back, nothing else.
    }
  }

  /* Keys */

  function move(event) {
    const stops = [field, ...help[0].querySelectorAll("a"), ...answer.querySelectorAll("a"), ...list.querySelectorAll("a"), ...(further.hidden ? [] : [further])];
    const at = stops.indexOf(document.activeElement);
    const next = stops[Math.max(0, at) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next || at < 0) return;
    event.preventDefault();
    next.focus();
  }

  function pressed(event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event);
    else if (event.key === "Escape" && toggle.checked) {
      event.preventDefault();
      close();
      const back = opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : null;
      if (back) back.focus();
      else /** @type {HTMLElement} */ (document.activeElement).blur();
    }
  }

  box.addEventListener("click", leave);
  field.addEventListener("focus", () => open());
  field.addEventListener("input", () => {
    if (!toggle.checked) toggle.click();
    load();
    find();
    keep(field.value.trim());
  });
  box.addEventListener("keydown", pressed);
  box.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    (answer.querySelector("a") ?? list.querySelector("a"))?.click();
  });
  box.querySelector("form").addEventListener("reset", () => setTimeout(() => open("")));
  further.addEventListener("click", () => {
    const first = shown.count;
    shown.more();
    list.querySelectorAll(".hg-result__link")[first]?.focus();
  });
  box.querySelector(".md-search-result").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // Another place on this page is reached without loading it again: the box must make way, and the query go.
    if (new URL(link.href).pathname === location.pathname) close();
  });
  // Focus that goes on to the page behind must not be hidden by the box.
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !box.contains(event.relatedTarget)) close();
  });
  toggle.addEventListener("change", () => {
    if (toggle.checked) field.focus();
    else keep("");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
    field.select();
  });

  marks();
  const asked = new URL(location.href).searchParams.get("q");
  if (asked) open(asked);
  // What can be found is larger than all else that a page loads: over a wire it comes when someone turns to the search.
  else if (location.protocol === "file:") setTimeout(load, 500);
  for (const place of document.querySelectorAll("[data-hg-search], [data-module=home-search], label[for=__search]")) {
    for (const kind of ["pointerenter", "touchstart", "focusin"]) place.addEventListener(kind, load, { once: true, passive: true });
  }

  hyeopchi.search = Object.assign(hyeopchi.search || {}, { load, open });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
