/**
 * A sheet without cells and rows that only have a format: sheets may have a million of them. One without a name
 * shifts those behind it.
 */

const EMPTY_TAG = /<(?:[\w.-]{1,40}:)?(?:c|row)\s[^<>]{1,300}\/>/g;
const EMPTY_ROW = /<((?:[\w.-]{1,40}:)?row)\s[^<>]{1,300}>\s*<\/\1>/g;
const unlessPlaced = (tag) => (/\sr\s*=/.test(tag) ? "" : tag);

/** What is kept of some of a sheet's XML. @param {string} part */
export const bare = (part) => part.replace(EMPTY_TAG, unlessPlaced).replace(EMPTY_ROW, unlessPlaced);
