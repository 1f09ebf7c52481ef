/**
 * The theme's search box, with this guide's search behind it. The theme's own script leaves the box alone,
 * because the box does not carry `data-md-component="search"`: it could not be reached with the Tab key past
 * the field, put texts into the page as markup, and asked for an index that does not load from a file.
 */

import { addressOf, keep } from "./address.js";
import { Client } from "./client.js";
import { move } from "./moves.js";
import { Trail } from "./trail.js";

/** What is said of the results. */
function summary({ count, weak }) {
  if (count) return `일치하는 결과 ${count}건${weak ? `, 관련 결과 ${weak}건` : ""}을 찾았어요.`;
  if (weak) return `일치하는 결과는 없어요. 관련 결과 ${weak}건을 보여 줘요.`;
  return "검색 결과가 없어요. 검색어를 줄이거나 다른 말로 검색해 보세요.";
}

const NOTHING = { text: "", groups: [], rows: [], answers: [], meant: [], near: [] };

const box = document.querySelector("[data-hg-search]");
const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));

/** The box of this page. @param {HTMLElement} box @param {HTMLInputElement} toggle what opens it */
function connect(box, toggle) {
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const scroller = box.querySelector(".md-search__scrollwrap");
  const further = box.querySelector("[data-hg-search-more]");
  const root = new URL(`${box.dataset.base}/`.replace(/\/+$/, "/"), location.href);
  const failed = () => say("검색 자료를 불러오지 못했어요. 화면을 새로 고쳐 주세요.");
  const client = new Client((path) => new URL(path, root).href, { complete, failed });
  const trail = new Trail(root, client);
  let answered = Promise.resolve(); // when what is typed now is answered
  /** @type {Promise<any> | null} */
  let list = null; // when the list can be shown
  let shown = null;
  let opener = null;

  /* Loading */

  /** The finder, and what shows what it finds. */
  function load() {
    list ??= import("./list.js").then(({ List }) => {
      shown = new List(
        box,
        (at) => addressOf(at, root),
        search,
        (found, numbers) => client.rows(found, numbers),
      );
      return shown;
    }).catch(() => {
      failed();
      return new Promise(() => {}); // nothing can be shown
    });
    client.start();
  }

  /** All has been read: what was typed meanwhile is looked for again. */
  function complete() {
    box.dataset.read = "yes";
    if (field.value && toggle.checked) find();
  }

  /* Results */

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  const typed = () => (field.value.trim() ? field.value : "");

  /** Looks for what is typed. */
  function find() {
    answered = answer(typed());
  }

  async function answer(text) {
    client.drop();
    if (!text && !shown) return;
    if (text && !client.ask) say("검색 자료를 불러오고 있어요.");
    const [found] = await Promise.all([text ? client.find(text) : NOTHING, list]);
    if (!found || text !== typed()) return;
    const told = found.answers.length ? `바로 볼 답이 있어요. ${summary(found)}` : summary(found);
    await shown.show(found, () => {
      scroller.scrollTop = 0;
      say(text ? told : status.dataset.empty);
    });
    if (toggle.checked && text === typed()) keep(text.trim());
  }

  /** Searches something else, as if it had been typed. */
  function search(text) {
    field.value = text;
    find();
    keep(text);
    field.focus();
  }

  /* On the page that a result opens */

  /** Marks what was found where this page was opened from a result. */
  function marks() {
    const words = trail.left();
    if (!words.length) return;
    // Without it the page stands unmarked.
    import("./found.js").then(({ mark }) => mark(words)).catch(() => null);
  }

  /** The result that an event is about, if it leads to another page. @returns {HTMLAnchorElement | null} */
  function leaving({ target }) {
    /** @type {HTMLAnchorElement | null} */
    const link = target instanceof Element ? target.closest("a") : null;
    return link && shown?.found && new URL(link.href).pathname !== location.pathname ? link : null;
  }

  /**
   * Opens a result with the words that were found; another place on this page is reached without loading it
   * again.
   */
  function follow(event) {
    const link = leaving(event);
    if (
      event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey ||
      event.altKey
    ) return;
    if (link) {
      event.preventDefault();
      trail.follow(shown.found, link);
      // The box must make way, and the query go.
    } else if (event.target.closest(".md-search-result a")) close();
  }

  /** Opens the first answer of what is typed, when it is there. */
  async function first(event) {
    event.preventDefault();
    for (let last = null; last !== answered;) {
      last = answered;
      await last;
    }
    (box.querySelector(".hg-answer:not([hidden]) a") ?? box.querySelector("ol a"))?.click();
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

  /* Keys */

  function pressed(event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(box, event);
    else if (event.key === "Escape" && toggle.checked) {
      event.preventDefault();
      close();
      const back = opener instanceof HTMLElement && opener.isConnected && opener !== document.body
        ? opener
        : null;
      const at = /** @type {HTMLElement} */ (document.activeElement);
      if (back) back.focus();
      else at.blur();
    }
  }

  box.addEventListener("click", follow);
  for (const kind of ["pointerdown", "focusin"]) {
    box.addEventListener(kind, (event) => {
      const link = leaving(event);
      if (link) trail.ahead(shown.found, link);
    }, { passive: true });
  }
  field.addEventListener("focus", () => open());
  field.addEventListener("input", () => {
    if (!toggle.checked) toggle.click();
    load();
    find();
  });
  box.addEventListener("keydown", pressed);
  box.querySelector("form").addEventListener("submit", first);
  box.querySelector("form").addEventListener("reset", () => setTimeout(() => open("")));
  further.addEventListener("click", async () => {
    const before = shown.count;
    await shown.more();
    box.querySelectorAll(".hg-result__link")[before]?.focus();
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
    if (
      event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey
    ) return;
    event.preventDefault();
    open();
    field.select();
  });

  marks();
  const asked = new URL(location.href).searchParams.get("q");
  if (asked) open(asked);
  // What can be found is larger than all else that a page loads: over a wire it comes when someone turns to
  // the search.
  else if (location.protocol === "file:") setTimeout(load, 500);
  for (
    const place of document.querySelectorAll(
      "[data-hg-search], [data-module=home-search], label[for=__search]",
    )
  ) {
    for (const kind of ["pointerenter", "touchstart", "focusin"]) {
      place.addEventListener(kind, load, { once: true, passive: true });
    }
  }

  return { answered: () => answered, client, load, open };
}

const found = box && toggle ? connect(box, toggle) : null;

/** Opens the search, with a text if there is one. @param {string} [text] */
export const open = (text) => found?.open(text);
export const load = () => found?.load();
export const answered = () => found?.answered();
export const client = found?.client;
export const isThere = found !== null;
