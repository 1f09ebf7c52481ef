/** What to show of a found text: the place that has most of the query, with the found words marked. */
(function (hyeopchi) {
  "use strict";

  const { read } = hyeopchi.search.text;
  const { pair, single } = hyeopchi.search;
  const LENGTH = 130;
  const BEFORE = 30;
  /** A shorter line is the name of a fact, not a sentence. */
  const SENTENCE = 12;

  /** The stretches of `text` that were looked for, as [from, to] in order, none touching another. */
  function stretches(text, keys, known) {
    const { ids, from, to } = read(text, known, false);
    const found = [];
    const add = (start, end) => {
      const last = found.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    };
    ids.forEach((id, i) => {
      // Across a space a pair counts only where the word before it was looked for too: 협치회의 위원, not 변경의 위임.
      const joins = i && (to[i - 1] === from[i] || found.at(-1)?.[1] === to[i - 1]);
      if (joins && keys.has(pair(ids[i - 1], id))) add(from[i - 1], to[i]);
      else if (keys.has(single(id))) add(from[i], to[i]);
    });
    return found;
  }

  /**
   * `text` in pieces: `hit` ones were looked for.
   * @returns {{text: string, hit: boolean}[]}
   */
  function marked(text, keys, known) {
    const pieces = [];
    let at = 0;
    for (const [from, to] of stretches(text, keys, known)) {
      pieces.push({ text: text.slice(at, from), hit: false }, { text: text.slice(from, to), hit: true });
      at = to;
    }
    pieces.push({ text: text.slice(at), hit: false });
    return pieces.filter((piece) => piece.text);
  }

  /** The first line with most of what was looked for, and those after it as far as there is room. */
  function excerpt(text, keys, known) {
    const lines = text.split("\n");
    const worth = lines.map((line) => new Set(stretches(line, keys, known).map(([from, to]) => line.slice(from, to))).size);
    const best = worth.indexOf(Math.max(...worth));
    const first = stretches(lines[best], keys, known)[0]?.[0] ?? 0;
    const start = first > LENGTH - BEFORE ? lines[best].indexOf(" ", first - BEFORE) + 1 : 0;
    let shown = lines[best].slice(start);
    for (let i = best + 1; i < lines.length && shown.length < LENGTH / 2; i += 1) {
      if (lines[i].length >= SENTENCE) shown += ` · ${lines[i]}`;
    }
    const cut = shown.length > LENGTH ? `${shown.slice(0, LENGTH)}…` : shown;
    return marked((start ? "…" : "") + cut, keys, known);
  }

  Object.assign(hyeopchi.search, { excerpt, marked });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
