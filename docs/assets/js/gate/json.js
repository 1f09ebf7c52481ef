/**
 * JSON from outside, read once from front to back with its limits: depth, number of values, length of a text,
 * plain keys. What ends early (a link that was cut) still gives all that stood before the end.
 */

import { demand, LIMITS, over, Refusal } from "./limits.js";
import { isRare, shown } from "./text.js";

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d]);
const ESCAPED = /[\u0000-\u001f\\]/;
const WORDS = { t: ["true", true], f: ["false", false], n: ["null", null] };
// Keys with a meaning of their own.
const FOREIGN = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype"]);
const MANY = over("내용이", LIMITS.values, "개");
const RARE = over("드물게 쓰는 글자가 든 글이", LIMITS.rare, "자");
const DEEP = `너무 여러 겹으로 싸여 있어요. ${LIMITS.depth}겹까지 열 수 있어요.`;
const tooLong = (most) => new Refusal(over("글 하나가", most, "자")());
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
    this.rare = 0;
    this.open = [];
    this.found = { value: undefined };
  }

  /** The next sign that is no blank. */
  next() {
    while (BLANKS.has(this.text.charCodeAt(this.at))) this.at += 1;
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

  /** Reads one value into its place as soon as it begins. @param {any} into @param {string | number} key */
  read(into, key) {
    this.values += 1;
    demand(this.values <= LIMITS.values, MANY);
    const sign = this.next();
    if (sign === "{") this.record(into, key);
    else if (sign === "[") this.list(into, key);
    else into[key] = sign === '"' ? this.written() : this.bare(sign);
  }

  /** A text that is a value. */
  written() {
    const text = this.string(this.longest);
    if (isRare(text)) {
      this.rare += text.length;
      demand(this.rare <= LIMITS.rare, RARE);
    }
    return text;
  }

  begin(made, into, key) {
    demand(this.open.length < LIMITS.depth, DEEP);
    this.at += 1;
    into[key] = made;
    const level = { value: made, key: 0 };
    this.open.push(level);
    return level;
  }

  record(into, key) {
    const made = {};
    /** @type {{value: any, key: string | number}} */
    const level = this.begin(made, into, key);
    if (!this.passes("}")) {
      do {
        if (this.next() !== '"') throw CUT;
        const name = this.key(made);
        this.expect(":");
        level.key = name;
        this.read(made, name);
      } while (this.passes(","));
      this.expect("}");
    }
    this.open.pop();
  }

  list(into, key) {
    const made = [];
    const level = this.begin(made, into, key);
    if (!this.passes("]")) {
      do {
        level.key = made.length;
        this.read(made, level.key);
      } while (this.passes(","));
      this.expect("]");
    }
    this.open.pop();
  }

  key(record) {
    const key = this.string(LIMITS.name);
    if (FOREIGN.has(key)) throw new Refusal(`쓸 수 없는 이름(${shown(key)})이 있어요.`);
    if (Object.hasOwn(record, key)) {
      throw new Refusal(`같은 이름(${shown(key)})이 한 곳에 두 번 있어요.`);
    }
    return key;
  }

  string(most) {
    let end = this.at;
    do {
      end = this.text.indexOf('"', end + 1);
      if (end < 0) throw CUT;
    } while (this.isEscaped(end));
    if (end - this.at - 1 > most * 6) throw tooLong(most); // \uXXXX is six signs
    const raw = this.text.slice(this.at + 1, end);
    const text = ESCAPED.test(raw) ? this.unescaped(`"${raw}"`) : raw;
    if (text.length > most) throw tooLong(most);
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
    reader.read(reader.found, "value");
    if (reader.next() !== undefined) throw CUT;
    return { value: reader.found.value, open: null };
  } catch (error) {
    if (error !== CUT) throw error;
    return { value: reader.found.value, open: reader.open };
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
