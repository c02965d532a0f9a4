import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An old and a new schema out of another tool's test-suite. */
export interface Pair {
  /** `suite/case`. */
  readonly name: string;
  readonly suite: string;
  /** Roles and set-up, run first on both sides. */
  readonly prelude: string;
  readonly old: string;
  readonly new: string;
  /** Rows for the old side. */
  readonly seed: string;
}

/** All pairs in a folder of suites, sorted by their names. */
export function readPairs(folder: string): readonly Pair[] {
  const folders = (inside: string): readonly string[] =>
    readdirSync(inside, { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
      .sort();
  return folders(folder).flatMap((suite) =>
    folders(join(folder, suite)).map((name) => {
      const read = (part: string): string => {
        const file = join(folder, suite, name, `${part}.sql`);
        return existsSync(file) ? readFileSync(file, "utf8") : "";
      };
      return {
        name: `${suite}/${name}`,
        suite,
        prelude: read("prelude"),
        old: read("old"),
        new: read("new"),
        seed: read("seed"),
      };
    }),
  );
}

/** Which two pairs of a suite, and which side of each. */
export interface Crossing {
  readonly one: number;
  readonly other: number;
  readonly fromNew: boolean;
  readonly toNew: boolean;
}

/** Schemas of one suite that nobody wrote for each other: alike in what they are about, and different in any way. */
export function crossPairs(pairs: readonly Pair[], { one, other, fromNew, toNew }: Crossing): Pair {
  const from = pairs[one % pairs.length];
  const related = pairs.filter(({ suite }) => suite === from?.suite);
  const to = related[other % related.length];
  if (from === undefined || to === undefined) throw new Error("there are no pairs");
  return {
    name: `${from.name} (${fromNew ? "new" : "old"}) and ${to.name} (${toNew ? "new" : "old"})`,
    suite: from.suite,
    prelude: from.prelude === to.prelude ? from.prelude : `${from.prelude};\n${to.prelude}`,
    old: fromNew ? from.new : from.old,
    new: toNew ? to.new : to.old,
    seed: "",
  };
}
