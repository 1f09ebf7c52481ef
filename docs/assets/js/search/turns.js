/** Long work in short turns: between two of them whatever else waits is heard, a key above all. */

const channel = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];
channel.port1.onmessage = () => waiting.shift()?.();

/**
 * Until all that waits has had its turn. A timer would wait for some milliseconds more each time.
 * @returns {Promise<void>}
 */
function pause() {
  return new Promise((then) => {
    waiting.push(then);
    channel.port2.postMessage(null);
  });
}

/** @template T @param {Generator<void, T>} work @returns {T} what it gives, all of it at once */
export function whole(work) {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

export class Turns {
  /** @param {number} milliseconds of a turn */
  constructor(milliseconds) {
    this.milliseconds = milliseconds;
    this.asked = 0; // how many works are going on for which somebody waits
  }

  /** Works until the turn is over. @returns {IteratorResult<void, any>} */
  _turn(work) {
    const until = performance.now() + this.milliseconds;
    for (;;) {
      const step = work.next();
      if (step.done || performance.now() > until) return step;
    }
  }

  /**
   * Does a work for which somebody waits.
   * @template T
   * @param {Generator<void, T>} work
   * @param {() => boolean} wanted whether it still is
   * @returns {Promise<T | null>} null if it was given up
   */
  async run(work, wanted = () => true) {
    this.asked += 1;
    try {
      for (;;) {
        const { done, value } = this._turn(work);
        if (done) return value;
        await pause();
        if (!wanted()) return null;
      }
    } finally {
      this.asked -= 1;
    }
  }

  /**
   * Does a work for which nobody waits: only while nothing that is waited for goes on.
   * @param {Generator<void>} work
   */
  async aside(work) {
    do await pause(); while (this.asked || !this._turn(work).done);
  }
}
