/**
 * The valid value most like a word: the twin of `nearest` in macros/reading/problems.py, which asks Python's
 * difflib.
 */

const CUTOFF = 0.6;
const SHOWN = 12;

/** The longest run that both have within the bounds: where it begins in each, and how long it is. */
function longest(a, b, [alo, ahi, blo, bhi]) {
  let best = [alo, blo, 0];
  let runs = new Map();
  for (let i = alo; i < ahi; i += 1) {
    const next = new Map();
    for (let j = blo; j < bhi; j += 1) {
      if (a[i] !== b[j]) continue;
      const run = (runs.get(j - 1) ?? 0) + 1;
      next.set(j, run);
      if (run > best[2]) best = [i - run + 1, j - run + 1, run];
    }
    runs = next;
  }
  return best;
}

function matched(a, b, [alo, ahi, blo, bhi]) {
  const [i, j, size] = longest(a, b, [alo, ahi, blo, bhi]);
  if (size === 0) return 0;
  return size + matched(a, b, [alo, i, blo, j]) + matched(a, b, [i + size, ahi, j + size, bhi]);
}

/** How alike two words are, 0 to 1. */
function ratio(one, two) {
  const [a, b] = [[...one], [...two]];
  return a.length + b.length ? 2 * matched(a, b, [0, a.length, 0, b.length]) / (a.length + b.length) : 1;
}

function byLetters(one, two) {
  return one < two ? -1 : Number(one > two);
}

/** A hint that offers the valid value most like `word`, or lists them when they are few. */
export function nearest(word, valid) {
  const spelled = new Map([...valid].map((choice) => [choice.normalize("NFD"), choice]));
  const target = word.normalize("NFD");
  const close =
    [...spelled.keys()].map((choice) => [ratio(choice, target), choice]).filter(([score]) => score >= CUTOFF)
      .sort((one, two) => two[0] - one[0] || byLetters(two[1], one[1]))[0];
  if (close) return ` 혹시 '${spelled.get(close[1])}'인가요?`;
  return spelled.size > 0 && spelled.size <= SHOWN
    ? ` 쓸 수 있는 값: ${[...spelled.values()].sort(byLetters).join(", ")}.`
    : "";
}
