/**
 * Reading in turns: what is long is read piece by piece, and between the pieces the page shows and answers.
 */

const SLICE = 30; // ms of one slice; a slow computer does less in it, not longer

/**
 * The page's turn: what waits to be shown and typed. No timer, which a browser makes wait.
 * @returns {Promise<void>}
 */
export function turn() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(0);
  });
}

/**
 * What a reader that gives way now and then comes to, all at once.
 * @template T
 * @param {Generator<void, T>} pieces
 * @returns {T}
 */
export function atOnce(pieces) {
  let step = pieces.next();
  while (!step.done) step = pieces.next();
  return step.value;
}

/**
 * Goes on until the time is up.
 * @template T
 * @param {Generator<void, T>} pieces
 * @returns {IteratorResult<void, T>}
 */
export function slice(pieces) {
  const end = performance.now() + SLICE;
  let step = pieces.next();
  while (!step.done && performance.now() < end) step = pieces.next();
  return step;
}

/** The same as `atOnce`, in slices. @template T @param {Generator<void, T>} pieces @returns {Promise<T>} */
export async function inTurns(pieces) {
  let step = slice(pieces);
  while (!step.done) {
    await turn();
    step = slice(pieces);
  }
  return step.value;
}
