/**
 * A plan in a link: `#checklist=<version>.<packing>.<check>.<payload>`. The payload is the same document as in a file,
 * compressed by the browser (`d`: deflate) or plain (`p`), in base64url. The part behind `#` is sent to no server.
 */
(function (hyeopchi) {
  "use strict";

  const { file } = hyeopchi.checklist;
  const { canCompress, pack, unpack } = hyeopchi.pack;
  const START = "#checklist=";
  const VERSION = "1";
  const NEWER = "더 새로운 길잡이에서 만든 링크라서 열지 못했어요. 보낸 분께 파일로 받아 주세요.";
  const DAMAGED = "링크가 잘렸거나 바뀌어서 읽을 수 없어요. 보낸 분께 링크나 파일을 다시 받아 주세요.";
  const PARTLY = "링크가 잘렸거나 바뀌었어요. 읽을 수 있는 것만 가져왔으니, 보낸 분께 링크나 파일을 다시 받아 주세요.";

  /** @param {any} plan @returns {Promise<string>} the fragment, with its `#` */
  async function write(plan) {
    return `${START}${VERSION}.${await pack(JSON.stringify(file.toJson({ current: null, plans: [plan] })))}`;
  }

  /** A document that was cut off, up to its last whole item. */
  function salvage(text) {
    for (let end = text.lastIndexOf("}"); end > 0; end = text.lastIndexOf("}", end - 1)) {
      for (const closing of ["}}]}", "}]}", "]}", ""]) {
        const found = file.read(text.slice(0, end + 1) + closing);
        if (found.document && found.document.plans.some((plan) => Object.keys(plan.items).length > 0)) return found.document;
      }
    }
    return null;
  }

  /**
   * @param {string} fragment
   * @returns {Promise<{document: any, problem: string | null} | null>} null when the fragment is no checklist
   */
  async function read(fragment) {
    if (!fragment.startsWith(START)) return null;
    const [version, packing, ...rest] = fragment.slice(START.length).split(".");
    if (/^\d+$/.test(version) && Number(version) > Number(VERSION)) return { document: null, problem: NEWER };
    if (version !== VERSION || !rest[1] || !["d", "p"].includes(packing)) return { document: null, problem: DAMAGED };
    if (packing === "d" && !canCompress()) {
      return { document: null, problem: "이 브라우저가 오래되어 링크를 풀지 못해요. 보낸 분께 파일로 받아 주세요." };
    }
    const { text, whole } = await unpack([packing, ...rest].join("."));
    if (whole) return file.read(text);
    const document = salvage(text);
    return { document, problem: document ? PARTLY : DAMAGED };
  }

  hyeopchi.checklist.link = { START, read, write };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
