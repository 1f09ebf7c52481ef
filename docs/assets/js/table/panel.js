/**
 * The place for tables: a field to paste into, a file to choose or drop, the tables that were found, and the button that adds them.
 * Nothing is added before the table's own sums agree or the reader has said so.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText, uniqueId } = hyeopchi.dom;
  const { button } = hyeopchi.drawer;
  const { guarded, guardedLater, pastedHtml, pastedText, shown: named } = hyeopchi.gate;
  const { gridsOfHtml, gridsOfText, openFile, tableChoice, tablesIn, textOf } = hyeopchi.table;
  const KINDS = "엑셀(.xlsx), 한글(.hwpx), Word(.docx), CSV 파일을 고르거나 여기에 끌어다 놓아도 돼요.";

  /** @typedef {{drawer: any, assets: string, purpose: import("./purposes").Purpose}} Place `assets`: the address of the site's assets */

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
  function panel({ drawer, assets, purpose }, file) {
    const field = h("textarea", { id: uniqueId("paste"), rows: "4", spellcheck: "false", placeholder: purpose.example, oninput: () => taken(() => gridsOfText(pastedText(field.value))) });
    const about = h("p", { class: "hg-calc__help", hidden: true });
    const said = h("p", { role: "status" });
    const add = button(`${purpose.goal} 더하기`, finish, "md-button--primary");
    const confirm = confirmation(() => done());
    const choice = tableChoice(purpose, count);

    const used = () => choice.shown().filter(({ view }) => view.use && view.lines.length > 0);

    function count() {
      const rows = used().reduce((all, { view }) => all + view.lines.length, 0);
      const tables = choice.shown().length;
      add.disabled = rows === 0;
      confirm.root.hidden = true;
      const told = purpose.check?.(used().map(({ view }) => view)) ?? [];
      setText(said, tables > 1 ? [`표 ${tables}개 가운데 ${used().length}개, 모두 ${rows}줄을 넣어요.`, ...told].join(" ") : told.join(" "));
    }
    function show(grids, sheets) {
      choice.show(grids, sheets);
      if (choice.shown().length === 0) setText(said, grids.length || field.value.trim() ? purpose.nothing : "");
    }
    function tell(text) {
      about.textContent = text;
      about.hidden = text === "";
    }
    function fail(problem) {
      show([]);
      setText(said, problem);
    }
    /** Reads what was pasted; what is over a limit is said and changes nothing. */
    function taken(read, sheets = []) {
      tell("");
      const { value, problem } = guarded(() => {
        const grids = read();
        show(grids, sheets);
        return grids;
      });
      if (problem !== null) fail(problem);
      return value;
    }
    async function opened(given) {
      const name = named(given.name);
      setText(said, `${name}을 읽고 있어요.`);
      const { value, problem } = await guardedLater(async () => {
        const read = await openFile(given, assets);
        const whole = read.book ? purpose.whole?.(read.book, name) ?? null : null;
        return whole ? { whole } : { ...tablesIn(read), sheets: read.book?.sheets ?? [] };
      });
      if (problem !== null) {
        tell("");
        fail(problem);
      } else if (value.whole) {
        drawer.close();
        value.whole();
      } else {
        field.value = "";
        taken(() => value.grids, value.sheets);
        tell([`${name}을 읽었어요.`, ...value.told].join(" "));
        if (value.grids.length === 0) setText(said, `${name}에 표가 없어요. ${purpose.nothing}`);
      }
    }
    function finish() {
      const open = used().find(({ view }) => view.asksUnit);
      if (open) {
        setText(said, "금액의 단위를 먼저 골라 주세요.");
        choice.root.querySelector("[data-ask=unit]").focus();
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
      h("div", { class: "hg-drawer__actions" }, ...chooser, h("span", { class: "hg-calc__help" }, KINDS)),
      about, choice.root, said, confirm.root, h("div", { class: "hg-drawer__actions" }, add));
    show([]);
    field.focus();
    if (file) opened(file);
  }

  Object.assign(hyeopchi.table, { panel });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
