/** The addresses of the search: of a result, and of this page with what was searched. */

/**
 * Where a result is. A page in a folder is opened from a file by the name of its file.
 * @param {string} at its address on the site
 * @param {URL} root of the site
 */
export function addressOf(at, root) {
  const [path, anchor] = at.split("#");
  const file = location.protocol === "file:" && (path === "" || path.endsWith("/"))
    ? `${path}index.html`
    : path;
  return new URL(file + (anchor ? `#${anchor}` : ""), root).href;
}

/**
 * Keeps what was searched in the address, so that the way back from a result leads to the results.
 * @param {string} text empty: nothing is
 */
export function keep(text) {
  const url = new URL(location.href);
  if ((url.searchParams.get("q") ?? "") === text) return;
  if (text) url.searchParams.set("q", text);
  else url.searchParams.delete("q");
  try {
    history.replaceState(history.state, "", url);
  } catch {
    // A browser that forbids this for pages from files loses the way back, nothing else.
  }
}
