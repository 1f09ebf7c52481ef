/**
 * What the edit screen says of texts, without a page: `{library, page, kinds, texts: [[kind, file, text], …]}`
 * comes in (`library`: the script that reads YAML), the sentences on each go out.
 */

import { Editing } from "../../docs/assets/js/edit/record.js";

const { library, page, kinds, texts } = JSON.parse(await new Response(Deno.stdin.readable).text());
globalThis.YAML = new Function(`${library}; return YAML;`)();

function said([kind, file, text]) {
  const data = kinds[kind];
  const records = (editing) =>
    data.home === "list" ? editing.node([]).items.map((_, index) => index) : [null];
  const open = (index) =>
    new Editing(data, { ...data.records[0], file, index: data.home === "list" ? index : null }, text, page);
  const found = records(open(0)).flatMap((index) => open(index).problems().map((one) => one.message));
  return [...new Set(found)].sort();
}

console.log(JSON.stringify(texts.map(said)));
