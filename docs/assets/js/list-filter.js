/**
 * Finding one's way in a long list: what is typed leaves what holds it, an edition leaves what holds in it.
 * Without scripts the whole list stands there; an address that leads to something left out shows the whole
 * list again.
 */

import { h, select, setText, uniqueId } from "./dom.js";
import { register } from "./start.js";

const LEAST = 10; // a shorter list is read at a glance

function plain(text) {
  return text.normalize("NFC").toLowerCase().replace(/[\s·\u2060]+/g, "");
}

/**
 * Each heading with the items below it.
 * @param {string} selector
 * @returns {Map<HTMLElement, HTMLElement[]>}
 */
function headed(selector) {
  const found = new Map();
  let items = [];
  for (const element of document.querySelectorAll(`.md-content h2, ${selector}`)) {
    if (element.matches(selector)) items.push(element);
    else found.set(element, items = []);
  }
  return new Map([...found].filter(([, below]) => below.length > 0));
}

/** A heading with what is shown below it, up to the next one. @param {HTMLElement} head */
function part(head) {
  const found = [head];
  for (let at = head.nextElementSibling; at && !at.matches("h1, h2, .hg-notes"); at = at.nextElementSibling) {
    if (at instanceof HTMLElement && !at.hidden) found.push(at);
  }
  return found;
}

/** The editions in which anything of the list holds, the newest first. @param {HTMLElement[]} items */
function editionsOf(items) {
  return [...new Set(items.flatMap(({ dataset }) => (dataset.editions ?? "").split(" ").filter(Boolean)))]
    .sort().reverse();
}

/**
 * @param {HTMLElement} root says what its items are (`data-items`, a selector) and what one is called
 *   (`data-noun`)
 */
function filter(root) {
  const items = [...document.querySelectorAll(root.dataset.items)];
  if (items.length < LEAST) return;
  const texts = items.map(({ textContent, dataset }) => plain(`${textContent} ${dataset.also ?? ""}`));
  const parts = [...headed(root.dataset.items)].map((
    [head, below],
  ) => [part(head).filter((one) => !items.includes(one)), below]);
  const folds = [...new Set(items.flatMap((item) => item.closest("details") ?? []))];
  const stood = new Map(folds.map((fold) => [fold, fold.open]));
  const editions = editionsOf(items);
  const box = h("input", {
    type: "search",
    id: uniqueId("filter"),
    autocomplete: "off",
    spellcheck: "false",
    oninput: show,
  });
  const choice = select(editions.map((id) => ({ id, label: `${id}년판` })), "", "모든 연도", {
    id: uniqueId("edition"),
    onchange: show,
  });
  const said = h("p", { class: "hg-filter__said", role: "status" });

  function show() {
    const words = box.value.split(/\s+/).map(plain).filter(Boolean);
    items.forEach((item, at) => {
      const isIn = !choice.value || (item.dataset.editions ?? choice.value).split(" ").includes(choice.value);
      item.hidden = !isIn || !words.every((word) => texts[at].includes(word));
    });
    for (const [shown, below] of parts) {
      const isEmpty = below.every((item) => item.hidden);
      for (const element of shown) element.hidden = isEmpty;
    }
    for (const fold of folds) {
      fold.open = words.length > 0 || choice.value
        ? items.some((item) => !item.hidden && fold.contains(item))
        : stood.get(fold);
    }
    const left = items.filter((item) => !item.hidden).length;
    setText(
      said,
      left === items.length
        ? ""
        : left === 0
        ? "검색어가 들어 있는 항목이 없어요. 다른 말로 검색해 보세요."
        : `${root.dataset.noun} ${items.length}개 가운데 ${left}개`,
    );
  }
  function reveal() {
    const target = document.querySelector(":target");
    if (!target?.closest("[hidden]")) return;
    box.value = choice.value = "";
    show();
    for (const fold of folds) fold.open ||= fold.contains(target);
    target.scrollIntoView();
  }
  root.querySelector(".hg-filter__data").before(
    h("label", { for: box.id }, `${root.dataset.noun} 검색`),
    box,
    ...editions.length > 1 ? [h("label", { for: choice.id }, "적용 연도"), choice] : [],
    said,
  );
  globalThis.addEventListener("hashchange", reveal);
}

register({ "list-filter": filter });
