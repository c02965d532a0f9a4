import type { Choices } from "./choices.ts";

/** The choices behind two schemas. */
export interface Pair {
  readonly frame: Choices;
  readonly before: Choices;
  readonly after: Choices;
}

type Side = keyof Pair;
/** One choice that is made the simplest one, or the same on both sides. */
type Simpler = readonly [side: Side | "both" | "alike", question: string];

/**
 * The simplest pair that still fails, by taking as many choices as possible back: to the first option, or to what the other
 * side has. `fails` is asked often.
 */
export async function shrinkPair(pair: Pair, fails: (pair: Pair) => Promise<boolean>): Promise<Pair> {
  let kept: readonly Simpler[] = [];
  for (let before = -1; before !== kept.length; ) {
    before = kept.length;
    const left = candidates(simplified(pair, kept), await questionsOf(simplified(pair, kept), fails));
    for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 4))
      for (let from = 0; from < left.length; from += size) {
        const tried = [...kept, ...left.slice(from, from + size)];
        if (await fails(simplified(pair, tried))) {
          kept = tried;
          left.splice(from, size);
          from -= size;
        }
      }
  }
  return simplified(pair, kept);
}

function simplified(pair: Pair, simpler: readonly Simpler[]): Pair {
  const keys = new Set(simpler.map(([side, question]) => `${side} ${question}`));
  const zeroed = (side: Side, choices: Choices): Choices => ({
    numberOf: (question) =>
      keys.has(`${side} ${question}`) || keys.has(`both ${question}`) ? 0 : choices.numberOf(question),
  });
  const before = zeroed("before", pair.before);
  const after = zeroed("after", {
    numberOf: (question) => (keys.has(`alike ${question}`) ? before : pair.after).numberOf(question),
  });
  return { frame: zeroed("frame", pair.frame), before, after };
}

/** All questions that are asked on the way, by side. */
async function questionsOf(
  pair: Pair,
  fails: (pair: Pair) => Promise<boolean>,
): Promise<Readonly<Record<Side, ReadonlySet<string>>>> {
  const asked = { frame: new Set<string>(), before: new Set<string>(), after: new Set<string>() };
  const heard = (side: Side): Choices => ({
    numberOf: (question) => {
      asked[side].add(question);
      return pair[side].numberOf(question);
    },
  });
  await fails({ frame: heard("frame"), before: heard("before"), after: heard("after") });
  return asked;
}

function candidates(pair: Pair, asked: Awaited<ReturnType<typeof questionsOf>>): Simpler[] {
  const both = [...new Set([...asked.before, ...asked.after])];
  const all: Simpler[] = [
    ...[...asked.frame].map((question): Simpler => ["frame", question]),
    ...both.map((question): Simpler => ["both", question]),
    ...both.map((question): Simpler => ["alike", question]),
    ...[...asked.before].map((question): Simpler => ["before", question]),
    ...[...asked.after].map((question): Simpler => ["after", question]),
  ];
  return all.filter(([side, question]) => {
    const [before, after] = [pair.before.numberOf(question), pair.after.numberOf(question)];
    if (side === "frame") return pair.frame.numberOf(question) !== 0;
    if (side === "alike") return before !== after;
    if (side === "both") return before !== 0 || after !== 0;
    return pair[side].numberOf(question) !== 0;
  });
}
