/**
 * The page of the package: what it is made from, what is typed, what each file has and lacks, the ZIP.
 */

import { notices } from "../bar.js";
import { h, setText } from "../dom.js";
import { button, create as createDrawer } from "../drawer.js";
import { give } from "../files.js";
import { createHolder } from "../holder.js";
import * as packageChoose from "./choose.js";
import * as packageFields from "./fields.js";
import { fileName, FORMATS, papers, zip, zipName } from "./papers.js";
import * as packageSource from "./source.js";
import * as packageTables from "./tables.js";
import * as packageToolbar from "./toolbar.js";
import * as packageView from "./view.js";
import * as packageWatch from "./watch.js";

const NAMES = { hwpx: "한글", docx: "Word", xlsx: "엑셀", ics: "달력" };
const FAILED = "파일을 만드는 데 필요한 파일을 불러오지 못했어요. 페이지를 새로 열고 다시 눌러 주세요.";
const PAINT = 0; // ms: the browser shows how far it is before the next file

/** @returns {import("./known.js").State} */
function empty(data) {
  return {
    edition: data.editions.at(-1).id,
    district: "",
    older: false,
    plan: null,
    council: null,
    mayor: "unknown",
    checklist: null,
    dates: null,
    texts: {},
    lists: {},
    tasks: {},
    origins: {},
  };
}

function standing({ why, says, filled, open }) {
  if (why !== "" || says) return why || says;
  if (filled === null) return open ? `빈 금액 ${open}개` : "채웠어요";
  return open === 0 ? `${filled}곳을 모두 채웠어요` : `채운 곳 ${filled}, 빈 곳 ${open}`;
}

const isWhole = ({ why, open }) => why === "" && !open;

async function single(holder, copy, at) {
  try {
    const name = fileName(copy.name, at);
    give(await copy.make(), "application/octet-stream", name);
    holder.notice(`${name} 파일로 받았어요.`);
  } catch {
    holder.notice(FAILED, { problem: true });
  }
}

function rowOf(holder, paper, at) {
  const level = paper.why !== "" ? "na" : isWhole(paper) ? "ok" : "unknown";
  return h(
    "tr",
    { "data-paper": paper.id, "data-open": String(paper.open ?? "") },
    h(
      "th",
      { scope: "row" },
      paper.title,
      paper.edition ? h("small", {}, ` ${paper.edition}년판의 서식`) : null,
    ),
    h(
      "td",
      {},
      h("span", { class: "hg-level", "data-level": level }, { ok: "✓", unknown: "?", na: "–" }[level]),
      ` ${standing(paper)}`,
    ),
    h(
      "td",
      {},
      h(
        "div",
        { class: "hg-package__row" },
        ...paper.copies.map((copy) =>
          h("button", {
            type: "button",
            class: "md-button hg-quiet",
            "data-format": copy.format,
            "aria-label": `${paper.title} ${NAMES[copy.format]} 파일로 받기`,
            onclick: () => single(holder, copy, at),
          }, NAMES[copy.format])
        ),
      ),
    ),
  );
}

/** The files with what each has and lacks. */
function table(holder, data) {
  const body = h("tbody", {});
  const build = () =>
    body.replaceChildren(...papers(holder.view, data).map((paper, at) => rowOf(holder, paper, at)));
  holder.on("change", build);
  build();
  return h(
    "div",
    {
      class: "hg-table__scroll hg-package__papers",
      tabindex: "0",
      role: "region",
      "aria-label": "파일별 작성 상태",
    },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ...["파일", "작성 상태", "하나만 받기"].map((text) => h("th", { scope: "col" }, text)),
        ),
      ),
      body,
    ),
  );
}

