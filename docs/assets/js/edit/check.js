/**
 * What is wrong with a record, in the words of the command line: the twin of macros/reading/validation.py.
 */

import { particle } from "../particle.js";
import { citationFaults } from "./cited.js";
import { plain } from "./document.js";
import { letterFault } from "./letters.js";
import { wholeMeant } from "./mended.js";
import { nearest } from "./nearest.js";
import { looseNames, ownIds } from "./own.js";
import { fitting, isCitation, resolve, variant } from "./shape.js";
import { referenceFault, textFault } from "./texts.js";
import { COLON, noText, SHARE, WRITTEN, writtenFault } from "./written.js";

const MAP = "'이름: 값' 형식이어야 해요.";
const LIST = "목록이어야 해요. 줄마다 '- '로 시작해 주세요.";
const LIMIT = "비율(10%, 1/3)이나 정수(1000000000)로 써 주세요.";
const UNGROUNDED = "이 숫자의 근거(source)가 없어요. 숫자나, 숫자가 든 묶음에 문서와 절을 적어 주세요.";
const WHOLE = "쉼표와 단위 없이 정수로 써 주세요.";

class Check {
  constructor(root, known, { names, unfit, called, either, documents, values = null, loose, top, kind }) {
    this.root = root;
    this.known = known;
    this.names = names;
    this.unfit = unfit;
    this.called = called;
    this.either = either;
    this.documents = documents;
    this.values = values; // null where nobody needs to know what references lead to
    this.loose = loose;
    this.top = top; // how deep the record stands in its file
    this.forms = kind === "forms";
    this.cited = this.grounded = false; // within a citation; within a part of the record that has one
    this.free = false; // within a group whose names are free: texts are not looked at there
    this.found = [];
  }

  /** `told`: what the screen says of it, where the file's words for it are not the form's. */
  say(path, message, told = message) {
    if (!this.found.some((one) => one.path.join("\n") === path.join("\n"))) {
      this.found.push({ path, message, told });
    }
  }

  value(schema, node, path) {
    if (schema.oneOf) this.oneOf(schema, node, path);
    else if (schema.anyOf) this.anyOf(schema, node, path);
    else this.typed(resolve(schema, this.root), node, path);
    if (schema["x-refers"]) this.references(schema["x-refers"], node, path);
  }

  oneOf(schema, node, path) {
    const { kind, all, found } = variant(schema, this.root, node);
    if (node.kind !== "map") this.say(path, MAP);
    else if (found) this.typed(found, node, path);
    else if (kind === undefined) {
      this.say(path, "kind가 빠졌어요. cap(한도), band(구간), ask(질문) 가운데 하나를 써 주세요.");
    } else this.choice(all.flatMap((one) => one.properties.kind.enum), kind, [...path, "kind"]);
  }

  anyOf(schema, node, path) {
    const fits = fitting(schema, this.root, node);
    const limit = schema.anyOf[0].pattern === SHARE;
    if (limit && !(node.kind === "scalar" && typeof node.value === "string")) this.limit(fits, node, path);
    else if (schema.anyOf[0].enum) this.choiceOrId(schema.anyOf, node, path);
    else if (fits) this.typed(fits, node, path);
    else this.typed(resolve(schema.anyOf[0], this.root), node, path);
  }

  limit(fits, node, path) {
    const before = this.found.length;
    if (node.kind === "map") this.typed(fits, node, path);
    const right = node.kind === "map"
      ? this.found.length === before
      : typeof node.value === "number" && node.value >= 0;
    if (!right) this.found.splice(before, 0, { path, message: LIMIT, told: LIMIT });
    else if (node.kind === "scalar") this.integer({}, node, path);
  }

  choiceOrId([choices, id], node, path) {
    if (typeof node.value === "string" && new RegExp(id.pattern, "u").test(node.value)) return;
    this.choice(choices.enum, node.value, path);
  }

  typed(schema, node, path) {
    if (schema.enum) this.choice(schema.enum, node.value, path);
    else this[schema.type](schema, node, path);
  }

  object(schema, node, path) {
    if (node.kind !== "map") return this.say(path, MAP);
    if (!schema.properties) return this.freely(schema.additionalProperties, node, path);
    const has = new Set(node.pairs.map((pair) => pair.key));
    const before = this.cited;
    const { grounded } = this;
    this.cited = isCitation(schema);
    this.grounded ||= path.length > this.top && has.has("source");
    for (const { key, node: inner } of node.pairs) {
      if (schema.properties[key]) this.value(schema.properties[key], inner, [...path, key]);
      else {this.say(
          [...path, key],
          `'${key}'${particle(key, "은/는")} 여기에 쓸 수 없는 항목이에요.${
            this.hint(key, path, schema.properties)
          }`,
        );}
    }
    if (this.cited) this.citation(node, path);
    this.grounded = grounded;
    this.cited = before;
    this.asked(schema, has, path);
    this.missing(schema, has, path);
  }

  /** What names no document, no section of it, or a page beyond the section. */
  citation(node, path) {
    for (const { at, message, told } of citationFaults(plain(node), this.documents)) {
      this.say([...path, ...at], message, told);
    }
  }

