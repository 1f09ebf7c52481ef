/**
 * Drafts on their shelf, one for each file that differs from what is published (an empty one: the file goes);
 * the one that is shown is that of the open file. What two tabs changed of one file is joined line by line,
 * when what comes out is YAML; else the reader chooses.
 */

import { demand, guarded, LIMITS } from "../gate/limits.js";
import { shown } from "../gate/text.js";
import { record, text } from "../gate/values.js";
import { Shelf } from "../store/shelf.js";
import { changedLines } from "./changed.js";
import * as yamlTree from "./document.js";
import { mergeLines } from "./lines.js";

const KEY = "hyeopchi-edit";
const WHERE = "고치던 내용";
const FILE = /^data\/[a-z0-9-]+(?:\/[a-z0-9-]+)?\.yaml$/; // what is handed over is put where its name says
const JOINED = "다른 탭에서 고친 내용을 불러왔어요.";

/** A short mark of a text (FNV-1a): whether the published file is still the one from which a draft began. */
function mark(text) {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return sum.toString(16);
}

/** A file's text: as it is written, but for what ends its lines. */
function fileText(value) {
  demand(typeof value === "string", `${WHERE}의 글이 깨졌어요.`);
  return value.replace(/\r\n?/g, "\n");
}

function read(plain) {
  record(plain, ["version", "files"], WHERE);
  demand(plain.version === 1, `${WHERE}의 버전 번호를 알 수 없어요.`);
  const plans = Object.entries(record(plain.files, null, WHERE)).map(([id, value]) => {
    demand(FILE.test(id), () => `${WHERE}에 자료가 아닌 파일(${shown(id)})이 있어요.`);
    const found = record(value, ["text", "mark"], WHERE);
    return { id, text: fileText(found.text), mark: text(found.mark, WHERE) };
  });
  return { document: { current: null, plans }, problem: null };
}

function isYaml(source) {
  try {
    return Boolean(yamlTree.parse(source));
  } catch {
    return false;
  }
}

/** @param {Map<string, string>} published the files that have been open here, as they are published */
function kindOf(published) {
  return {
    key: KEY,
    longest: LIMITS.bytes,
    noun: "파일",
    first: () => [],
    nameOf: ({ id }) => id,
    read(plain) {
      const { value, problem } = guarded(() => read(plain));
      return value ?? { document: null, problem };
    },
    write: ({ plans }) => ({
      version: 1,
      files: Object.fromEntries(
        plans.map(({ id, text: source, mark: from }) => [id, { text: source, mark: from }]),
      ),
    }),
    merge(base, mine, theirs) {
      const from = base?.text ?? published.get(mine.id);
      if (mine.text === theirs.text || theirs.text === from) return { value: mine, clashes: [] };
      if (mine.text === from) return { value: theirs, clashes: [] };
      const joined = from === undefined || mine.text === "" || theirs.text === ""
        ? null
        : mergeLines(from, mine.text, theirs.text);
      if (joined !== null && isYaml(joined)) return { value: { ...mine, text: joined }, clashes: [] };
      return { value: mine, clashes: [{ path: ["text"], other: theirs.text }] };
    },
  };
}

export class Drafts extends Shelf {
  constructor() {
    const published = new Map();
    super(kindOf(published));
    this.published = published;
    this.path = null;
  }

  /** Makes these the drafts; that of the open file is shown, if there is one. */
  take(plans) {
    this.plans = plans;
    this.plan = plans.find(({ id }) => id === this.path) ?? null;
  }

  /** The draft of a file that is opened: its text, or null; `stale`: the published file has changed since. */
  open(path, published = "") {
    this.path = path;
    this.published.set(path, published);
    this.sync();
    this.take(this.plans);
    return { text: this.plan?.text ?? null, stale: this.plan !== null && this.plan.mark !== mark(published) };
  }

  /** What the open file reads now. */
  get text() {
    return this.plan?.text ?? this.published.get(this.path);
  }

  /** All drafts: their texts by file. @returns {Map<string, string>} */
  get texts() {
    return new Map(this.plans.map(({ id, text: source }) => [id, source]));
  }

  draft(path, source) {
    const published = this.published.get(path);
    return [path, source === published ? null : { id: path, text: source, mark: mark(published) }];
  }

  /** Keeps the open file's draft, or forgets it when the text is what is published. */
  keep(source) {
    if (source === this.text) return;
    const [path, draft] = this.draft(this.path, source);
    const { undecided } = this.plan ?? {};
    this.put([[
      path,
      undecided ? { id: path, mark: mark(this.published.get(path)), text: source, undecided } : draft,
    ]]);
  }

  /**
   * Makes, changes or removes files as a whole, which can be taken back together.
   * @param {{file: string, text: string, published?: string}[]} files an empty text: the file goes
   */
  putFiles(files) {
    for (const { file, published = "" } of files) this.published.set(file, published);
    this.putWithUndo(files.map(({ file, text: source }) => this.draft(file, source)), this.path);
  }

  /** Whether a draft is of a file that is not published. */
  isNew(path) {
    return this.plans.some((one) => one.id === path && one.mark === mark(""));
  }

  /** Gives up a file's draft, which can be taken back. */
  giveUp(path) {
    this.putWithUndo([[path, null]], this.path);
  }

  tell(before) {
    if (before?.text !== this.plan?.text && !this.plan?.undecided) this.notice({ text: JOINED });
    else super.tell(before, false);
  }
}

/** How the lines of a draft that differ are said. @type {import("../store/clashes.js").Words} */
export const words = {
  placeOf: ([line]) => `${line}번째 줄`,
  said: (value) => value || "(없음)",
  parts: (plan, { other }) =>
    changedLines(plan.text, other).map(({ line, before, after }) => ({
      path: [line],
      one: before.join("\n"),
      two: after.join("\n"),
    })),
};
