/**
 * Pasting a table: the text stays where it can be mended, and before anything is added each row shows how it is read.
 */
(function (hyeopchi) {
  "use strict";

  const { h, select, setText, uniqueId } = hyeopchi.dom;
  const { button } = hyeopchi.drawer;
  const { guarded, pastedHtml, pastedText, table } = hyeopchi.gate;
  const { UNITS, guess, readRows, rowsOfHtml, rowsOfText, textOf } = hyeopchi.table;
  const MOST_ROWS = 500;

  /** One row of the preview. */
  function previewRow(row, number, columns, onpick) {
    const check = h("input", { type: "checkbox", checked: row.take, "aria-label": `${number}번째 줄 넣기`, onchange: () => {
      row.take = check.checked;
      onpick();
    } });
    return h("tr", { "data-told": row.told.length > 0 }, h("td", {}, check),
      ...columns.map(({ id, money, shown }) => h("td", { class: money ? "hg-number" : null }, id in row.values ? shown(row.values[id]) : "")),
      h("td", { class: "hg-paste__told" }, row.told.join(" ")));
  }

  /** How each column is read, and in what unit. */
  function readings(rows, reading, columns, changed) {
    const sample = (at) => rows[reading.head >= 0 ? reading.head : 0]?.[at] || `${at + 1}번째 열`;
    const unit = select(UNITS.map(([id, label]) => ({ id, label })), reading.unit, null, { id: uniqueId("unit"),
      onchange: () => changed({ ...reading, unit: unit.value }) });
    return h("fieldset", { class: "hg-paste__columns" }, h("legend", {}, "열을 이렇게 읽었어요. 다르면 바꿔 주세요."),
      ...reading.meanings.map((meaning, at) => {
        const id = uniqueId("column");
        const chosen = select(columns, meaning, "넣지 않음", { id, onchange: () => changed({ ...reading,
          meanings: reading.meanings.map((each, index) => index === at ? chosen.value : each) }) });
        return h("div", { class: "hg-calc__field" }, h("label", { for: id }, sample(at)), chosen);
      }),
      columns.some(({ money }) => money) ? h("div", { class: "hg-calc__field" }, h("label", { for: unit.id }, "숫자만 있는 금액의 단위"), unit) : null);
  }

  /**
   * Opens the place to paste into.
   * @param {any} drawer
   * @param {{columns: import("./table").Column[], example: string, help: string, goal: string, check?: (rows: import("./table").Row[]) => void,
   *   take: (rows: import("./table").Row[]) => void}} options `goal` is where the rows go (`계획에`); `check` adds what only all
   *   rows together tell; `take` gets the rows that were chosen
   */
  function paste(drawer, { columns, example, help, goal, check = () => {}, take }) {
    const field = h("textarea", { id: uniqueId("paste"), rows: "4", spellcheck: "false", placeholder: example, oninput: () => show(null) });
    const preview = h("div", { class: "hg-paste__preview" });
    const said = h("p", { role: "status" });
    const add = button(`${goal} 더하기`, () => {
      drawer.close();
      take(found.filter((row) => row.take));
    }, "md-button--primary");
    let found = [];
    let cut = 0;

    function count() {
      const taken = found.filter((row) => row.take);
      const told = found.filter((row) => row.told.length > 0).length;
      add.disabled = taken.length === 0;
      setText(said, found.length === 0 ? "" : `${found.length}줄 가운데 ${taken.length}줄을 넣어요.${told ? ` 살펴볼 줄이 ${told}개 있어요.` : ""}`
        + (cut ? ` 한 번에 ${MOST_ROWS}줄까지 읽어서 뒤의 ${cut}줄은 빠졌어요. 나누어 붙여 넣으세요.` : ""));
    }
    /** Says why nothing is read; whatever stood in the preview goes, so that nothing else is added in its place. */
    function refuse(problem) {
      found = [];
      cut = 0;
      preview.replaceChildren();
      count();
      setText(said, problem);
    }
    function show(given) {
      const { value: all, problem } = guarded(() => table(rowsOfText(pastedText(field.value))));
      if (problem !== null) {
        refuse(problem);
        return;
      }
      const rows = all.slice(0, MOST_ROWS);
      cut = all.length - rows.length;
      const reading = given ?? guess(rows, columns);
      found = readRows(rows, reading, columns);
      check(found);
      const heads = [["넣기"], ...columns.map(({ label, money }) => [money ? `${label}(원)` : label, money]), ["알림"]];
      preview.replaceChildren(...rows.length === 0 ? [] : [readings(rows, reading, columns, show),
        h("div", { class: "hg-lines__frame" }, h("table", { class: "hg-calc__table" }, h("caption", {}, "미리 보기"),
          h("thead", {}, h("tr", {}, ...heads.map(([head, money]) => h("th", { scope: "col", class: money ? "hg-number" : null }, head)))),
          h("tbody", {}, ...found.map((row, at) => previewRow(row, at + 1, columns, count)))))]);
      count();
    }
    field.addEventListener("paste", (event) => {
      const data = (kind) => event.clipboardData?.getData(kind) ?? "";
      const { value: rows, problem } = guarded(() => {
        const found = rowsOfHtml(pastedHtml(data("text/html")));
        if (found) return table(found);
        pastedText(data("text/plain"));
        return null;
      });
      if (rows === null && problem === null) return; // text without a table, which the browser puts in itself
      event.preventDefault();
      if (problem !== null) {
        refuse(`${problem} 나누어 붙여 넣으세요.`);
        return;
      }
      field.setRangeText(textOf(rows), field.selectionStart, field.selectionEnd, "end");
      show(null);
    });
    drawer.open("표 붙여넣기",
      h("p", {}, help),
      h("div", { class: "hg-calc__field" }, h("label", { for: field.id }, "표"), field),
      preview, said, h("div", { class: "hg-drawer__actions" }, add));
    show(null);
    field.focus();
  }

  hyeopchi.paste = paste;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
