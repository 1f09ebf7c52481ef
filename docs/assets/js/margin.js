/**
 * The margin of a printed sheet names the page in full where it has an address to type; a file on a stick has
 * none, and keeps its place within the guide (partials/print-margin.html).
 */

function name() {
  if (!/^https?:$/.test(location.protocol) || !("adoptedStyleSheets" in document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@page { @bottom-left { content: ${JSON.stringify(location.origin + location.pathname)}; } }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

name();
