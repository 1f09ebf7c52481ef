/**
 * The table before and after a change: what it holds is worked into the amounts above.
 */
(function (hyeopchi) {
  "use strict";

  const { h, select, setText, uniqueId } = hyeopchi.dom;
  const { numberInput } = hyeopchi.sheetField;
  const { WON } = hyeopchi.sheetState;
  const { MOST_ROWS } = hyeopchi.sheetFile;
  const NATURES = [{ id: "current", label: "경상보조" }, { id: "capital", label: "자본보조" }];

  function newLine(project = "") {
    return { project, item: "", nature: null, before: "", after: "" };
  }

  function textCell(holder, line, index, key, label) {
    return h("td", { "data-label": label }, h("input", { type: "text", value: line[key], maxlength: "80", autocomplete: "off",
      "aria-label": `${index + 1}번째 줄 ${label}`, oninput: (event) => holder.change(() => { line[key] = event.target.value; }) }));
  }

  function moneyCell(holder, line, index, key, label) {
    const { input, hint } = numberInput({ id: `hg-line-${index}-${key}`, field: WON, text: line[key],
      label: `${index + 1}번째 줄 ${label}`, oninput: (text, field) => holder.change(() => { line[key] = text; }, { field }) });
    return h("td", { "data-label": `${label}(원)` }, input, hint);
  }

  function row(holder, line, index, remove) {
    const nature = select(NATURES, line.nature, "고르기", { "aria-label": `${index + 1}번째 줄 경상·자본`,
      onchange: () => holder.change(() => { line.nature = nature.value || null; }) });
    return h("tr", {}, textCell(holder, line, index, "project", "세부사업"), textCell(holder, line, index, "item", "내용"),
      h("td", { "data-label": "경상·자본" }, nature), moneyCell(holder, line, index, "before", "변경 전"),
      moneyCell(holder, line, index, "after", "변경 후"),
      h("td", {}, h("button", { type: "button", class: "hg-calc__icon", "aria-label": `${index + 1}번째 줄 삭제`, onclick: () => remove(index) }, "✕")));
  }

  /** @returns {HTMLElement} */
  function lines(holder) {
    const id = uniqueId("lines");
    const body = h("tbody");
    const table = h("table", { class: "hg-tool__table hg-tool__lines" },
      h("thead", {}, h("tr", {}, ...["세부사업", "내용", "경상·자본", "변경 전(원)", "변경 후(원)"].map((name) => h("th", { scope: "col" }, name)),
        h("th", {}, h("span", { class: "hg-hidden" }, "삭제")))), body);
    const told = h("p", { class: "hg-calc__help" });
    const add = h("button", { type: "button", class: "md-button", onclick: () => {
      const at = holder.state.lines.length;
      if (at >= MOST_ROWS) {
        holder.notice(`이 표에는 ${MOST_ROWS}줄까지 들어가요.`, { problem: true });
        return;
      }
      holder.change((state) => { state.lines.push(newLine(state.lines.at(-1)?.project)); });
      build();
      body.rows[at].querySelector(at ? "input:nth-child(1)" : "input").focus();
    } }, "줄 넣기");
    const root = h("section", { class: "hg-tool__group", "aria-labelledby": id }, h("h2", { id }, "변경 전후 표로 셈하기"),
      told, table, h("p", {}, add));

    function remove(index) {
      holder.changeWhole("줄을 지운 것", (state) => { state.lines.splice(index, 1); });
      holder.notice(`${index + 1}번째 줄을 지웠어요.`, { undo: true });
      (body.rows[Math.min(index, body.rows.length - 1)]?.querySelector("input") ?? add).focus();
    }
    function build() {
      body.replaceChildren(...holder.state.lines.map((line, index) => row(holder, line, index, remove)));
      table.hidden = holder.state.lines.length === 0;
    }
    function update(view) {
      setText(told, Object.keys(view.fromLines).length
        ? "표에서 센 금액을 위의 칸에 넣었어요. 직접 적으려면 표의 줄을 지우세요."
        : "바꾸는 줄마다 변경 전과 후의 금액을 적으면, 바꾸는 금액과 경상·자본 사이의 금액, 사업 사이의 금액을 대신 셈해요.");
    }
    holder.on("replace", build);
    holder.on("change", update);
    build();
    update(holder.view);
    return root;
  }

  hyeopchi.sheetLines = { NATURES, lines, newLine };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
