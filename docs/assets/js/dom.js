/**
 * Making elements. Text is always set as text: what comes from a file or the store can never become markup.
 */

let count = 0;

/**
 * `h("button", {class: "x", onclick: f, "data-rule": id}, "글", child)`. Functions become listeners; true,
 * false and null set or leave out an attribute; `value` and `checked` are set as properties.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {any}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** An id that no other element has. */
export function uniqueId(prefix) {
  count += 1;
  return `hg-${prefix}-${count}`;
}

/** Sets text only when it differs, so that nothing is announced or painted for nothing. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A select with `options` [{id, label}], the empty choice first. */
export function select(options, chosen, empty, attributes) {
  const element = h(
    "select",
    attributes,
    ...(empty === null ? [] : [h("option", { value: "" }, empty)]),
    ...options.map(({ id, label }) => h("option", { value: id }, label)),
  );
  element.value = chosen ?? "";
  return element;
}
