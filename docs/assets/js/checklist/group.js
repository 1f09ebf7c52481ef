/**
 * Progress, of a group or over all; what comes before a group that is not begun; what is done with one group
 * alone.
 */

import { h, setText } from "../dom.js";
import { count } from "./entry.js";
import { idsOf, isUntouched, waitsFor } from "./guide.js";

/** How far it is, in words: what does not apply does not count. */
export function progressText(counts) {
  const all = counts.all - counts.na;
  const more = [counts.doing && `진행 중 ${counts.doing}`, counts.na && `해당 없음 ${counts.na}`].filter(
    Boolean,
  );
  const text = all === 0
    ? "모두 해당 없음"
    : counts.done === all
    ? `${all}개 항목 모두 완료`
    : `${all}개 항목 중 ${counts.done}개 완료`;
  return more.length > 0 ? `${text} (${more.join(", ")})` : text;
}

/** A bar with its numbers in words. */
export function createProgress(label) {
  const bar = h("progress", { class: "hg-progress__bar", "aria-label": label, max: 1, value: 0 });
  const text = h("span", {});
  return {
    element: h("div", { class: "hg-progress" }, bar, text),
    show(counts) {
      bar.max = Math.max(1, counts.all - counts.na);
      bar.value = counts.all === counts.na ? 1 : counts.done;
      setText(text, progressText(counts));
    },
  };
}

/**
 * Above a group's items.
 * @param {any} store
 * @param {HTMLElement} head
 * @param {any} group
 * @param {HTMLElement} [actions] with this group alone
 */
export function createGroup(store, head, group, actions) {
  const progress = createProgress(`${group.title} 진행`);
  const waiting = h("p", { class: "hg-check-wait", hidden: true });
  head.append(h("div", { class: "hg-check-head__line" }, progress.element, actions ?? null), waiting);

  return {
    show() {
      progress.show(count(store.plan.items, idsOf([group])));
      const before = waitsFor(store.guide.own, group, store.plan.items);
      waiting.hidden = before.length === 0 || !isUntouched(group, store.plan.items);
      waiting.replaceChildren(
        "먼저 완료할 단계: ",
        ...before.flatMap((
          { group: one, open },
          index,
        ) => [
          index > 0 ? ", " : "",
          h("a", { href: `${store.guide.own.href}#${one.key}` }, one.title),
          ` (${open}가지 남음)`,
        ]),
      );
    },
  };
}
