/** What was chosen: a number for each question that is asked. */
export interface Choices {
  readonly numberOf: (question: string) => number;
}

/** Numbers that look random, the same for the same seed and question. */
export const seeded = (seed: number): Choices => ({ numberOf: (question) => hash(`${seed} ${question}`) });

/** The choices of one schema, of which about one in `every` is that of another one. */
export const mutated = (from: Choices, seed: number, every: number): Choices => ({
  numberOf: (question) =>
    hash(`${seed} mutates ${question}`) % every === 0 ? hash(`${seed} instead ${question}`) : from.numberOf(question),
});

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) state = Math.imul(state ^ text.charCodeAt(place), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
