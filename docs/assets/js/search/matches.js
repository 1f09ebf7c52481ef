/**
 * What of a query stands where: for each thing that is looked for, the entries that have it, how often and how
 * much of it.
 */

const SATURATED = 1.2;
const LATER = 0.6;
const NEAR = 0.5;
const OTHER_NAME = 0.8;
/** What the texts have for a plain word, where it stands in no more than so many entries itself. */
const WRITTEN = 0.5;
const SCARCE = 15;

const rarity = (count, all) => Math.log(1 + (all - count + 0.5) / (count + 0.5));

/** Where a feature stands: its rarity, and by entry how much it counts there. */
function resolve(feature, found, all) {
  const places = new Map();
  const take = (keys, worth) => {
    for (const key of keys) {
      for (const [entry, count] of found.get(key) ?? []) {
        places.set(entry, Math.max(worth * count, places.get(entry) ?? 0));
      }
    }
  };
  take(feature.exact, 1);
  const later = places.size ? LATER : 1;
  take(feature.later, later);
  const missed = places.size === 0;
  if (missed) take(feature.near, NEAR);
  const keys = missed ? feature.near : [...feature.exact, ...feature.later];
  return { places, mass: feature.weight * rarity(places.size, all), keys, missed };
}

/** Adds a list of features to the entries' scores: `score` by how often, `share` by whether. */
export function* total(features, found, all) {
  const resolved = [];
  for (const feature of features) {
    resolved.push(resolve(feature, found, all));
    yield;
  }
  const mass = resolved.reduce((sum, { mass }) => sum + mass, 0);
  const weightOf = new Map();
  for (const { keys, mass: weight } of resolved) for (const key of keys) weightOf.set(key, weight / mass);
  const entries = new Map();
  const slipped = resolved.length > 0 && resolved.every(({ missed }) => missed);
  for (const { places, mass: weight } of resolved) {
    for (const [entry, count] of places) {
      const at = entries.get(entry) ?? { score: 0, share: 0 };
      at.score += weight * count / (count + SATURATED);
      at.share += weight / mass;
      entries.set(entry, at);
    }
  }
  return { entries, mass, weightOf, slipped, keys: resolved.flatMap(({ keys }) => keys) };
}

/** A group's best reading for each entry: as typed, or by another name. */
export function* ofGroup(group, found, all) {
  const own = yield* total(group.own, found, all);
  const best = new Map(own.entries);
  const keys = [...own.keys];
  let { mass } = own;
  let known = !own.slipped;
  const { weightOf } = own;
  const written = own.entries.size > SCARCE ? [] : group.plain;
  const others = [...group.others.map((one) => [one, OTHER_NAME]), ...written.map((one) => [one, WRITTEN])];
  for (const [other, worth] of others) {
    const { entries, mass: otherMass, keys: otherKeys, weightOf: otherWeight } = yield* total(
      other,
      found,
      all,
    );
    keys.push(...otherKeys);
    known ||= entries.size > 0;
    for (const [key, weight] of otherWeight) {
      weightOf.set(key, Math.max(worth * weight, weightOf.get(key) ?? 0));
    }
    if (!own.entries.size) mass = Math.max(mass, otherMass);
    for (const [entry, { score, share }] of entries) {
      const before = best.get(entry);
      // Another name counts as a whole: one pair of a long name is not the name.
      const scaled = worth * share * share * score;
      if (!before || scaled > before.score) {
        best.set(entry, { score: scaled, share: Math.max(before?.share ?? 0, worth * share * share) });
      }
    }
  }
  return {
    best,
    mass,
    keys,
    weightOf,
    known, // nothing of it stands as it was typed or under another name: what is there is only alike
    keySet: new Set(keys),
    text: group.text,
    kind: group.kind,
    day: group.day,
    clause: group.clause,
    figure: group.figure,
  };
}
