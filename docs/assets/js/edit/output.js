/**
 * The YAML to take away: copied, downloaded, or put in by the repository's own edit page.
 */

import { h, setText, uniqueId } from "../dom.js";
import { give } from "../files.js";
import { changedLines } from "./changed.js";

function download(editing) {
  give(editing.text, "application/yaml", editing.record.file.split("/").at(-1));
}

async function copy(area, said) {
  try {
    await globalThis.navigator.clipboard.writeText(area.value);
    setText(said, "복사했어요. 저장소의 파일에 붙여 넣으세요.");
  } catch {
    area.focus();
    area.select(); // a page opened from a file may not write to the clipboard
    setText(said, "복사하지 못했어요. 선택해 둔 글을 Ctrl+C로 복사하세요.");
  }
}

/** What was changed, line by line: to look over before it is sent, and to tell of it. */
function changes(editing) {
  const runs = changedLines(editing.original, editing.text);
  if (!runs.length) return [];
  const side = (
    name,
    lines,
  ) => (lines.length ? [h("dt", {}, name), h("dd", {}, h("code", {}, lines.join("\n")))] : []);
  return [
    h("h3", {}, `바뀐 곳 ${runs.length}군데`),
    h(
      "ol",
      {},
      ...runs.map(({ line, before, after }) =>
        h(
          "li",
          {},
          h("p", { class: "hg-calc__help" }, `${line}번째 줄`),
          h("dl", {}, ...side("변경 전", before), ...side("변경 후", after)),
        )
      ),
    ),
  ];
}

/**
 * The part of the page; `update(problems)` shows the text as it is now.
 * @param {() => void} [taken] when it is taken away
 */
function output(editing, taken = () => {}) {
  const id = uniqueId("yaml");
  const area = h("textarea", {
    id,
    class: "hg-edit-screen__yaml",
    rows: "16",
    readonly: true,
    spellcheck: "false",
  });
  const said = h("p", { role: "status" });
  const changed = h("div", { class: "hg-edit-screen__changed" });
  const left = h("p", { class: "hg-edit-screen__error" });
  const { repository } = editing.page;
  const element = h(
    "section",
    { class: "hg-edit-screen__out", "aria-label": "가져갈 YAML" },
    h("h2", {}, "가져갈 YAML"),
    changed,
    left,
    h("label", { for: id }, editing.record.file),
    area,
    h(
      "div",
      { class: "hg-toolbar" },
      h("button", {
        type: "button",
        class: "md-button md-button--primary",
        onclick: () => copy(area, said).then(taken),
      }, "복사"),
      h("button", {
        type: "button",
        class: "md-button",
        onclick: () => {
          download(editing);
          taken();
        },
      }, "내려받기"),
      repository
        ? h(
          "a",
          { class: "md-button", href: repository + editing.record.file, rel: "nofollow" },
          "저장소에서 이 파일 고치기",
        )
        : null,
    ),
    said,
  );

  function update(problems) {
    setText(
      left,
      editing.changed && problems.length
        ? `고칠 곳이 ${problems.length}개 남아 있어요. 고친 뒤에 가져가세요.`
        : "",
    );
    if (area.value === editing.text) return;
    area.value = editing.text;
    changed.replaceChildren(...changes(editing));
  }
  return { element, update };
}

export { output as editOutput };
