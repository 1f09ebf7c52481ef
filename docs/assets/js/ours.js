/**
 * A column for the reader's own district beside the cases' figures, kept in this browser: each figure against
 * the median of the others. A copied column fills the fields from the first one on.
 */

import { h, setText } from "./dom.js";
import { button } from "./drawer.js";
import { pastedText } from "./gate/pasted.js";
import { Refusal } from "./gate/limits.js";
import * as money from "./money.js";
import { particle } from "./particle.js";
import { register } from "./start.js";
import * as storage from "./storage.js";
import { counted } from "./tools/number.js";
import { clean } from "./typed/text.js";

const KEY = "hyeopchi.ours";
const MOST = 40; // signs of one figure
const FAR = 100n; // times the median, or a part of it: as a slip of the unit makes it
const ALIKE = { 명: ["인", "사람"], 건: ["개", "가지"], 개: ["건", "가지"] }; // what else follows such a number

/**
 * The unit in won (천원: 1000), null where it is none of money.
 * @param {string} unit
 */
const wonIn = (unit) => money.parse(`1${unit}`).won;

/**
 * A figure as people type it, in won where the unit is one of money: a number alone is in the row's unit.
 * @param {string} text @param {string} unit
 * @returns {{value: bigint | null, error: string | null, isBare: boolean}} `value` null: nothing that is known
 */
function figure(text, unit) {
  const plain = clean(text);
  const isBare = /^[0-9][0-9,. ]*$/.test(plain);
  if (wonIn(unit) === null) {
    const { value, error } = counted(text, [unit, ...(ALIKE[unit] ?? [])]);
    return { value, error, isBare };
  }
  const { won, error } = money.parse(isBare ? plain + unit : text);
  return { value: won, error, isBare };
}

/** Half units of a figure as a number of the unit: exact, as a unit is a power of ten. */
function shown(halves, each) {
  const [whole, rest] = [halves / (2n * each), halves % (2n * each)];
  const behind = rest
    ? `.${String((rest * 10n ** 12n) / (2n * each)).padStart(12, "0").replace(/0+$/, "")}`
    : "";
  return money.format(whole) + behind;
}

/**
 * What is said of a figure that differs so much from the median that its unit may be another.
 * @param {{value: bigint, isBare: boolean}} read @param {string} unit @param {bigint} each
 * @param {bigint} middle in halves
 */
function doubt({ value, isBare }, unit, each, middle) {
  if (value === 0n || middle === 0n) return null;
  const isFar = 2n * value >= FAR * middle || 2n * value * FAR <= middle;
  if (!isFar) return null;
  const bare = isBare && each > 1n && 2n * value >= FAR * middle
    ? ` 원으로 적은 금액이면 ‘${money.format(value / each)}원’처럼 ‘원’까지 적어 주세요.`
    : "";
  return `중앙값과 ${FAR}배 넘게 차이 나요. 단위(${unit})를 확인해 주세요.${bare}`;
}

/**
 * How the figure was read, where it was not typed so, and how it stands against the others' median (a whole
 * number or half more; none where the others count different things).
 * @param {string} text @param {string} unit @param {string} middle
 */
function said(text, unit, middle) {
  const read = figure(text, unit);
  if (read.error !== null) return read.error;
  if (read.value === null) return "";
  const each = wonIn(unit) ?? 1n;
  const told = shown(2n * read.value, each);
  const asRead = read.isBare ? [] : [`${told}${unit}${particle(unit, "으로/로")} 읽었어요.`];
  if (middle === "") return asRead.join("");
  const [whole, half] = middle.split(".");
  const halves = (BigInt(whole) * 2n + (half ? 1n : 0n)) * each;
  const more = 2n * read.value - halves;
  const against = more === 0n
    ? `중앙값(${shown(halves, each)})과 같아요`
    : `중앙값(${shown(halves, each)})보다 ${shown(more < 0n ? -more : more, each)}${unit} ${
      more > 0n ? "많아요" : "적어요"
    }`;
  const doubted = doubt(read, unit, each, halves);
  return [...asRead, doubted ? `${against}. ${doubted}` : against].join(" ");
}

/**
 * The cells of one copied column or row; null for one cell, or for a block of several rows and columns.
 * @param {string} text
 * @returns {string[] | null}
 */
