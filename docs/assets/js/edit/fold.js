/**
 * Long texts in several lines, as the files beside have them: `>-`, and lines of a length that one reads.
 */

const LONGEST = 90; // letters that one line may have
const WIDTH = 70;

/** Whether a text is better in several lines, and can be: what lies between its words is one blank. */
export function isLong(value) {
  return typeof value === "string" && value.length > LONGEST && !/\s{2}|^\s|\s$|[\n\t]/.test(value);
}

function wrapped(words) {
  const lines = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/**
 * The lines of a text. Those that it had before and still begins with stay as they are, so that a change of a
 * word is a change of a line.
 * @param {string} value
 * @param {string[]} before
 */
function linesOf(value, before) {
  const kept = [];
  let rest = value;
  for (const line of before) {
    if (!line || /^\s/.test(line) || !rest.startsWith(`${line} `)) break;
    kept.push(line);
    rest = rest.slice(line.length + 1);
  }
  const ends = [];
  for (const line of before.slice(kept.length).reverse()) {
    if (!line || /^\s/.test(line) || !rest.endsWith(` ${line}`)) break;
    ends.unshift(line);
    rest = rest.slice(0, -line.length - 1);
  }
  return [...kept, ...wrapped(rest.split(" ")), ...ends];
}

/**
 * A text as a folded block. @param {string} indent of its lines @param {string[]} before its lines until now
 */
export function folded(value, indent, before = []) {
  const lines = /\s{2}/.test(value) ? [value] : linesOf(value, before);
  return `>-\n${lines.map((line) => indent + line).join("\n")}`;
}
