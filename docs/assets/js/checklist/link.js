/**
 * A plan in a link: `#checklist=<version>.<packing>.<check>.<payload>`. The payload is the same document as in a file,
 * compressed by the browser (`d`: deflate) or plain (`p`), in base64url. The part behind `#` is sent to no server.
 */
(function (hyeopchi) {
  "use strict";

  const { file } = hyeopchi.checklist;
  const START = "#checklist=";
  const VERSION = "1";
  const NEWER = "더 새로운 길잡이에서 만든 링크라서 열지 못했어요. 보낸 분께 파일로 받아 주세요.";
  const DAMAGED = "링크가 잘렸거나 바뀌어서 읽을 수 없어요. 보낸 분께 링크나 파일을 다시 받아 주세요.";
  const PARTLY = "링크가 잘렸거나 바뀌었어요. 읽을 수 있는 것만 가져왔으니, 보낸 분께 링크나 파일을 다시 받아 주세요.";

  /** A short check number (FNV-1a) that tells a changed payload. */
  function checkOf(text) {
    let hash = 0x811c9dc5;
    for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
    return hash.toString(36);
  }

  function toBase64(bytes) {
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  }

  /** The bytes up to the first sign that is none of base64url's. */
  function fromBase64(text) {
    const sound = text.match(/^[A-Za-z0-9_-]*/)[0];
    const whole = sound.slice(0, sound.length - (sound.length % 4 === 1 ? 1 : 0));
    return Uint8Array.from(atob(whole.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  }

  /** What comes out of a stream until it ends or fails. */
  async function drain(readable) {
    const reader = readable.getReader();
    const parts = [];
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
    } catch {
      // The rest is damaged; what came before it is used.
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  }

  /** Sends bytes through the browser's own (de)compression, piece by piece, so that a damaged end costs only itself. */
  function through(stream, bytes) {
    const writer = stream.writable.getWriter();
    const drained = drain(stream.readable);
    for (let at = 0; at < bytes.length; at += 64) writer.write(bytes.slice(at, at + 64)).catch(() => null);
    writer.close().catch(() => null);
    return drained;
  }

  const canCompress = () => typeof globalThis.CompressionStream === "function";

  /** @param {any} plan @returns {Promise<string>} the fragment, with its `#` */
  async function write(plan) {
    const bytes = new TextEncoder().encode(JSON.stringify(file.toJson({ current: null, plans: [plan] })));
    const packing = canCompress() ? "d" : "p";
    const packed = packing === "d" ? await through(new CompressionStream("deflate-raw"), bytes) : bytes;
    const payload = toBase64(packed);
    return `${START}${VERSION}.${packing}.${checkOf(payload)}.${payload}`;
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

  async function unpack(packing, payload) {
    const bytes = fromBase64(payload);
    if (packing === "p") return bytes;
    return through(new DecompressionStream("deflate-raw"), bytes);
  }

  /**
   * @param {string} fragment
   * @returns {Promise<{document: any, problem: string | null} | null>} null when the fragment is no checklist
   */
  async function read(fragment) {
    if (!fragment.startsWith(START)) return null;
    const [version, packing, check, payload] = fragment.slice(START.length).split(".");
    if (/^\d+$/.test(version) && Number(version) > Number(VERSION)) return { document: null, problem: NEWER };
    if (version !== VERSION || !payload || !["d", "p"].includes(packing)) return { document: null, problem: DAMAGED };
    if (packing === "d" && !canCompress()) {
      return { document: null, problem: "이 브라우저가 오래되어 링크를 풀지 못해요. 보낸 분께 파일로 받아 주세요." };
    }
    const text = new TextDecoder().decode(await unpack(packing, payload));
    if (checkOf(payload) === check) return file.read(text);
    const document = salvage(text);
    return { document, problem: document ? PARTLY : DAMAGED };
  }

  hyeopchi.checklist.link = { START, read, write };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
