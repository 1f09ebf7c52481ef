// What the build hands over to scripts in our one global (macros/finish/modules.py). Records are those of types/records.d.ts.

declare namespace Data {
  /** A term of data/budget.yaml as the reader of tables takes it. */
  type Named = Pick<budget.Term, "id" | "label">;

  /** macros/api/table_reader.py */
  interface OfTables {
    headings: headings.Heading[];
    terms: Record<"parts" | "kinds" | "funds", (Named & { earlier: string[] })[]>;
    /** macros/office/excel/budget/places.py */
    places: Record<string, any>;
  }

  /** What stands in `hyeopchi.data`. The shapes of `any` are told by the Python that writes them. */
  interface Handed {
    table: OfTables;
    /** The menu and the addresses as their files read (macros/api/edit_screen.py). */
    "edit-texts": Record<"menu" | "addresses", string>;
    /** macros/api/package_data.py */
    package: any;
    /** macros/search/index.py */
    search: any;
    searchTexts: (string | 0)[];
    searchQueries: { [number: string]: string };
    /** A kind's records with their schema (macros/api/edit_screen.py). */
    [records: `records:${string}`]: any;
    /** Places of a workbook's cells (macros/office/excel/). */
    [workbook: `workbook:${string}`]: any;
    /** A template's bytes in base64 (macros/office/browser_templates.py). */
    [template: `template:${string}`]: string;
  }
}

declare var hyeopchi: { modules: Record<string, any>; data: Data.Handed };
/** docs/assets/vendor/fflate, when it is loaded. */
declare var fflate: any;
