/**
 * Use without a network, for a site on a server: some time after a page stands, its worker (sw.js) begins to
 * keep the site's files. A page from a file needs none of it, and who saves data is asked for nothing.
 */

import * as trusted from "./trusted.js";

const PATIENCE = 8000; // milliseconds: who only looks in loads nothing more
const base = document.querySelector("[data-hg-search]")?.dataset.base;
const workers = navigator.serviceWorker; // there on https, and on this machine

/** Starts the worker and lets it keep the files. */
export async function start() {
  await trusted.register(new URL(`${base}/sw.js`.replace(/^\/+/, "/"), location.href));
  (await workers.ready).active.postMessage("keep");
}

if (
  base !== undefined && workers && location.protocol.startsWith("http") && !navigator.connection?.saveData
) {
  setTimeout(() => start().catch(() => null), PATIENCE);
}
