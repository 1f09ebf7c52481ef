/**
 * The plan in a link, with what a file holds and the texts that are no amount.
 */

import * as link from "../link.js";
import { fromStored, toStored } from "./draft.js";

/** The plan as what can be shared. @param {any} store @returns {import("../share.js").Shared} */
export function budgetShare(store) {
  return {
    link: link.create({
      name: "plan",
      version: 1,
      part: "읽을 수 있는 사업까지만",
      units: ["projects", "lines"],
      read(plain) {
        const { draft, notes, problem = notes?.join(" ") || null } = fromStored(plain, store.data);
        return { value: draft ?? null, problem };
      },
      holds: (draft) => draft.projects.length > 0,
    }),
    noun: "계획",
    plain: () => toStored(store.draft),
    isBlank: () => store.draft.projects.length === 0,
    describe: ({ title, projects }) => `‘${title || "이름 없는 계획"}’이 있어요(사업 ${projects.length}개)`,
    take: (draft) => store.arrive(draft, "링크 불러오기"),
    notice: store.notice,
  };
}
