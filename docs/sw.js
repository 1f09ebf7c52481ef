/**
 * Use without a network (docs/assets/js/offline.js starts it): the site's own files, kept as they were read,
 * each under its fingerprint. With a network every answer is the server's; only without one it is what was
 * kept, so that nothing old is ever shown in place of something newer. A page that was kept says of which day
 * it is: the worker writes it into the page before the browser gets it, so that it stands there with the
 * first words, scripts or no scripts.
 */
/* Address from the root -> first 16 digits of its SHA-256. Filled in when the site is finished (macros/finish/worker.py). */
const FILES = {};

const STORE = "hyeopchi";
const AT_ONCE = 4;
const KEPT_AT = "x-hg-kept-at"; // when a file was read from the server
const ROOT = self.registration.scope;
let keeping = null;

/** Under what a file is kept; a file that has changed has another name. */
const keyOf = (path) => `${ROOT}${path}?${FILES[path]}`;

/** A page's address from the root, however it is written: `plan`, `plan/`, `plan/index.html`. */
function pathOf(address) {
  const url = new URL(address);
  if (!url.href.startsWith(ROOT)) return null;
  const path = (url.origin + url.pathname).slice(ROOT.length).replace(/(^|\/)index\.html$/, "$1");
  return path in FILES || !(`${path}/` in FILES) ? path : `${path}/`;
}

async function fingerprint(response) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Reads a file and keeps it if it is whole and the very one that this version names. */
async function take(store, path) {
  const response = await fetch(ROOT + path, { cache: "no-cache", credentials: "same-origin" });
  if (response.status !== 200 || response.redirected || response.type !== "basic") throw new Error(path);
  if (await fingerprint(response.clone()) !== FILES[path]) throw new Error(path);
  await store.put(keyOf(path), withHeader(response, response.body, KEPT_AT, new Date().toISOString()));
}

/** The same answer with another body and one header more. */
function withHeader(response, body, name, value) {
  const headers = new Headers(response.headers);
  for (const packed of ["content-encoding", "content-length"]) headers.delete(packed); // the body is unpacked
  headers.set(name, value);
  return new Response(body, { status: response.status, statusText: response.statusText, headers });
}

/** Keeps what is not kept yet; when all is there, lets go of what older versions left. */
async function keep() {
  const store = await caches.open(STORE);
  const held = new Set((await store.keys()).map((request) => request.url));
  const missing = Object.keys(FILES).filter((path) => !held.has(keyOf(path))).reverse();
  async function work() {
    for (let path = missing.pop(); path !== undefined; path = missing.pop()) await take(store, path);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const wanted = new Set(Object.keys(FILES).map(keyOf));
  await Promise.all([...held].filter((key) => !wanted.has(key)).map((key) => store.delete(key)));
}

/** What was kept of a file: this version's, or else an older one. */
async function kept(path) {
  const store = await caches.open(STORE);
  return await store.match(keyOf(path)) ?? store.match(ROOT + path, { ignoreSearch: true });
}

/** `2021년 7월 9일(금)`, by this device's calendar. */
function dayOf(time) {
  const date = new Date(time);
  return `${date.getFullYear()}년 ${date.getMonth() + 1}월 ${date.getDate()}일(${
    "일월화수목금토"[date.getDay()]
  })`;
}

/** The page with a line above its heading that says of which day it is. */
async function dated(page) {
  const time = page.headers.get(KEPT_AT) ?? page.headers.get("date");
  const day = time ? `${dayOf(time)}에 저장해 둔` : "전에 저장해 둔";
  const line =
    `<p class="hg-kept-page" role="status">지금은 사이트에 연결되지 않아서 ${day} 페이지를 보여 줘요. ` +
    "그 뒤에 바뀐 내용은 여기에 없을 수 있어요.</p>";
  const html = await page.text();
  const place = [/<h1[\s>]/, /<\/body>/].find((one) => one.test(html));
  return withHeader(
    page,
    place ? html.replace(place, (found) => line + found) : html + line,
    "cache-control",
    "no-store",
  );
}

/**
 * The server's answer, asked anew for a page: what the browser itself has kept may be old, and does not say
 * so.
 */
function ask(request) {
  return request.mode === "navigate" ? fetch(request, { cache: "no-cache" }) : fetch(request);
}

async function answer(request, path) {
  try {
    return await ask(request);
  } catch (error) {
    const found = await kept(path);
    if (!found) throw error;
    return request.mode === "navigate" && found.headers.get("content-type")?.startsWith("text/html")
      ? dated(found)
      : found;
  }
}

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? pathOf(event.request.url) : null;
  if (path !== null) event.respondWith(answer(event.request, path));
});
addEventListener("message", (event) => {
  if (event.data !== "keep") return;
  keeping ??= keep().catch(() => null).finally(() => {
    keeping = null;
  });
  event.waitUntil(keeping.then(() => event.source?.postMessage("kept")));
});
