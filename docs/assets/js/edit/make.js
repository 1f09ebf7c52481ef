/**
 * Whole records: made, copied, removed, put elsewhere. Each gives the file with its new text; an empty one
 * means that it goes.
 */

import * as yamlChange from "./change.js";
import * as yamlTree from "./document.js";
import { scalar } from "./write.js";

const change = yamlChange;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const YEAR = /^20\d\d$/;
const FOLDER = /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/;

/** @typedef {{file: string, text: string}} Written */

/** What is wrong with a new record's id, in the words of `python -m macros new`; empty when nothing is. */
export function idFault(data, id, records) {
  const there = records.find((one) => one.id === id);
  if (data.id === "editions" && !YEAR.test(id)) {
    return `연도는 2022처럼 네 자리 연도로 적어 주세요${id ? `: ${id}` : "."}`;
  }
  if (!ID.test(id)) {
    return `id는 영문 소문자, 숫자, 붙임표(-)로만 써요. 예: local-research${id ? ` (${id})` : ""}`;
  }
  return there ? `'${id}'은(는) 이미 있어요: ${there.file}` : "";
}

const fileOf = (data, id) => (data.home === "list" ? `data/${data.id}.yaml` : `data/${data.id}/${id}.yaml`);

/** A file of its own, or one more entry of the list. @returns {Written} */
function put(data, id, lines, now) {
  const file = fileOf(data, id);
  if (data.home !== "list") return { file, text: `# ${data.title}: ${id}\n${lines.join("\n")}\n` };
  const entry = lines.map((line, at) => (at ? `  ${line}` : `- ${line}`)).join("\n");
  return { file, text: change.entered(now, entry) };
}

/**
 * An empty record: its id, and what says which of several sorts it is.
 * @param {{field?: string, value?: string}} way
 */
export function fresh(data, id, way, now) {
  return put(
    data,
    id,
    [`id: ${scalar(id, false)}`, ...(way.field ? [`${way.field}: ${way.value}`] : [])],
    now,
  );
}

/** The same under another id. @param {string} now what its file reads now */
export function copy(data, record, id, now) {
  if (data.home === "list") {
    const text = change.entered(now, change.excerpt(now, record.index));
    return { file: record.file, text: change.set(text, [yamlTree.parse(text).items.length - 1, "id"], id) };
  }
  const { pairs } = yamlTree.parse(now);
  const text = pairs.some(({ key }) => key === "address") && data.macro
    ? change.drop(now, [], "address")
    : now;
  return { file: fileOf(data, id), text: change.set(text, ["id"], id) };
}

export function remove(data, record, now) {
  return { file: record.file, text: data.home === "list" ? change.remove(now, [], record.index) : "" };
}

/** One place up or down among the records of a list. @param {-1 | 1} by */
export function shift(record, by, now) {
  return { file: record.file, text: change.swap(now, [], Math.min(record.index, record.index + by)) };
}

/** What is wrong with a page's new address. */
export function addressFault(address, taken) {
  if (!FOLDER.test(address)) {
    return "주소는 사이트 안의 것만 영문 소문자, 숫자, 붙임표(-), 빗금(/)으로 써요. 예: prepare/joint-team";
  }
  return taken.includes(`${address}/`)
    ? `'${address}/'에는 다른 페이지가 있어요. 다른 주소를 적어 주세요.`
    : "";
}
