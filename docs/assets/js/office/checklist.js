/**
 * A checklist with what is noted in it, as a file for 한글 or Word.
 */

import { count, dateText, labelOf, ROLES, stateOf, STATES } from "../checklist/entry.js";
import * as file from "../checklist/file.js";
import { progressText } from "../checklist/group.js";
import { idsOf, weighedText } from "../checklist/guide.js";
import { save } from "./template.js";

/**
 * What fills the template.
 * @param {any} store
 * @param {any[]} checklists
 * @returns {import("./fill.js").Values}
 */
export function checklistValues(store, checklists) {
  const { items } = store.plan;
  const groups = checklists.flatMap((checklist) => checklist.groups);
  const entries = groups.flatMap((group) =>
    group.items.map((item) => {
      const entry = items[item.id];
      return {
        group: group.title,
        text: weighedText(store.guide, item),
        role: labelOf(ROLES, item.role),
        state: labelOf(STATES, stateOf(entry)),
        who: entry?.who ?? "",
        due: entry?.due ? dateText(entry.due) : "",
        evidence: entry?.evidence ?? "",
        note: entry?.note ?? "",
      };
    })
  );
  return {
    fields: {
      "page.title": checklists.map(({ title }) => title).join(", "),
      "page.plan": `계획: ${file.nameOf(store.plan)}`,
      "page.progress": progressText(count(items, idsOf(groups))),
    },
    lists: { items: entries },
  };
}

/** @param {"hwpx" | "docx"} format @returns {Promise<void>} */
export async function saveChecklist(store, checklists, format) {
  try {
    const values = checklistValues(store, checklists);
    const title = `${values.fields["page.title"]} ${file.nameOf(store.plan)}`;
    store.notice({
      text: `${await save(store.guide.assets, "checklist", format, title, values)} 파일로 받았어요.`,
    });
  } catch {
    store.notice({
      text:
        "파일을 만드는 데 쓰는 것을 불러오지 못했어요. 새로 고친 뒤 다시 눌러 주세요. 표시한 것은 그대로예요.",
    });
  }
}
