/**
 * What can be done with whole records: make one, copy, move and remove the open one. What was done can be
 * taken back.
 */

import { h, select, setText } from "../dom.js";
import { button, field, open } from "../store/dialog.js";
import { entered, spots, struck } from "./listed.js";
import * as editMake from "./make.js";
import { Editing } from "./record.js";
import * as recordShape from "./shape.js";

const make = editMake;

/**
 * @typedef {{data: any, record: any, records: any[], kept: any, editing: any, text: (file: string) => string,
 *   go: (id: string) => void, come: (id: string) => void}} Bench the picked kind and its records as they
 *   stand, the open one if any; `text` is what a file reads now; `go` opens a record, `come` comes back to it
 *   after it moved
 */

function error() {
  return h("p", { class: "hg-edit-screen__error", role: "alert" });
}

/** A dialog that asks for one text and does something with it, or says beside it what is wrong. */
function ask(title, { label, help, value = "", doing, before = [] }, act) {
  const input = h("input", { type: "text", value, autocomplete: "off", spellcheck: "false" });
  const said = error();
  const done = (event) => {
    event.preventDefault();
    const fault = act(input.value.trim());
    setText(said, fault ?? "");
    if (fault) input.focus();
    else dialog.close();
  };
  const dialog = open(
    title,
    () => [
      h(
        "form",
        { onsubmit: done },
        ...before,
        field(label, input, help),
        said,
        h(
          "div",
          { class: "hg-dialog__actions" },
          h("button", { type: "submit", class: "hg-desk__button hg-desk__button--main" }, doing),
        ),
      ),
    ],
  );
  input.focus();
}

const ID_HELP = "영문 소문자, 숫자, 붙임표(-)로 지어요. 주소와 파일 이름이 되니 한 번 지으면 바꾸지 않아요.";

/**
 * @param {Bench} bench
 * @param {{file: string, text: string}} written
 * @param {{file: string, text: string, published: string}[]} others files that change with it
 */
function keep({ data, kept }, { file, text }, said, others = []) {
  kept.putFiles([{ file, text, published: data.files[file] }, ...others]);
  kept.notice({ text: said, undo: true });
}

/** Where the new record stands among those that another record lists; nothing for other kinds. */
function spotOf({ data, kept, records }, chosen) {
  const all = spots(data, kept, records);
  const value = all.some(({ id }) => id === chosen) ? chosen : all.at(-1)?.id ?? "";
  const input = select(all, value, null, {});
  return {
    fields: all.length ? [field("순서", input, "절차의 목록에도 이 자리에 들어가요.")] : [],
    enter: (id) => (all.length ? entered(data, kept, input.value, id) : []),
  };
}

function makeOne(bench) {
  const { data } = bench;
  const ways = data.new;
  const way = select(ways.map(({ title }, at) => ({ id: String(at), label: title })), "0", null, {});
  const spot = spotOf(bench, "");
  ask(`${data.title} 새로 만들기`, {
    label: "id",
    help: ID_HELP,
    doing: "만들기",
    before: [...(ways.length > 1 ? [field("무엇을", way)] : []), ...spot.fields],
  }, (id) => {
    const fault = make.idFault(data, id, bench.records);
    if (fault) return fault;
    keep(
      bench,
      make.fresh(data, id, ways[Number(way.value)], bench.text(`data/${data.id}.yaml`)),
      `‘${id}’ 기록을 만들었어요. 빈칸을 채워 주세요.`,
      spot.enter(id),
    );
    bench.go(id);
    return null;
  });
}

function copyOne(bench) {
  const { data, record } = bench;
  const spot = spotOf(bench, record.id);
  ask(`‘${record.title}’ 복사해 만들기`, {
    before: spot.fields,
    label: "새 기록의 id",
    help: ID_HELP,
    value: `${record.id}-copy`,
    doing: "만들기",
  }, (id) => {
    const fault = make.idFault(data, id, bench.records);
    if (fault) return fault;
    keep(
      bench,
      make.copy(data, record, id, bench.text(record.file)),
      `‘${record.title}’의 내용으로 ‘${id}’ 기록을 만들었어요. 다른 것을 고쳐 주세요.`,
      spot.enter(id),
    );
    bench.go(id);
    return null;
  });
}

