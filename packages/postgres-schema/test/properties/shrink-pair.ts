/** The statements of two schemas. */
export interface Pair {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** One statement that is left out, of either side or of both. */
interface Omission {
  readonly statement: string;
  readonly sides: readonly (keyof Pair)[];
}

/** A pair that still fails, with as few statements as possible. `fails` is asked a few hundred times. */
export async function shrinkPair(pair: Pair, fails: (pair: Pair) => Promise<boolean>): Promise<Pair> {
  let kept = pair;
  for (let size = Math.ceil(omissionsOf(pair).length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 3)) {
    const left = omissionsOf(kept);
    // What is made last is needed by nothing, so it goes first.
    for (let end = left.length; end > 0; end -= size) {
      const tried = without(kept, left.slice(Math.max(0, end - size), end));
      if (await fails(tried)) kept = tried;
    }
  }
  return kept;
}

function omissionsOf({ before, after }: Pair): readonly Omission[] {
  const both = before.filter((statement) => after.includes(statement));
  return [
    ...both.map((statement): Omission => ({ statement, sides: ["before", "after"] })),
    ...before
      .filter((statement) => !both.includes(statement))
      .map((statement): Omission => ({ statement, sides: ["before"] })),
    ...after
      .filter((statement) => !both.includes(statement))
      .map((statement): Omission => ({ statement, sides: ["after"] })),
  ];
}

function without(pair: Pair, omissions: readonly Omission[]): Pair {
  const left = (side: keyof Pair): readonly string[] => {
    const omitted = new Set(omissions.filter(({ sides }) => sides.includes(side)).map(({ statement }) => statement));
    return pair[side].filter((statement) => !omitted.has(statement));
  };
  return { before: left("before"), after: left("after") };
}
