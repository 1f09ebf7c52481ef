/**
 * What our scripts' `import()` stands for in the joined ones (macros/finish/modules.py): a page from a file
 * can load a script only by an element.
 */

import { root, script } from "./trusted.js";

const loads = new Map();

/**
 * Loads a classic script once, which works from a file too; a failure can be tried again.
 * @param {string} address
 * @returns {Promise<unknown>}
 */
export function loadScript(address) {
  if (!loads.has(address)) {
    loads.set(
      address,
      new Promise((done, failed) => {
        document.head.append(script(address, {
          load: done,
          error: () => {
            loads.delete(address);
            failed(new Error(address));
          },
        }));
      }),
    );
  }
  return loads.get(address);
}

/**
 * @param {string} module its name
 * @param {string} file where it stands in the site
 * @returns {Promise<any>} what it exports
 */
export async function fetched(module, file) {
  await loadScript(root + file);
  return globalThis.hyeopchi.modules[module];
}
