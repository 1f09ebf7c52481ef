/**
 * The open record: its form, what is wrong with it, how it reads, and its file to be taken away.
 */

import { h, setText } from "../dom.js";
import { faultList } from "./faults.js";
import { EditForm } from "./form.js";
import { editOutput } from "./output.js";
import { editPreview } from "./preview.js";

const KEPT = "입력한 내용은 이 브라우저에 저장돼요. 다른 기록을 골라도 없어지지 않아요.";
const REFUSED = "이 값은 여기서 바꾸지 못했어요. 내용은 그대로예요. 저장소에서 파일을 직접 고쳐 주세요.";

export class OpenRecord {
  /**
   * `lists`: of ids, by what they are ids of; `opened`: what was open of its form; `say(text, problem)` and
   * `shown()` after each change.
   * @param {any} editing
   * @param {{kept: any, press: import("./press.js").Press, lists: Record<string, string>, opened: Set<string>,
   *   say: (text: string, problem?: boolean) => void, shown: () => void}} within
   */
  constructor(editing, within) {
    this.editing = editing;
    this.within = within;
    this.undone = null;
    const { kept } = within;
    this.output = editOutput(editing, () => kept.savedAsFile([kept.plan].filter(Boolean)));
    this.errors = h("section", { class: "hg-errors", "aria-label": "고칠 곳", hidden: true });
    this.live = h("p", { role: "status", class: "hg-edit-screen__state" });
    this.preview = h("div", {
      class: "hg-edit-screen__preview",
      tabindex: "0",
      role: "region",
      "aria-label": "미리 보기의 내용",
    });
    this.back = h("button", { type: "button", class: "md-button", onclick: () => this.takeBack() });
    this.place = h("section", { "aria-label": "칸" });
    this.makeForm();
    this.parts = [
      this.live,
      this.errors,
      h(
        "div",
        { class: "hg-edit-screen__columns" },
        this.place,
        h("section", { "aria-label": "미리 보기" }, h("h2", {}, "미리 보기"), this.preview),
      ),
      this.output.element,
      h("p", {}, this.back),
    ];
    this.refresh();
  }

  makeForm() {
    const { lists, opened, kept, say } = this.within;
    this.form = new EditForm(this.editing, lists, {
      opened,
      typing: () => kept.expect(),
      changed: () => this.update(),
      refused: () => say(REFUSED, true),
    });
    this.place.replaceChildren(h("h2", {}, "고치기"), this.form.element);
  }

  /** Another text of the record, from another tab. */
  take(text) {
    this.editing.take(text);
    this.form.renderInPlace();
    this.refresh();
  }

  /** After a change: keep it, and show what follows. */
  update() {
    const { kept, press, say } = this.within;
    this.undone = null;
    kept.keep(this.editing.text);
    press.after("said", () => say(kept.problem ?? KEPT, kept.problem !== null));
    this.refresh();
  }

  /** Shows what follows from what stands in the form; not under a pressed pointer. */
  refresh() {
    this.within.press.after("refresh", () => this.show());
  }

  show() {
    const { editing } = this;
    const problems = editing.problems();
    this.form.show(problems);
    this.output.update(problems);
    this.preview.replaceChildren(editPreview(editing));
    this.errors.hidden = problems.length === 0;
    this.errors.replaceChildren(...faultList(editing, problems, (path) => this.form.reveal(path)));
    setText(
      this.live,
      problems.length
        ? `고칠 곳이 ${problems.length}개 있어요.`
        : editing.changed
        ? "고쳤어요. 입력 형식에는 오류가 없어요."
        : "아직 고친 것이 없어요.",
    );
    setText(this.back, this.undone ? "고치던 내용으로" : "처음 내용으로");
    this.back.hidden = !editing.original || (!editing.changed && !this.undone);
    this.within.shown();
  }

  /** Back to what is published, and from there back to what was typed. */
  takeBack() {
    const { editing } = this;
    this.form.flush();
    const [now, put] = [editing.text, this.undone ?? editing.original];
    editing.take(put);
    this.makeForm();
    this.update();
    this.undone = put === editing.original ? now : null;
    this.refresh();
    this.back.focus();
  }
}
