/**
 * Text in a link: `<packing>.<check>.<payload>`. Compressed by the browser (`d`: deflate) or plain (`p`), in
 * base64url.
 */

import { joined } from "./bytes.js";
import { demand, LIMITS, over } from "./gate/limits.js";

const FORMAT = "deflate-raw";
// Bytes that are sent at once: a damaged end costs only itself, and too much is noticed early.
const STEP = 64;

/** Whether the browser packs and unpacks: older ones have the stream but not this format. */
export function canCompress() {
  try {
    return Boolean(new CompressionStream(FORMAT) && new DecompressionStream(FORMAT));
  } catch {
    return false;
  }
}

/** A short check number (FNV-1a) that tells a changed payload. */
function checkOf(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}

function toBase64(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return btoa(parts.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** The bytes up to the first sign that is none of base64url's. */
function fromBase64(text) {
  const end = text.search(/[^A-Za-z0-9_-]/);
  const sound = end < 0 ? text : text.slice(0, end);
  const whole = sound.slice(0, sound.length - (sound.length % 4 === 1 ? 1 : 0));
  const binary = atob(whole.replace(/-/g, "+").replace(/_/g, "/"));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** What comes out of a stream until it ends, fails or gives more than is taken. Throws a Refusal then. */
async function drain(readable, most) {
  const reader = readable.getReader();
  const parts = [];
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done && size <= most; part = await reader.read()) {
      parts.push(part.value);
      size += part.value.length;
    }
  } catch {
    // The rest is damaged; what came before it is used.
  }
  if (size > most) reader.cancel().catch(() => null);
  demand(size <= most, over("링크에 든 내용이", most, "바이트"));
  return joined(parts);
}

/** Sends bytes through the browser's own (de)compression, piece by piece. */
function through(stream, bytes, most = Infinity) {
  const writer = stream.writable.getWriter();
  const drained = drain(stream.readable, most);
  for (let at = 0; at < bytes.length; at += STEP) writer.write(bytes.slice(at, at + STEP)).catch(() => null);
  writer.close().catch(() => null);
  return drained;
}

/** @param {string} text @returns {Promise<string>} */
export async function pack(text) {
  const bytes = new TextEncoder().encode(text);
  const packing = canCompress() ? "d" : "p";
  const packed = packing === "d" ? await through(new CompressionStream(FORMAT), bytes) : bytes;
  const payload = toBase64(packed);
  return `${packing}.${checkOf(payload)}.${payload}`;
}

/**
 * What can be read of a packed text; `whole` tells whether it came unchanged. Throws a Refusal when it holds
 * too much.
 * @param {string} packed
 * @returns {Promise<{text: string, whole: boolean}>}
 */
export async function unpack(packed) {
  const [packing, check, payload = ""] = packed.split(".");
  const bytes = fromBase64(payload);
  const plain = packing === "p" ? bytes : await through(new DecompressionStream(FORMAT), bytes, LIMITS.bytes);
  return { text: new TextDecoder().decode(plain), whole: checkOf(payload) === check };
}
