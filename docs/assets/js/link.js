/**
 * What stands on a page, in a link: `#<name>=<version>.<packed>`. Everything stands behind `#`, which a browser sends to
 * no server. What is older, newer, cut off or changed is said in a sentence; what can still be read is kept.
 */
(function (hyeopchi) {
  "use strict";

  const { canCompress, pack, unpack } = hyeopchi.pack;
  const LONG = 8_000; // signs; mail and chat programs cut longer links
  const AGAIN = "보낸 분께 링크나 파일을 다시 받아 주세요.";
  const OLDER = "예전 길잡이에서 만든 링크라서 지금 길잡이로는 열지 못해요. 보낸 분께 파일로 받아 주세요.";
  const NEWER = "더 새로운 길잡이에서 만든 링크라서 열지 못했어요. 보낸 분께 파일로 받아 주세요.";
  const DAMAGED = `링크가 잘렸거나 바뀌어서 읽을 수 없어요. ${AGAIN}`;
  const OLD_BROWSER = "이 브라우저가 오래되어 링크를 풀지 못해요. 보낸 분께 파일로 받아 주세요.";
  const CLOSING = { "{": "}", "[": "]" };

  /**
   * @typedef {{value: any, problem: string | null}} Opened `value` is null when nothing could be read
   * @typedef {{name: string, version: number, read: (plain: any) => {value?: any, problem?: string | null},
   *   holds: (value: any) => boolean, part: string}} Kind
   *   `read` checks plain values; `holds` tells whether what is left of a cut link is worth taking; `part` names that:
   *   `읽을 수 있는 사업까지만`
   */

  /** Where a JSON text may be cut, each with what closes all that is open there; the last first. */
  function cuts(text) {
    const found = [];
    const open = [];
    let quoted = false;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      if (quoted && sign === "\\") at += 1;
      else if (sign === '"') quoted = !quoted;
      else if (!quoted && CLOSING[sign]) open.unshift(CLOSING[sign]);
      else if (!quoted && (sign === "}" || sign === "]")) {
        if (open.shift() !== sign) break; // from here on the text is no JSON
        found.unshift([at + 1, open.join("")]);
      } else if (!quoted && sign === ",") found.unshift([at, open.join("")]);
    }
    return found;
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  /** A text that was cut off or changed, up to the last place that can be read. @param {Kind} kind */
  function salvage(text, kind) {
    for (const [end, closing] of cuts(text)) {
      const plain = parsed(text.slice(0, end) + closing);
      const value = plain === undefined ? null : kind.read(plain).value ?? null;
      if (value !== null && kind.holds(value)) return value;
    }
    return null;
  }

  async function unpacked(packed, kind) {
    const { text, whole } = await unpack(packed);
    const plain = whole ? parsed(text) : undefined;
    if (plain !== undefined) return { value: null, problem: null, ...kind.read(plain) };
    const value = salvage(text, kind);
    const partly = `링크가 잘렸거나 바뀌었어요. ${kind.part} 가져왔으니 빠진 것이 없는지 살피고, ${AGAIN}`;
    return { value, problem: value === null ? DAMAGED : partly };
  }

  /** @param {Kind} kind */
  function create(kind) {
    const start = `#${kind.name}=`;

    /** @param {any} plain @returns {Promise<string>} the fragment, with its `#` */
    async function write(plain) {
      return `${start}${kind.version}.${await pack(JSON.stringify(plain))}`;
    }

    /** @param {string} fragment @returns {Promise<Opened | null>} null when the fragment is of another kind */
    async function read(fragment) {
      if (!fragment.startsWith(start)) return null;
      const [version, ...packed] = fragment.slice(start.length).split(".");
      const number = /^\d+$/.test(version) ? Number(version) : null;
      if (number !== null && number !== kind.version) return { value: null, problem: number > kind.version ? NEWER : OLDER };
      if (number === null || !packed[2] || !["d", "p"].includes(packed[0])) return { value: null, problem: DAMAGED };
      if (packed[0] === "d" && !canCompress()) return { value: null, problem: OLD_BROWSER };
      return unpacked(packed.join("."), kind);
    }
    return { start, read, write };
  }

  /** This page's address with the fragment behind it. @param {string} fragment with its `#`, or nothing */
  function address(fragment) {
    return globalThis.location.href.replace(/#.*$/, "") + fragment;
  }

  /** What is to be known about a link of this length. */
  function lengthText(link) {
    const far = globalThis.location.protocol === "file:" ? " 파일로 연 길잡이의 링크라서 같은 폴더(USB)에서만 열려요." : "";
    const size = `${link.length.toLocaleString("ko-KR")}자`;
    return link.length > LONG ? `링크가 ${size}라서 메일이나 메신저에서 잘릴 수 있어요. ‘파일로 저장’해서 보내 주세요.${far}`
      : `링크는 ${size}예요.${far}`;
  }

  hyeopchi.link = { address, create, lengthText };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
