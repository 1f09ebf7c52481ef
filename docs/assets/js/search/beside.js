/** What an entry has beside the others that were found: being the best in something says more than how good it is. */

const NEARLY = 0.02;

/** Adds to the features of each. @param {any[]} results with `features` */
export function besideOthers(results) {
  const plain = Math.max(...results.map((one) => one.plain));
  const titled = Math.max(...results.map(({ features }) => features.titled));
  for (const { features, plain: own } of results) {
    features["most plain"] = own === plain ? 1 : 0;
    features["most titled"] = titled > 0 && features.titled > titled - NEARLY ? 1 : 0;
  }
}
