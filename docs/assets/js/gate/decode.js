/**
 * A file's bytes as text: UTF-8, UTF-16 and the Korean code page of Windows (CP949). What none of them can be
 * is refused, so that no broken letter comes in.
 */

import { joined } from "../bytes.js";
import { Refusal } from "./limits.js";

const UNREADABLE =
  "글자를 읽을 수 없는 파일이에요. 엑셀이나 메모장에서 ‘UTF-8’로 저장한 뒤에 다시 열어 주세요.";

function tried(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * UTF-16 without a mark: in text of Latin letters and Hangul every second byte is 0 or lies among those of
 * Hangul.
 */
function unmarked16(bytes) {
  const view = bytes.subarray(0, 2_000);
  const zeros = [0, 1].map((from) => view.filter((byte, at) => at % 2 === from && byte === 0).length);
  if (view.length < 2 || Math.max(...zeros) * 10 < view.length) return null;
  return zeros[1] > zeros[0] ? "utf-16le" : "utf-16be";
}

const MOST_OTHER = 8_000_000; // bytes of XML that is no UTF-8, which is read at once

/** @type {[number[], string][]} */
const MARKS = [[[0xff, 0xfe], "utf-16le"], [[0xfe, 0xff], "utf-16be"], [[0xef, 0xbb, 0xbf], "utf-8"]];

/**
 * @param {ArrayBuffer | Uint8Array} content @returns {string} without its mark (BOM)
 * Throws a Refusal.
 */
export function decoded(content) {
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(content);
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
  const encodings = marked ? [marked] : [unmarked16(bytes), "utf-8", "euc-kr"].filter((one) => one !== null);
  for (const encoding of encodings) {
    const text = tried(bytes, encoding);
    if (text !== null && isSound(text)) return text;
  }
  throw new Refusal(UNREADABLE);
}

const isSound = (text) => !text.includes("\u0000") && !text.includes("\uFFFD");

/**
 * The same of XML that comes in pieces and is most likely UTF-8. Its methods throw a Refusal.
 * @param {(part: string) => string} sieve what is kept of some of the text, which ends before a tag
 */
export function decoding(sieve) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const bytes = [];
  let parts = [];
  let [rest, length, isUtf8] = ["", 0, true];

  function keep(text) {
    const part = sieve(text);
    parts.push(part);
    length += part.length;
  }
  function take(text) {
    isUtf8 = isSound(text);
    const all = rest + text;
    const end = all.lastIndexOf("<");
    rest = end > 0 ? all.slice(end) : "";
    keep(end > 0 ? all.slice(0, end) : all);
  }
  function guess(read) {
    try {
      read();
    } catch {
      isUtf8 = false;
    }
    if (!isUtf8) [parts, length] = [[], 0];
  }
  return {
    /** @param {Uint8Array} piece */
    add(piece) {
      bytes.push(piece);
      if (isUtf8) guess(() => take(decoder.decode(piece, { stream: true })));
    },
    /** Letters that are kept so far. */
    length: () => length,
    whole() {
      if (isUtf8) guess(() => decoder.decode());
      if (!isUtf8) {
        if (bytes.reduce((sum, piece) => sum + piece.length, 0) > MOST_OTHER) throw new Refusal(UNREADABLE);
        return sieve(decoded(joined(bytes)));
      }
      keep(rest);
      return parts.join("");
    },
  };
}
