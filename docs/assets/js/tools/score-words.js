/**
 * What is said of ranks and totals: what is sure, what is not, and whether weights decide.
 */

import { nameOf } from "./scores.js";

const MOST_NAMED = 5; // agendas that a sentence names

export function rankText({ best, worst }) {
  return best === worst ? `${best}위` : `${best}~${worst}위`;
}

export function totalText({ least, most }) {
  return least === most ? `${least}점` : `${least}~${most}점`;
}

/** What is sure, what is not, and whether weights decide. */
export function remark(found) {
  if (found.rows.length === 0) {
    return "의제와 점수를 입력하면 여기에 순위가 나와요. 빈 표를 인쇄해 회의에서 손으로 적어도 돼요.";
  }
  if (!found.standings) return "가중치나 만점을 고치면 순위를 계산해요.";
  const open = found.standings.some(({ best, worst }) => best !== worst);
  const moved = found.standings.some((one, at) =>
    one.best !== found.equal[at].best || one.worst !== found.equal[at].worst
  );
  const tie = new Set(found.standings.map(({ best }) => best)).size < found.standings.length;
  return [
    missingText(found, open) ?? "모든 점수가 찼어요.",
    !open && tie ? "점수가 같은 의제가 있어요. 가르는 방법은 기준에 없으니 회의에서 정하세요." : null,
    moved ? "가중치를 모두 같게 하면 순위가 달라져요." : null,
  ].filter(Boolean).join(" ");
}

/** Which scores are missing, and whether the ranks hang on them; null when none is. */
function missingText({ criteria, rows, missing }, open) {
  const count = missing.reduce((sum, names) => sum + names.length, 0);
  const cells = rows.map((row, at) => [nameOf(row), missing[at]]).filter(([, names]) => names.length > 0)
    .map(([name, names]) => `${name}(${names.length === criteria ? "모두" : names.join(", ")})`);
  const others = cells.length > MOST_NAMED ? ` 등 의제 ${cells.length}개` : "";
  const follows = open
    ? "순위가 아직 정해지지 않았어요. 가장 낮을 때부터 높을 때까지 보여요."
    : "순위는 빈칸이 어떤 점수여도 같아요.";
  return count === 0
    ? null
    : `확인 필요: 점수가 ${count}칸 비어 있어요 — ${
      cells.slice(0, MOST_NAMED).join(", ")
    }${others}. ${follows}`;
}
