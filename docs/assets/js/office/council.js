/**
 * The council's make-up as the list of its members (form 3-2): people by kind and sex and the shares; the
 * names stay blank. The form counts a mayor with the officials, the tool with all who are elected: it is
 * asked whether one is among them.
 */

import { h, select, uniqueId } from "../dom.js";
import { button } from "../drawer.js";
import * as money from "../money.js";
import { names } from "../names.js";
import { differs } from "../rules/judge.js";
import * as sheetVerdict from "../tools/verdict.js";
import { sheetWords } from "../tools/words.js";
import * as verdictWords from "../verdict-words.js";
import { save as officeSave } from "./template.js";

const SEXES = ["women", "men", "unsure"];
export const MAYOR = {
  none: "없어요",
  women: "있어요(여성)",
  men: "있어요(남성)",
  unsure: "있어요(성별 모름)",
  unknown: "모르겠어요",
};

/** @typedef {Record<string, bigint | null>} People by sex; null is not known */

/** @returns {People} */
function people(figures, kind) {
  return Object.fromEntries(SEXES.map((sex) => {
    const value = figures[`council-${kind}-${sex}`];
    return [sex, value === undefined ? 0n : value];
  }));
}

/** Number by number; null where one is not known. @param {...People} parts @returns {People} */
function added(...parts) {
  return Object.fromEntries(SEXES.map((sex) => [sex, sum(parts.map((part) => part[sex]))]));
}

function sum(numbers) {
  return numbers.includes(null) ? null : numbers.reduce((all, number) => all + number, 0n);
}

/** The elected without a mayor, and the mayor, as far as it is known. */
function parted(elected, mayor) {
  const any = Object.fromEntries(
    SEXES.map((sex) => [sex, mayor === "unknown" && elected[sex] !== 0n ? null : BigInt(sex === mayor)]),
  );
  return [
    any,
    Object.fromEntries(
      SEXES.map((sex) => [sex, elected[sex] === null || any[sex] === null ? null : elected[sex] - any[sex]]),
    ),
  ];
}

/** The people as the form sorts them. @param {keyof MAYOR} mayor */
export function kindsOf(figures, mayor) {
  const [own, elected, others] = ["private", "elected", "public"].map((kind) => people(figures, kind));
  const [mayors, councillors] = parted(elected, mayor);
  return { private: own, councillors, officials: added(others, mayors), total: added(own, elected, others) };
}

/** Who of the elected could be the mayor; without anyone elected there is nothing to ask. */
function choices(figures) {
  const elected = people(figures, "elected");
  const could = SEXES.filter((sex) => elected[sex] !== 0n);
  return could.length === 0 ? [] : ["none", ...could, "unknown"];
}

const said = (number) => (number === null ? "" : money.format(number));

/** A share's row: what was counted, the limit and the verdict by the reading that is followed. */
function shareRow(view, data, words, found) {
  const texts = data.texts[found.rule];
  const reading = sheetVerdict.followedOf(view, found);
  const known = found.status === "ok" || found.status === "fail";
  return {
    label: texts.label,
    limit: words.limit(reading),
    part: known ? said(found.part) : "",
    whole: known ? said(found.whole) : "",
    share: known ? verdictWords.percent(reading.operator, found.status, found.part, found.whole) ?? "–" : "",
    verdict: verdictWords.wordOf(found.status, texts.severity),
    clause: texts.clauses[0] + (differs(found) ? "\n해석에 따라 판정이 달라요." : ""),
  };
}

/**
 * What fills the template. `blanks` counts the numbers of the form's summary that are left blank.
 * @param {any} view the tool's @param {any} data the page's @param {keyof MAYOR} mayor
 * @returns {{values: import("./fill.js").Values, blanks: number}}
 */
export function councilValues(view, data, mayor) {
  const { figures, state } = view;
  const kinds = kindsOf(figures, mayor);
  const entered = ["private", "elected", "public"].some((kind) =>
    SEXES.some((sex) => `council-${kind}-${sex}` in figures)
  );
  const shown = (number) => (entered ? said(number) : "");
  const fields = {
    "page.title": state.title.trim(),
    "page.remarks": `${names.guide}의 ‘${data.title}’에 적은 인원이에요. 명단은 비워 두었어요.`,
  };
  for (const [kind, found] of Object.entries(kinds)) {
    const all = shown(sum(SEXES.map((sex) => found[sex])));
    Object.assign(fields, { [`summary.${kind}`]: all, [`${kind}.all`]: all });
    for (const sex of SEXES) fields[`${kind}.${sex}`] = shown(found[sex]);
  }
  const words = sheetWords(data.measures);
  const verdicts = data.form.checks.map((rule) => view.verdicts.find((found) => found.rule === rule)).filter(
    Boolean,
  );
  return {
    values: { fields, lists: { shares: verdicts.map((found) => shareRow(view, data, words, found)) } },
    blanks: Object.keys(kinds).filter((kind) => fields[`summary.${kind}`] === "").length,
  };
}

async function save(holder, data, assets, format, mayor) {
  const { values, blanks } = councilValues(holder.view, data, mayor);
  try {
    const name = await officeSave(
      assets,
      "council-members",
      format,
      `${data.form.title} ${holder.state.title}`,
      values,
    );
    holder.notice(
      `${name} 파일로 받았어요. 명단은 비워 두었어요.${
        blanks ? ` 모르는 인원 ${blanks}칸도 비워 두었어요.` : ""
      }`,
    );
  } catch {
    holder.notice(
      "파일을 만드는 데 필요한 파일을 불러오지 못했어요. 페이지를 새로 고친 뒤 다시 눌러 주세요.",
      {
        problem: true,
      },
    );
  }
}

/**
 * Asks whether the mayor is among the elected, where there are any, and saves.
 * @param {any} holder
 * @param {any} data the page's
 * @param {string} assets the address of the site's assets
 * @param {any} drawer
 * @param {"hwpx" | "docx"} format @param {string} title what the button says
 */
export function saveCouncil(holder, data, assets, drawer, format, title) {
  const open = choices(holder.view.figures);
  if (open.length === 0) {
    save(holder, data, assets, format, "none");
    return;
  }
  const choice = select(open.map((id) => ({ id, label: MAYOR[id] })), "unknown", null, {
    id: uniqueId("mayor"),
  });
  drawer.open(
    title,
    h(
      "p",
      {},
      "서식 3-2에는 시·구의원 칸이 따로 있고 구청장 칸은 없어서 구청장은 행정에 넣어요. 모르면 그 두 칸을 비워 둬요. 명단의 이름도 비워 둬요.",
    ),
    h(
      "div",
      { class: "hg-calc__field hg-tool__answer" },
      h("label", { for: choice.id }, "선출직 가운데 구청장이 있나요?"),
      choice,
    ),
    h(
      "div",
      { class: "hg-drawer__actions" },
      button("파일 만들기", () => {
        drawer.close();
        save(holder, data, assets, format, choice.value);
      }, "md-button--primary"),
    ),
  );
}

export { choices as mayorChoices };
