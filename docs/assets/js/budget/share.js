/**
 * Giving a plan away as a link, and taking one that came in a link without losing one's own.
 */
(function (hyeopchi) {
  "use strict";

  const { h, uniqueId } = hyeopchi.dom;
  const { button, copy } = hyeopchi.budgetDrawer;
  const { START, read, write } = hyeopchi.budgetLink;
  const LONG = 8_000; // signs; mail and chat programs cut longer links

  function lengthText(address) {
    const far = globalThis.location.protocol === "file:" ? " 파일로 연 길잡이의 링크라서 같은 폴더(USB)에서만 열려요." : "";
    const size = `${address.length.toLocaleString("ko-KR")}자`;
    return address.length > LONG ? `링크가 ${size}라서 메일이나 메신저에서 잘릴 수 있어요. ‘파일로 저장’해서 보내 주세요.${far}`
      : `링크는 ${size}예요.${far}`;
  }

  /** Opens the place where the link stands. */
  async function share(store, drawer) {
    const address = globalThis.location.href.replace(/#.*$/, "") + await write(store.draft);
    const field = h("input", { type: "text", id: uniqueId("link"), readonly: true, value: address });
    const said = h("p", { role: "status" });
    drawer.open("링크로 나누기",
      h("p", {}, "이 링크를 연 사람은 지금 이 계획을 그대로 보고 고칠 수 있어요. 뒤에 고친 것은 서로 이어지지 않아요."
        + " 내용은 링크 안에만 있고 어디에도 보내지 않아요. 링크를 가진 사람은 누구나 볼 수 있어요."),
      h("div", { class: "hg-calc__field" }, h("label", { for: field.id }, "링크"), field),
      h("div", { class: "hg-drawer__actions" }, button("링크 복사", () => copy(field, said), "md-button--primary")),
      said, h("p", { class: "hg-calc__help" }, lengthText(address)));
  }

  function take(store, draft, problem) {
    store.replace(draft, "링크를 연 것");
    store.notice(problem ?? "링크에 든 계획을 열었어요.", { undo: true, problem: problem !== null });
  }

  /** Asks before what stands here is replaced. */
  function ask(store, drawer, draft, problem) {
    const { title, projects } = draft;
    drawer.open("링크에 든 계획을 열까요?",
      h("p", {}, `링크에는 ‘${title || "이름 없는 계획"}’이 있어요(사업 ${projects.length}개). 여기에는 적던 계획이 있어요.`
        + " 링크의 계획을 열면 적던 계획은 ‘되돌리기’로 다시 볼 수 있지만, 이 창을 닫으면 없어져요. 먼저 파일로 저장해 두세요."),
      problem ? h("p", { class: "hg-calc__problem" }, problem) : null,
      h("div", { class: "hg-drawer__actions" },
        button("링크의 계획 열기", () => {
          drawer.close();
          take(store, draft, problem);
        }, "md-button--primary"),
        button("적던 계획 파일로 저장", () => hyeopchi.budgetToolbar.save(store)),
        button("적던 계획 그대로 두기", drawer.close)));
  }

  /** Takes what the address carries, once; the address forgets it, so that a reload does not bring it back. */
  async function arrive(store, drawer) {
    const fragment = globalThis.location.hash;
    if (!fragment.startsWith(START)) return;
    const { draft, problem } = await read(fragment, store.data);
    globalThis.history.replaceState(null, "", globalThis.location.href.replace(/#.*$/, ""));
    if (draft === null) store.notice(`${problem} 지금 적은 내용은 그대로예요.`, { problem: true });
    else if (store.draft.projects.length === 0) take(store, draft, problem);
    else ask(store, drawer, draft, problem);
  }

  hyeopchi.budgetShare = { arrive, share };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
