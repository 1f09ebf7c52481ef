/**
 * Answers from the records: a card above the results when a query asks for a recorded value (a limit, a day,
 * an article, who sits on a body, a form, an office, a term) and the record's words cover all that the query
 * says. No card is better than a wrong one: a word that the record does not know, or a subject of which the
 * query names too little, and there is none.
 */

import { compact } from "./lexicon.js";
import { enough, naming, share, ways, WHOLE } from "./subjects.js";
import { read } from "./text.js";
import { stem } from "./verbs.js";
import { ASKS, COUNTED, DAYS, DEFINING, FIGURES, GENERIC, LIMITS, UNITS } from "./words.js";

/** More answers than these are none: the query does not say which. */
const MOST = 4;
const GROUNDS = 6; // where an answer of the index has them
const YEAR = /^(\d{4})년$/;

/** What a query asks for, by the words with which it asks. */
function asked(text) {
  const kinds = Object.keys(ASKS).filter((kind) =>
    ASKS[kind].test(text) && (kind !== "rule" || !DAYS.test(text))
  );
  return new Set(DEFINING.test(text.trim()) ? [...kinds, "term"] : kinds);
}

/** Whether a word, or the verb that it is a form of, only asks for a value of a kind. */
function asksFor(kind, forms) {
  const asking = GENERIC[kind];
  return Boolean(asking) && forms.some((form) => asking.has(form) || stem(form, asking));
}

export class Answers {
  /** @param {any} corpus @param {any} scopes */
  constructor(corpus, scopes) {
    this.scopes = scopes;
    this.known = corpus.known;
    this.all = corpus.entries.flatMap((entry) =>
      entry.answers.map(([kind, subject, words, figure, text, editions, grounds, family = ""]) => (
        {
          kind,
          subject: subject || entry.title,
          words,
          figure,
          text: text || entry.text,
          editions,
          grounds: grounds || entry.answers[0][GROUNDS], // a paragraph's are those of its article
          family,
          at: entry.at,
        }
      ))
    );
    this.names = new Map(
      corpus.terms.map(({ names, at }) => [corpus.entries[at[0]]?.at, names.slice(1).join("\n")]),
    );
  }

  /** Reads how each may be named. @returns {Generator<void>} */
  *prepare() {
    for (const answer of this.all) {
      yield;
      if (answer.kind === "term") answer.words = this.names.get(answer.at) ?? "";
      answer.ways = ways(answer);
      answer.scopes = this.scopes.ofAnswer(answer);
      answer.of = answer.kind === "date" || answer.kind === "due" && this.scopes.unsaid(answer)
        ? answer.words
        : "";
    }
  }

  /** What the record says, for finding words and figures in it. */
  _said(answer) {
    if (!answer.said) {
      const text = [
        answer.subject,
        answer.words,
        ...(answer.kind === "term" ? [] : [answer.figure, answer.text]),
      ].join("\n");
      const { ids, extra } = read(text, this.known, false);
      const values = Object.keys(UNITS).filter((unit) => answer.figure.includes(unit)).flatMap((unit) =>
        UNITS[unit]
      );
      answer.said = { text: [compact(text), ...values].join("\n"), figures: new Set([...ids, ...extra]) };
    }
    return answer.said;
  }

  /** Whether a word of the query is in the record, or only asks for a value of its kind. */
  _covers(answer, { forms, parts, figures, asks }) {
    const said = this._said(answer);
    if (asks.has(answer.kind)) return true;
    const told = (part) => part.length > 1 && said.text.includes(part) || GENERIC[answer.kind]?.has(part);
    if (parts.length > 1 && parts.every(told)) return true;
    return figures.length
      ? figures.every((id) => said.figures.has(id))
      : forms.some((form) => form.length > 1 && said.text.includes(form));
  }

  /**
   * The answers to a query, of one kind; none if it does not ask, or not for one thing.
   * @returns {Generator<void, {kind: string, subject: string, figure: string, text: string, editions:
   *   string[], grounds: string, at: string}[]>}
   */
  *find(query) {
    const kinds = asked(query.text);
    if (!kinds.size) return [];
    const year = query.row.ids.map((id) => YEAR.exec(this.known.name(id) ?? "")?.[1]).find(Boolean);
    const rest = query.groups.map(({ said, parts, figures }) => ({
      parts,
      figures,
      forms: said.map((form) => form.replace(/20\d\d년/g, "")).filter(Boolean),
    }))
      .filter(({ forms }) => forms.length)
      .map((word) => ({ ...word, asks: new Set([...kinds].filter((kind) => asksFor(kind, word.forms))) }));
    const unit = COUNTED.exec(query.text)?.[1].replace(/퍼센트|프로/, "%").replace("살", "세");
    const forms = [...rest.flatMap((word) => word.forms), compact(query.text), ...UNITS[unit] ?? []];
    const figures = rest.flatMap((word) => word.figures);
    const fitting = (answer, words) =>
      words.every((word) => this._covers(answer, word)) &&
      (answer.kind !== "rule" || !FIGURES.test(query.text) || /\d/.test(answer.figure + answer.text)) &&
      (!unit ||
        new RegExp(`(?<!\\d)[\\d,]{1,${unit === "년" ? 2 : 20}}\\s?${unit}`).test(
          answer.figure + answer.text,
        ));
    const wanted = {
      rest,
      forms,
      figures,
      fitting,
      year,
      own: [...rest.flatMap((word) => word.parts), compact(query.text)],
    };
    const told = this._best(yield* this._named(wanted, this.all.filter(({ kind }) => kinds.has(kind))), year);
    const all = yield* this._general(wanted, told, kinds, query);
    return this._turned(query.text, all) ? [] : all;
  }