function cellsOf(text) {
  const rows = pastedText(text).replace(/\n+$/, "").split("\n").map((row) => row.split("\t"));
  const cells = rows.length === 1 ? rows[0] : rows.every((row) => row.length === 1) ? rows.flat() : null;
  return cells && cells.map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
}

/** What was typed before, by figure; anything else in the store is left alone. */
function read() {
  const { value } = storage.read(KEY);
  const pairs = value && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];
  return new Map(pairs.filter(([, text]) => typeof text === "string" && text.length <= MOST));
}

/**
 * What was typed for a row: by its id, or by a label that it had before ids were.
 * @param {Map<string, string>} typed
 * @param {string} key
 * @param {string[]} formerly
 */
function typedFor(typed, key, formerly) {
  const name = [key, ...formerly].find((one) => typed.has(one));
  return (name && typed.get(name)) || "";
}

/**
 * The field of a row, with what is said of the figure in it.
 * @param {HTMLElement} row
 * @param {string} value
 * @param {() => void} keep
 */
function fieldOf(row, value, keep) {
  const { unit } = row.dataset;
  const words = h("span", { class: "hg-ours__said", role: "status" });
  const input = h("input", {
    type: "text",
    maxlength: String(MOST),
    autocomplete: "off",
    "aria-label": `우리 구: ${row.querySelector("th").textContent}`,
    value,
    oninput: () => {
      tell();
      keep();
    },
  });
  const tell = () => setText(words, said(input.value, unit, row.dataset.middle));
  tell();
  const cell = h(
    "td",
    { "data-label": "우리 구", class: "hg-ours__own" },
    h("span", { class: "hg-ours__field" }, input, ` ${unit}`),
    words,
  );
  row.querySelector("th").after(cell);
  return { input, put: (text) => (input.value = text, tell()) };
}

/** @param {HTMLElement} root */
function start(root) {
  const typed = read();
  root.querySelector("thead th").after(h("th", { scope: "col" }, "우리 구"));
  const problem = h("p", { class: "hg-note", role: "status" });
  const pasted = h("p", { class: "hg-note", role: "status" });
  const write = () => setText(problem, storage.write(KEY, Object.fromEntries(typed)) ?? "");
  const fields = [...root.querySelectorAll("[data-ours]")].map((row) => {
    const key = row.dataset.ours;
    const formerly = JSON.parse(row.dataset.formerly);
    const field = fieldOf(row, typedFor(typed, key, formerly), keep);
    function keep() {
      formerly.forEach((name) => typed.delete(name));
      typed.set(key, field.input.value);
      write();
    }
    return { ...field, keep };
  });

  /** Puts texts into the fields from one on; says so beside the table, with the way back. */
  function fill(from, cells) {
    const taken = fields.slice(from, from + cells.length);
    const before = taken.map(({ input }) => input.value);
    const put = (texts) => taken.forEach((field, at) => (field.put(texts[at]), field.keep()));
    put(cells);
    const over = cells.length - taken.length;
    const rest = over > 0 ? ` 뒤의 ${over}칸은 넣을 곳이 없어 넣지 않았어요.` : "";
    const undo = button("되돌리기", () => {
      put(before);
      pasted.replaceChildren();
    });
    pasted.replaceChildren(`붙여 넣은 값을 ${taken.length}칸에 차례로 넣었어요.${rest} `, undo);
  }

  /** @param {ClipboardEvent} event */
  function paste(event, at) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!/[\t\n\r]/.test(text.trim())) return;
    event.preventDefault();
    try {
      const cells = cellsOf(text);
      if (cells === null) {
        setText(pasted, "한 열이나 한 줄만 복사해 붙여 넣어 주세요. 아무것도 바꾸지 않았어요.");
      } else if (cells.some((cell) => cell.length > MOST)) {
        setText(pasted, `한 칸의 글이 ${MOST}자보다 길어 넣지 않았어요. 숫자가 있는 열만 복사해 주세요.`);
      } else fill(at, cells);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setText(pasted, error.message);
    }
  }
  fields.forEach(({ input }, at) => input.addEventListener("paste", (event) => paste(event, at)));
  root.before(pasted);
  root.after(problem);
}

register({ ours: start });
