/**
 * Verdicts as canonical JSON: the twin of macros/rules/canonical.py, character by character.
 */

// As text: a browser's own numbers lose whole won above 2**53.
function number(value) {
  return value === null ? null : String(value);
}

/** What every verdict says, and `more` of its kind; keys sorted. */
function sorted(verdict, more) {
  const { readings, rule, status } = verdict;
  const numbers = ["add", "cut", "den", "move", "num", "part", "slack", "whole"].map((
    key,
  ) => [key, number(verdict[key])]);
  const all = { ...Object.fromEntries(numbers), readings, rule, status, ...more };
  return Object.fromEntries(Object.keys(all).sort().map((key) => [key, all[key]]));
}

/** A plan's: keys sorted, no blanks, whole numbers as text. */
export function verdictsJson(verdicts) {
  return JSON.stringify(verdicts.map((verdict) => sorted(verdict, { project: verdict.project })));
}

/** The same for headroom. */
export function roomsJson(rooms) {
  return JSON.stringify(
    rooms.map((room) => ({ rule: room.rule, unknown: room.unknown, won: number(room.won) })),
  );
}

/** A sheet's verdicts, the facts behind them and what they lead to. */
export function figuresJson(
  { verdicts, facts, decision: { grounds, level, outcome, pending, possible, row, split } },
) {
  return JSON.stringify([
    verdicts.map((verdict) =>
      sorted(verdict, {
        bounded: verdict.bounded,
        could: verdict.could,
        result: verdict.result,
        room: number(verdict.room),
      })
    ),
    Object.entries(facts),
    { grounds, level, outcome, pending, possible, row, split },
  ]);
}

/** What makes all limits hold, or why nothing does. */
export function adjustmentJson({ against, fewest, lines, pins, status, steps, won }) {
  return JSON.stringify({
    against,
    fewest,
    lines,
    pins,
    status,
    steps: steps.map((step) => ({
      fund: step.fund,
      into: step.into,
      out_of: step.out_of,
      won: number(step.won),
    })),
    won: number(won),
  });
}
