/** The kinds and editions of what was found, by which a reader narrows it down. */

/** The first kinds, and the editions, of some groups with their counts, in the order of the results. */
export function facets(groups, most = Infinity) {
  const kinds = new Map();
  const editions = new Map();
  for (const { label, editions: all } of groups) {
    kinds.set(label, (kinds.get(label) ?? 0) + 1);
    for (const edition of all) editions.set(edition, (editions.get(edition) ?? 0) + 1);
  }
  return { kinds: [...kinds].slice(0, most), editions: [...editions].sort() };
}

/**
 * Whether a group is of the kind and edition that were chosen (null: any). What is of no edition holds in
 * all.
 */
export function fits({ label, editions }, kind, edition) {
  return (!kind || label === kind) && (!edition || !editions.length || editions.includes(edition));
}
