/**
 * Verdicts as canonical JSON: the twin of macros/rules/canonical.py, character by character.
 */

// As text: a browser's own numbers lose whole won above 2**53.
function number(value) {
  return value === null ? null : String(value);
}

/** Keys sorted, no blanks, whole numbers as text. */
export function verdictsJson(verdicts) {
  return JSON.stringify(verdicts.map((verdict) => ({
    add: number(verdict.add), cut: number(verdict.cut), den: number(verdict.den), move: number(verdict.move),
    num: number(verdict.num), part: number(verdict.part), project: verdict.project, readings: verdict.readings,
    rule: verdict.rule, slack: number(verdict.slack), status: verdict.status, whole: number(verdict.whole),
  })));
}

/** The same for headroom. */
export function roomsJson(rooms) {
  return JSON.stringify(rooms.map((room) => ({ rule: room.rule, unknown: room.unknown, won: number(room.won) })));
}

/** A sheet's verdicts, the facts behind them and what they lead to. */
export function figuresJson({ verdicts, facts, decision: { grounds, level, outcome, pending, possible, row, split } }) {
  return JSON.stringify([verdicts.map((verdict) => ({
    add: number(verdict.add), bounded: verdict.bounded, could: verdict.could, cut: number(verdict.cut), den: number(verdict.den),
    move: number(verdict.move), num: number(verdict.num), part: number(verdict.part), readings: verdict.readings,
    result: verdict.result, room: number(verdict.room), rule: verdict.rule, slack: number(verdict.slack), status: verdict.status,
    whole: number(verdict.whole),
  })), Object.entries(facts), { grounds, level, outcome, pending, possible, row, split }]);
}

/** What makes all limits hold, or why nothing does. */
export function adjustmentJson({ against, fewest, lines, pins, status, steps, won }) {
  return JSON.stringify({ against, fewest, lines, pins, status,
    steps: steps.map((step) => ({ fund: step.fund, into: step.into, out_of: step.out_of, won: number(step.won) })), won: number(won) });
}
