// What a test asks of the reader: a file's bytes, for one purpose; plain values come back.
const { modules } = globalThis.hyeopchi;

globalThis.readTables = async (given) => {
  const found = [];
  for (const [name, ...rest] of given) {
    found.push(
      await globalThis.readTable(name, ...rest).catch((error) => {
        throw new Error(`${name}: ${error.message ?? error}`);
      }),
    );
  }
  return found;
};

globalThis.readTable = async (name, base64, purpose) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const { decoded } = modules["gate/decode"];
  const { atOnce: whole } = modules["gate/turns"];
  const { eachOf } = modules["table/pieces"];
  const { openFile, tablesIn } = modules["table/file"];
  const pasted = () => whole(modules["table/html"].gridsOfHtml(decoded(bytes.buffer)));
  const grids = name.endsWith(".html")
    ? pasted()
    : whole(tablesIn(await openFile(new File([bytes], name), ""))).grids;
  const plain = (value) =>
    JSON.parse(JSON.stringify(value, (_key, one) => (typeof one === "bigint" ? String(one) : one)));
  if (purpose === "roster") return globalThis.readRoster(grids);
  if (purpose === "scores") {
    const tables = whole(eachOf(grids, (grid) =>
      modules["table/read"].tablesOf(grid, function* any() {
        return true;
      }))).flat();
    const found = tables.map((one) => whole(modules["table/scores"].readScores(one, [])));
    return {
      names: found.flatMap(({ lines }) => lines.map((line) => line.name)),
      sums: {},
      left: found.flatMap(({ leftOut }) => leftOut.map((one) => one.name)),
      asks: false,
      wrong: [],
      doubts: [],
    };
  }
  const tables = whole(modules["table/read"].readMoneyTables(grids, purpose)).filter(({ use }) => use);
  const sums = {};
  for (const { lines } of tables) {
    for (const { role, typed } of lines.flatMap(({ amounts }) => amounts)) {
      sums[role] = (sums[role] ?? 0n) + (typed.won ?? 0n);
    }
  }
  return plain({
    sums,
    names: tables.flatMap(({ lines }) => lines.map((line) => line.project || line.item || line.kindText)),
    left: tables.flatMap(({ reading }) => reading.leftOut.map((one) => one.name)),
    asks: tables.some(({ reading }) => reading.asksUnit),
    asksFund: tables.flatMap(({ lines }) =>
      lines
    ).filter(({ amounts }) => amounts.some(({ open }) => open)).length,
    wrong: tables.flatMap(({ proofs }) => proofs.filter(({ holds }) => holds === false)),
    told: tables.flatMap(({ lines }) => lines.flatMap((line) => line.told)),
    doubts: tables.flatMap(({ doubts }) => doubts),
  });
};

// The sums of many pasted texts, each with its purpose.
globalThis.readTexts = (given) => {
  const sumsOf = (text, purpose) => {
    const sums = {};
    const { atOnce: whole } = modules["gate/turns"];
    const used = whole(
      modules["table/read"].readMoneyTables(whole(modules["table/delimited"].gridsOfText(text)), purpose),
    ).filter(({ use }) => use);
    for (const { role, typed } of used.flatMap(({ lines }) => lines.flatMap(({ amounts }) => amounts))) {
      sums[role] = (sums[role] ?? 0n) + (typed.won ?? 0n);
    }
    return Object.fromEntries(Object.entries(sums).map(([role, sum]) => [role, String(sum)]));
  };
  return given.map(([text, purpose]) => sumsOf(text, purpose));
};

globalThis.readRoster = (grids) => {
  const views = modules["gate/turns"].atOnce(modules["table/for-people"].forPeople({}).views(grids)).filter((
    { use },
  ) => use);
  const number = (sides, sexes) =>
    views.reduce(
      (all, { counts }) =>
        all + sides.reduce((some, side) => some + sexes.reduce((sum, sex) => sum + counts[side][sex], 0), 0),
      0,
    );
  const { SEXES, none } = modules["table/people"];
  const SIDES = Object.keys(none());
  const kept = JSON.stringify(
    views.map(({ rows }) =>
      rows.map(({ row, role, side, sex, seat, told }) => ({ row, role, side, sex, seat, told }))
    ),
  );
  const texts = views.flatMap(({ table: { body, grid } }) =>
    body.flatMap((row) => grid.cells[row].map(({ text }) => text.trim()))
  );
  return {
    sums: {
      members: number(SIDES, SEXES),
      women: number(SIDES, ["women"]),
      men: number(SIDES, ["men"]),
      private: number(["private"], SEXES),
      administration: number(["public"], SEXES),
      council: number(["elected"], SEXES),
      unknown: number(SIDES, ["unsure"]),
    },
    doubts: views.flatMap(({ rows }) => rows.flatMap(({ told }) => told)),
    kept: texts.filter((text) => /^[가-힣]{3}$/.test(text) && kept.includes(`"${text}"`)),
  };
};
