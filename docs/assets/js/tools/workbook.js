/**
 * A small tool's sheet as an Excel workbook, made here without a server: the empty workbook of its edition
 * (downloads/tool-*.js) with what was typed in its cells. Its formulas go on judging.
 */

import { give, safeName } from "../files.js";
import { loadScript } from "../later.js";
import { fill, TYPE } from "../office/workbook.js";
import { differs, FLOOR } from "../rules/judge.js";
import { levelOf, LEVELS, saidOf } from "../verdict-words.js";
import { parse } from "./number.js";
import { SPLIT } from "./outcome-words.js";
import * as sheetState from "./state.js";
import * as sheetVerdict from "./verdict.js";
import { sheetWords } from "./words.js";

const UNDECIDED = "미정";
const WHOLE = { unit: "count", least: 0, most: 100 };

/** Types a number, or that it is not known; a blank stays blank. */
function typeNumber(sheet, cell, { value, blank }, scale = 1) {
  if (blank) return;
  if (value === null) sheet.text(cell, UNDECIDED);
  else sheet.number(cell, Number(value) / scale);
}

/**
 * Loads what is needed, fills the workbook and hands it over.
 * @param {any} holder
 * @param {string} title the tool's
 * @param {string} root the address of the site
 * @param {string} name the template's
 * @param {(template: any) => {problem?: string, values?: Map<string, any>, type?: (sheet: any, number:
 *   number) => void}} make
 */
async function save(holder, title, root, name, make) {
  try {
    await Promise.all([
      loadScript(`${root}assets/vendor/fflate/index.js`),
      loadScript(`${root}downloads/${name}.js`),
    ]);
  } catch {
    holder.notice(
      "엑셀 파일을 만드는 데 필요한 파일을 불러오지 못했어요. 페이지를 새로 고친 뒤 다시 눌러 주세요.",
      { problem: true },
    );
    return;
  }
  const template = globalThis.hyeopchi.data[`workbook:${name}`];
  const { problem, values, type } = make(template);
  if (problem) {
    holder.notice(problem, { problem: true });
    return;
  }
  const file = `${[title, safeName(holder.state.title)].filter(Boolean).join("-")}.xlsx`;
  give(fill(template, values, type, globalThis.fflate), TYPE, file);
  const errors = holder.view.errors.filter(({ target }) => target).length;
  holder.notice(`${file} 파일로 받았어요.${errors ? " 읽을 수 없는 수는 ‘미정’으로 적었어요." : ""}`, {
    problem: errors > 0,
  });
}

/** A share rounded away from its verdict, as the workbook rounds it. */
function share({ status, part, whole }, { operator, of }) {
  if (of === null || whole === 0n || (status !== "ok" && status !== "fail")) return "";
  const floor = FLOOR.has(operator);
  const up = floor ? operator === "above" && status === "ok" : status === "fail";
  return Number((part * 10_000n + (up ? whole - 1n : 0n)) / whole) / 10_000;
}

function verdictValues(values, view, data, found) {
  const texts = data.texts[found.rule];
  const set = (name, value) => values.set(`${name}.${found.rule}`, value);
  set("word", texts.rows?.[found.result]?.result ?? saidOf(found.status, texts));
  if (texts.kind === "ask") return;
  const reading = sheetVerdict.followedOf(view, found);
  const decided = found.status !== "na" && found.status !== "unknown";
  set("part", decided ? Number(found.part) / Number(reading.part.scale) : "");
  set("whole", decided && reading.of ? Number(found.whole) / Number(reading.part.scale) : "");
  set("share", reading.operator === null ? "" : share(found, reading));
  set("limit", sheetWords(data.measures).limit(reading));
  set("differs", differs(found) ? "다름" : "");
}

function summaryValues(values, view, data) {
  const levels = view.verdicts.map((
    { rule, status, result },
  ) => (data.texts[rule].rows?.[result] ? null : levelOf(status, data.texts[rule].severity)));
  values.set(
    "summary",
    ["breach", "care", "unknown", "ok"]
      .map((level) => `${LEVELS[level].word} ${levels.filter((one) => one === level).length}`).join(" · "),
  );
  if (data.outcomes.length === 0) return;
  const { level, pending, split } = view.decision;
  const labels = [
    ...data.order.filter((id) => data.texts[id].kind !== "ask").map((id) => [id, data.texts[id].label]),
    ...data.facts.map(({ id, question }) => [id, question]),
  ];
  values.set("outcome", `${view.words.title(view)}${split ? ` — ${SPLIT}.` : ""}`);
  values.set("level", level === "na" ? "" : LEVELS[level].word);
  values.set("pending", labels.filter(([id]) => pending.includes(id)).map(([, label]) => label).join(" · "));
}

/** What the formulas show. */
function shown(view, data) {
  const values = new Map();
  for (const found of view.verdicts) verdictValues(values, view, data, found);
  summaryValues(values, view, data);
  for (const { id, help } of data.fields.values()) {
    const wrong = view.contradictions.filter(({ field }) => field === id).at(-1);
    values.set(`told.${id}`, wrong ? `? ${data.checks[wrong.check]}` : help ?? "");
  }
  return values;
}

function typeLine(sheet, values, line, at, row) {
  const [before, after] = [line.before, line.after].map((text) => parse(text, sheetState.WON));
  sheet.text(`A${row}`, line.project.trim());
  sheet.text(`B${row}`, line.item);
  sheet.text(`C${row}`, { current: "경상", capital: "자본" }[line.nature] ?? "");
  typeNumber(sheet, `D${row}`, before);
  typeNumber(sheet, `E${row}`, after);
  if (before.blank && after.blank) return;
  const step = [before, after].every(({ blank, value }) => blank || value !== null)
    ? (after.value ?? 0n) - (before.value ?? 0n)
    : null;
  values.set(`line.${at}.step`, step === null ? "" : Number(step));
  values.set(
    `line.${at}.told`,
    step === null
      ? "? 금액을 아직 몰라요."
      : step !== 0n && !line.nature
      ? "? 경상인지 자본인지 골라 주세요."
      : "",
  );
}

