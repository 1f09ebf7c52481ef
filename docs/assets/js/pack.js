/**
 * Text in a link: `<packing>.<check>.<payload>`. Compressed by the browser (`d`: deflate) or plain (`p`), in base64url.
 */
(function (hyeopchi) {
  "use strict";

  const canCompress = () => typeof globalThis.CompressionStream === "function";

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

  /** @param {string} text @returns {Promise<string>} */
  async function pack(text) {
    const bytes = new TextEncoder().encode(text);
    const packing = canCompress() ? "d" : "p";
    const packed = packing === "d" ? await through(new CompressionStream("deflate-raw"), bytes) : bytes;
    const payload = toBase64(packed);
    return `${packing}.${checkOf(payload)}.${payload}`;
  }

  /**
   * What can be read of a packed text; `whole` tells whether it came unchanged.
   * @param {string} packed
   * @returns {Promise<{text: string, whole: boolean}>}
   */
  async function unpack(packed) {
    const [packing, check, payload = ""] = packed.split(".");
    const bytes = fromBase64(payload);
    const plain = packing === "p" ? bytes : await through(new DecompressionStream("deflate-raw"), bytes);
    return { text: new TextDecoder().decode(plain), whole: checkOf(payload) === check };
  }

  hyeopchi.pack = { canCompress, pack, unpack };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
