/**
 * Which task each project belongs to.
 */

import { h, uniqueId } from "../dom.js";
import { button, create as createDrawer } from "../drawer.js";
import { ACCEPTED, chooser } from "../tables.js";
import * as packageTables from "./tables.js";

/** Which task each project belongs to; without one its part stands for it. */
export function taskFields(holder, data) {
  const projects = holder.view.plan?.plan.projects ?? [];
  const drawer = createDrawer();
  const open = (file = null) => packageTables.agendas(holder, data, drawer, file);
  const way = h(
    "div",
    { class: "hg-package__long" },
    h(
      "p",
      { class: "hg-calc__help" },
      "추진과제와 의제의 표가 있으면 붙여 넣거나 파일로 열어 한 번에 입력해요.",
    ),
    h(
      "div",
      { class: "hg-package__row" },
      button("의제 표 붙여넣기", () => open()),
      ...chooser("의제 파일 열기", "의제 표 파일", ACCEPTED, open),
    ),
    drawer.element,
  );
  return [
    way,
    ...projects.map(({ id, name }) => {
      const input = h("input", {
        id: uniqueId("task"),
        type: "text",
        maxlength: "120",
        autocomplete: "off",
        value: holder.state.tasks[id] ?? "",
        "data-task": id,
        onchange: () =>
          holder.changeWhole("추진과제", (next) => {
            if (input.value.trim() === "") delete next.tasks[id];
            else next.tasks[id] = input.value.trim();
          }),
      });
      return h(
        "div",
        { class: "hg-calc__field" },
        h("label", { for: input.id }, name || "이름 없는 사업"),
        input,
      );
    }),
  ];
}
