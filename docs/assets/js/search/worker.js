/**
 * The finder's own thread: on a page this does nothing. What is asked comes as a message, and what is found
 * goes as one.
 */
(function (hyeopchi) {
  "use strict";

  const TURN = 20; // milliseconds; between two turns a newer question is heard
  const TEXTS = "texts.js";

  if (!("WorkerGlobalScope" in globalThis)) return;

  const finder = new hyeopchi.search.Finder(hyeopchi.searchData, (told) => postMessage(told), TURN);
  addEventListener("message", ({ data }) => finder.ask(data));
  postMessage({ started: true });

  /**
   * The other texts. While a worker takes in a script it hears nothing, so the browser has it at hand
   * before.
   */
  async function rest() {
    await (await fetch(TEXTS)).text();
    importScripts(TEXTS);
    finder.take(hyeopchi.searchTexts);
  }

  // Without the texts it finds by names, terms and answers.
  rest().catch(() => {});
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
