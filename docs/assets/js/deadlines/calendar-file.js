/**
 * Calendar files (RFC 5545), byte for byte as macros/calendars/files.py writes them.
 *
 * An entry: {uid, sequence, start, end, summary, description, category, transparent, alarms, url}; `end` is
 * the day after the last, both as 20210709.
 */

const LIMIT = 75;
export const TYPE = "text/calendar;charset=utf-8";
const PRODUCT = "-//hyeopchi-guide//dates//KO";
const encoder = new TextEncoder();

// As macros/words/printable.py: control characters, halves of letters, and marks that turn what follows.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu;

function escape(text) {
  return text.normalize("NFC").replace(/\r\n|\r/g, "\n").replace(UNPRINTABLE, "").replace(/\\/g, "\\\\")
    .replace(/;/g, "\\;").replace(/,/g, "\\,").replace(/\r\n|\n|\r/g, "\\n");
}

/** Folds a line so that none has more than 75 octets, between characters and never inside an escape. */
function fold(line) {
  const lines = [];
  let chars = [];
  let octets = 0;
  for (const char of line) {
    const length = encoder.encode(char).length;
    if (chars.length && octets + length >= LIMIT) {
      const kept = chars.length > 1 && "\\^".includes(chars.at(-1)) ? [chars.pop()] : [];
      lines.push(chars.join(""));
      chars = kept;
      octets = kept.length;
    }
    chars.push(char);
    octets += length;
  }
  return [...lines, chars.join("")].join("\r\n ");
}

function alarm(days, summary) {
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `TRIGGER:-P${days}D`,
    `DESCRIPTION:${escape(`${days}일 전: ${summary}`)}`,
    "END:VALARM",
  ];
}

function component(entry, stamp) {
  return [
    "BEGIN:VEVENT",
    `UID:${escape(entry.uid)}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTART;VALUE=DATE:${entry.start}`,
    `DTEND;VALUE=DATE:${entry.end}`,
    `SUMMARY:${escape(entry.summary)}`,
    `DESCRIPTION:${escape(entry.description)}`,
    `CATEGORIES:${escape(entry.category)}`,
    `TRANSP:${entry.transparent ? "TRANSPARENT" : "OPAQUE"}`,
    ...(entry.url ? [`URL:${entry.url}`] : []),
    ...entry.alarms.flatMap((days) => alarm(days, entry.summary)),
    "END:VEVENT",
  ];
}

/** The file's text. @param {string} name @param {any[]} entries @param {string} stamp 20210709T000000Z */
export function write(name, entries, stamp) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${PRODUCT}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escape(name)}`,
    "X-WR-TIMEZONE:Asia/Seoul",
    ...entries.flatMap((entry) => component(entry, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map(fold).join("\r\n") + "\r\n";
}
