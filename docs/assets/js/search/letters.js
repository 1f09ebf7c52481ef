/** The fonts of letters that a page has not needed so far. */

/** Every syllable of Hangul: large, and only for what the guide itself never says. */
const ALL_HANGUL = "U+AC00-D7A3";

/**
 * Loads them before there are results. Each that loads has all of the page laid out again, and what stands
 * there already changes its look; that must not happen while someone types.
 */
export function letters() {
  for (const face of document.fonts) {
    // Without it the letters are those of another font.
    if (face.status === "unloaded" && face.unicodeRange.toUpperCase() !== ALL_HANGUL) {
      face.load().catch(() => null);
    }
  }
}
