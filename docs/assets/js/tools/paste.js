/**
 * Tables pasted into a sheet: the lines of a change, the scores of agendas.
 */
(function (hyeopchi) {
  "use strict";

  const { money, named, numbers, words } = hyeopchi.table;
  const { MOST_ROWS } = hyeopchi.sheetFile;
  const HOW = "엑셀이나 한글에서 표를 복사해 아래 칸에 붙여 넣으세요(Ctrl+V). 제목 줄이 있으면 열의 뜻을 알아보고, 없으면";

  /** Rows beyond what a sheet holds are not taken. */
  function upTo(most) {
    return (rows) => rows.filter(({ take }) => take).slice(Math.max(0, most)).forEach((row) => {
      Object.assign(row, { take: false, told: [`이 표에는 ${MOST_ROWS}줄까지 들어가요.`] });
    });
  }

  /** Lines before and after a change. */
  function lines(holder, drawer) {
    const columns = [words("project", "세부사업", /사업/), words("item", "내용", /내역|산출|항목/),
      named("nature", "경상·자본", /경상|자본|구분/, hyeopchi.sheetLines.NATURES), money("before", "변경 전", /변경전|당초|기정/), money("after", "변경 후", /변경후|변경액|조정/)];
    hyeopchi.paste(drawer, { columns, goal: "표에", check: upTo(MOST_ROWS - holder.state.lines.length),
      example: "세부사업\t내용\t구분\t변경 전(천원)\t변경 후(천원)",
      help: `${HOW} 세부사업·내용·경상이나 자본·변경 전·변경 후의 차례로 읽어요.`,
      take(rows) {
        holder.changeWhole("표를 붙여 넣은 것", (state) => {
          state.lines.push(...rows.map(({ values }) => ({ ...hyeopchi.sheetLines.newLine(), ...values })));
        });
        holder.notice(`${rows.length}줄을 표에 더했어요.`, { undo: true });
      } });
  }

  /** Agendas with their scores, in place of the empty rows. */
  function agendas(holder, data, drawer, isBlank) {
    const columns = [words("name", "의제", /의제|사업|안건/), ...data.criteria.map(({ id, name }) => numbers(id, name, holder.view.score))];
    const kept = holder.state.agendas.filter((agenda) => !isBlank(agenda));
    hyeopchi.paste(drawer, { columns, goal: "표에", check: upTo(MOST_ROWS - kept.length), example: columns.map(({ label }) => label).join("\t"),
      help: `${HOW} 의제와 항목의 차례로 읽어요.`,
      take(rows) {
        holder.changeWhole("표를 붙여 넣은 것", (state) => {
          state.agendas = [...kept, ...rows.map(({ values: { name = "", ...scores } }) => ({ name, scores }))];
        });
        holder.notice(`의제 ${rows.length}개를 표에 더했어요.`, { undo: true });
      } });
  }

  hyeopchi.sheetPaste = { agendas, lines };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
