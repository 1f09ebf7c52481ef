/**
 * What the search finds in a few entries: `deno run asked.js`, with `{data, texts, queries, asked}` on its input. Writes
 * for each text that is asked what is found before and after the texts have come: its rows, or (`whole`) all that is told.
 */

import { Finder } from "../../docs/assets/js/search/finder.js";

const { data, texts, queries, asked, whole } = JSON.parse(await new Response(Deno.stdin.readable).text());
const told = [];
const finder = new Finder(data, (one) => told.push(one), 1000);

async function all(first) {
  for (const [i, find] of asked.entries()) await finder.ask({ id: first + i, find });
}

await all(0);
await finder.take(texts, queries);
await all(asked.length);
console.log(
  JSON.stringify(told.filter(({ found }) => found).map(({ found }) => (whole ? found : found.rows))),
);
Deno.exit(0);
