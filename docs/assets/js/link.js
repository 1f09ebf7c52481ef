/**
 * What stands on a page, in a link: `#<name>=<version>.<packed>`. Everything stands behind `#`, which a
 * browser sends to no server. What is older, newer, cut off or changed is said in a sentence; what can still
 * be read is kept.
 */

import { dropLast, parse } from "./gate/json.js";
import { counted, guardedLater, LIMITS } from "./gate/limits.js";
import { turn } from "./gate/turns.js";
import { canCompress, pack, unpack } from "./pack.js";

const LONG = 8_000; // signs; mail and chat programs cut longer links
const AGAIN = "보낸 분께 링크나 파일을 다시 받아 주세요.";
const OLDER = "예전 길잡이에서 만든 링크라서 지금 길잡이로는 열지 못해요. 보낸 분께 파일로 받아 주세요.";
const NEWER = "더 새로운 길잡이에서 만든 링크라서 열지 못했어요. 보낸 분께 파일로 받아 주세요.";
const DAMAGED = `링크가 잘렸거나 바뀌어서 읽을 수 없어요. ${AGAIN}`;
const OLD_BROWSER = "이 브라우저가 오래되어 링크를 풀지 못해요. 보낸 분께 파일로 받아 주세요.";
const TOO_LONG = `링크가 너무 길어요. ${
  counted(LIMITS.fragment)
}자까지 열 수 있어요. 보낸 분께 파일로 받아 주세요.`;

/**
 * @typedef {{value: any, problem: string | null}} Opened `value` is null when nothing could be read
 * @typedef {{name: string, version: number, oldest?: number, read: (plain: any) => any, holds: (value: any)
 *   => boolean, units: string[], part: string}} Kind `oldest`: the first version that `read` still
 *   understands; `read` checks plain values and gives {value, problem}, at once or later; `holds` tells
 *   whether what is left of a cut link is worth taking; `units` are the lists and records whose entries are
 *   taken whole or not at all; `part` names what is left: `읽을 수 있는 사업까지만`
 */

/**
 * Of the entry at which a text was cut, nothing is kept: half a line would be a wrong line.
 * @param {import("./gate/json.js").Parsed} parsed
 * @param {(string | number)[]} units
 */
function dropHalves(parsed, units) {
  const names = parsed.open.map((_, at) => parsed.open[at - 1]?.key);
  let keep = parsed.open.length;
  names.forEach((name, at) => {
    if (units.includes(name)) keep = at;
  });
  while (parsed.open.length > keep + 1 && dropLast(parsed));
}

async function taken(kind, plain) {
  const { value } = await guardedLater(() => kind.read(plain));
  return value?.value ?? null;
}

/**
 * A text that was cut off or changed, up to the last place that can be read: tried once for each level that
 * was open.
 */
async function salvage(parsed, kind) {
  if (parsed.value === undefined) return null;
  if (parsed.open) dropHalves(parsed, kind.units);
  do {
    const value = await taken(kind, parsed.value);
    if (value !== null && kind.holds(value)) return value;
    await turn();
  } while (dropLast(parsed));
  return null;
}

async function unpacked(packed, kind) {
  const { text, whole } = await unpack(packed);
  await turn();
  const parsed = parse(text);
  await turn();
  if (whole && parsed.open === null) return { value: null, problem: null, ...await kind.read(parsed.value) };
  const value = await salvage(parsed, kind);
  const partly = `링크가 잘렸거나 바뀌었어요. ${kind.part} 가져오니 빠진 것이 없는지 살피고, ${AGAIN}`;
  return { value, problem: value === null ? DAMAGED : partly };
}

/** @param {Kind} kind */
export function create(kind) {
  const start = `#${kind.name}=`;

  /** @param {any} plain @returns {Promise<string>} the fragment, with its `#` */
  async function write(plain) {
    return `${start}${kind.version}.${await pack(JSON.stringify(plain))}`;
  }

  /** @param {string} fragment @returns {Promise<Opened | null>} null when the fragment is of another kind */
  async function read(fragment) {
    if (!fragment.startsWith(start)) return null;
    if (fragment.length > LIMITS.fragment) return { value: null, problem: TOO_LONG };
    const [version, ...packed] = fragment.slice(start.length).split(".");
    const number = /^\d+$/.test(version) ? Number(version) : null;
    if (number !== null && number > kind.version) return { value: null, problem: NEWER };
    if (number !== null && number < (kind.oldest ?? kind.version)) return { value: null, problem: OLDER };
    if (number === null || !packed[2] || !["d", "p"].includes(packed[0])) {
      return { value: null, problem: DAMAGED };
    }
    if (packed[0] === "d" && !canCompress()) return { value: null, problem: OLD_BROWSER };
    const opened = await guardedLater(() => unpacked(packed.join("."), kind));
    await turn();
    return opened.value ?? { value: null, problem: opened.problem };
  }
  return { start, read, write };
}

/** This page's address with the fragment behind it. @param {string} fragment with its `#`, or nothing */
export function address(fragment) {
  return globalThis.location.href.replace(/#.*$/, "") + fragment;
}

/** What is to be known about a link of this length. */
export function lengthText(link) {
  const far = globalThis.location.protocol === "file:"
    ? " 파일로 연 길잡이의 링크라서 같은 폴더(USB)에서만 열려요."
    : "";
  const size = `${link.length.toLocaleString("ko-KR")}자`;
  return link.length > LONG
    ? `링크가 ${size}라서 메일이나 메신저에서 잘릴 수 있어요. ‘파일로 저장’해서 보내 주세요.${far}`
    : `링크는 ${size}예요.${far}`;
}
