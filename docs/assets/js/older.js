/**
 * What browsers of some years ago lack and our scripts use, so that a page works there too. Newer ones keep
 * their own.
 */

/** Adds a method that is not there. */
function lend(owner, name, method) {
  if (owner[name] === undefined) {
    Object.defineProperty(owner, name, { value: method, writable: true, configurable: true });
  }
}

/** @this {any[] | string} @param {number} index */
function at(index) {
  const place = Math.trunc(index) || 0;
  return this[place < 0 ? this.length + place : place];
}

/** @this {string} */
function replaceAll(wanted, put) {
  return wanted instanceof RegExp ? this.replace(wanted, put) : this.split(wanted).join(put);
}

/** @this {Element} */
function replaceChildren(...nodes) {
  while (this.lastChild) this.removeChild(this.lastChild);
  this.append(...nodes);
}

/** @this {any[]} */
function findLast(fits) {
  return [...this].reverse().find((one) => fits(one));
}

lend(Array.prototype, "at", at);
lend(String.prototype, "at", at);
lend(Array.prototype, "findLast", findLast);
lend(String.prototype, "replaceAll", replaceAll);
lend(Object, "hasOwn", (owner, name) => Object.prototype.hasOwnProperty.call(owner, name));
lend(Element.prototype, "replaceChildren", replaceChildren);
// Our states are plain values.
lend(globalThis, "structuredClone", (value) => JSON.parse(JSON.stringify(value)));
