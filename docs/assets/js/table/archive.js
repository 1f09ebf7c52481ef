/**
 * A file that is an archive (ZIP) of parts: workbooks and documents are. What unpacks to more than the gate's
 * limits is refused while it is unpacked, whatever the archive says of itself.
 */

import { decoding } from "../gate/decode.js";
import { demand, LIMITS, over, Refusal } from "../gate/limits.js";
import { atOnce } from "../gate/turns.js";

export const BROKEN = "파일이 깨졌어요. 그 파일을 만든 프로그램에서 다시 저장한 뒤에 열어 주세요.";
export const LOCKED = "비밀번호가 걸린 파일이에요. 비밀번호를 풀고 저장한 뒤에 열어 주세요.";
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
// Packed bytes that are unpacked at once: at most a million come of them before they are counted.
const STEP = 1_024;
const SLICE = 500_000; // bytes that are taken at once where they are not packed
const MOST_PARTS = 10_000;
// Of a document that is kept whole: more is read in parts (parts.js), or is no document of people's.
export const MOST_SIGNS = 8_000_000;
export const AT_ONCE = "한 번에 읽기에는 파일의 내용이 너무 커요. 필요한 시트나 표만 따로 저장해 주세요.";
const MOST_KEPT = 16_000_000; // of a part that is read in parts: putting more into one text takes a browser long
const BEGINNING = 4_000; // packed bytes; at most 4 million come of them
export const TOO_LONG =
  "파일의 한 부분(시트나 글 목록)에 내용이 너무 많아요. 필요한 줄이나 시트만 따로 저장해 주세요.";
const TOO_LARGE = `파일의 내용이 너무 커요. 풀어서 ${
  LIMITS.unpacked / 1_000_000
} MB까지 열 수 있어요. 필요한 시트나 표만 따로 저장해 주세요.`;

/**
 * @typedef {{name: string, at: number, packed: number, method: number, locked: boolean}} Entry
 * @typedef {(part: string) => string} Sieve what is kept of a piece of a text
 * @typedef {{names: string[], has: (name: string) => boolean, text: (name: string, sieve?: Sieve) => string,
 *   beginning: (name: string) => string,
 *   unpacked: (name: string, sieve?: Sieve) => import("./pieces.js").Pieces<string>}}
 *   Archive `unpacked`: a part's text, in pieces; `text`: that of a small part, at once; `beginning`: some of
 *   its letters
 */

/** Where the list of parts ends: the last thing in the file, but for a remark. */
function endOf(view) {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Refusal(BROKEN);
}

/** @returns {Map<string, Entry>} */
function entriesOf(bytes, view) {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  demand(count <= MOST_PARTS, over("파일에 든 것이", MOST_PARTS, "개"));
  const found = new Map();
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number += 1) {
    demand(at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY, BROKEN);
    const [length, extra, remark] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    found.set(name, {
      name,
      at: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + length + extra + remark;
  }
  return found;
}

/** What a part is packed to. @param {Uint8Array} bytes @param {DataView} view @param {Entry} entry */
function packedOf(bytes, view, { at, packed }) {
  demand(at + 30 <= view.byteLength && view.getUint32(at, true) === LOCAL, BROKEN);
  const begin = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  demand(begin + packed <= view.byteLength, BROKEN);
  return bytes.subarray(begin, begin + packed);
}

/** Unpacks piece by piece. @param {Uint8Array} packed @param {(piece: Uint8Array) => void} take may refuse */
function* inflated(packed, take) {
  let whole = false;
  const stream = new globalThis.fflate.Inflate((piece, final) => {
    whole = final;
    take(piece);
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      yield;
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(BROKEN);
  }
  demand(whole, BROKEN);
}

/** The same of what is not packed. */
function* sliced(bytes, take) {
  for (let at = 0; at < bytes.length; at += SLICE) {
    take(bytes.subarray(at, at + SLICE));
    yield;
  }
}

/** What comes of packed bytes that may end early. @param {Uint8Array} packed */
function piecesOf(packed) {
  const pieces = [];
  const stream = new globalThis.fflate.Inflate((piece) => pieces.push(piece));
  try {
    stream.push(packed);
  } catch {
    // What came before is enough to tell what the file is.
  }
  return pieces;
}

/**
 * Opens an archive; its parts are unpacked when they are asked for. Wants fflate. Throws a Refusal.
 * @param {Uint8Array} bytes
 * @returns {Archive}
 */
export function openArchive(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(bytes, view);
  let size = 0;
  const count = (more) => {
    size += more;
    demand(size <= LIMITS.unpacked, TOO_LARGE);
  };
  function packedPart(name) {
    const entry = entries.get(name);
    demand(entry, BROKEN);
    demand(!entry.locked, LOCKED);
    demand(entry.method === 0 || entry.method === 8, BROKEN);
    return { squeezed: entry.method === 8, packed: packedOf(bytes, view, entry) };
  }
  /** @param {string} name @param {Sieve} [sieve] */
  function* unpacked(name, sieve = (part) => part, most = Infinity) {
    const { squeezed, packed } = packedPart(name);
    const text = decoding(sieve);
    let own = 0;
    function take(piece) {
      own += piece.length;
      demand(own <= most, AT_ONCE);
      count(piece.length);
      text.add(piece);
      demand(text.length() <= MOST_KEPT, TOO_LONG);
    }
    yield* (squeezed ? inflated : sliced)(packed, take);
    return text.whole();
  }
  const text = (name, sieve) => atOnce(unpacked(name, sieve, MOST_SIGNS));
  function beginning(name) {
    const { squeezed, packed } = packedPart(name);
    const some = packed.subarray(0, BEGINNING);
    const decoder = new TextDecoder();
    return (squeezed ? piecesOf(some) : [some]).map((piece) => decoder.decode(piece, { stream: true })).join(
      "",
    );
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    text,
    beginning,
    unpacked: (name, sieve) => unpacked(name, sieve),
  };
}

/**
 * Elements below a node by their name without its prefix.
 * @param {Document | Element} node
 * @returns {Element[]}
 */
export const elements = (node, name) => [...node.getElementsByTagNameNS("*", name)];

/** The same of its children alone. @param {Element} node @returns {Element[]} */
export function children(node, name) {
  const found = [];
  for (let child = node.firstElementChild; child !== null; child = child.nextElementSibling) {
    if (child.localName === name) found.push(child);
  }
  return found;
}