/** Which formats, the button, and how far it is. */
function making(holder, data, watched) {
  const boxes = FORMATS.map((format) =>
    h("input", {
      type: "checkbox",
      value: format,
      checked: true,
      onchange: () => {
        make.disabled = boxes.every((box) => !box.checked);
      },
    })
  );
  const bar = h("progress", { max: "1", value: "0", hidden: true, "aria-label": "만든 파일" });
  const said = h("p", { role: "status" });
  const older = h(
    "p",
    { class: "hg-package__changed", hidden: true },
    "고른 뒤에 다른 탭에서 바뀐 내용이 있어요. 이대로 만들면 선택한 시점의 내용으로 만들어요. 위의 ‘1. 무엇으로 만들까요?’에서 확인하세요.",
  );
  const look = () => {
    older.hidden = !watched.changed().some(({ now }) => now !== null);
  };
  watched.on(look);
  holder.on("change", look);
  const make = button("ZIP으로 받기", run, "md-button--primary");
  function told(done, of, name) {
    bar.max = of;
    bar.value = done;
    setText(said, name === "" ? "파일을 묶고 있어요." : `${of}개 가운데 ${done + 1}번째: ${name}`);
    return new Promise((go) => {
      setTimeout(go, PAINT);
    });
  }
  async function run() {
    make.disabled = true;
    bar.hidden = false;
    try {
      const view = holder.view;
      const content = await zip(
        papers(view, data),
        boxes.filter(({ checked }) => checked).map(({ value }) => value),
        told,
      );
      give(content, "application/zip", zipName(view));
      setText(
        said,
        `${zipName(view)} 파일로 받았어요. 누락 항목 ${view.missing.length}건은 ‘누락 항목 목록’에 적었어요.`,
      );
    } catch (error) {
      globalThis.console?.error(error);
      setText(said, FAILED);
    }
    bar.hidden = true;
    make.disabled = false;
    // A button that cannot be pressed for a while loses the keyboard.
    if (document.activeElement === document.body) make.focus();
  }
  return h(
    "div",
    { class: "hg-package__make" },
    h(
      "fieldset",
      {},
      h("legend", {}, "문서의 형식"),
      ...boxes.map((box) =>
        h(
          "label",
          { class: "hg-package__check" },
          box,
          ` ${{ hwpx: "한글(HWPX)", docx: "Word(DOCX)" }[box.value]}`,
        )
      ),
    ),
    older,
    make,
    bar,
    said,
  );
}

/** What is missing, by kind, folded. */
function missing(holder) {
  const count = h("p", {});
  const place = h("div", {});
  function build() {
    const found = holder.view.missing;
    const kinds = [...new Set(found.map(({ kind }) => kind))];
    setText(
      count,
      `누락 항목과 확인할 항목이 ${found.length}건이에요. ZIP의 ‘누락 항목 목록’에 규칙과 조항까지 적어요.`,
    );
    place.replaceChildren(...kinds.map((kind) => {
      const those = found.filter((one) => one.kind === kind);
      const list = h("ul", {});
      return h(
        "details",
        {
          class: "hg-calc__fold",
          "data-missing": kind,
          ontoggle: () => {
            if (list.hasChildNodes()) return;
            list.append(...those.map(({ where, what, clause, how }) =>
              h(
                "li",
                {},
                h("strong", {}, what),
                ` — ${where}${clause ? ` (${clause})` : ""}`,
                how ? h("br") : null,
                how,
              )
            ));
          },
        },
        h("summary", {}, `${kind} ${those.length}가지`),
        list,
      );
    }));
  }
  holder.on("change", build);
  build();
  return h("section", { class: "hg-tool__group" }, h("h2", {}, "누락 항목"), count, place);
}

/** @param {HTMLElement} root */
export function screen(root) {
  const data = packageView.load(globalThis.hyeopchi.data.package, {
    assets: root.dataset.assets,
    root: root.dataset.root,
  });
  const holder = createHolder(empty(data), (state) => packageView.work(data, state));
  const watched = packageWatch.watch(holder, data);
  const drawer = createDrawer();
  watched.on(() => {
    const names = watched.changed().map(({ key }) => packageSource.NAMES[key] ?? "일정");
    if (names.length > 0) {
      holder.notice(
        `다른 탭에서 바뀐 자료가 있어요: ${names.join(", ")}. ‘1. 무엇으로 만들까요?’에서 확인하세요.`,
      );
    }
  });
  root.append(
    notices(holder),
    packageToolbar.toolbar(root, holder, data, (file) => packageTables.plan(holder, data, drawer, file)),
    h(
      "div",
      { class: "hg-calc__main" },
      packageChoose.choose(holder, data, watched, drawer),
      packageFields.fields(holder, data),
      h(
        "section",
        { class: "hg-tool__group" },
        h("h2", {}, "3. 파일별 작성 상태"),
        table(holder, data),
        making(holder, data, watched),
      ),
      missing(holder),
    ),
  );
}
