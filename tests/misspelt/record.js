/** Fields that no record has, which the check of types must find (tests/test_scripts.py). */

/** @param {Data.headings.Heading} heading */
export const meaning = (heading) => heading.meens;

/** @param {Data.checklists.Item} item */
export const role = ({ rolle }) => rolle;

export const first = () => globalThis.hyeopchi.data.table.headings[0].kind;
