/**
 * JSON from outside, read once from front to back with its limits: depth, number of values, length of a text,
 * plain keys. What ends early (a link that was cut) still gives all that stood before the end.
 */

import { demand, LIMITS, over } from "./limits.js";
import { shown } from "./text.js";

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANKS = " \t\n\r";
const WORDS = { t: ["true", true], f: ["false", false], n: ["null", null] };
// Keys with a meaning of their own.
const FOREIGN = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype"]);
const MANY = over("내용이", LIMITS.values, "개");
const DEEP = `너무 여러 겹으로 싸여 있어요. ${LIMITS.depth}겹까지 열 수 있어요.`;
const CUT = new Error("cut"); // here the text ends or is no JSON any more

/**
 * @typedef {{value: any, open: {value: any, key: string | number}[] | null}} Parsed `open` is null for a
 *   whole text; else the lists and records that had begun and not ended, the outermost first, each with the
 *   key of the last thing begun in it.
 */

class Reader {
  constructor(text, longest) {
    this.text = text;
    this.longest = longest;
    this.at = 0;
    this.values = 0;
    this.open = [];
    this.value = undefined;
  }

  /** The next sign that is no blank. */
  next() {
    while (this.at < this.text.length && BLANKS.includes(this.text[this.at])) this.at += 1;
    return this.text[this.at];
  }

  /** Whether the next sign is this one; then it is passed. */
  passes(sign) {
    if (this.next() !== sign) return false;
    this.at += 1;
    return true;
  }

  expect(sign) {
    if (!this.passes(sign)) throw CUT;
  }

  /** Reads one value; `place` gets it as soon as it begins. */
  read(place) {
    this.values += 1;
    demand(this.values <= LIMITS.values, MANY);
    const sign = this.next();
    if (sign === "{") this.record(place);
    else if (sign === "[") this.list(place);
    else place(sign === '"' ? this.string(this.longest) : this.bare(sign));
  }

  begin(made, place) {
    demand(this.open.length < LIMITS.depth, DEEP);
    this.at += 1;
    place(made);
    const level = { value: made, key: 0 };
    this.open.push(level);
    return level;
  }

  record(place) {
    const made = {};
    const level = this.begin(made, place);
    if (!this.passes("}")) {
      do {
        if (this.next() !== '"') throw CUT;
        const key = this.key(made);
        this.expect(":");
        level.key = key;
        this.read((value) => {
          made[key] = value;
        });
      } while (this.passes(","));
      this.expect("}");
    }
    this.open.pop();
  }

  list(place) {
    const made = [];
    const level = this.begin(made, place);
    if (!this.passes("]")) {
      do {
        level.key = made.length;
        this.read((value) => {
          made[level.key] = value;
        });
      } while (this.passes(","));
      this.expect("]");
    }
    this.open.pop();
  }

  key(record) {
    const key = this.string(LIMITS.name);
    demand(!FOREIGN.has(key), () => `쓸 수 없는 이름(${shown(key)})이 있어요.`);
    demand(
      !Object.prototype.hasOwnProperty.call(record, key),
      () => `같은 이름(${shown(key)})이 한 곳에 두 번 있어요.`,
    );
    return key;
  }

  string(most) {
    let end = this.at;
    do {
      end = this.text.indexOf('"', end + 1);
      if (end < 0) throw CUT;
    } while (this.isEscaped(end));
    const raw = this.text.slice(this.at + 1, end);
    demand(raw.length <= most * 6, over("글 하나가", most, "자")); // \uXXXX is six signs
    const text = /[\u0000-\u001f\\]/.test(raw) ? this.unescaped(`"${raw}"`) : raw;
    demand(text.length <= most, over("글 하나가", most, "자"));
    this.at = end + 1;
    return text;
  }

  unescaped(quoted) {
    try {
      return JSON.parse(quoted);
    } catch {
      throw CUT;
    }
  }

  isEscaped(quote) {
    let back = quote;
    while (this.text[back - 1] === "\\") back -= 1;
    return (quote - back) % 2 === 1;
  }

  /** A number or a word. A number at the very end of what has not ended may have lost digits. */
  bare(sign) {
    const word = WORDS[sign];
    if (word && this.text.startsWith(word[0], this.at)) {
      this.at += word[0].length;
      return word[1];
    }
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text)?.[0];
    if (found === undefined || (this.open.length > 0 && this.at + found.length === this.text.length)) {
      throw CUT;
    }
    demand(Number.isFinite(Number(found)), () => `숫자(${shown(found)})가 너무 커요.`);
    this.at += found.length;
    return Number(found);
  }
}

/**
 * The plain value of a JSON text, as far as it goes. Throws a Refusal at a limit.
 * @param {string} text @param {number} [longest] signs of one text in it @returns {Parsed}
 */
export function parse(text, longest = LIMITS.text) {
  demand(text.length <= LIMITS.bytes, over("내용이", LIMITS.bytes, "자"));
  const reader = new Reader(text.replace(/^\uFEFF/, ""), longest);
  try {
    reader.read((value) => {
      reader.value = value;
    });
    if (reader.next() !== undefined) throw CUT;
    return { value: reader.value, open: null };
  } catch (error) {
    if (error !== CUT) throw error;
    return { value: reader.value, open: reader.open };
  }
}

/** The plain value of a whole JSON text. Throws a Refusal, with `broken` when the text is no JSON. */
export function whole(text, broken, longest) {
  const { value, open } = parse(text, longest);
  demand(open === null, broken);
  return value;
}

/**
 * Takes out what had begun last and not ended in a cut text.
 * @param {Parsed} parsed whether there was such a thing
 */
export function dropLast(parsed) {
  parsed.open?.pop();
  const outer = parsed.open?.at(-1);
  if (!outer) return false;
  if (Array.isArray(outer.value)) outer.value.length = Number(outer.key);
  else delete outer.value[outer.key];
  return true;
}
