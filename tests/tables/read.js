// What a test asks of the reader: a file's bytes, for one purpose; plain values come back.
globalThis.readTable = async (name, bytes, purpose) => {
  const { gate, table } = globalThis.hyeopchi;
  const { eachOf, whole } = table.pieces;
  const pasted = () => whole(table.gridsOfHtml(gate.decoded(Uint8Array.from(bytes).buffer)));
  const grids = name.endsWith(".html") ? pasted() : whole(table.tablesIn(await table.openFile(new File([Uint8Array.from(bytes)], name), ""))).grids;
  const plain = (value) => JSON.parse(JSON.stringify(value, (key, one) => (typeof one === "bigint" ? String(one) : one)));
  if (purpose === "roster") return globalThis.readRoster(grids);
  if (purpose === "scores") {
    const tables = whole(eachOf(grids, (grid) => table.tablesOf(grid, function* any() { return true; }))).flat();
    const found = tables.map((one) => whole(table.readScores(one, [])));
    return { names: found.flatMap(({ lines }) => lines.map((line) => line.name)), sums: {}, left: found.flatMap(({ leftOut }) => leftOut.map((one) => one.name)), asks: false, wrong: [] };
  }
  const tables = whole(table.readMoneyTables(grids, purpose)).filter(({ use }) => use);
  const sums = {};
  for (const { lines } of tables) {
    for (const { role, typed } of lines.flatMap(({ amounts }) => amounts)) sums[role] = (sums[role] ?? 0n) + (typed.won ?? 0n);
  }
  return plain({ sums, names: tables.flatMap(({ lines }) => lines.map((line) => line.project || line.item || line.kindText)),
    left: tables.flatMap(({ reading }) => reading.leftOut.map((one) => one.name)), asks: tables.some(({ reading }) => reading.asksUnit),
    wrong: tables.flatMap(({ proofs }) => proofs.filter(({ holds }) => holds === false)),
    told: tables.flatMap(({ lines }) => lines.flatMap((line) => line.told)) });
};

globalThis.readRoster = (grids) => {
  const { table } = globalThis.hyeopchi;
  const [first] = table.pieces.whole(table.purposes.forPeople({}).views(grids)).filter(({ use }) => use);
  const counts = first.counts;
  const of = (side) => Object.values(counts[side]).reduce((all, one) => all + one, 0);
  const sexes = (sex) => Object.values(counts).reduce((all, one) => all + one[sex], 0);
  const kept = JSON.stringify(first.rows.map(({ row, role, side, sex, seat, told }) => ({ row, role, side, sex, seat, told })));
  return { sums: { members: sexes("women") + sexes("men") + sexes("unsure"), women: sexes("women"), men: sexes("men"), private: of("private"), administration: of("public") },
    kept: first.table.body.map((row) => first.table.grid.cells[row].map(({ text }) => text.trim())).flat().filter((text) => /^[가-힣]{3}$/.test(text) && kept.includes(`"${text}"`)) };
};
