// deno-lint-ignore-file no-import-prefix -- a measurement fetches them itself; the site and its tests know nothing of them
/**
 * What kept libraries find on the entries of a built site: `deno run libraries.js SITE`, as tests/bench_search.py runs
 * it, with the texts to look for as JSON on its input. Writes `{library: [[address, …] of each text]}`.
 *
 * Each in one setting, chosen to its favour and not tuned: titles count three times and the glossary's names twice.
 */

import { create, insertMultiple, search } from "npm:@orama/orama@3.1.18";
import MiniSearch from "npm:minisearch@7.2.0";

const [site] = Deno.args;
const texts = await new Response(Deno.stdin.readable).json();
const BOOST = { title: 3, names: 2 };
const FIELDS = ["title", "text", "names"];
const MOST = 10;

/** What the scripts of the search put among a page's data. */
function data() {
  const page = globalThis.hyeopchi = { data: {}, modules: {} };
  for (const name of ["index", "texts"]) (0, eval)(Deno.readTextFileSync(`${site}/search/${name}.js`));
  return page.data;
}

/** The entries as documents, with the names that the glossary gives them. */
function documents({ search: { entries, terms }, searchTexts, searchQueries }) {
  const names = new Map();
  for (const [own, everyday, at] of terms) {
    for (const number of at) names.set(number, [...names.get(number) ?? [], ...own, ...everyday]);
  }
  return entries.map(([at, title, , text], number) => ({
    id: number + 1,
    at,
    title,
    text: `${searchTexts[number] || text || ""}\n${searchQueries[number] ?? ""}`,
    names: (names.get(number) ?? []).join(" "),
  }));
}

/** Words as they are, and those of Hangul cut into pairs of syllables: Korean joins its particles to them. */
function pairs(text) {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.flatMap((word) =>
    /[가-힣]/.test(word) && word.length > 1
      ? Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
      : [word]
  );
}

/** MiniSearch over these documents. */
function mini(all, options, searchOptions) {
  const engine = new MiniSearch({
    fields: FIELDS,
    storeFields: ["at"],
    searchOptions: { boost: BOOST, ...searchOptions },
    ...options,
  });
  engine.addAll(all);
  return (text) => engine.search(text).slice(0, MOST).map(({ at }) => at);
}

/** Orama over these documents. */
async function orama(all) {
  const engine = create({
    schema: { at: "string", title: "string", text: "string", names: "string" },
    components: { tokenizer: { language: "korean", normalizationCache: new Map(), tokenize: pairs } },
  });
  await insertMultiple(engine, all.map(({ id: _, ...rest }) => rest), 500);
  return async (term) => {
    const found = await search(engine, { term, properties: FIELDS, boost: BOOST, limit: MOST, threshold: 1 });
    return found.hits.map(({ document }) => document.at);
  };
}

const all = documents(data());
const engines = {
  "MiniSearch(두 글자씩)": mini(all, { tokenize: pairs }, { tokenize: pairs }),
  "MiniSearch(낱말)": mini(all, {}, { prefix: true, fuzzy: 0.2 }),
  "Orama(두 글자씩)": await orama(all),
};
const found = {};
for (const [name, find] of Object.entries(engines)) {
  found[name] = [];
  for (const text of texts) found[name].push(await find(text));
}
console.log(JSON.stringify(found));
Deno.exit(0); // Orama keeps the process
