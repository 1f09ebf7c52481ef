/**
 * A pasted table of a plan: what its columns mean, and how its rows become projects.
 */
(function (hyeopchi) {
  "use strict";

  const { money, named, words } = hyeopchi.table;
  const FUND_HEADS = { city: /시비|시보조금/, own: /구비|구사업비/, outside: /그밖|기타|국비|민간|자부담/ };
  const NO_OTHER = /^$/; // a fund that goes by its label alone

  /** In the workbook's order. @returns {import("../table").Column[]} */
  function columns(data) {
    return [words("project", "사업명", /^(단위)?사업(명)?$|^의제(명)?$|의제\(사업\)|세부사업/), named("part", "부문", /부문|구분$|영역/, data.parts),
      words("name", "내용", /내용|내역|산출|항목|세목/), named("kind", "비목", /비목|편성목|통계목|과목/, data.kinds),
      ...data.funds.map(({ id, label }) => money(id, label, FUND_HEADS[id] ?? NO_OTHER)),
      named("also", "함께 계산할 비목", /인건비포함/, data.kinds)];
  }

  /** What only the rows above tell of a row. */
  function check(rows) {
    let begun = false;
    for (const row of rows.filter(({ take }) => take)) {
      if (!begun && row.values.project === undefined) row.told.push("사업명이 없어 ‘이름 없는 사업’으로 넣어요.");
      begun = true;
    }
  }

  /** Adds rows to a draft as new projects: one begins where another name stands. */
  function addTo(draft, rows, funds) {
    let current = null;
    for (const { values: { project = "", part = null, name = "", kind = null, also = null, ...amounts } } of rows) {
      if (current === null || (project !== "" && project !== current.name)) {
        current = { id: hyeopchi.draft.freeId(draft, "p"), name: project, part, lines: [] };
        draft.projects.push(current);
      }
      current.part = current.part ?? part;
      const typed = Object.fromEntries(funds.filter(({ id }) => id in amounts).map(({ id }) => [id, amounts[id]]));
      if (name === "" && kind === null && Object.keys(typed).length === 0) continue;
      current.lines.push({ ...hyeopchi.draft.newLine(draft), name, kind, also: also === null ? [] : [also], typed });
    }
  }

  /** Opens the place to paste a table into. */
  function paste(store, drawer) {
    const { data } = store;
    hyeopchi.paste(drawer, {
      columns: columns(data), check, goal: "계획에", example: "사업명\t부문\t내용\t비목\t시비(천원)\t구비(천원)",
      help: "엑셀이나 한글에서 표를 복사해 아래 칸에 붙여 넣으세요(Ctrl+V). 제목 줄이 있으면 열의 뜻과 단위를 알아보고, 없으면"
        + " 사업명·부문·내용·비목·시비·구비·그 밖의 차례로 읽어요. 사업명이 비면 위와 같은 사업이에요.",
      take(rows) {
        store.changeWhole("표를 붙여 넣은 것", (draft) => addTo(draft, rows, data.funds));
        store.notice(`${rows.length}줄을 계획에 더했어요.`, { undo: true });
      },
    });
  }

  hyeopchi.budgetPaste = paste;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
