/**
 * The page of components: the parts that scripts make, made by the same scripts, in every state. Nothing here
 * is kept.
 */

import { createItem } from "./checklist/item.js";
import { h, uniqueId } from "./dom.js";
import { parse as parseMoney, readBack } from "./money.js";
import { register } from "./start.js";

/** A store that forgets: what createItem needs of the real one. */
function sampleStore(entries) {
  return { plan: { items: entries }, guide: { moves: [] }, set: (_id, _name, value) => value };
}

/** @param {HTMLElement} list items as the template wrote them, each with its sample in data-sample */
function sampleItems(list) {
  const items = [...list.querySelectorAll("[data-item]")];
  const store = sampleStore(
    Object.fromEntries(items.map((item) => [item.dataset.item, JSON.parse(item.dataset.sample)])),
  );
  items.forEach((item) => createItem(store, item));
}

/** Amounts as people type them, with what the field answers. @param {HTMLElement} place */
function sampleAmounts(place) {
  for (const typed of JSON.parse(place.dataset.samples)) {
    const money = parseMoney(typed);
    const hint = h("span", {
      id: uniqueId("sample"),
      class: `hg-line__room${money.error ? " hg-line__room--error" : ""}`,
    }, money.error ? `✕ ${money.error}` : readBack(money.won));
    place.append(
      h(
        "p",
        { class: "hg-components__field" },
        h("input", {
          type: "text",
          class: "hg-line__amount",
          value: typed,
          readonly: true,
          "aria-label": `금액 ${typed}`,
          "aria-describedby": hint.id,
          "aria-invalid": String(Boolean(money.error)),
        }),
        " ",
        hint,
      ),
    );
  }
}

const PARTS = { items: sampleItems, amounts: sampleAmounts };

register({ components: (/** @type {HTMLElement} */ place) => PARTS[place.dataset.part](place) });