  /** Those that fit and of whose subject enough is said: how much (`share`), and by what is typed (`order`). */
  *_named({ rest, forms, own, figures, fitting }, answers, words = rest) {
    const fits = [];
    for (const answer of answers) {
      if (fitting(answer, words)) fits.push(answer);
      yield;
    }
    for (const answer of fits) {
      yield;
      answer.share = this._share(answer, forms, figures);
      answer.order = answer.share + this._share(answer, own, figures);
    }
    return fits.filter(({ kind, share: named }) => named >= enough(kind));
  }

  /**
   * What is told, behind what holds for all, where it holds only for programmes or bodies that nobody named: theirs
   * is not the answer, but one of several. What holds for all needs no more than the words of the query in its subject.
   */
  *_general(asked, told, kinds, query) {
    if (!told.length || !told.every((answer) => this.scopes.others(answer.scopes, query))) return told;
    const words = asked.rest.filter(({ parts }) => !parts.every((part) => this.scopes.ofAny(part)));
    const general = this.all.filter((answer) =>
      (kinds.has(answer.kind) || answer.kind === "article") && !WHOLE.has(answer.kind) &&
      !answer.scopes.length
    ).map((answer) => {
      const subject = this.scopes.unnamed(answer.subject);
      const said = words.length > 0 &&
        words.every(({ forms, asks }) =>
          asks.has(answer.kind) ||
          forms.some((form) => form.length > 1 && compact(answer.subject).includes(form))
        );
      return { ...answer, whole: said, ways: ways({ ...answer, subject }) };
    });
    const first = this._best(yield* this._named(asked, general, words), asked.year);
    return first.length + told.length > MOST ? first : [...first, ...told];
  }

  /** Whether only ceilings are told to whoever asks for a floor, or floors to who asks for a ceiling. */
  _turned(text, told) {
    const wanted = LIMITS.filter(({ asked: ask }) => ask.test(text));
    return told.length > 0 && wanted.length === 1 && told.every(({ figure }) => wanted[0].other.test(figure));
  }

  /**
   * How much of the subject's name was said. An article and its paragraphs are named by their numbers, all of
   * them.
   */
  _share(answer, forms, figures) {
    const named = Math.max(...answer.ways.map((way) => (answer.whole ? 1 : share(way, forms))));
    if (answer.kind !== "article") return named;
    const numbers = new Set(
      read(answer.subject.replace(/\(.*/, ""), this.known, false).ids.filter((id) =>
        /\d/.test(this.known.name(id) ?? "")
      ),
    );
    if (figures.length) {
      return figures.length === numbers.size && figures.every((id) => numbers.has(id)) ? 1 : 0;
    }
    return numbers.size === 1 ? named : 0;
  }

  /** The best named, with those of its family; of the year that was asked for, if any has one. */
  _best(enoughNamed, year) {
    const best = Math.max(0, ...enoughNamed.map((answer) => answer.order));
    const first = enoughNamed.filter((answer) => answer.order > best - 0.01);
    if (!first.length) return [];
    const families = new Set(first.map(({ family }) => family).filter(Boolean));
    const all = first.concat(
      this.all.filter((answer) => families.has(answer.family) && !first.includes(answer)),
    );
    const kind = first.some((answer) => answer.kind === "term") ? "term" : first[0].kind;
    const kept = all.filter((answer) =>
      answer.kind === kind && (!year || !answer.editions.length || answer.editions.includes(year) ||
        naming(answer.subject, kind, false).some((word) => word.includes(year)))
    );
    const told = kept.filter((answer, i) =>
      kept.findIndex(({ text, figure }) => text === answer.text && figure === answer.figure) === i
    );
    return told.length > MOST
      ? []
      : told.sort((a, b) => (b.editions.at(-1) ?? "").localeCompare(a.editions.at(-1) ?? ""));
  }
}