function published(data, { id }) {
  return data.records.find((one) => one.id === id);
}

function removeOne(bench) {
  const { data, record } = bench;
  const { used = [], place = null } = published(data, record) ?? {};
  const act = (close) => {
    close();
    keep(
      bench,
      make.remove(data, record, bench.text(record.file)),
      `‘${record.title}’ 기록을 없앴어요.`,
      struck(data, bench.kept, record.id),
    );
    bench.go("");
  };
  open(`‘${record.title}’ 삭제`, (close) => [
    used.length
      ? h(
        "p",
        {},
        `이 기록을 가리키는 파일이 ${used.length}개 있어요. 그 파일도 함께 고쳐야 검사를 통과해요.`,
      )
      : h("p", {}, "이 기록의 id를 적은 다른 기록은 없어요."),
    used.length
      ? h("ul", { class: "hg-edit-screen__used" }, ...used.map((file) => h("li", {}, h("code", {}, file))))
      : null,
    place
      ? h(
        "p",
        {},
        `페이지와 메뉴의 줄도 없어져요. ${place.address}로 온 사람은 ${
          place.address.replace(/[^/]+\/$/, "")
        }로 이어져요.`,
      )
      : null,
    h(
      "div",
      { class: "hg-dialog__actions" },
      button("삭제", () => act(close), "main"),
      button("취소", close),
    ),
  ]);
}

function readdress(bench) {
  const { data, record } = bench;
  const { place } = published(data, record);
  const taken = data.records.flatMap((one) => (one.place && one.id !== record.id ? [one.place.address] : []));
  ask(`‘${record.title}’ 페이지의 주소 변경`, {
    label: "새 주소",
    value: place.address.replace(/\/$/, ""),
    doing: "변경",
    help: `지금은 ${place.address}예요. 옛 주소를 연 사람은 새 주소로 이어져요.`,
  }, (address) => {
    const fault = make.addressFault(address, taken);
    if (fault) return fault;
    const editing = new Editing(data, record, bench.text(record.file), bench.editing.page);
    if (
      !editing.set(
        ["address"],
        address,
        Object.keys(recordShape.resolve(editing.schema, data.schema).properties),
      )
    ) return "이 기록의 주소는 여기서 바꾸지 못했어요.";
    keep(bench, { file: record.file, text: editing.text }, `주소를 ${address}/로 옮겼어요.`);
    bench.come(record.id);
    return null;
  });
}

function shiftOne(bench, by) {
  const { record } = bench;
  keep(
    bench,
    make.shift(record, by, bench.text(record.file)),
    `‘${record.title}’ 기록을 ${by < 0 ? "위로" : "아래로"} 옮겼어요.`,
  );
  bench.come(record.id);
}

/** Whether the open record's page may be somewhere else than its id says. */
function canReaddress({ data, record, editing }) {
  const shape = recordShape.resolve(editing.schema, data.schema);
  return Boolean(
    data.address && published(data, record)?.place && shape.properties?.address &&
      !data.address.includes("0.address"),
  );
}

/**
 * The buttons that fit what is open.
 * @param {() => Bench} benchOf as it stands when one is pressed
 * @returns {HTMLElement[]}
 */
export function buttons(benchOf) {
  const { data, record, records } = benchOf();
  const act = (text, work, attributes = {}) => button(text, () => work(benchOf()), "", attributes);
  const one = !record || data.home === "file" ? [] : [
    act("복사해 만들기", copyOne),
    ...(data.home === "list"
      ? [
        act("한 자리 위로", (bench) => shiftOne(bench, -1), { disabled: record.index === 0 }),
        act("한 자리 아래로", (bench) => shiftOne(bench, 1), {
          disabled: record.index === records.length - 1,
        }),
      ]
      : []),
    ...(canReaddress(benchOf()) ? [act("주소 변경", readdress)] : []),
    act("삭제", removeOne),
  ];
  return [...(data.new.length ? [act("새로 만들기", makeOne)] : []), ...one];
}
