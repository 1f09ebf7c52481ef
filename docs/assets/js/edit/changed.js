/**
 * The lines of a text that differ from another: what was there, and what stands there now, in order.
 */

/** For each pair of positions, how many lines both texts have in common from there on, in the same order. */
function common(before, after) {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let two = after.length - 1; two >= 0; two -= 1) {
      table[one][two] = before[one] === after[two]
        ? table[one + 1][two + 1] + 1
        : Math.max(table[one + 1][two], table[one][two + 1]);
    }
  }
  return table;
}

/** Runs of lines that differ: [{line, before: [...], after: [...]}], `line` 1-based in the new text. */
export function changedLines(beforeText, afterText) {
  let [before, after] = [beforeText.split("\n"), afterText.split("\n")];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) {
    end += 1;
  }
  [before, after] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const table = common(before, after);
  const runs = [];
  let [one, two, open] = [0, 0, false];
  while (one < before.length || two < after.length) {
    if (one < before.length && two < after.length && before[one] === after[two]) {
      [one, two, open] = [one + 1, two + 1, false];
      continue;
    }
    if (!open) runs.push({ line: start + two + 1, before: [], after: [] });
    open = true;
    if (two >= after.length || (one < before.length && table[one + 1][two] >= table[one][two + 1])) {
      runs.at(-1).before.push(before[one++]);
    } else runs.at(-1).after.push(after[two++]);
  }
  return runs;
}
