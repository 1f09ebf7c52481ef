/** The card above the results: what the records answer, each with its value, editions, clause and link. */

/**
 * The rows of the card, made from the box's template.
 * @param {HTMLTemplateElement} template
 * @param {any[]} answers what the finder gave; `called`: what its kind is called;
 *   `of`: what it holds for, where its subject does not say
 * @param {(at: string) => string} address
 */
export function card(template, answers, address) {
  return answers.map((answer) => {
    const made = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const part = (name) => made.querySelector(`.hg-answer__${name}`);
    made.querySelector("a").href = address(answer.at);
    part("kind").textContent = answer.called;
    part("subject").textContent = [answer.subject, answer.of].filter(Boolean).join(" · ");
    part("figure").textContent = answer.figure;
    const lines = answer.text.split("\n").map((line) =>
      Object.assign(document.createElement("span"), { textContent: line })
    );
    part("text").append(...lines.flatMap((line) => [line, " "]));
    part("text").classList.toggle("hg-answer__text--points", lines.length > 1);
    part("grounds").textContent = [
      answer.editions.map((edition) => `${edition}년판`).join("·"),
      answer.grounds,
    ].filter(Boolean).join(" · ");
    return made;
  });
}
