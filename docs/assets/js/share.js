/**
 * Giving what stands on a page away as a link, and taking what came in one without losing one's own.
 */

import { h, uniqueId } from "./dom.js";
import { button, copy } from "./drawer.js";
import { onFragment, takeFragment } from "./gate/sources.js";
import { address, lengthText } from "./link.js";

/**
 * @typedef {{link: any, noun: string, plain: () => any, isBlank: () => boolean, describe: (value: any) =>
 *   string, take: (value: any) => boolean | (() => void), notice: (text: string, options?: any) => void}}
 *   Shared `noun` is what it is called (계획); `plain` what a link holds; `take` shows another, and returns how
 *   that is taken back; `describe` tells what a link holds.
 */

/** Opens the place where the link stands. @param {Shared} shared @param {any} drawer */
export async function share(shared, drawer) {
  const field = h("input", {
    type: "text",
    id: uniqueId("link"),
    readonly: true,
    value: address(await shared.link.write(shared.plain())),
  });
  const said = h("p", { role: "status" });
  drawer.open(
    "링크로 공유",
    h(
      "p",
      {},
      `이 링크를 연 사람은 지금 이 ${shared.noun}을 그대로 보고 고칠 수 있어요. 그 뒤에 고친 내용은 서로 반영되지 않아요.` +
        " 내용은 링크에만 담기고 서버로 전송되지 않아요. 링크를 가진 사람은 누구나 볼 수 있어요.",
    ),
    h("div", { class: "hg-calc__field" }, h("label", { for: field.id }, "링크"), field),
    h(
      "div",
      { class: "hg-drawer__actions" },
      button("링크 복사", () => copy(field, said), "md-button--primary"),
    ),
    said,
    h("p", { class: "hg-calc__help" }, lengthText(field.value)),
  );
}

function take(shared, { value, problem }) {
  const undo = shared.take(value);
  shared.notice(problem ?? `링크에 든 ${shared.noun}을 열었어요.`, { undo, problem: problem !== null });
}

/** Asks before what a link holds is shown; what stands here stays in the list. */
function ask(shared, drawer, opened) {
  const { noun } = shared;
  const blank = shared.isBlank();
  const here = blank
    ? "여기에는 아직 입력한 내용이 없어요."
    : `여기에는 작성 중인 ${noun}이 있어요. 링크의 ${noun}은 새로 하나 더 열고, 작성 중인 ${noun}은 목록에 그대로 둬요.`;
  drawer.open(
    `링크에 든 ${noun}을 열까요?`,
    h("p", {}, `링크에는 ${shared.describe(opened.value)}. ${here}`),
    opened.problem ? h("p", { class: "hg-calc__problem" }, opened.problem) : null,
    h(
      "div",
      { class: "hg-drawer__actions" },
      button(`링크의 ${noun} 열기`, () => {
        drawer.close();
        take(shared, opened);
      }, "md-button--primary"),
      button(blank ? "열지 않기" : `작성 중인 ${noun} 그대로 두기`, drawer.close),
    ),
  );
}

/** Takes what the address carries, once, and asks before it is shown, also where nothing is typed. */
async function arrive(shared, drawer) {
  if (!globalThis.location.hash.startsWith(shared.link.start)) return;
  const opened = await shared.link.read(takeFragment());
  if (opened.value === null) {
    shared.notice(`${opened.problem} 지금 입력한 내용은 그대로예요.`, { problem: true });
  } else ask(shared, drawer, opened);
}

/** Takes what the address carries now and whenever it changes. @param {Shared} shared @param {any} drawer */
export function listen(shared, drawer) {
  const look = () => arrive(shared, drawer);
  onFragment(look);
  look();
}
