// Types that many scripts name: each is told once, beside what makes it; here are their short names.

declare namespace Rules {
  type Rule = import("../docs/assets/js/rules/terms.js").Rule;
  type Measure = import("../docs/assets/js/rules/terms.js").Measure;
  type Comparison = import("../docs/assets/js/rules/terms.js").Comparison;
  type Plan = import("../docs/assets/js/rules/terms.js").Plan;
  type Project = import("../docs/assets/js/rules/terms.js").Project;
  type Line = import("../docs/assets/js/rules/terms.js").Line;
  type Cell = import("../docs/assets/js/rules/cells.js").Cell;
  type Verdict = import("../docs/assets/js/rules/judge.js").Verdict;
}

declare namespace Budget {
  type Data = Page.Calculator;
  type Draft = import("../docs/assets/js/budget/draft.js").Draft;
  type View = import("../docs/assets/js/budget/store.js").View;
  type Store = import("../docs/assets/js/budget/store.js").Store;
}

declare namespace Tables {
  type Table = import("../docs/assets/js/table/find.js").Table;
  type Grid = import("../docs/assets/js/table/grid.js").Grid;
  type Cell = import("../docs/assets/js/table/grid.js").Cell;
  type Column = import("../docs/assets/js/table/columns.js").Column;
  type Reading = import("../docs/assets/js/table/money-table.js").Reading;
  type Ground = import("../docs/assets/js/table/stages.js").Ground;
  type Shown = import("../docs/assets/js/table/preview.js").Shown;
  type Work = import("../docs/assets/js/table/sum-rows.js").Work;
}

declare namespace Checks {
  type Entry = import("../docs/assets/js/checklist/entry.js").Entry;
  type Group = import("../docs/assets/js/checklist/guide.js").Group;
  type Item = import("../docs/assets/js/checklist/guide.js").Item;
}
