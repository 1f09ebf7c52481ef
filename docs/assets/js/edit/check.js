/**
 * What is wrong with a record, in the words of the command line: the twin of macros/reading/validation.py for
 * what a schema knows (shape, choices, bounds, patterns) and for ids that lead nowhere.
 */

import { particle } from "../particle.js";
import { letterFault } from "./letters.js";
import { nearest } from "./nearest.js";

const MAP = "'이름: 값' 형식이어야 해요.";
const LIST = "목록이어야 해요. 줄마다 '- '로 시작해 주세요.";
const LIMIT = "비율(10%, 1/3)이나 정수(1000000000)로 써 주세요.";
const WHOLE = "쉼표와 단위 없이 정수로 써 주세요. 예: 1000000";
const SHARE = "^(\\d{1,3}%|\\d{1,6}/[1-9]\\d{0,5})$";
const DAY = "^\\d{4}-\\d{2}-\\d{2}$";
const MOMENT = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";
// Shapes that are written as text and read by a validator of their own.
const WRITTEN = {
  [SHARE]: "비율은 10% 또는 1/3처럼 써요.",
  [MOMENT]: '날짜는 "2021-07-09", "2021-07", "2021" 가운데 하나로 써요.',
  [DAY]: '날짜는 "2026-11-21"처럼 써요.',
  "^\\d{1,3}(일|영업일|개월)$": "길이는 7일, 5영업일, 2개월처럼 써요.",
};

/** The schema that a reference leads to, with what stands beside the reference. */
export function resolve(schema, root) {
  return schema.$ref ? { ...root.$defs[schema.$ref.split("/").at(-1)], ...schema } : schema;
}

/** The one of several models that the record's `kind` names. */
export function variant(schema, root, node) {
  const kind = node?.kind === "map" ? node.pairs.find((pair) => pair.key === "kind")?.node.value : undefined;
  const all = schema.oneOf.map((one) => resolve(one, root));
  return { kind, all, found: all.find((one) => one.properties.kind.enum.includes(kind)) };
}

/** The one of several shapes that a value wants to be. */
export function fitting(schema, root, node) {
  if (!schema.anyOf) return resolve(schema, root);
  const of = (test) => schema.anyOf.map((one) => resolve(one, root)).find(test);
  if (node?.kind === "seq") return of((one) => one.type === "array");
  if (node?.kind === "map") return of((one) => one.type === "object");
  if (node) return of((one) => one.type === (typeof node.value === "number" ? "integer" : "string"));
  return undefined;
}

class Check {
  constructor(root, known, names) {
    this.root = root;
    this.known = known;
    this.names = names;
    this.found = [];
  }

  say(path, message) {
    if (!this.found.some((one) => one.path.join("\n") === path.join("\n"))) {
      this.found.push({ path, message });
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
    if (!right) this.found.splice(before, 0, { path, message: LIMIT });
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
    if (!schema.properties) {
      return node.pairs.forEach((pair) =>
        this.value(schema.additionalProperties, pair.node, [...path, pair.key])
      );
    }
    const has = new Set(node.pairs.map((pair) => pair.key));
    for (const { key, node: inner } of node.pairs) {
      if (schema.properties[key]) this.value(schema.properties[key], inner, [...path, key]);
      else {this.say(
          [...path, key],
          `'${key}'${particle(key, "은/는")} 여기에 쓸 수 없는 항목이에요.${
            nearest(key, Object.keys(schema.properties))
          }`,
        );}
    }
    for (const key of schema.required) {
      if (!has.has(key)) {
        this.say([...path, key], `'${key}'${particle(key, "이/가")} 빠졌어요. 여기에 꼭 있어야 해요.`);
      }
    }
  }

  array(schema, node, path) {
    if (node.kind !== "seq") return this.say(path, LIST);
    if (node.items.length < (schema.minItems ?? 0)) this.say(path, `${schema.minItems}개 이상 있어야 해요.`);
    node.items.forEach((one, index) => this.value(schema.items, one, [...path, index]));
  }

  string(schema, { kind, value }, path) {
    const written = WRITTEN[schema.pattern];
    if (kind !== "scalar" || typeof value !== "string") {
      const shown = typeof value === "boolean" ? value ? "True" : "False" : value;
      return this.say(
        path,
        written ?? `글이어야 해요. 숫자라면 따옴표로 감싸 주세요${kind === "scalar" ? `: "${shown}"` : ""}`,
      );
    }
    const wrong = letterFault(value);
    if (wrong) this.say(path, wrong);
    if (schema.minLength && value.trim().length < schema.minLength) {
      this.say(path, "비어 있어요. 값을 써 주세요.");
    }
    if (schema.pattern && !new RegExp(schema.pattern, "u").test(value)) {
      this.say(path, written ?? this.pattern(schema.pattern));
    } else if (schema.pattern === DAY && !exists(value)) this.say(path, written);
    else if (schema.pattern === MOMENT && !exists(value)) this.say(path, "달력에 없는 날짜예요.");
  }

  pattern(pattern) {
    if (pattern.includes("20")) return '해는 "2021"처럼 네 자리로, 따옴표로 감싸 써요.';
    return pattern.includes("/")
      ? "주소는 사이트 안의 것만 영문 소문자, 숫자, 붙임표(-), 빗금(/)으로 써요. 예: budget/rules/"
      : "id는 영문 소문자, 숫자, 붙임표(-)로만 써요. 예: local-research";
  }

  integer(schema, { value }, path) {
    if (typeof value !== "number") this.say(path, WHOLE);
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

/** Whether the calendar has the day; a year or a month stands for its first day. */
function exists(text) {
  const [year, month = 1, day = 1] = text.split("-").map(Number);
  const made = new Date(Date.UTC(2000, month - 1, day));
  made.setUTCFullYear(year || 1, month - 1, day);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/** Every id that the text itself gives: what it adds must not be called unknown. */
function ownIds(node, found = new Set()) {
  if (node.kind === "seq") node.items.forEach((one) => ownIds(one, found));
  for (const { key, node: inner } of node.pairs ?? []) {
    if (key === "id" && inner.kind === "scalar") found.add(String(inner.value));
    ownIds(inner, found);
  }
  return found;
}

/**
 * Everything wrong with a node, each with its path.
 * @param {any} schema of the node, with the root's `$defs`
 * @param {any} node
 * @param {(string | number)[]} path
 * @param {{root: any, known: Record<string, string[]>, names: Record<string, string>, tree: any}} within
 *   `known`: ids by what they are ids of, `names`: what those are called; `tree`: whose own ids count as
 *   known
 */
export function check(schema, node, path, { root, known, names, tree }) {
  const own = ownIds(tree);
  const all = Object.fromEntries(
    Object.entries(known).map(([target, ids]) => [target, new Set([...ids, ...own])]),
  );
  const made = new Check(root, all, names);
  made.value(schema, node, path);
  return made.found;
}
