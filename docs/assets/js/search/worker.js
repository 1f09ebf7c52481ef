/**
 * The finder, and what starts it in a thread of its own; on a page this starts nothing. What is asked
 * comes as a message, and what is found goes as one.
 */

import { Finder } from "./finder.js";

export { Finder } from "./finder.js";

const TURN = 20; // milliseconds; between two turns a newer question is heard
const TEXTS = "texts.js";

function start() {
  const finder = new Finder(globalThis.hyeopchi.data.search, (told) => postMessage(told), TURN);
  addEventListener("message", ({ data }) => finder.ask(data));
  postMessage({ started: true });

  /**
   * The other texts. While a worker takes in a script it hears nothing, so the browser has it at hand
   * before.
   */
  async function rest() {
    await (await fetch(TEXTS)).text();
    importScripts(TEXTS);
    const { searchTexts, searchQueries } = globalThis.hyeopchi.data;
    finder.take(searchTexts, searchQueries);
  }

  // Without the texts it finds by names, terms and answers.
  rest().catch(() => {});
}

if ("WorkerGlobalScope" in globalThis) start();
