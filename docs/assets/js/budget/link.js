/**
 * A plan in a link: `#plan=<version>.<packed>`, with what a file holds and the texts that are no amount. Everything
 * stands behind `#`, which a browser sends to no server.
 */
(function (hyeopchi) {
  "use strict";

  const { canCompress, pack, unpack } = hyeopchi.pack;
  const START = "#plan=";
  const VERSION = "1";
  const AGAIN = "보낸 분께 링크나 파일을 다시 받아 주세요.";
  const NEWER = "더 새로운 길잡이에서 만든 링크라서 열지 못했어요. 보낸 분께 파일로 받아 주세요.";
  const DAMAGED = `링크가 잘렸거나 바뀌어서 읽을 수 없어요. ${AGAIN}`;
  const PARTLY = `링크가 잘렸거나 바뀌었어요. 읽을 수 있는 사업까지만 가져왔으니 빠진 것이 없는지 살피고, ${AGAIN}`;
  const OLD_BROWSER = "이 브라우저가 오래되어 링크를 풀지 못해요. 보낸 분께 파일로 받아 주세요.";
  // What is still open behind the end of an amount, a line, a project, the plan.
  const CLOSINGS = ["}]}]}}", "]}]}}", "]}}", "}", ""];

  /** @returns {Promise<string>} the fragment, with its `#` */
  async function write(draft) {
    return `${START}${VERSION}.${await pack(JSON.stringify(hyeopchi.draft.toStored(draft)))}`;
  }

  function parsed(text, data) {
    try {
      return hyeopchi.draft.fromStored(JSON.parse(text), data);
    } catch {
      return { problem: DAMAGED };
    }
  }

  /** A plan that was cut off, up to its last whole amount. */
  function salvage(text, data) {
    for (let end = text.lastIndexOf("}"); end > 0; end = text.lastIndexOf("}", end - 1)) {
      for (const closing of CLOSINGS) {
        const { draft } = parsed(text.slice(0, end + 1) + closing, data);
        if (draft && draft.projects.length > 0) return draft;
      }
    }
    return null;
  }

  /**
   * @param {string} fragment
   * @returns {Promise<{draft: any, problem: string | null} | null>} null when the fragment is no plan
   */
  async function read(fragment, data) {
    if (!fragment.startsWith(START)) return null;
    const [version, packing, ...rest] = fragment.slice(START.length).split(".");
    if (/^\d+$/.test(version) && Number(version) > Number(VERSION)) return { draft: null, problem: NEWER };
    if (version !== VERSION || !rest[1] || !["d", "p"].includes(packing)) return { draft: null, problem: DAMAGED };
    if (packing === "d" && !canCompress()) return { draft: null, problem: OLD_BROWSER };
    const { text, whole } = await unpack([packing, ...rest].join("."));
    if (whole) {
      const { draft = null, problem = null } = parsed(text, data);
      return { draft, problem };
    }
    const draft = salvage(text, data);
    return { draft, problem: draft ? PARTLY : DAMAGED };
  }

  hyeopchi.budgetLink = { START, read, write };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
