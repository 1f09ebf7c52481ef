/**
 * The one place that hands a browser what it may run or read as markup (Trusted Types, where browsers have
 * them; the pages' policy names this one and no other: macros/finish/policy.py). The policy itself never
 * leaves this file: others get a script of this site, a worker of it, or a document apart from the page, in
 * which nothing runs and nothing is fetched.
 */

const NAME = "hyeopchi";
const OWN = /^(?:(?:assets|search|downloads)\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.js|sw\.js)$/;
// Joined scripts stand below assets/js; without a file there is no site, and nothing is its own.
const from = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src;
export const root = from ? from.slice(0, from.lastIndexOf("/assets/js/") + 1) : "";

/**
 * The whole address of a script of this site. Throws a TypeError for any other.
 * @param {string | URL} address
 */
function createScriptURL(address) {
  const { href } = new URL(address, document.baseURI);
  if (!href.startsWith(root) || !OWN.test(href.slice(root.length))) {
    throw new TypeError(`${href}: 이 사이트의 스크립트가 아니에요.`);
  }
  return href;
}

const rules = { createScriptURL, createHTML: (/** @type {string} */ text) => text };
const policy = globalThis.trustedTypes?.createPolicy(NAME, rules) ?? rules;

/**
 * A script element that waits to be put into the page.
 * @param {string} address
 * @param {Record<string, (event: Event) => void>} on
 */
export function script(address, on = {}) {
  const element = document.createElement("script");
  element.src = policy.createScriptURL(address);
  for (const [name, act] of Object.entries(on)) element.addEventListener(name, act);
  return element;
}

/** A document apart from the page. @param {string} text @param {DOMParserSupportedType} type */
export function parse(text, type) {
  return new DOMParser().parseFromString(policy.createHTML(text), type);
}

/**
 * A thread of its own for a script of this site. Throws where there can be none.
 * @param {string | URL} address
 */
export function worker(address) {
  return new Worker(policy.createScriptURL(address));
}

/** Starts the site's service worker. @param {string | URL} address */
export function register(address) {
  return navigator.serviceWorker.register(policy.createScriptURL(address));
}
