/**
 * A plan, or some steps of it, as a link and, if it is short enough, as a QR code.
 */

import { h, setText } from "../dom.js";
import { address as addressOf, lengthText } from "../link.js";
import { button, field, open } from "../store/dialog.js";
import * as trusted from "../trusted.js";
import { dict } from "./entry.js";
import * as link from "./link.js";
import { groupsNoted, namesOf } from "./scope.js";

const MOST_IN_QR = 1_200; // signs; more make squares too small for a phone to read from a screen or paper
const QUIET = 4; // squares of white around a code, as its standard asks
const SVG = "http://www.w3.org/2000/svg";

let generator = null;

/**
 * Loads the QR library when it is first needed. It is a CommonJS file; `exports` stands for its module while
 * it runs.
 */
function loadGenerator(assets) {
  generator = generator ?? new Promise((done, failed) => {
    globalThis.exports = {};
    document.head.append(trusted.script(`${assets}vendor/lean-qr/index.js`, {
      error: failed,
      load: () => {
        done(globalThis.exports.generate);
        delete globalThis.exports;
      },
    }));
  });
  return generator;
}

/** The code's dark squares as one SVG path. */
function drawQr(code) {
  const rows = [...Array(code.size).keys()];
  const path = rows.flatMap((y) =>
    rows.filter((x) => code.get(x, y)).map((x) => `M${x + QUIET} ${y + QUIET}h1v1h-1z`)
  ).join("");
  const svg = document.createElementNS(SVG, "svg");
  const side = code.size + QUIET * 2;
  const set = (element, values) =>
    Object.entries(values).forEach(([name, value]) => element.setAttribute(name, value));
  set(svg, {
    class: "hg-qr",
    viewBox: `0 0 ${side} ${side}`,
    role: "img",
    "aria-label": "이 링크의 QR 코드",
    "shape-rendering": "crispEdges",
  });
  const dark = document.createElementNS(SVG, "path");
  set(dark, { d: path });
  svg.append(dark);
  return svg;
}

/** The plan without words about people and places: states and dates only. */
function bare(plan) {
  return {
    ...plan,
    items: dict(
      Object.entries(plan.items).map((
        [id, { state, due }],
      ) => [id, { ...(state && { state }), ...(due && { due }) }])
        .filter(([, entry]) => Object.keys(entry).length > 0),
    ),
  };
}

async function copy(input, said) {
  input.select();
  try {
    await globalThis.navigator.clipboard.writeText(input.value);
    setText(said, "링크를 복사했어요.");
  } catch {
    setText(said, "링크를 선택해 두었어요. Ctrl+C로 복사해 주세요.");
  }
}

/** What is in the link, in a sentence. */
function contentText(guide, plan, about) {
  const size = Object.keys(plan.items).length;
  if (size === 0) {
    return `${about ? `‘${about}’에` : "아직"} 입력한 내용이 없어요. 표시하거나 입력한 뒤에 공유해 주세요.`;
  }
  return `‘${about ?? namesOf(groupsNoted(guide, plan))}’에서 적은 ${size}가지가 들어 있어요.`;
}

/**
 * Opens the dialog.
 * @param {any} store
 * @param {any} plan what is handed on
 * @param {string | null} about the steps, if not all
 * @param {() => void} saveFile
 */
export function share(store, plan, about, saveFile) {
  const input = h("input", { type: "text", readonly: true });
  const words = h("input", { type: "checkbox", checked: true, onchange: () => draw() });
  const length = h("p", {});
  const said = h("p", { role: "status" });
  const picture = h("div", { class: "hg-share__qr" });

  async function draw() {
    const address = addressOf(await link.write(words.checked ? plan : bare(plan)));
    input.value = address;
    setText(length, lengthText(address));
    if (address.length > MOST_IN_QR) {
      picture.replaceChildren(
        h("p", {}, "QR 코드로 만들기에는 링크가 너무 길어요. 글을 빼거나, 파일로 저장해서 보내 주세요."),
        button("파일로 저장", saveFile),
      );
      return;
    }
    const generate = await loadGenerator(store.guide.assets);
    picture.replaceChildren(drawQr(generate(address)));
  }
  open(about ? `링크·QR로 공유: ${about}` : "링크·QR로 공유", () => [
    h("p", {}, h("strong", {}, contentText(store.guide, plan, about))),
    h(
      "p",
      {},
      "링크를 연 사람은 표시한 것을 보고 자기 계획에 합칠 수 있어요. 다른 단계에 표시한 것은 그대로예요. 내용은 링크에만 담기고 서버로 전송되지 않아요. 링크를 가진 사람은 누구나 볼 수 있어요.",
    ),
    h("label", { class: "hg-share__choice" }, words, " 담당, 메모, 증빙도 넣기"),
    field("링크", input),
    h("div", { class: "hg-dialog__actions" }, button("링크 복사", () => copy(input, said), "main")),
    said,
    length,
    picture,
  ]);
  draw();
}
