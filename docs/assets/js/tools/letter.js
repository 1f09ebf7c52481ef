/**
 * What is sent to the city on a change: a text from the sheet, to be mended and copied, or as a file with the
 * table before and after. What the sheet does not know is marked to be written.
 */

import { h, uniqueId } from "../dom.js";
import { button, copy } from "../drawer.js";
import * as money from "../money.js";
import { names } from "../names.js";
import { save as officeSave } from "../office/template.js";
import { amount, parse } from "./number.js";
import { WON } from "./state.js";

const TO_WRITE = "(적어 주세요)";
const NATURES = { current: "경상보조", capital: "자본보조" };
const FORMATS = { hwpx: "한글(HWPX) 파일로 받기", docx: "Word 파일로 받기" };

const won = (figures, key) =>
  figures[key] === null || figures[key] === undefined ? TO_WRITE : amount(figures[key], "won");

/** What the marks of a letter become. */
function marks(view, data) {
  const { figures, state } = view;
  const projects = [...new Set(state.lines.map(({ project }) => project.trim()).filter(Boolean))];
  const decided = data.facts.find(({ id }) => id === "decided-by")?.options.find(({ id }) =>
    id === view.facts["decided-by"]
  );
  return {
    year: data.editions.find(({ id }) => id === state.edition).year ?? TO_WRITE,
    clauses: [...new Set(view.decision.grounds.flatMap((rule) => data.texts[rule].clauses))].join(", ") ||
      TO_WRITE,
    projects: projects.join(", ") || TO_WRITE,
    amount: won(figures, "change-amount"),
    total: won(figures, "change-total"),
    earlier: won(figures, "change-earlier"),
    decided: decided?.label ?? names.council,
  };
}

function filled(text, values) {
  return text.replace(/\{([a-z]+)\}/g, (mark, name) => values[name] ?? mark);
}

/**
 * The whole letter as text.
 * @param {any} view the tool's
 * @param {any} data the page's
 * @param {string} id approval or notice
 */
export function letterText(view, data, id) {
  const letter = data.letters[id];
  const values = marks(view, data);
  const indented = letter.paragraphs.map((line) => (/^\d/.test(line) ? line : `  ${line}`));
  return [`수신  ${letter.to}`, `제목  ${letter.subject}`, "", ...indented, "", `붙임  ${letter.enclosed}`]
    .map((line) => filled(line, values)).join("\n");
}

/** The table's rows for a file: amounts as they are read, what cannot be read as it was typed. */
export function rowsOf({ state }) {
  return state.lines.map(({ project, item, nature, before, after }) => {
    const [from, to] = [before, after].map((text) => parse(text, WON)).map((
      { blank, value },
    ) => (blank ? 0n : value));
    const said = (value, text) => (value === null ? text : money.format(value));
    const step = from === null || to === null ? null : to - from;
    return {
      project,
      item,
      nature: NATURES[nature] ?? "",
      before: said(from, before),
      after: said(to, after),
      step: step === null ? "" : `${step < 0n ? "△" : ""}${money.format(step < 0n ? -step : step)}`,
    };
  });
}

async function save(holder, data, assets, format, id, text) {
  const letter = data.letters[id];
  const title = filled(letter.subject, marks(holder.view, data));
  try {
    const name = await officeSave(assets, "change-letter", format, title, {
      fields: { "page.title": title, "page.text": text },
      lists: { lines: rowsOf(holder.view) },
    });
    holder.notice(`${name} 파일로 받았어요. ‘${TO_WRITE.slice(1, -1)}’라고 적힌 곳을 채워 주세요.`);
  } catch {
    holder.notice("파일을 만드는 데 필요한 파일을 불러오지 못했어요. 페이지를 새로 열고 다시 눌러 주세요.", {
      problem: true,
    });
  }
}

/** Shows the letter, to be mended, copied or taken as a file. @param {string} id approval or notice */
export function open(holder, data, drawer, assets, id) {
  const { title } = data.letters[id];
  const field = h("textarea", {
    id: uniqueId("letter"),
    rows: "16",
    value: letterText(holder.view, data, id),
  });
  const said = h("p", { role: "status" });
  drawer.open(
    `${title} 공문`,
    h(
      "p",
      {},
      "지금 입력한 내용으로 만든 문안이에요. 괄호로 표시한 곳을 채우고 고쳐서 쓰세요. 파일로 받으면 변경 전후 비교표가 함께 들어가요.",
    ),
    h("div", { class: "hg-calc__field" }, h("label", { for: field.id }, `${title} 글`), field),
    h(
      "div",
      { class: "hg-drawer__actions" },
      button("글 복사", () => copy(field, said), "md-button--primary"),
      ...Object.entries(FORMATS).map(([format, text]) =>
        button(text, () => save(holder, data, assets, format, id, field.value))
      ),
    ),
    said,
  );
}
