/**
 * Pasting a table: the text stays where it can be mended, and before anything is added each row shows how it is read.
 */
(function (hyeopchi) {
  "use strict";

  const { h, select, setText, uniqueId } = hyeopchi.dom;
  const { button } = hyeopchi.drawer;
  const { UNITS, addTo, guess, readRows, rowsOfHtml, rowsOfText, textOf } = hyeopchi.budgetTable;
  const MOST_ROWS = 500;
  const EXAMPLE = "사업명\t부문\t내용\t비목\t시비(천원)\t구비(천원)";

  /** What a column may mean. */
  function meanings(data) {
    return [{ id: "project", label: "사업명" }, { id: "part", label: "부문" }, { id: "name", label: "내용" },
      { id: "kind", label: "비목" }, ...data.funds.map(({ id, label }) => ({ id: `fund:${id}`, label }))];
  }

  /** One row of the preview. */
  function previewRow(row, number, data, onpick) {
    const term = (terms, id) => terms.find((each) => each.id === id)?.label ?? "";
    const check = h("input", { type: "checkbox", checked: row.take, "aria-label": `${number}번째 줄 넣기`, onchange: () => {
      row.take = check.checked;
      onpick();
    } });
    return h("tr", { "data-told": row.told.length > 0 }, h("td", {}, check),
      h("td", {}, row.project), h("td", {}, term(data.parts, row.part)), h("td", {}, row.name), h("td", {}, term(data.kinds, row.kind)),
      ...data.funds.map(({ id }) => h("td", { class: "hg-number" }, row.typed[id] ?? "")),
      h("td", { class: "hg-paste__told" }, row.told.join(" ")));
  }

  /** How each column is read, and in what unit. */
  function columns(rows, reading, data, changed) {
    const sample = (at) => rows[reading.head >= 0 ? reading.head : 0]?.[at] || `${at + 1}번째 열`;
    const unit = select(UNITS.map(([id, label]) => ({ id, label })), reading.unit, null, { id: uniqueId("unit"),
      onchange: () => changed({ ...reading, unit: unit.value }) });
    return h("fieldset", { class: "hg-paste__columns" }, h("legend", {}, "열을 이렇게 읽었어요. 다르면 바꿔 주세요."),
      ...reading.meanings.map((meaning, at) => {
        const id = uniqueId("column");
        const chosen = select(meanings(data), meaning, "넣지 않음", { id, onchange: () => changed({ ...reading,
          meanings: reading.meanings.map((each, index) => index === at ? chosen.value : each) }) });
        return h("div", { class: "hg-calc__field" }, h("label", { for: id }, sample(at)), chosen);
      }),
      h("div", { class: "hg-calc__field" }, h("label", { for: unit.id }, "숫자만 있는 금액의 단위"), unit));
  }

  /** Opens the place to paste into. */
  function paste(store, drawer) {
    const { data } = store;
    const field = h("textarea", { id: uniqueId("paste"), rows: "4", spellcheck: "false", placeholder: EXAMPLE, oninput: () => show(null) });
    const preview = h("div", { class: "hg-paste__preview" });
    const said = h("p", { role: "status" });
    const add = button("계획에 더하기", () => take(), "md-button--primary");
    let found = [];

    function count() {
      const taken = found.filter((row) => row.take);
      const told = found.filter((row) => row.told.length > 0).length;
      add.disabled = taken.length === 0;
      setText(said, found.length === 0 ? "" : `${found.length}줄 가운데 ${taken.length}줄을 넣어요.${told ? ` 살펴볼 줄이 ${told}개 있어요.` : ""}`);
    }
    function show(given) {
      const rows = rowsOfText(field.value).slice(0, MOST_ROWS);
      const reading = given ?? guess(rows);
      found = readRows(rows, reading, data);
      const heads = ["넣기", "사업명", "부문", "내용", "비목", ...data.funds.map(({ label }) => `${label}(원)`), "알림"];
      preview.replaceChildren(...rows.length === 0 ? [] : [columns(rows, reading, data, show),
        h("div", { class: "hg-lines__frame" }, h("table", { class: "hg-calc__table" }, h("caption", {}, "미리 보기"),
          h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col", class: head.endsWith("(원)") ? "hg-number" : null }, head)))),
          h("tbody", {}, ...found.map((row, at) => previewRow(row, at + 1, data, count)))))]);
      count();
    }
    function take() {
      const next = structuredClone(store.draft);
      addTo(next, found);
      const taken = found.filter((row) => row.take).length;
      drawer.close();
      store.replace(next, "표를 붙여 넣은 것");
      store.notice(`${taken}줄을 계획에 더했어요.`, { undo: true });
    }
    field.addEventListener("paste", (event) => {
      const rows = rowsOfHtml(event.clipboardData?.getData("text/html") ?? "");
      if (rows === null) return;
      event.preventDefault();
      field.setRangeText(textOf(rows), field.selectionStart, field.selectionEnd, "end");
      show(null);
    });
    drawer.open("표 붙여넣기",
      h("p", {}, "엑셀이나 한글에서 표를 복사해 아래 칸에 붙여 넣으세요(Ctrl+V). 제목 줄이 있으면 열의 뜻과 단위를 알아보고, 없으면"
        + " 사업명·부문·내용·비목·시비·구비·그 밖의 차례로 읽어요. 사업명이 비면 위와 같은 사업이에요."),
      h("div", { class: "hg-calc__field" }, h("label", { for: field.id }, "표"), field),
      preview, said, h("div", { class: "hg-drawer__actions" }, add));
    show(null);
    field.focus();
  }

  hyeopchi.budgetPaste = paste;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
