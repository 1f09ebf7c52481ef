// What the checker of our scripts knows of the browser beyond its own library.

/** Our pages are HTML: what a selector finds there is an HTML element, unless its tag says more. */
interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null;
  querySelector<E extends Element = HTMLElement>(selectors: string): E | null;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll<E extends Element = HTMLElement>(selectors: string): NodeListOf<E>;
}

interface Element {
  closest<E extends Element = HTMLElement>(selectors: string): E | null;
}

interface Navigator {
  /** Chromium only: https://wicg.github.io/netinfo/ */
  connection?: { saveData: boolean };
}

/** A worker's, in a classic script. */
declare function importScripts(...addresses: string[]): void;
