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
