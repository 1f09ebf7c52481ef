/**
 * A sheet's plans as its store holds them, and how a place in a sheet and what stands there are said.
 */

import { fieldText, namePlace } from "../store/clash-words.js";
import { ANSWERS } from "../verdict-words.js";
import { fromJson, toJson } from "./file.js";

const LINE = { project: "세부사업", item: "내용", nature: "경상·자본", before: "변경 전", after: "변경 후" };
const ENTRY = { date: "날짜", what: "내용", amount: "금액", decided: "결정" };
const NATURES = { current: "경상보조", capital: "자본보조" };

/**
 * @param {any} data the page's
 * @param {() => any} empty a sheet of which nothing is filled
 * @returns {import("../store/plan-list.js").Content}
 */
export function content(data, empty) {
  return {
    key: `hyeopchi.sheet.${data.tool}`,
    noun: "작업",
    label: "저장한 작업",
    empty,
    read: (plain) => fromJson(plain, data),
    write: toJson,
    titleOf: ({ title }) => title,
  };
}

const row = (at) => (at === undefined ? null : `${at + 1}번째`);

/** @param {any} data the page's @returns {import("../store/clashes.js").Words} */
export function words(data) {
  const criterion = (id) => data.criteria?.find((one) => one.id === id)?.name;
  const places = {
    title: () => ["이름"],
    edition: () => ["적용 연도"],
    part: () => ["점검 대상"],
    top: () => ["만점"],
    values: ([id]) => [data.fields?.get(id)?.label],
    lines: ([at, field]) => ["변경 전후 비교표", at === undefined ? null : `${row(at)} 줄`, LINE[field]],
    complete: () => ["표에 모든 줄이 있는지"],
    ledger: ([at, field]) => ["변경 대장", at === undefined ? null : `${row(at)} 줄`, ENTRY[field]],
    answers: ([rule, field]) => [data.texts?.[rule]?.label, field === "note" ? "메모" : "답"],
    readings: ([rule]) => [data.texts?.[rule]?.label, "해석 기준"],
    weights: ([id]) => [criterion(id), "가중치"],
    agendas: ([at, field, id]) => ["의제", row(at), field === "name" ? "이름" : criterion(id)],
  };
  return {
    placeOf: (path, plan) => namePlace(path, plan, places),
    said(value, path) {
      const field = path.at(-1);
      if (field === "answer" || field === "nature") {
        return { ...ANSWERS, ...NATURES }[value] ?? fieldText(value);
      }
      if (field === "part") return data.parts.find(({ id }) => id === value)?.title ?? fieldText(value);
      return field === "edition"
        ? data.editions.find(({ id }) => id === value)?.title ?? fieldText(value)
        : fieldText(value);
    },
  };
}
