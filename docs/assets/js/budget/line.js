/**
 * One line of a project: what, kind (and what else its money is), an amount for each fund, and under each
 * amount what would still fit.
 */

import { h, select, setText, uniqueId } from "../dom.js";
import { format, parse, readBack } from "../money.js";
import { kindsOf } from "../rules/cells.js";
import { furtherRow, setKind } from "./further.js";
import { bindingText, roomsOf, SOURCE_KIND } from "./room.js";

/** The amounts of a line that are known, added. */
function subtotal(line) {
  return Object.values(line.typed).reduce((sum, text) => sum + (parse(text).won ?? 0n), 0n);
}

/**
 * An amount's field. What cannot be read stays as typed; the sentence about it stands under the field.
 * @param {Budget.Store} store
 */
function amountField(store, line, fund, told) {
  const hint = h("td", { class: "hg-line__room", id: uniqueId("room"), "data-label": fund.label });
  const input = h("input", {
    type: "text",
    class: "hg-line__amount",
    value: line.typed[fund.id] ?? "",
    maxlength: "60",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": fund.label,
    "aria-describedby": hint.id,
    "data-fund": fund.id,
  });
  let shownError = parse(input.value).error;

  function mark() {
    input.setAttribute("aria-invalid", String(shownError !== null));
  }
  input.addEventListener("input", () => {
    if (shownError !== null) shownError = parse(input.value).error;
    mark();
    store.change(() => {
      line.typed[fund.id] = input.value;
    }, { field: input });
  });
  input.addEventListener("change", () => {
    const money = parse(input.value);
    shownError = money.error;
    if (money.won !== null && !money.blank) input.value = format(money.won);
    mark();
    store.change(() => {
      line.typed[fund.id] = input.value;
    }, { field: input });
  });
  mark();
  return {
    input,
    hint,
    error: () => shownError,
    show(room) {
      hint.classList.toggle("hg-line__room--error", shownError !== null);
      setText(hint, shownError !== null ? `✕ ${shownError}` : told(room));
    },
  };
}

/** What the line is for: one line of text, as high as all of it asks. @param {Budget.Store} store */
function nameField(store, line) {
  const name = h("textarea", {
    rows: "1",
    class: "hg-line__name",
    value: line.name,
    maxlength: "80",
    autocomplete: "off",
    "aria-label": "내용",
    onkeydown: (event) => {
      if (event.key === "Enter" && !event.isComposing) event.preventDefault();
    },
    oninput: () => {
      if (/[\r\n]/.test(name.value)) name.value = name.value.replace(/[\r\n]+/g, " ");
      store.change(() => {
        line.name = name.value;
      });
    },
  });
  return name;
}

/**
 * @returns {{element: HTMLElement, focus: () => void, update: (view: any) => void}}
 * @param {Budget.Store} store
 */
export function createLine(store, project, line, remove) {
  const { funds, kinds, texts } = store.data;
  const freshFields = funds.map((fund) => amountField(store, line, fund, (rooms) => rooms.fresh.text));
  const movedCells = funds.map((fund) => h("td", { class: "hg-line__room", "data-label": fund.label }));
  const [freshLegend, movedLegend] = [1, 2].map(() =>
    h("th", { class: "hg-line__legend", scope: "row", colspan: "2" })
  );
  const [sum, spoken] = [h("span"), h("span", { class: "hg-line__spoken" })];
  const name = nameField(store, line);
  const kind = select(kinds, line.kind, "비목 고르기", {
    "aria-label": "비목",
    onchange: () => store.change(() => setKind(line, kinds, kind.value || null)),
  });
  const subject = h("input", {
    type: "text",
    class: "hg-line__subject",
    value: line.subject ?? "",
    maxlength: "80",
    autocomplete: "off",
    placeholder: "통계목",
    "aria-label": "통계목",
    oninput: () =>
      store.change(() => {
        line.subject = subject.value;
      }),
  });
  const further = furtherRow(store, line, funds.length + 4);
  const removeButton = h("button", { type: "button", class: "hg-calc__icon", onclick: remove }, "✕");
  const movedRow = h(
    "tr",
    { class: "hg-line__rooms hg-line__rooms--moved" },
    movedLegend,
    ...movedCells,
    h("td", { colspan: "2" }),
  );
  const element = h(
    "tbody",
    { class: "hg-line", "data-key": line.id },
    h(
      "tr",
      {},
      h("td", { "data-label": "내용" }, name),
      h("td", { "data-label": "비목" }, kind, subject),
      ...freshFields.map(({ input }, index) => h("td", { "data-label": funds[index].label }, input)),
      h("td", { class: "hg-line__sum", "data-label": "소계" }, h("span", {}, sum, spoken)),
      h("td", { class: "hg-line__remove" }, removeButton),
    ),
    further.element,
    h(
      "tr",
      { class: "hg-line__rooms" },
      freshLegend,
      ...freshFields.map(({ hint }) => hint),
      h("td", { colspan: "2" }),
    ),
    movedRow,
  );

  let shown = ""; // a large table has few lines whose texts change

  /** @param {Budget.View} view */
  function update(view) {
    const won = subtotal(line);
    const inPlan = view.plan.projects.find(({ id }) => id === project.id);
    const { rooms, said } = roomsOf(view, inPlan, line, funds);
    const now = [won, line.name, ...kindsOf(line), said, ...freshFields.map(({ error }) => error())].join(
      "\n",
    );
    if (now === shown) return;
    shown = now;
    further.update();
    setText(sum, format(won));
    setText(spoken, won >= 10000n ? readBack(won) : "");
    removeButton.setAttribute("aria-label", `${line.name || "이름 없는 줄"} 삭제`);
    const binding = bindingText(rooms.map(({ fresh }) => fresh), texts, funds);
    setText(freshLegend, `새로 더 넣을 수 있는 금액${binding ? ` (${binding})` : ""}`);
    freshFields.forEach((field, index) => field.show(rooms[index]));
    const moved = rooms.map((room) => room.moved);
    const bindingMoved = bindingText(moved, texts, funds);
    setText(movedLegend, `그 밖의 사업비에서 옮길 수 있는 금액${bindingMoved ? ` (${bindingMoved})` : ""}`);
    movedCells.forEach((cell, index) => setText(cell, moved[index]?.text ?? "–"));
    movedRow.hidden = line.kind === SOURCE_KIND || moved.every((room) => room === null);
  }

  return { element, update, focus: () => name.focus() };
}
