/**
 * A plan in a link: the same document as in a file.
 */
(function (hyeopchi) {
  "use strict";

  const { file } = hyeopchi.checklist;
  const link = hyeopchi.link.create({ name: "checklist", version: 1, part: "읽을 수 있는 것만", units: ["plans", "items"],
    async read(plain) {
      const { document, problem } = await file.fromJsonInTurns(plain);
      return { value: document, problem };
    },
    holds: (document) => document.plans.some((plan) => Object.keys(plan.items).length > 0) });

  /** @param {any} plan @returns {Promise<string>} the fragment, with its `#` */
  function write(plan) {
    return link.write(file.toJson({ current: null, plans: [plan] }));
  }

  hyeopchi.checklist.link = { read: link.read, start: link.start, write };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
