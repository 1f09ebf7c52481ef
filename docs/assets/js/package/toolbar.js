/**
 * What is done with the whole package: save it as a file, open one, take back and do again.
 */

import { group, steps } from "../bar.js";
import { h } from "../dom.js";
import { button } from "../drawer.js";
import { give, safeName } from "../files.js";
import { chooser, dropped, isTable } from "../tables.js";
import * as packageFile from "./file.js";

/**
 * Saving and opening what is chosen and typed; the browser asks before what is saved nowhere is lost.
 * @param {HTMLElement} root
 * @param {any} holder
 * @param {any} data
 * @param {(file: File) => void} tables takes a dropped file with tables
 */
export function toolbar(root, holder, data, tables) {
  let saved = holder.state;
  const isPasted = (state, key) => state[key] !== null && !(key in state.origins); // of no kept plan
  const typed = (state) =>
    Object.keys({ ...state.texts, ...state.lists, ...state.tasks }).length > 0 || isPasted(state, "plan") ||
    isPasted(state, "council");
  const isUnsaved = () => typed(holder.state) && JSON.stringify(saved) !== JSON.stringify(holder.state);
  const leave = (event) => {
    event.preventDefault();
    event.returnValue = "";
  };
  holder.on("change", () => {
    globalThis.removeEventListener("beforeunload", leave);
    if (isUnsaved()) globalThis.addEventListener("beforeunload", leave);
  });
  const save = button("파일로 저장", () => {
    const name = `${safeName(["제출서류 묶음", holder.state.district].filter(Boolean).join(" "))}.json`;
    give(`${JSON.stringify(packageFile.toJson(holder.state), null, 2)}\n`, "application/json", name);
    saved = structuredClone(holder.state);
    globalThis.removeEventListener("beforeunload", leave);
    holder.notice(`${name} 파일로 저장했어요. 이름과 연락처도 들어 있으니 조심해서 다루세요.`);
  });
  async function take(file) {
    const { value, problem } = await packageFile.open(file, data);
    if (problem !== null) holder.notice(problem, { problem: true });
    else {
      holder.replace(value, "파일 열기");
      saved = structuredClone(holder.state);
      holder.notice(`${file.name}을 열었어요.`, { undo: true });
    }
  }
  const open = chooser("파일 열기", "제출서류 묶음 파일", ".json", take);
  dropped(root, (file) => (isTable(file) ? tables(file) : take(file)));
  return h(
    "div",
    { class: "hg-toolbar" },
    group("저장과 열기", save, ...open),
    group("되돌리기", ...steps(holder)),
  );
}
