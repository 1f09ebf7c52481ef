/**
 * Nothing moves under a pressed pointer: what would is done when the press is over. Else a message that comes or
 * goes as a field is left takes the button away from under the finger, and the press is lost.
 */

const SETTLED = 350; // ms after the pointer is up: by then a click has come, or none will

export class Press {
  constructor() {
    this.down = false;
    this.timer = 0;
    /** @type {Map<string, () => void>} */
    this.waiting = new Map();
    const over = () => this.over();
    document.addEventListener("pointerdown", () => this.begin(), { capture: true });
    for (const name of ["pointerup", "pointercancel"]) {
      document.addEventListener(name, () => {
        this.timer = setTimeout(over, SETTLED);
      }, { capture: true });
    }
    globalThis.addEventListener("click", over); // after the button's own work
  }

  begin() {
    clearTimeout(this.timer);
    this.down = true;
  }

  over() {
    clearTimeout(this.timer);
    this.down = false;
    const works = [...this.waiting.values()];
    this.waiting.clear();
    works.forEach((work) => work());
  }

  /** Does the work now, or once, when the press is over. `name`: of works that replace each other. */
  after(name, work) {
    if (this.down) this.waiting.set(name, work);
    else work();
  }
}
