// What Python puts into a page for its tool. Each is held against what it really puts there (tests/test_scripts.py).

declare namespace Page {
  /** macros/tools/budget.py */
  interface Calculator {
    version: string;
    districts: string[];
    editions: Edition[];
    parts: { id: string; label: string; help: string }[];
    kinds: { id: string; label: string; help: string; also: { id: string; label: string; help: string }[] }[];
    funds: { id: string; label: string; help: string }[];
    choices: { id: string; label: string; help: string; options: { id: string; label: string }[] }[];
    readings: Record<string, { label: string; help: string }>;
    /** Their names. */
    measures: Record<string, string>;
    ownMeasures: Record<string, string>;
    /** By edition, as rules/terms.js loads them. */
    rules: Record<string, Record<string, any>[]>;
    texts: Record<string, RuleTexts>;
    examples: { title: string; plan: any }[];
  }

  interface Edition {
    id: string;
    title: string;
    summary: string;
    bases: { mark: string; text: string; formal: string; rules: string[] }[];
  }

  /** A rule's words. */
  interface RuleTexts {
    label: string;
    sentence: string;
    severity: string;
    kind: string;
    topic: string;
    clause: string;
    href: string;
    exceptions: string[];
    notes: any[];
    replaces: string[];
    conflicts: string[];
    wording?: string;
    question?: string;
    reading_note?: string;
    readings?: any;
  }
}
