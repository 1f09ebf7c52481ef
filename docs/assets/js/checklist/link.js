/**
 * A plan in a link: the same document as in a file.
 */

import { create as createLink } from "../link.js";
import * as file from "./file.js";

const link = createLink({
  name: "checklist",
  version: 1,
  part: "읽을 수 있는 것만",
  units: ["plans", "items"],
  async read(plain) {
    const { document, problem } = await file.fromJsonInTurns(plain);
    return { value: document, problem };
  },
  holds: (document) => document.plans.some((plan) => Object.keys(plan.items).length > 0),
});

/** @param {any} plan @returns {Promise<string>} the fragment, with its `#` */
export function write(plan) {
  return link.write(file.toJson({ current: null, plans: [plan] }));
}

export const read = link.read;
export const start = link.start;
