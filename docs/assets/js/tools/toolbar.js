/**
 * What is done with the whole sheet: save and open a file, share by link, load an example, print, take back,
 * clear.
 */

import { exampleMenu, group, notices, steps } from "../bar.js";
import { h } from "../dom.js";
import { button, create as createDrawer } from "../drawer.js";
import { give, safeName } from "../files.js";
import { fromFile } from "../gate/sources.js";
import { shown } from "../gate/text.js";
import { createHolder } from "../holder.js";
import * as keeping from "../keeping.js";
import { listen, share } from "../share.js";
import { planList } from "../store/plan-list.js";
import { Shelf } from "../store/shelf.js";
import { ACCEPTED, chooser, dropped, isTable } from "../tables.js";
import * as sheetFile from "./file.js";
import { askedAnew, BROKEN, read } from "./file.js";
import * as sheetKept from "./kept.js";
import { isSheetFilled, sheetShare } from "./share.js";

/** `협치회의 구성 점검-우리 구.json`. */
function fileName(data, state) {
  return `${[data.title, safeName(state.title)].filter(Boolean).join("-")}.json`;
}

function save(holder, data) {
  const text = `${JSON.stringify(sheetFile.toJson(holder.state), null, 2)}\n`;
  give(text, "application/json", fileName(data, holder.state));
  holder.savedAsFile();
  holder.notice(`${fileName(data, holder.state)} 파일로 저장했어요.`);
}

/** What this tool saved; from any other file its tables, where the tool takes any. */
async function openFile(holder, data, file, openTable) {
  if (openTable && isTable(file)) {
    openTable(file);
    return;
  }
  const name = shown(file.name);
  const { value, problem } = await fromFile(
    file,
    (plain) => ({ state: read(plain, data), told: askedAnew(plain, data) }),
    BROKEN,
  );
  if (!value) {
    holder.notice(`${name}을 열지 않았어요. ${problem} 지금 입력한 내용은 그대로예요.`, { problem: true });
    return;
  }
  const undo = holder.arrive(value.state, "파일 불러오기");
  holder.notice(`${name}을 열었어요.${value.told ? ` ${value.told}` : ""}`, {
    undo,
    problem: value.told !== null,
  });
}

/**
 * @param {any} holder
 * @param {any} data the page's data: title, tool, examples
 * @param {{empty: () => any, fromExample: (example: any) => any}} states
 * @param {(file: File) => void} take opens a file
 * @param {{into?: HTMLElement[], openTable?: ((file: File) => void) | null}} ways buttons of this tool alone
 *   for what it takes in; and what opens a file with tables
 */
function toolbar(holder, data, states, take, { into = [], openTable = null }) {
  const example = (index) => {
    const { title, note } = data.examples[index];
    const undo = holder.arrive(states.fromExample(data.examples[index]), "예시 입력");
    holder.notice(`‘${title}’을 불러왔어요.${note ? ` ${note}` : ""}`, { undo });
  };
  const clear = () => {
    holder.replace(states.empty(), "전체 삭제");
    holder.notice("모두 지웠어요.", { undo: true });
  };
  return h(
    "div",
    { class: "hg-toolbar", role: "group", "aria-label": "표 전체" },
    group(
      "불러오기",
      ...chooser(
        "파일 열기",
        "이 도구의 파일",
        `.json,application/json${openTable ? `,${ACCEPTED}` : ""}`,
        take,
      ),
      ...into,
      exampleMenu(data.examples, example),
    ),
    group("고치기", ...steps(holder), button("모두 지우기", clear, "hg-quiet")),
  );
}

/**
 * A sheet's plans, brought back from this browser, with the holder of the one that is shown.
 * @param {any} data the page's
 * @param {() => any} empty
 * @param {(state: any) => any} work what follows from a state
 */
export function open(data, empty, work) {
  const shelf = new Shelf(planList(sheetKept.content(data, empty)));
  const holder = createHolder(structuredClone(shelf.plan.state), work);
  keeping.bind(holder, shelf, (state) => !isSheetFilled(state));
  return { holder, shelf, problem: shelf.problem, told: shelf.told[0] ?? null };
}

/**
 * What stands above the sheet, and what is done with the result (`out`: this tool's own files). `begin`
 * follows when the sheet stands: it tells what went wrong before, and takes what came in a link.
 * @param {HTMLElement} root the tool's
 * @param {any} shelf where this browser keeps the sheets
 * @param {(drawer: any) => any} ways
 * @returns {{actions: HTMLElement[], drawer: any, elements: HTMLElement[], begin: (problem: string | null) =>
 *   void}}
 */
export function desk(root, holder, data, states, shelf, ways = () => ({})) {
  const drawer = createDrawer();
  const shared = sheetShare(holder, data);
  const { kept, clashes } = keeping.screen(root, shelf, {
    districts: data.districts,
    words: sheetKept.words(data),
  });
  const own = ways(drawer);
  const take = (file) => openFile(holder, data, file, own.openTable);
  return {
    actions: [
      ...own.out,
      button("인쇄하기", () => globalThis.print()),
      button("파일로 저장", () => save(holder, data)),
      button("링크로 공유", () => share(shared, drawer)),
    ],
    drawer,
    elements: [toolbar(holder, data, states, take, own), kept, drawer.element, notices(holder), clashes],
    begin(problem) {
      if (problem) holder.notice(problem, { problem: true });
      listen(shared, drawer);
      dropped(drawer.element.parentElement, take);
    },
  };
}
