/**
 * Work in slices: what a large plan needs on the screen is made piece by piece, and between the pieces the
 * page answers.
 */

// Ms of the first slice, which follows the reader's own action: a plan of usual size is there at once.
const FIRST = 20;
const LATER = 10; // ms of each further one; laying out what it made takes as long again

const UNSEEN = 200; // ms after which work goes on where nothing is shown, as in a tab behind

/**
 * Once what was made is on the screen: what is laid out at once is then no more than one slice made. Without
 * this a busy computer puts many slices into one picture.
 * @param {() => void} then @returns {() => void} gives it up
 */
function afterShown(then) {
  let timer = 0;
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(then, 0);
  });
  timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    then();
  }, UNSEEN);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * Runs a generator's pieces until the time is up, and the rest by and by.
 * @param {Generator<void>} pieces @param {HTMLElement} place where they go: busy until all are there
 * @returns {{finish: (until?: () => boolean) => void, stop: () => void}} `finish` does at once what is left,
 *   or until `until` holds; `stop` gives up the rest
 */
export function run(pieces, place) {
  let giveUp = () => {};
  let over = false;

  const step = () => {
    over = over || pieces.next().done === true;
    if (over) place.removeAttribute("aria-busy");
    return over;
  };
  function slice(time) {
    const end = performance.now() + time;
    while (!step() && performance.now() < end);
    if (!over) giveUp = afterShown(() => slice(LATER));
  }
  place.setAttribute("aria-busy", "true");
  slice(FIRST);
  return {
    finish(until = () => false) {
      while (!until() && !step());
    },
    stop() {
      giveUp();
      over = true;
    },
  };
}

/**
 * Puts what `make` gives for each record into a place, in slices.
 * @param {HTMLElement} place emptied first
 * @param {any[]} records
 * @param {(record: any, index: number) => Node} make
 */
export function fill(place, records, make) {
  place.replaceChildren();
  function* pieces() {
    for (const [index, record] of records.entries()) {
      place.append(make(record, index));
      yield;
    }
  }
  return run(pieces(), place);
}