function typeEntry(sheet, values, { date, what, amount, decided }, at, row, years) {
  const won = parse(amount, sheetState.WON);
  sheet.text(`A${row}`, date);
  sheet.text(`B${row}`, what);
  typeNumber(sheet, `C${row}`, won);
  sheet.text(`D${row}`, decided);
  const blank = [date, what, amount, decided].every((text) => text.trim() === "");
  values.set(
    `ledger.${at}.told`,
    blank
      ? ""
      : won.value === null
      ? "? 금액을 아직 몰라요."
      : years > 1
      ? "? 한 해의 변경만 적어 주세요."
      : "",
  );
}

/** Types the sheet. */
function typeSheet(sheet, places, state, data) {
  sheet.text(places.title, state.title);
  for (const [id, { cell, scale }] of Object.entries(places.fields)) {
    typeNumber(sheet, cell, parse(state.values[id] ?? "", data.fields.get(id)), scale);
  }
  for (const [fact, { cell, labels }] of Object.entries(places.answers)) {
    const answer = state.answers[fact]?.answer ?? "unknown";
    if (answer in labels) sheet.text(cell, labels[answer]);
  }
  for (const [rule, { cell, labels }] of Object.entries(places.readings)) {
    if (state.readings[rule] in labels) sheet.text(cell, labels[state.readings[rule]]);
  }
}

/**
 * Makes a sheet's workbook and hands it over.
 * @param {any} holder
 * @param {any} data the page's
 * @param {string} root the address of the site
 */
export function sheetWorkbook(holder, data, root) {
  const { state, view } = holder;
  const name = `tool-${data.tool}${data.everyEdition ? "" : `-${sheetState.scopeOf(state)}`}`;
  return save(holder, data.title, root, name, ({ places }) => {
    for (
      const [name, { count }, used] of data.lines
        ? [["표", places.lines, state.lines], ["변경 대장", places.ledger, state.ledger]]
        : []
    ) {
      if (used.length > count) {
        return {
          problem:
            `엑셀 파일의 ${name}에는 ${count}줄까지 들어가요. 지금은 ${used.length}줄이에요. ‘파일로 저장’을 써 주세요.`,
        };
      }
    }
    const years = new Set((state.ledger ?? []).map(({ date }) => date.slice(0, 4)).filter(Boolean)).size;
    const values = shown(view, data);
    return {
      values,
      type(sheet, number) {
        if (number === 1) typeSheet(sheet, places, state, data);
        if (number === 2 && data.lines) {
          if (state.complete) sheet.text(places.lines.complete, "예");
          state.lines.forEach((line, at) => typeLine(sheet, values, line, at, places.lines.first + at));
        }
        if (number === 3 && data.lines) {
          state.ledger.forEach((entry, at) =>
            typeEntry(sheet, values, entry, at, places.ledger.first + at, years)
          );
        }
      },
    };
  });
}

function scoreValues(found, agendas) {
  const values = new Map();
  const rank = (one) => (one.best === one.worst ? `${one.best}위` : `${one.best}~${one.worst}위`);
  const open = found.standings?.some((one) => one.best !== one.worst);
  const count = found.missing.reduce((sum, names) => sum + names.length, 0);
  values.set(
    "remark",
    found.rows.length === 0
      ? ""
      : !found.standings
      ? "가중치나 만점을 고치면 순위를 계산해요."
      : !count
      ? "모든 점수가 찼어요."
      : `확인 필요: 점수가 ${count}칸 비어 있어요. ${
        open ? "순위가 아직 정해지지 않았어요." : "순위는 빈칸이 어떤 점수여도 같아요."
      }`,
  );
  found.standings?.forEach((one, at) => {
    const row = agendas.indexOf(found.rows[at].agenda);
    values.set(`least.${row}`, Number(one.least)).set(`most.${row}`, Number(one.most)).set(
      `rank.${row}`,
      rank(one),
    )
      .set(`open.${row}`, found.missing[at].length).set(`equal.${row}`, rank(found.equal[at]));
  });
  return values;
}

/** Makes the scoring sheet's workbook and hands it over. @param {any} weightOf a weight's text */
export function scoreWorkbook(holder, data, root, weightOf) {
  return save(holder, data.title, root, "tool-priorities", ({ places }) => {
    const { state, view: found } = holder;
    if (state.agendas.length > places.count) {
      return {
        problem:
          `엑셀 파일에는 의제가 ${places.count}개까지 들어가요. 지금은 ${state.agendas.length}개예요. ‘파일로 저장’을 써 주세요.`,
      };
    }
    return {
      values: scoreValues(found, state.agendas),
      type(sheet, number) {
        if (number !== 1) return;
        sheet.text(places.title, state.title);
        typeNumber(sheet, places.top, parse(state.top, WHOLE));
        for (const [id, column] of Object.entries(places.columns)) {
          typeNumber(sheet, `${column}${places.weights}`, parse(weightOf(state, id), WHOLE));
          state.agendas.forEach(({ scores }, at) =>
            typeNumber(sheet, `${column}${places.first + at}`, parse(scores[id] ?? "", found.score))
          );
        }
        state.agendas.forEach(({ name }, at) => sheet.text(`A${places.first + at}`, name));
      },
    };
  });
}