  /** What must be there once, and what a number rests on. */
  asked(schema, has, path) {
    const { fields, message } = schema["x-one-of"] ?? { fields: [], message: "" };
    const given = fields.filter((name) => has.has(name));
    if (fields.length && given.length !== 1) {
      const titles = fields.map((name) => `‘${schema.properties[name].title}’`).join(", ");
      this.say([...path, given[1] ?? fields[0]], message, `${titles} 가운데 하나만 적어 주세요.`);
    }
    if (schema["x-grounds"] && !has.has("source") && !this.grounded) {
      this.say(
        [...path, "source"],
        UNGROUNDED,
        "이 숫자의 근거를 적어 주세요. 어느 문서의 어느 절인지 있어야 해요.",
      );
    }
  }

  missing(schema, has, path) {
    for (const key of schema.required) {
      if (!has.has(key)) {
        const { title = key } = schema.properties[key];
        this.say(
          [...path, key],
          `'${key}'${particle(key, "이/가")} 빠졌어요. 여기에 꼭 있어야 해요.`,
          `‘${title}’${particle(title, "을/를")} 적어 주세요. 여기에 꼭 있어야 해요.`,
        );
      }
    }
  }

  freely(schema, node, path) {
    const before = this.free;
    this.free = true;
    for (const pair of node.pairs) this.value(schema, pair.node, [...path, pair.key]);
    this.free = before;
  }

  /** What a name was meant to be: in a group that stands for a text, the text's beginning. */
  hint(key, path, properties) {
    const within = path.length > this.top || this.root.oneOf;
    return /[가-힣]/.test(key) && within ? ` ${COLON}.` : nearest(key, Object.keys(properties));
  }

  array(schema, node, path) {
    if (node.kind !== "seq") return this.say(path, LIST);
    if (node.items.length < (schema.minItems ?? 0)) this.say(path, `${schema.minItems}개 이상 있어야 해요.`);
    node.items.forEach((one, index) => this.value(schema.items, one, [...path, index]));
  }

  string(schema, node, path) {
    const { kind, value } = node;
    const written = WRITTEN[schema.pattern];
    if (kind !== "scalar" || typeof value !== "string") {
      return this.say(path, written?.(value) ?? noText(node));
    }
    const wrong = letterFault(value);
    if (wrong) this.say(path, wrong);
    if (schema.minLength && value.trim().length < schema.minLength) {
      this.say(path, "비어 있어요. 값을 써 주세요.");
    }
    const fault = writtenFault(schema.pattern, value);
    if (fault) this.say(path, fault);
    else if (!written && !this.free) this.text(value, path);
  }

  /** What a text holds: what none may, and references that lead nowhere. */
  text(value, path) {
    const at = path.findLastIndex((step) => typeof step === "string");
    const wrong = textFault(this.unfit, value, { field: path[at], cell: this.forms || path[at] === "rows" });
    const lost = referenceFault(value, this);
    if (wrong ?? lost) this.say(path, wrong ?? lost);
  }

  integer(schema, { value }, path) {
    if (typeof value !== "number") this.say(path, `${WHOLE}${wholeMeant(value, path.at(-1))}`);
    else if (!Number.isSafeInteger(value)) {
      this.say(path, "수가 너무 커요. 9007199254740991까지 쓸 수 있어요.");
    } else if (value < schema.minimum) this.say(path, `${schema.minimum} 이상이어야 해요.`);
    else if (value > schema.maximum) this.say(path, `${schema.maximum} 이하여야 해요.`);
  }

  boolean(_schema, { value }, path) {
    if (typeof value !== "boolean") this.say(path, "true 또는 false로 써 주세요.");
  }

  choice(valid, value, path) {
    const word = String(value ?? "");
    if (!valid.includes(value)) {
      this.say(path, `'${word}'${particle(word, "은/는")} 쓸 수 없는 값이에요.${nearest(word, valid)}`);
    }
  }

  references(target, node, path) {
    const words = node.kind === "seq"
      ? node.items.map((one, index) => [one, [...path, index]])
      : [[node, path]];
    for (const [{ kind, value }, place] of words) {
      if (kind !== "scalar" || typeof value !== "string" || this.known[target].has(value)) continue;
      this.say(
        place,
        `'${value}'${particle(value, "은/는")} ${this.names[target]}에 없는 id예요.${
          nearest(value, this.known[target])
        }`,
      );
    }
  }
}

/**
 * Everything wrong with a node, each with its path.
 * @param {any} schema of the node, with the root's `$defs`
 * @param {any} node
 * @param {(string | number)[]} path
 * @param {{root: any, known: Record<string, string[]>, page: any, tree: any, kind: string}} within
 *   `known`: ids by what they are ids of; `page`: what those are called (`names`), what no text may hold
 *   (`unfit`), what texts may refer to (`called`, and by id `values`), the `documents` that may be cited;
 *   `tree`: whose own ids count as known; `kind`: the record's
 */
export function check(schema, node, path, { root, known, page, tree, kind }) {
  const own = ownIds(tree, kind, page.holds[kind] ?? {});
  const all = Object.fromEntries(
    Object.entries(known).map(([target, ids]) => [target, new Set([...ids, ...(own[target] ?? [])])]),
  );
  const loose = { ...page.loose, ...looseNames(tree, own) };
  const made = new Check(root, all, { ...page, loose, top: path.length, kind });
  made.value(schema, node, path);
  return made.found;
}
