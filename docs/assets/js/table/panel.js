/**
 * The place for tables: a field to paste into, a file to choose or drop, the tables that were found, and the button that adds them.
 * Nothing is added before the table's own sums agree or the reader has said so.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText, uniqueId } = hyeopchi.dom;
  const { button } = hyeopchi.drawer;
  const { guarded, guardedLater, pastedHtml, pastedText } = hyeopchi.gate;
  const { gridsOfHtml, gridsOfText, preview, readFile, textOf } = hyeopchi.table;

  /**
   * @typedef {import("./grid").Grid} Grid
   * @typedef {{drawer: any, purpose: import("./purposes").Purpose}} Place
   */

  const titleOf = ({ table }, at) => {
    const title = [...table.titles].reverse().find((text) => text.trim() !== "" && !hyeopchi.table.units.isStatement(text));
    return [table.grid.name && `시트 ‘${table.grid.name}’`, title ? hyeopchi.table.text.inLine(title).slice(0, 60) : `${at + 1}번째 표`].filter(Boolean).join(" · ");
  };

  /** All tables that were found: each may be left out; those that are left out are folded. */
  function tableList(shown, changed) {
    return shown.map((one, at) => {
      const head = `${titleOf(one.view, at)} — ${one.view.lines.length}줄`;
      const body = preview(one);
      if (shown.length === 1) return body;
      const check = h("input", { type: "checkbox", checked: one.view.use, onchange: () => {
        one.view.use = check.checked;
        fold.open = check.checked;
        changed();
      } });
      const fold = h("details", { class: "hg-calc__fold", open: one.view.use }, h("summary", {}, "이 표 보기"), body);
      return h("section", { class: "hg-paste__table" }, h("label", { class: "hg-calc__option" }, check, h("span", {}, head, one.view.why ? h("small", {}, one.view.why) : null)), fold);
    });
  }

  /** Asks once more where the table's sums say something else than what comes in. */
  function confirmation(add) {
    const root = h("div", { class: "hg-paste__confirm", role: "alertdialog", "aria-label": "표의 합계와 달라요", hidden: true, tabindex: "-1" });
    root.append(h("p", {}, h("strong", {}, "표의 합계와 넣을 줄의 합이 달라요."), " 위에서 다른 곳을 살펴보세요. 그대로 더해도 ‘되돌리기’로 되돌릴 수 있어요."),
      h("div", { class: "hg-drawer__actions" }, button("그래도 더하기", add), button("더 살펴보기", () => { root.hidden = true; })));
    return { root, ask() {
      root.hidden = false;
      root.focus();
    } };
  }

  /** @param {Place} place @param {File | null} file */
  function panel({ drawer, purpose }, file) {
    const field = h("textarea", { id: uniqueId("paste"), rows: "4", spellcheck: "false", placeholder: purpose.example, oninput: () => taken(() => gridsOfText(pastedText(field.value))) });
    const list = h("div", { class: "hg-paste__tables" });
    const said = h("p", { role: "status" });
    const add = button(`${purpose.goal} 더하기`, finish, "md-button--primary");
    const confirm = confirmation(() => done());
    let shown = [];

    const used = () => shown.filter(({ view }) => view.use && view.lines.length > 0);

    function count() {
      const rows = used().reduce((all, { view }) => all + view.lines.length, 0);
      add.disabled = rows === 0;
      confirm.root.hidden = true;
      const told = purpose.check?.(used().map(({ view }) => view)) ?? [];
      setText(said, shown.length > 1 ? [`표 ${shown.length}개 가운데 ${used().length}개, 모두 ${rows}줄을 넣어요.`, ...told].join(" ") : told.join(" "));
    }
    function show(grids, only) {
      const views = purpose.views(grids);
      const best = only ? [...views].sort((one, other) => other.lines.length - one.lines.length)[0] : null;
      shown = views.map((view) => ({ view: best ? { ...view, use: view === best } : view, chosen: {}, purpose, changed: count }));
      list.replaceChildren(...tableList(shown, count));
      count();
      if (shown.length === 0) setText(said, grids.length || field.value.trim() ? purpose.nothing : "");
    }
    function fail(problem) {
      show([], false);
      setText(said, problem);
    }
    /** Reads what was pasted; what is over a limit is said and changes nothing. */
    function taken(read, only = false) {
      const { value, problem } = guarded(() => {
        const grids = read();
        show(grids, only);
        return grids;
      });
      if (problem !== null) fail(problem);
      return value;
    }
    async function opened(given) {
      setText(said, `${given.name}을 읽고 있어요.`);
      const { value, problem } = await guardedLater(() => readFile(given));
      if (problem !== null) fail(problem);
      else taken(() => value, true);
      if (problem === null && shown.length > 0) field.value = "";
    }
    function finish() {
      const open = used().find(({ view }) => view.asksUnit);
      if (open) {
        setText(said, "금액의 단위를 먼저 골라 주세요.");
        list.querySelector("[data-ask=unit]").focus();
      } else if (used().some(({ view }) => view.proofs.some(({ holds }) => holds === false))) confirm.ask();
      else done();
    }
    function done() {
      const views = used().map(({ view }) => view);
      drawer.close();
      purpose.take(views);
    }

    field.addEventListener("paste", (event) => {
      const html = event.clipboardData?.getData("text/html") ?? "";
      const grids = html === "" ? [] : taken(() => gridsOfHtml(pastedHtml(html))) ?? [];
      if (grids.length === 0) return; // the text is pasted as it is
      event.preventDefault();
      field.value = grids.map(textOf).join("\n\n");
    });
    const chooser = hyeopchi.tables.chooser("파일 고르기", "표가 든 파일", hyeopchi.tables.ACCEPTED, opened);
    drawer.open(purpose.title, h("p", {}, purpose.help),
      h("div", { class: "hg-calc__field" }, h("label", { for: field.id }, "표"), field),
      h("div", { class: "hg-drawer__actions" }, ...chooser, h("span", { class: "hg-calc__help" }, "CSV 파일을 고르거나 여기에 끌어다 놓아도 돼요.")),
      list, said, confirm.root, h("div", { class: "hg-drawer__actions" }, add));
    show([], false);
    field.focus();
    if (file) opened(file);
  }

  Object.assign(hyeopchi.table, { panel });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
