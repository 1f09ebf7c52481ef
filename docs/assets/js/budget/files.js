/**
 * Files that the calculator hands over.
 */
(function (hyeopchi) {
  "use strict";

  const { h } = hyeopchi.dom;

  /** A name that every file system takes: `예산한도-2021-우리 구 계획.json`. */
  function nameOf(draft, ending) {
    const title = draft.title.replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, " ")
      .replace(/\s+/g, " ").trim().slice(0, 60).replace(/[. ]+$/, "");
    return `${["예산한도", draft.edition, title].filter(Boolean).join("-")}.${ending}`;
  }

  /** Hands content over as a file. */
  function give(content, type, name) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    h("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  hyeopchi.budgetFiles = { give, nameOf };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
