/**
 * What the edit page loads when it is asked for: a kind's records, and the values that texts may refer to.
 */

import { loadScript } from "../later.js";

const VALUES = "edit-values";

/** What comes as a script, once. */
async function loadOnce(page, name, file) {
  if (!globalThis.hyeopchi.data[name]) await loadScript(`${page.scripts}${file}.js`);
  return globalThis.hyeopchi.data[name];
}

/** A kind's data, with the kind's whose records list these; what texts may refer to comes with the first. */
export async function loadKind(page, kind) {
  page.values ??= await loadOnce(page, VALUES, "values");
  const data = await loadOnce(page, `records:${kind}`, kind);
  if (data.entered) await loadOnce(page, `records:${data.entered.kind}`, data.entered.kind);
  return data;
}
