/**
 * The YAML to take away: copied, downloaded, or put in by the repository's own edit page.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText, uniqueId } = hyeopchi.dom;

  function download(editing) {
    hyeopchi.files.give(editing.text, "application/yaml", editing.record.file.split("/").at(-1));
  }

  async function copy(area, said) {
    try {
      await globalThis.navigator.clipboard.writeText(area.value);
      setText(said, "복사했어요. 저장소의 파일에 붙여 넣으세요.");
    } catch {
      area.focus();
      area.select(); // a page opened from a file may not write to the clipboard
      setText(said, "복사하지 못했어요. 골라 둔 글을 Ctrl+C로 복사하세요.");
    }
  }

  /** The part of the page; `update()` shows the text as it is now. */
  function output(editing) {
    const id = uniqueId("yaml");
    const area = h("textarea", { id, class: "hg-edit-screen__yaml", rows: "16", readonly: true, spellcheck: "false" });
    const said = h("p", { role: "status" });
    const { repository } = editing.page;
    const element = h("section", { class: "hg-edit-screen__out", "aria-label": "가져갈 YAML" },
      h("h2", {}, "가져갈 YAML"), h("label", { for: id }, editing.record.file), area,
      h("div", { class: "hg-toolbar" },
        h("button", { type: "button", class: "md-button md-button--primary", onclick: () => copy(area, said) }, "복사"),
        h("button", { type: "button", class: "md-button", onclick: () => download(editing) }, "내려받기"),
        repository ? h("a", { class: "md-button", href: repository + editing.record.file, rel: "nofollow" }, "저장소에서 이 파일 고치기") : null), said);
    return { element, update: () => { if (area.value !== editing.text) area.value = editing.text; } };
  }

  hyeopchi.editOutput = output;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
