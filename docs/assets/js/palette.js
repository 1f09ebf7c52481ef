/**
 * The light and the dark scheme: the one that was chosen, else the one that the system is in, also when it
 * changes. What was chosen is kept where and as the theme keeps it: its script in the header shows it before
 * the first paint.
 */

const KEY = "__palette";
const SCHEMES = ["default", "slate"];
const buttons = [...document.querySelectorAll("[data-hg-scheme]")];
const dark = matchMedia("(prefers-color-scheme: dark)");

/** Writes nothing where nothing changes: each write would style the whole page anew. */
function show(scheme) {
  if (document.body.dataset.mdColorScheme !== scheme) document.body.dataset.mdColorScheme = scheme;
}

/** The scheme that was chosen, or null; what the store holds may be anything, or the store closed. */
function chosen() {
  try {
    const scheme = globalThis.__md_get(KEY)?.color?.scheme;
    return SCHEMES.includes(scheme) ? scheme : null;
  } catch {
    return null;
  }
}

function follow() {
  show(chosen() ?? SCHEMES[Number(dark.matches)]);
}

function choose(scheme) {
  show(scheme);
  const media = `(prefers-color-scheme: ${scheme === SCHEMES[0] ? "light" : "dark"})`;
  globalThis.__md_set(KEY, {
    index: SCHEMES.indexOf(scheme),
    color: { media, scheme, primary: "custom", accent: "custom" },
  });
  buttons.find((button) => button.getClientRects().length)?.focus(); // the one that was pressed is gone
}

for (const button of buttons) button.addEventListener("click", () => choose(button.dataset.hgScheme));
dark.addEventListener("change", follow);
follow();
