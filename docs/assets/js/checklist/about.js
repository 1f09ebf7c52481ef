/**
 * What a plan is about, asked when it is made or named: its edition, and which checklists belong to it.
 */

import { h, select, uniqueId } from "../dom.js";
import { field } from "../store/dialog.js";
import { checklistsOf, checklistsOfEdition, editionOf } from "./scope.js";

/**
 * Fields for the dialog that names a plan.
 * @param {any} guide @param {any} plan
 * @returns {{elements: HTMLElement[], follow: (year: string) => void, read: () => {edition: string,
 *   checklists: string[]}}} `follow` takes the edition of the year in which the plan is made, if there is one
 */
export function createAbout(guide, plan) {
  const boxes = guide.checklists.map((one) => ({
    one,
    box: h("input", { type: "checkbox", id: uniqueId("about") }),
  }));
  const tick = (ids) =>
    boxes.forEach(({ one, box }) => {
      box.checked = ids.includes(one.id);
    });
  const edition = select(
    guide.editions.map((id) => ({ id, label: `${id}년판` })),
    editionOf(guide, plan),
    null,
    { onchange: () => tick(checklistsOfEdition(guide, edition.value)) },
  );
  tick(checklistsOf(guide, plan).map(({ id }) => id));
  const list = h(
    "fieldset",
    { class: "hg-about" },
    h("legend", { class: "hg-field__label" }, "이 계획에서 할 일"),
    ...boxes.map(({ one, box }) => h("label", { class: "hg-share__choice" }, box, ` ${one.title}`)),
  );
  return {
    elements: [field("적용 연도", edition, "고른 적용 연도의 체크리스트만 진행률에 넣어요."), list],
    follow(year) {
      if (!guide.editions.includes(year) || year === edition.value) return;
      edition.value = year;
      tick(checklistsOfEdition(guide, year));
    },
    read: () => ({
      edition: edition.value,
      checklists: boxes.filter(({ box }) => box.checked).map(({ one }) => one.id),
    }),
  };
}
