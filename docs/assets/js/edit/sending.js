/**
 * Everything that was changed here, as one set: what it is, one file to hand over, and the repository's own
 * screens.
 */

import { h, setText } from "../dom.js";
import { give } from "../files.js";
import { loadScript } from "../later.js";
import { button } from "../store/dialog.js";
import { changeOf, whole, written } from "./set.js";

const LONGEST = 6000; // characters of an address that servers still take

const kindOf = (path) => /^data\/([a-z-]+)/.exec(path)[1];

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"))
    .join("-");
}

/** Where the repository takes one change: its editor, a new file that is filled in, or its removal. */
function addressOf({ web, branch }, { path, before, after }) {
  if (after === null) return `${web}/delete/${branch}/${path}`;
  if (before !== null) return `${web}/edit/${branch}/${path}`;
  const filled = `${web}/new/${branch}?filename=${encodeURIComponent(path)}&value=${
    encodeURIComponent(after)
  }`;
  return filled.length > LONGEST ? `${web}/new/${branch}?filename=${encodeURIComponent(path)}` : filled;
}

class Sending {
  /**
   * @param {any} page
   * @param {any} kept
   * @param {(kind: string) => Promise<any>} load a kind's data
   * @param {{check: (data: any, path: string, text: string) => number, open: (path: string) => void}} doors
   */
  constructor(page, kept, load, doors) {
    this.page = page;
    this.kept = kept;
    this.load = load;
    this.doors = doors;
    this.title = h("h2", {});
    this.list = h("ul", { class: "hg-edit-screen__set" });
    this.said = h("p", { role: "status" });
    this.web = h("div", {});
    this.element = h(
      "section",
      { class: "hg-edit-screen__sending", "aria-label": "변경 내용 전체", hidden: true },
      this.title,
      this.list,
      h(
        "div",
        { class: "hg-toolbar" },
        h(
          "button",
          { type: "button", class: "md-button md-button--primary", onclick: () => this.hand() },
          "한 파일로 내려받기",
        ),
      ),
      h(
        "p",
        { class: "hg-calc__help" },
        page.web
          ? "저장소에 바로 올리거나, 이 파일 하나를 저장소 담당자에게 보내세요."
          : "이 파일 하나를 저장소 담당자에게 보내세요.",
        " 담당자는 저장소에서 ",
        h("code", {}, "python -m macros apply 받은파일"),
        "을 실행해 한 번에 반영해요.",
      ),
      this.web,
      this.said,
    );
  }

  /** What is changed, before and after. @returns {Promise<import("./set.js").Change[]>} */
  changes() {
    this.kept.refresh();
    return Promise.all(
      this.kept.plans.map(async ({ id, text }) =>
        changeOf(id, text, (await this.load(kindOf(id))).files[id])
      ),
    );
  }

  async hand() {
    try {
      const changes = await this.changes();
      const left = await this.left(changes);
      give(written(changes), "application/json", `고친것-${today()}.json`);
      this.kept.savedAsFile(this.kept.plans);
      setText(
        this.said,
        left.length ? `받았어요. 고칠 곳이 남은 파일이 있어요: ${left.join(", ")}` : "받았어요.",
      );
    } catch {
      setText(this.said, "자료를 불러오지 못했어요. 화면을 새로 고쳐 주세요. 적은 것은 그대로 있어요.");
    }
  }

  /** The files in which something is wrong still. */
  async left(changes) {
    const found = await Promise.all(
      changes.filter(({ after }) => after !== null).map(async (
        { path, after },
      ) => [path, this.doors.check(await this.load(kindOf(path)), path, after)]),
    );
    return found.filter(([, count]) => count > 0).map(([path]) => path);
  }

  /** Shows the drafts as they are now. */
  show() {
    const { plans } = this.kept;
    this.element.hidden = plans.length === 0;
    setText(this.title, `변경 내용 전체 (파일 ${plans.length}개)`);
    this.list.replaceChildren(...plans.map((plan) => this.row(plan)));
    setText(this.said, "");
    this.web.replaceChildren(
      ...(this.page.web && plans.length ? [button("저장소에 올리기", () => this.showWeb())] : []),
    );
  }

  row({ id, text }) {
    const state = text === "" ? "없앰" : this.kept.isNew(id) ? "새로 만듦" : "고침";
    return h(
      "li",
      {},
      h("span", { class: "hg-edit-screen__what" }, state),
      h("code", {}, id),
      text === "" ? null : button("열기", () => this.doors.open(id), "quiet", { "aria-label": `${id} 열기` }),
      button(
        "버리기",
        () => {
          this.kept.giveUp(id);
          this.kept.notice({ text: `${id}을(를) 고치기 전으로 되돌렸어요.`, undo: true });
        },
        "quiet",
        { "aria-label": `${id}의 고친 것 버리기` },
      ),
    );
  }

  /**
   * The way to the repository: its editor for one file; else a ZIP that its upload screen takes as one pull
   * request.
   */
  async showWeb() {
    let all;
    try {
      const changes = await this.changes();
      /** @type {(path: string) => Promise<[string, any]>} */
      const loaded = async (path) => [path, await this.load(kindOf(path))];
      const datas = new Map(await Promise.all(changes.map(({ path }) => loaded(path))));
      await Promise.all(
        ["places.js", "../vendor/fflate/index.js"].map((name) => loadScript(`${this.page.scripts}${name}`)),
      );
      all = whole(changes, (path) => datas.get(path), globalThis.hyeopchi.data["edit-texts"]);
    } catch {
      setText(this.said, "자료를 불러오지 못했어요. 화면을 새로 고쳐 주세요. 적은 것은 그대로 있어요.");
      return;
    }
    const gone = all.filter(({ after }) => after === null);
    const link = (one, text) => h("a", { href: addressOf(this.page, one), rel: "nofollow" }, text);
    this.web.replaceChildren(
      ...(all.length === 1
        ? [
          h(
            "p",
            {},
            link(
              all[0],
              `저장소에서 ${all[0].path} ${
                all[0].after === null ? "지우기" : all[0].before === null ? "만들기" : "고치기"
              }`,
            ),
          ),
        ]
        : this.several(all, gone, link)),
    );
  }

  several(all, gone, link) {
    const zip = () => {
      const files = all.filter(({ after }) => after !== null).map((
        { path, after },
      ) => [path, new TextEncoder().encode(after)]);
      give(globalThis.fflate.zipSync(Object.fromEntries(files)), "application/zip", `고친것-${today()}.zip`);
    };
    return [
      h(
        "ol",
        {},
        h("li", {}, button("올릴 파일 묶음 받기(ZIP)", zip), " 받은 것의 압축을 푸세요."),
        h(
          "li",
          {},
          h(
            "a",
            { href: `${this.page.web}/upload/${this.page.branch}`, rel: "nofollow" },
            "저장소의 올리기 화면",
          ),
          "을 열고, 푼 폴더 안의 것을 모두 끌어다 놓으세요. 새 가지와 풀 리퀘스트 하나로 저장하세요.",
        ),
        ...gone.map((one) => h("li", {}, "같은 가지에서 ", link(one, `${one.path} 지우기`))),
      ),
    ];
  }
}

export { Sending as EditSending };
