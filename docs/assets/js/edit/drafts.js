/**
 * Drafts in the browser's store, one for each file that differs from what is published. The store is read again before
 * each write, so that two windows do not undo each other's files.
 */
(function (hyeopchi) {
  "use strict";

  const KEY = "hyeopchi-edit";

  function all() {
    const { value, problem } = hyeopchi.storage.read(KEY);
    const right = value !== null && typeof value === "object" && value.version === 1 && value.files !== null && typeof value.files === "object";
    if (value !== null && !right) hyeopchi.storage.setAside(KEY);
    return { files: right ? value.files : {}, problem: value !== null && !right ? hyeopchi.storage.BROKEN : problem };
  }

  /** A short mark of a text (FNV-1a): whether the published file is still the one from which a draft began. */
  function mark(text) {
    let sum = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
    return sum.toString(16);
  }

  /** The draft of a file: its text, or null; `stale`: the published file has changed since. */
  function read(path, published) {
    const { files, problem } = all();
    const draft = files[path];
    const right = typeof draft?.text === "string" && typeof draft.mark === "string";
    return { text: right ? draft.text : null, stale: right && draft.mark !== mark(published), problem };
  }

  /** Keeps a draft, or forgets it when `text` is what is published. Returns null or why it was not kept. */
  function write(path, text, published) {
    const { files } = all();
    if (text === published) delete files[path];
    else files[path] = { text, mark: mark(published) };
    return hyeopchi.storage.write(KEY, { version: 1, files });
  }

  hyeopchi.editDrafts = { all, read, write };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
