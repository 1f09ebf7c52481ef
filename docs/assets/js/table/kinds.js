/**
 * What a file is, told by its first bytes and its parts, not by its name. What holds no table to read is told
 * what it is, and how to save it so that it can be read.
 */

import { Refusal } from "../gate/limits.js";
import { LOCKED } from "./archive.js";

const OLD = {
  xls:
    "예전 엑셀 파일(.xls)이에요. 엑셀에서 열어 ‘다른 이름으로 저장’에서 ‘Excel 통합 문서(.xlsx)’로 저장한 뒤에 열어 주세요.",
  hwp:
    "예전 한글 파일(.hwp)이에요. 한글에서 열어 ‘다른 이름으로 저장하기’에서 ‘한글 표준 문서(.hwpx)’로 저장한 뒤에 열어 주세요.",
  doc:
    "예전 Word 파일(.doc)이에요. Word에서 열어 ‘Word 문서(.docx)’로 저장하거나 표를 복사해 붙여 넣어 주세요.",
  ole:
    "예전 형식의 파일이라 읽을 수 없어요. 그 파일을 만든 프로그램에서 .xlsx나 .hwpx로 저장한 뒤에 열어 주세요.",
  xlsb: "엑셀 이진 파일(.xlsb)이에요. 엑셀에서 ‘Excel 통합 문서(.xlsx)’로 저장한 뒤에 열어 주세요.",
  xml: "예전 엑셀의 XML 파일이에요. 엑셀에서 열어 ‘Excel 통합 문서(.xlsx)’로 저장한 뒤에 열어 주세요.",
  ods:
    "LibreOffice 파일(.ods, .odt)이에요. LibreOffice에서 ‘Excel 2007-365(.xlsx)’로 저장한 뒤에 열어 주세요.",
  slides: "발표 자료(.pptx)예요. 표를 복사해 붙여 넣어 주세요.",
  pdf: "PDF 파일에서는 표를 읽을 수 없어요. 그 문서를 만든 한글이나 엑셀 파일(.hwpx, .xlsx)을 열어 주세요.",
  image: "그림 파일에서는 표를 읽을 수 없어요. 표가 든 한글이나 엑셀 파일(.hwpx, .xlsx)을 열어 주세요.",
  zip: "압축 파일이에요. 압축을 풀고 그 안의 엑셀이나 한글 파일을 열어 주세요.",
  plan: "이 길잡이에서 저장한 파일이에요. 여기가 아니라 도구의 ‘파일 열기’로 열어 주세요.",
  empty: "빈 파일이에요. 파일을 다시 저장한 뒤에 열어 주세요.",
  locked: LOCKED,
  named:
    "이름은 엑셀이나 한글 파일이지만 내용이 그렇지 않아요. 문서 보안(DRM)이 걸려 있으면 풀고, 그 프로그램에서 다시 저장한 뒤에 열어 주세요.",
};
/** @type {[string, (bytes: Uint8Array) => string | null][]} */
const BEGINNINGS = [
  ["\xd0\xcf\x11\xe0", oldKind],
  ["HWP Document File", () => "hwp"],
  ["%PDF", () => "pdf"],
  ["\x89PNG", () => "image"],
  ["\xff\xd8\xff", () => "image"],
  ["GIF8", () => "image"],
  ["PK\x03\x04", () => null],
  ["PK\x05\x06", () => "zip"],
];
// Streams of an old compound file, as their names stand in it.
const STREAMS = [
  ["EncryptedPackage", "locked"],
  ["HwpSummaryInformation", "hwp"],
  ["BodyText", "hwp"],
  ["WordDocument", "doc"],
  ["Workbook", "xls"],
  ["Book", "xls"],
];
const PROMISED = /\.(?:xlsx|xlsm|hwpx|docx)$/i;

const letters = (bytes, from, to) =>
  Array.from(bytes.subarray(from, to), (byte) => String.fromCharCode(byte)).join("");

/** A name as old files write it: two bytes for each letter. */
const wide = (name) => name.split("").join("\0");

function oldKind(bytes) {
  const text = new TextDecoder("latin1").decode(bytes);
  return STREAMS.find(([name]) => text.includes(wide(name)))?.[1] ?? "ole";
}

/** What an archive of parts is. @param {import("./archive.js").Archive} archive */
export function kindOf(archive) {
  const { has } = archive;
  const mime = has("mimetype") ? archive.beginning("mimetype").trim() : "";
  if (
    has("META-INF/manifest.xml") &&
    /encryption-data|EncryptionData/i.test(archive.beginning("META-INF/manifest.xml"))
  ) return "locked";
  if (mime === "application/hwp+zip" || has("Contents/section0.xml")) return "hwpx";
  if (has("xl/workbook.bin")) return "xlsb";
  if (has("xl/workbook.xml")) return "xlsx";
  if (has("word/document.xml")) return "docx";
  if (has("ppt/presentation.xml")) return "slides";
  return mime.includes("opendocument") ? "ods" : "zip";
}

export const refusal = (kind) => new Refusal(OLD[kind]);

/**
 * Whether the bytes are an archive of parts; else they are text. Throws a Refusal for what is neither.
 * @param {Uint8Array} bytes @param {string} name the file's
 */
export function isArchive(bytes, name) {
  if (bytes.length === 0) throw refusal("empty");
  const start = letters(bytes, 0, 32);
  const found = BEGINNINGS.find(([beginning]) => start.startsWith(beginning));
  const kind = found?.[1](bytes) ?? null;
  if (kind !== null) throw refusal(kind);
  if (found === undefined && PROMISED.test(name)) throw refusal("named");
  return found !== undefined;
}
