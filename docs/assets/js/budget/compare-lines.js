/**
 * Two plans line by line: which project and line of one is which of the other, each amount in both, and the
 * sums. Pure.
 */

/**
 * @typedef {bigint | null} Won null: not known
 * @typedef {{label: string, before: Won, after: Won}} Amount
 * @typedef {{one: any, two: any}} Pair a project or line of either plan; null where the other has no such
 *   thing
 */

const squeezed = (text) => text.normalize("NFKC").replace(/\s+/g, "");

/**
 * Pairs by name, then (in plans of which one is a copy) by id; what is left stands alone.
 * @returns {Pair[]}
 */
function paired(ones, twos, related) {
  const free = new Set(twos);
  const take = (fits) => {
    const found = [...free].find(fits) ?? null;
    free.delete(found);
    return found;
  };
  const named = ones.map((one) => ({
    one,
    two: squeezed(one.name) ? take((two) => squeezed(two.name) === squeezed(one.name)) : null,
  }));
  const pairs = named.map(({ one, two }) => ({
    one,
    two: two ?? (related ? take(({ id }) => id === one.id) : null),
  }));
  return [...pairs, ...[...free].map((two) => ({ one: null, two }))];
}

/** What a line holds of a fund: nothing where there is no line or no amount. */
function amountOf(line, fund) {
  return line && fund in line.amounts ? line.amounts[fund] : 0n;
}

const added = (amounts) => (amounts.includes(null) ? null : amounts.reduce((sum, won) => sum + won, 0n));
const linesOf = (project) => project?.lines ?? [];
const sumOf = (lines, funds) => added(lines.flatMap((line) => funds.map(({ id }) => amountOf(line, id))));

/** Amounts by fund, and altogether. @returns {Amount[]} */
function sums(ones, twos, funds) {
  const rows = [...funds.map((fund) => [fund.label, [fund]]), ["합계", funds]];
  return rows.map(([label, chosen]) => ({ label, before: sumOf(ones, chosen), after: sumOf(twos, chosen) }));
}

/**
 * @param {any} one a plan as the rules take it @param {any} two
 * @param {{id: string, label: string}[]} funds
 * @param {boolean} related whether one is a copy of the other
 */
export function compare(one, two, funds, related) {
  const projects = paired(one.projects, two.projects, related).map((project) => ({
    ...project,
    lines: paired(linesOf(project.one), linesOf(project.two), related).map((line) => ({
      ...line,
      amounts: funds.map(({ id, label }) => ({
        label,
        before: amountOf(line.one, id),
        after: amountOf(line.two, id),
      }))
        .filter(({ before, after }) => before !== 0n || after !== 0n),
    })),
    sums: sums(linesOf(project.one), linesOf(project.two), funds),
  }));
  /** @param {Rules.Plan} plan */
  const all = (plan) => plan.projects.flatMap(linesOf);
  return { projects, sums: sums(all(one), all(two), funds) };
}
